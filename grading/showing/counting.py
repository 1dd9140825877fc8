"""The words of an essay, and how many are asked for. Pure.

A word is what stands between spaces and has a letter or a digit in it; each Chinese or Japanese character is one. So
count word processors.
"""

import re

import msgspec

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\s\u3040-\u30ff\u3400-\u9fff]+")
_NUMBER = r"(\d[\d,]*)"
_RANGE = re.compile(rf"{_NUMBER}\s*(?:to|and|-|–|—|‒|−)\s*{_NUMBER}\s+words", re.IGNORECASE)
_MOST = re.compile(
    rf"(?:at most|no more than|not more than|up to|maximum(?: of)?|limit(?: of| is)?:?)\s+{_NUMBER}\s+words",
    re.IGNORECASE,
)
_READ = re.compile(rf"(?:stops?|reads?|read)\b[^.\n]{{0,40}}?{_NUMBER}\s+words", re.IGNORECASE)


class Length(msgspec.Struct, frozen=True):
    """How long an essay is to be, in words, each 0 where the task does not say.

    Attributes:
        least, most: what is asked for.
        read: where the reader stops; `most` where the task says nothing else.
    """

    least: int = 0
    most: int = 0
    read: int = 0


def asked(task: str) -> Length:
    """What a task says about length: “250 to 350 words”, “at most 300 words”, “your reader stops after 400 words”.

    Args:
        task: its text, without the mark scheme.
    """
    ranged, most, read = _RANGE.search(task), _MOST.search(task), _READ.search(task)
    low, high = (_number(ranged[1]), _number(ranged[2])) if ranged else (0, _number(most[1]) if most else 0)
    return Length(low, high, _number(read[1]) if read else high)


def places(text: str) -> list[int]:
    """Where each word of a text begins."""
    return [m.start() for m in _WORD.finditer(text) if any(map(str.isalnum, m[0]))]


def _number(text: str) -> int:
    return int(text.replace(",", ""))
