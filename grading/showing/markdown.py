"""Markdown as whoever typed it meant it, and nothing in it alive: no HTML, link, formula, picture from elsewhere. Pure.

mistune reads, with only the parts switched on that are named here, so that all else is text; `writer` writes.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import mistune
import msgspec
from mistune.inline_parser import InlineParser
from mistune.plugins.formatting import strikethrough
from mistune.plugins.table import table

from grading.reading.seen import visible
from grading.showing.counting import Length
from grading.showing.escaping import BEGIN, END, MOST_TOLD, Shown, escaped
from grading.showing.writer import Writer

HEADING = 4
"""Level of the highest heading of a text, below those of the page that it stands in."""
_BLOCKS = [
    "fenced_code",
    "indent_code",
    "atx_heading",
    "setex_heading",
    "thematic_break",
    "block_quote",
    "list",
    "blank_line",
    "table",
    "nptable",
]
_INLINE = ["escape", "codespan", "emphasis", "linebreak", "softbreak"]
# Jupyter writes the name of an attached file as it is; elsewhere an address has no space.
_TO = (
    r"attachment:[^()\n]{1,300}(?:\([^()\n]{0,100}\)[^()\n]{0,100})?|<[^<>\n]{0,2000}>"
    r"|[^()\s]{1,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500}){0,3}"
)
_ADDRESS = rf"(?P<picture>!?)\[(?P<says>[^\[\]]{{0,500}})\]\((?P<to>{_TO})(?P<titled>\s[\"'][^\"'\n]{{0,300}}[\"'])?\)"


class Prose(msgspec.Struct, frozen=True):
    """A text made into safe HTML.

    Attributes:
        html: a fragment in which nothing comes from the text but text.
        words: counted as word processors count.
        shown: names of the pictures that stand in it.
    """

    html: str
    words: int
    shown: frozenset[str]


def as_html(text: str, pictures: Iterable[Shown] = (), length: Length | None = None, heading: int = HEADING) -> Prose:
    """A text in Markdown as HTML.

    Args:
        text: of any origin.
        pictures: what it may show, by name.
        length: where in it to mark that as many words have been read.
        heading: level of its highest heading.
    """
    seen = _seen(text)
    held: dict[str, list[Shown]] = {}
    for picture in pictures:
        held.setdefault(picture.name, []).append(picture)
    try:
        tokens = _read(seen)
    except Exception:  # noqa: BLE001 - whatever a reader stumbles on must not keep an essay from being read
        tokens = [{"type": "block_code", "raw": seen}]
    heights = sorted({t["attrs"]["level"] for t in _headings(tokens)})
    writer = Writer(held, length or Length(), heading, heights, plain=_many(seen))
    return Prose(writer.write(tokens), writer.words, frozenset(writer.shown))


def as_typed(text: str) -> str:
    """A text as HTML that shows every mark in it, and every line as a line."""
    seen = _seen(text)
    return f'<pre class="typed" dir="auto">{escaped(seen, plain=_many(seen))}</pre>'


def _many(seen: str) -> bool:
    return seen.count(BEGIN) > MOST_TOLD


def _seen(text: str) -> str:
    return visible(text.replace("\r\n", "\n").replace("\r", "\n"), lambda says: f"{BEGIN}{says}{END}")


def _read(text: str) -> list[dict[str, Any]]:
    tokens: Any = _reader()(text)
    return list(tokens)


@cache
def _reader() -> mistune.Markdown:
    block, inline = mistune.BlockParser(list(_BLOCKS), list(_BLOCKS)), InlineParser()
    reader = mistune.Markdown(None, block, inline, [table, strikethrough])
    block.rules = list(_BLOCKS)
    inline.rules = [rule for rule in inline.rules if rule in (*_INLINE, "strikethrough")]
    inline.register("address", _ADDRESS, _address, before="escape")
    return reader


def _address(inline: InlineParser, match: re.Match[str], state: Any) -> int:  # noqa: ANN401 - mistune's state
    inner = state.copy()
    inner.src = match["says"]
    said = {"picture": bool(match["picture"]), "to": match["to"].strip("<>"), "titled": match["titled"] or ""}
    state.append_token({"type": "address", "children": inline.render(inner), "attrs": said})
    return match.end()


def _headings(tokens: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    for token in tokens:
        if token["type"] == "heading":
            yield token
        else:
            yield from _headings(token.get("children", ()))
