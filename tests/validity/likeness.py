"""How alike texts are to a learner with a good memory: by their words, whatever form they have, and by synonyms."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from grading.handout.likeness import COMMON

_WORD = re.compile(r"[a-z0-9%]+")
STEM = 5
"""Letters that make a word: “signal”, “signals” and “signalled” are one."""


@cache
def _groups() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Whole words, and beginnings of words, to the word of their group."""
    told = tomllib.loads(Path(__file__).with_name("synonyms.toml").read_text(encoding="utf-8"))
    pairs = [(each, group.casefold()) for group, members in told.items() for each in members]
    whole = {word.removeprefix("="): group for word, group in pairs if word.startswith("=")}
    begin = sorted(((word, group) for word, group in pairs if not word.startswith("=")), key=lambda p: -len(p[0]))
    return whole, tuple(begin)


@cache
def _meaning(word: str) -> str:
    whole, begin = _groups()
    return whole.get(word) or next((group for start, group in begin if word.startswith(start)), word[:STEM])


@cache
def meanings(text: str) -> tuple[str, ...]:
    """The words of a text, each as the group that it belongs to, or as its beginning."""
    found = [word for word in _WORD.findall(text.casefold().replace("’", "")) if word not in COMMON]
    return tuple(_meaning(word) for word in found)


class Likeness:
    """How alike texts are, 0 to 1: the cosine of their words, each weighed by how rare it is among known texts.

    Args:
        known: the texts by which a word is rare.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._weigh = TfidfVectorizer(analyzer=meanings, sublinear_tf=True)
        self._weigh.fit([*known] or ["nothing"])
        self._seen: dict[str, np.ndarray] = {}

    def rows(self, texts: Sequence[str]) -> np.ndarray:
        """A vector of length 1 for each text; of length 0 where no word is known."""
        new = [text for text in dict.fromkeys(texts) if text not in self._seen]
        if new:
            self._seen |= dict(zip(new, self._weigh.transform(new).toarray(), strict=True))
        return np.stack([self._seen[text] for text in texts]) if texts else np.zeros((0, 1))

    def between(self, texts: Sequence[str], others: Sequence[str]) -> np.ndarray:
        """A row for each text with its likeness to each of the others."""
        return self.rows(texts) @ self.rows(others).T
