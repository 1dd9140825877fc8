"""The words of a text by what they mean: synonyms of this course’s subject are one word, and so are forms of a word."""

import re
import tomllib
from functools import cache
from pathlib import Path

from grading.handout.likeness import COMMON, words

STEM = 5
"""Letters by which a word is known: “signal”, “signals” and “signalled” are one."""
_SYNONYMS = Path(__file__).with_name("synonyms.toml")
_PARTS = re.compile(r"[a-z]+|\d+%?")


@cache
def meanings(text: str) -> tuple[str, ...]:
    """The telling words of a text, in order, each as the word that stands for it."""
    found = [part for word in words(text) if word not in COMMON for part in _PARTS.findall(word)]
    return tuple(_meaning(word) for word in found)


@cache
def _meaning(word: str) -> str:
    whole, begin = _groups()
    return whole.get(word) or next((group for start, group in begin if word.startswith(start)), word[:STEM])


@cache
def _groups() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Whole words to the word that stands for them, and beginnings of words, the longest first."""
    told: dict[str, list[str]] = tomllib.loads(_SYNONYMS.read_text(encoding="utf-8"))
    pairs = [(each, group.casefold()) for group, members in told.items() for each in members]
    whole = {word.removeprefix("="): group for word, group in pairs if word.startswith("=")}
    begin = sorted(((word, group) for word, group in pairs if not word.startswith("=")), key=lambda p: -len(p[0]))
    return whole, tuple(begin)
