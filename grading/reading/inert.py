"""A learner's words as markdown in which nothing is alive: no HTML, no link, no image, no formula."""

import re

_PLAIN = re.compile(r"[^\w\s.,;:?'\"()-]|_")
# Besides control characters: marks that reverse or hide text, which a person grading must not be fooled by.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
# The first class is MathJax 2's, which nbconvert's pages use; the second is MathJax 3's, which JupyterLab uses.
NO_MATH = "tex2jax_ignore mathjax_ignore"


def visible(text: str) -> str:
    """The text with control characters and marks that can't be seen written out, as [U+202E]."""
    return _UNSEEN.sub(lambda m: f"[U+{ord(m[0]):04X}]", text)


def one_line(text: str) -> str:
    """The same on one line, for a log or a terminal, which a learner's words must not write to."""
    return visible(" ".join(text.split()))


def inert(text: str) -> str:
    """Markdown that shows the text as it was typed.

    Escaping `<` alone would not do: nbconvert lets `javascript:` links pass, loads images from other hosts, and runs
    formulas. So each paragraph becomes one line of HTML in which everything but words and plain punctuation is a
    numeric entity, and what was typed as a mark is read as that mark.
    """
    blocks = re.split(r"\n[ \t]*\n", visible(text.replace("\r\n", "\n").replace("\r", "\n")).strip("\n"))
    lines = ("<br>".join(_entities(line) for line in block.split("\n")) for block in blocks if block.strip())
    return "\n\n".join(f'<p class="{NO_MATH}">{line}</p>' for line in lines)


def inert_line(text: str) -> str:
    """The same for a sentence within other markdown."""
    return f'<span class="{NO_MATH}">{_entities(one_line(text))}</span>'


def _entities(line: str) -> str:
    return _PLAIN.sub(lambda m: f"&#{ord(m[0])};", line.replace("\t", "    "))
