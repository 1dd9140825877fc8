"""A learner's words as markdown in which nothing is alive: no HTML, no link, no image, no formula."""

import re

from grading.reading.seen import one_line, visible

__all__ = ["NO_MATH", "inert", "inert_line", "one_line", "visible"]
_PLAIN = re.compile(r"[^\w\s.,;:?'\"()-]|_")
# The first class is MathJax 2's, which nbconvert's pages use; the second is MathJax 3's, which JupyterLab uses.
NO_MATH = "tex2jax_ignore mathjax_ignore"


def inert(text: str) -> str:
    """Markdown that shows the text as it was typed.

    Escaping `<` alone would not do: nbconvert lets `javascript:` links pass, loads images from other hosts, and runs
    formulas. So each paragraph becomes one line of HTML in which everything but words and plain punctuation is a
    numeric entity, and what was typed as a mark is read as that mark.
    """
    blocks = re.split(r"\n[ \t]*\n", visible(text.replace("\r\n", "\n").replace("\r", "\n")).strip("\n"))
    lines = ("<br>".join(_entities(line) for line in block.split("\n")) for block in blocks if block.strip())
    return "\n\n".join(f'<p class="{NO_MATH}" dir="auto">{line}</p>' for line in lines)


def inert_line(text: str) -> str:
    """The same for a sentence within other markdown."""
    return f'<span class="{NO_MATH}" dir="auto">{_entities(one_line(text))}</span>'


def _entities(line: str) -> str:
    return _PLAIN.sub(lambda m: f"&#{ord(m[0])};", line.replace("\t", "    "))
