"""Texts that say nearly the same, found among many at once.

Texts are compared by their telling words, synonyms taken for one word, in any order (`rapidfuzz`: the share of letters
that both have, the words sorted). Each text is compared once, however many questions have it.
"""

from collections.abc import Iterable, Mapping

import numpy as np
from rapidfuzz import fuzz, process

from grading.check.meanings import meanings


def near(texts: Iterable[str], others: Iterable[str], least: float) -> Mapping[str, Mapping[str, float]]:
    """Each text to the others that it resembles.

    Args:
        texts: some texts.
        others: other texts. One without a telling word resembles nothing.
        least: likeness from which on it counts, 0 to 100.

    Returns:
        Text to other text to likeness; texts that resemble none are left out.
    """
    mine, theirs = _told(texts), _told(others)
    if not mine or not theirs:
        return {}
    rows, columns = [*mine], [*theirs]
    likeness = process.cdist(rows, columns, scorer=fuzz.token_sort_ratio, score_cutoff=least, dtype=np.uint8)
    found: dict[str, dict[str, float]] = {}
    for row, column in zip(*np.nonzero(likeness), strict=True):
        for text in mine[rows[row]]:
            found.setdefault(text, {}).update(dict.fromkeys(theirs[columns[column]], float(likeness[row, column])))
    return found


def _told(texts: Iterable[str]) -> dict[str, list[str]]:
    """The telling words of texts to the texts that have them."""
    found: dict[str, list[str]] = {}
    for text in dict.fromkeys(texts):
        if words := " ".join(meanings(text)):
            found.setdefault(words, []).append(text)
    return found
