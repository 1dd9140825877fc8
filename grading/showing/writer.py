"""Write what a reader of Markdown read, as HTML: no tag, attribute or address in it comes from the text. Pure."""

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any
from unicodedata import bidirectional

from grading.showing.counting import Length, places
from grading.showing.escaping import BEGIN, END, Shown, escaped, picture_html

_PARTS = re.compile(f"({BEGIN}.*?{END})", re.DOTALL)
_TEXT = re.compile(">([^<]+)")
# On to the next letter, so that no mark is parted from its own.
_PERCENT = re.compile("(?:%[0-9A-Fa-f]{2})+")
_INLINE = {"emphasis": "em", "strong": "strong", "strikethrough": "del"}
_HOLDS = {"block_quote": "blockquote", "list_item": "li"}
_WIDE = '<div class="wide" role="group" aria-label="Table" tabindex="0"><table>{}</table></div>'
_LAST = 6


class Writer:
    """Writes tokens, counts the words in them, and marks where as many as may be have been read.

    Args:
        pictures: name to those that have it.
        length: asked for.
        heading: level of the highest heading.
        heights: levels of the text's headings, the highest first; none is left out in what is written.
        plain: see `escaped`.
    """

    def __init__(
        self, pictures: Mapping[str, Iterable[Shown]], length: Length, heading: int, heights: list[int], *, plain: bool
    ) -> None:
        self.pictures, self.heading, self.heights = pictures, heading, heights
        self.plain = plain
        self.words, self.within, self.shown = 0, False, set[str]()
        marks = {length.most: f"{length.most:,} words: no more were asked for"}
        marks[length.read] = f"{length.read:,} words: the reader stops here"
        self.marks = {n: says for n, says in marks.items() if n}

    def write(self, tokens: Iterable[Mapping[str, Any]]) -> str:
        """The tokens as HTML."""
        return "".join(map(self._one, tokens))

    def _one(self, token: Mapping[str, Any]) -> str:
        kind = token["type"]
        if kind in _INLINE:
            return f"<{_INLINE[kind]}>{self._inner(token)}</{_INLINE[kind]}>"
        if kind in ("text", "codespan", "address", "softbreak", "linebreak"):
            return str(getattr(self, f"_{kind}")(token))
        self.within = False
        if kind in _HOLDS:
            inner = self._inner(token)
            return f"<{_HOLDS[kind]}{_direction(inner)}>{inner}</{_HOLDS[kind]}>"
        made = getattr(self, f"_{kind}", None)
        return str(made(token)) if made else self._inner(token)

    def _inner(self, token: Mapping[str, Any]) -> str:
        if "children" in token:
            return self.write(token["children"])
        return self._counted(str(token.get("raw") or token.get("text") or ""))

    def _text(self, token: Mapping[str, Any]) -> str:
        return self._counted(token["raw"])

    def _codespan(self, token: Mapping[str, Any]) -> str:
        return f"<code>{self._counted(token['raw'])}</code>"

    def _linebreak(self, _: Mapping[str, Any]) -> str:
        self.within = False
        return "<br>"

    def _softbreak(self, _: Mapping[str, Any]) -> str:
        self.within = False
        return "\n"

    def _paragraph(self, token: Mapping[str, Any]) -> str:
        return f'<p dir="auto">{self._inner(token)}</p>'

    def _heading(self, token: Mapping[str, Any]) -> str:
        level = min(self.heading + self.heights.index(token["attrs"]["level"]), _LAST)
        return f'<h{level} dir="auto">{self._inner(token)}</h{level}>'

    def _list(self, token: Mapping[str, Any]) -> str:
        ordered, start = token["attrs"]["ordered"], int(token["attrs"].get("start") or 1)
        inner = self._inner(token)
        if not ordered:
            return f"<ul{_direction(inner)}>{inner}</ul>"
        return f'<ol{_direction(inner)} start="{start}">{inner}</ol>'

    def _block_code(self, token: Mapping[str, Any]) -> str:
        info = str(token.get("attrs", {}).get("info") or "")
        named = f'<p class="code-name" dir="auto">{escaped(info)}</p>' if info else ""
        return f'{named}<pre dir="auto"><code>{self._counted(token["raw"])}</code></pre>'

    def _thematic_break(self, _: Mapping[str, Any]) -> str:
        return "<hr>"

    def _blank_line(self, _: Mapping[str, Any]) -> str:
        return ""

    def _table(self, token: Mapping[str, Any]) -> str:
        return _WIDE.format(self._inner(token))

    def _table_row(self, token: Mapping[str, Any]) -> str:
        return f"<tr>{self._inner(token)}</tr>"

    def _table_body(self, token: Mapping[str, Any]) -> str:
        return f"<tbody>{self._inner(token)}</tbody>"

    def _table_head(self, token: Mapping[str, Any]) -> str:
        return f"<thead><tr>{self._inner(token)}</tr></thead>"

    def _table_cell(self, token: Mapping[str, Any]) -> str:
        inner = self._inner(token)
        # A heading without words names no column.
        tag = "th" if token["attrs"].get("head") and inner.strip() else "td"
        scope = ' scope="col"' if tag == "th" else ""
        return f'<{tag}{scope} dir="auto">{inner}</{tag}>'

    def _address(self, token: Mapping[str, Any]) -> str:
        to, titled = token["attrs"]["to"], token["attrs"]["titled"]
        is_picture, says = token["attrs"]["picture"], self.write(token["children"])
        name = to.removeprefix("attachment:") if to.startswith("attachment:") else ""
        found = self.pictures.get(name) or self.pictures.get(_decoded(name)) or ()
        if is_picture and name and found:
            self.shown |= {p.name for p in found}
            alone = re.sub("<[^>]*>", "", says)
            return f'<span class="picture">{"".join(picture_html(p, alone) for p in found)}</span>'
        address = f'<span class="address">({"picture: " if is_picture else ""}{escaped(to)}{escaped(titled)})</span>'
        return f"{says} {address}" if says.strip() else address

    def _counted(self, text: str) -> str:
        return "".join(
            escaped(part, plain=self.plain) if n % 2 else self._count(part) for n, part in enumerate(_PARTS.split(text))
        )

    def _count(self, text: str) -> str:
        """Count the words of a text, which may go on with one that the text before began."""
        if not text:
            return ""
        starts, done, made = places(text), 0, []
        if self.within and starts and not text[: starts[0] + 1][0].isspace() and starts[0] == 0:
            starts = starts[1:]
        for start in starts:
            if self.words in self.marks:
                made += [escaped(text[done:start]), f'<mark class="limit">{escape(self.marks.pop(self.words))}</mark> ']
                done = start
            self.words += 1
        self.within = not text[-1].isspace() and bool(self.words)
        return "".join((*made, escaped(text[done:])))


def _direction(inner: str) -> str:
    """The attribute for what holds blocks: the first letter decides where a list has its marks, a quote its line.

    `auto` looks only at text outside of elements with a direction of their own.
    """
    if not inner.startswith(("<p", "<ul", "<ol", "<li", "<bl", "<h", "<pre", "<div")):
        return ' dir="auto"'
    letters = (bidirectional(char) for text in _TEXT.finditer(inner) for char in text[1])
    first = next((kind for kind in letters if kind in ("L", "R", "AL")), "L")
    return f' dir="{"ltr" if first == "L" else "rtl"}"'


def _decoded(name: str) -> str:
    """A name as an address writes it, with what is written there as %20."""
    return _PERCENT.sub(lambda m: bytes.fromhex(m[0].replace("%", "")).decode("utf-8", "replace"), name)
