"""Text as HTML, and pictures within a page: what stands between the tags that `writer` writes. Pure."""

import re
from html import escape

import msgspec

BEGIN, END = "\ue000", "\ue001"
"""Around what `visible` tells. Private use: had it been typed, it would have been told itself."""
_TOLD = re.compile(f"{BEGIN}(.*?){END}", re.DOTALL)
_ENDLESS = re.compile(r"\S{1000,}")
_SOME = re.compile(r"\S{200}[^\w\s]{0,200}")
_BREAK = "\ue002"
MOST_TOLD = 500
"""Marks of what can't be seen that look different from text."""


class Shown(msgspec.Struct, frozen=True):
    """A picture that may be shown: the name by which a text calls it, the media type, the bytes in base64."""

    name: str
    mime: str
    base64: str


def escaped(text: str, *, plain: bool = False) -> str:
    """Text as HTML, in which what `visible` told looks like nothing that was typed.

    What no writing has, thousands of letters without a space, may be broken now and then, because a browser shapes a
    line of it anew for each place where it could end.

    Args:
        text: in which `visible` told between `BEGIN` and `END`.
        plain: whether what it told looks like text all the same, because there are more of it than a page can hold.
    """
    if _ENDLESS.search(text):
        text = _ENDLESS.sub(lambda m: _SOME.sub(rf"\g<0>{_BREAK}", m[0]), text)
    shown = _TOLD.sub(r"[\1]" if plain else r'<span class="unseen">[\1]</span>', escape(text))
    return shown.replace(_BREAK, "<wbr>")


def picture_html(picture: Shown, says: str = "") -> str:
    """A picture within the page; `says`, which is escaped, or else its name stands for it where it can't be seen."""
    return f'<img src="data:{picture.mime};base64,{picture.base64}" alt="{says or escape(picture.name)}">'
