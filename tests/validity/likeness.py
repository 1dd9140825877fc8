"""How alike texts are to a learner with a good memory: by their words, whatever form they have, and by synonyms."""

from collections.abc import Iterable, Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from grading.check.meanings import meanings

MANY = 30
"""Texts that are compared again and again."""


class Likeness:
    """How alike texts are, 0 to 1: the cosine of their words, each weighed by how rare it is among known texts.

    Args:
        known: the texts by which a word is rare.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._weigh = TfidfVectorizer(analyzer=meanings, sublinear_tf=True)
        self._weigh.fit([*known] or ["nothing"])
        self._seen: dict[str, np.ndarray] = {}
        self._stacked: dict[tuple[str, ...], np.ndarray] = {}

    def rows(self, texts: Sequence[str]) -> np.ndarray:
        """A vector of length 1 for each text; of length 0 where no word is known. Those of many texts are kept."""
        kept = tuple(texts) if len(texts) >= MANY else ()
        if kept and kept in self._stacked:
            return self._stacked[kept]
        new = [text for text in dict.fromkeys(texts) if text not in self._seen]
        if new:
            self._seen |= dict(zip(new, self._weigh.transform(new).toarray().astype(np.float32), strict=True))
        found = np.stack([self._seen[text] for text in texts]) if texts else np.zeros((0, 1), np.float32)
        if kept:
            self._stacked[kept] = found
        return found

    def between(self, texts: Sequence[str], others: Sequence[str]) -> np.ndarray:
        """A row for each text with its likeness to each of the others."""
        return self.rows(texts) @ self.rows(others).T
