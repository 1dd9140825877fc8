"""What in a released text looks like a mark scheme, however it is written. Pure."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from grading.handout.scheme import FROM_ZERO, MOST, points, rows

_KNOWN = tuple(f"{edge}{what}" for edge in ("BEGIN", "END") for what in ("MARKSCHEME", "HIDDENTESTS", "SOLUTION"))
_NEAR = 0.8
_LETTERS = 10
_FENCED = re.compile(r"^\W*(?:={2,}|#{3,}\s*(?=BEGIN|END))[ \t]*\w.*$", re.MULTILINE)
_NAMED = re.compile(
    r"\b(?:mark(?:ing)?[\W_]*schemes?|rubrics?|anchors?|hidden[\W_]*tests?|bewertungs\w+|erwartungshorizont"
    r"|ankerbeispiel\w*|bar[èe]me\w*|r[úu]bricas?|grading[\W_]*(?:scheme|key)|model[\W_]*answers?)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(rf"\(\s*{FROM_ZERO}{MOST}\)")
_POINTS = re.compile(rf"[*_\s]*{MOST}[*_\s]*", re.IGNORECASE)
_UNITS = re.compile(r"[\W\d]*(?:p|pts?|points?|punkte?)?[\W]*", re.IGNORECASE)


@lru_cache(maxsize=5_000)
def suspicious(text: str) -> tuple[str, ...]:
    """What in a released text looks like a mark scheme or the mark of a hidden part, however it is written."""
    return tuple(dict.fromkeys(_looks(text)))


def _looks(text: str) -> Iterator[str]:
    for line in text.splitlines():
        letters = "".join(filter(str.isalpha, line)).upper()
        if len(letters) >= _LETTERS and any(SequenceMatcher(None, known, letters).ratio() >= _NEAR for known in _KNOWN):
            yield f"the line “{_short(line)}”, which looks like the mark of a hidden part"
    yield from (
        f"the line “{_short(m[0])}”, which looks like the mark of a hidden part" for m in _FENCED.finditer(text)
    )
    yield from (f"the words “{_short(m[0])}”" for m in _NAMED.finditer(text))
    yield from (f"“{m[0]}”, which looks like the points of a criterion" for m in _SPAN.finditer(text))
    yield from ("a table with a level of 0 points" for row in rows(text) if any(map(_is_zero, (row[0], row[-1]))))


def _is_zero(cell: str) -> bool:
    found = _POINTS.fullmatch(cell)
    return found is not None and points(found[1]) == 0 and _UNITS.fullmatch(cell) is not None


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:40]}…"
