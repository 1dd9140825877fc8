"""Where a mark scheme begins and ends, and what looks like one where none may stand. Pure."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

BEGIN, END = "BEGIN MARK SCHEME", "END MARK SCHEME"
_KNOWN = tuple(f"{edge}{what}" for edge in ("BEGIN", "END") for what in ("MARKSCHEME", "HIDDENTESTS", "SOLUTION"))
_NEAR = 0.8
_LETTERS = 10
_FENCED = re.compile(r"^\W*(?:={2,}|#{3,}\s*(?=BEGIN|END))[ \t]*\w.*$", re.MULTILINE)
_NAMED = re.compile(
    r"\b(?:mark(?:ing)?[\W_]*schemes?|rubrics?|anchors?|hidden[\W_]*tests?|bewertungs\w+|erwartungshorizont"
    r"|ankerbeispiel\w*|bar[èe]me\w*|r[úu]bricas?|grading[\W_]*(?:scheme|key)|model[\W_]*answers?)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\(\s*0\s*(?:[-–—]|to|bis|à)\s*\d+(?:[.,]\d+)?\s*(?:[a-zA-Z.]+\s*)?\)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_ZERO = re.compile(r"[*_\s]*0(?:[.,]0+)?(?:\s*(?:p|pt|points?|punkte?)\.?)?[*_\s]*", re.IGNORECASE)


def split_scheme(source: str) -> tuple[str, str]:
    """A cell's text as nbgrader releases it, and its mark scheme, both "" for a side that is not there.

    Raises:
        ValueError: the scheme has no end, begins within itself, or ends before it begins.
    """
    kept: list[str] = []
    scheme: list[str] = []
    within = False
    for line in source.split("\n"):
        if BEGIN in line:
            if within:
                raise ValueError(f"“{BEGIN}” stands there twice before “{END}”")
            within = True
        elif END in line:
            if not within:
                raise ValueError(f"“{END}” stands there without “{BEGIN}” before it")
            within = False
        else:
            (scheme if within else kept).append(line)
    if within:
        raise ValueError(f"expected “=== {END} ===” after the mark scheme")
    return "\n".join(kept), "\n".join(scheme)


def suspicious(text: str) -> Iterator[str]:
    """What in a released text looks like a mark scheme or the mark of a hidden part, however it is written."""
    for line in text.splitlines():
        letters = "".join(filter(str.isalpha, line)).upper()
        if len(letters) >= _LETTERS and any(SequenceMatcher(None, known, letters).ratio() >= _NEAR for known in _KNOWN):
            yield f"the line “{_short(line)}”, which looks like the mark of a hidden part"
    yield from (
        f"the line “{_short(m[0])}”, which looks like the mark of a hidden part" for m in _FENCED.finditer(text)
    )
    yield from (f"the words “{_short(m[0])}”" for m in _NAMED.finditer(text))
    yield from (f"“{m[0]}”, which looks like the points of a criterion" for m in _SPAN.finditer(text))
    yield from (
        "a table with a level of 0 points" for row in rows(text) if any(map(_ZERO.fullmatch, (row[0], row[-1])))
    )


def criteria_rows(source: str) -> Iterator[str]:
    """The criteria that a task tells learners: rows of a table with a number first and points last."""
    for row in rows(source):
        if len(row) == 3 and row[0].isdigit() and _NUMBER.fullmatch(row[2]):
            yield row[1]


def rows(text: str) -> Iterator[list[str]]:
    """The rows of the tables of a Markdown text, as cells."""
    for line in text.splitlines():
        if "|" in line:
            yield [cell.strip() for cell in line.strip().strip("|").split("|")]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:40]}…"
