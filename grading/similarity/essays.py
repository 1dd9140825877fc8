"""Essays that share more wording than essays of a class do by chance. Pure.

Texts are cut into runs of three words (shingles; A. Z. Broder, “On the resemblance and containment of documents”,
*Compression and Complexity of Sequences*, 1997, pp. 21–29). What stands in the brief or in the assignment counts for
nothing. A run that many in the class have counts little: it weighs log(1 + essays / essays that have it), as terms are
weighed in retrieval (K. Spärck Jones, *Journal of Documentation* 28, 1972, pp. 11–21). The likeness of two essays is
the weight of what they share, as a share of the lighter one: 1 if all of it stands in the other.
"""

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from statistics import median

import msgspec

LENGTH = 3
"""Words in a run."""
LEAST_RUNS = 30
"""Runs of its own that an essay needs to be compared; in a shorter one a few phrases would be much."""
ALIKE = 0.2
"""From here on a pair is told. The ten notebooks of this course, on one subject by one hand, reach 0.07 at most."""
_MOST_WORDS = 20_000
# Scripts without spaces between words, in which each character stands for one: Thai, Lao, Burmese, Khmer, kana, Han.
_SPACELESS = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x9FFF),
    (0x20000, 0x3FFFF),
)
_FIRST_SPACELESS = chr(_SPACELESS[0][0])


class Alike(msgspec.Struct, frozen=True):
    """Two essays that share much.

    Attributes:
        learners: the two.
        likeness: weight of what they share, 0 to 1 of the lighter one.
        longest: words in the longest passage that both have and the brief and the assignment do not.
    """

    learners: tuple[str, str]
    likeness: float
    longest: int


class Compared(msgspec.Struct, frozen=True):
    """What a comparison found.

    Attributes:
        alike: pairs from `ALIKE` on, most alike first.
        essays: that were long enough.
        pairs: that were compared.
        middle: the likeness of the pair in the middle; None without a pair.
        highest: the highest likeness below `ALIKE`: what this class shows by chance; None without such a pair.
    """

    alike: tuple[Alike, ...]
    essays: int
    pairs: int
    middle: float | None
    highest: float | None


def words(text: str) -> list[str]:
    """The words of a text in any script, without case and punctuation."""
    found: list[str] = []
    current: list[str] = []
    for c in unicodedata.normalize("NFKC", text).casefold():
        if c >= _FIRST_SPACELESS and any(low <= ord(c) <= high for low, high in _SPACELESS) and c.isalnum():
            found += ["".join(current), c]
            current = []
        elif c.isalnum() or unicodedata.category(c)[0] == "M":
            current.append(c)
        elif current and c not in "'’":
            found.append("".join(current))
            current = []
    return [word for word in (*found, "".join(current)) if word]


def runs(text: str) -> list[int]:
    """The runs of words of a text, in order, as numbers that are equal for equal runs."""
    told = words(text)[:_MOST_WORDS]
    return [hash(tuple(told[i : i + LENGTH])) for i in range(len(told) - LENGTH + 1)]


def compare(essays: Mapping[str, str], given: Iterable[str] = ()) -> Compared:
    """Hold every essay of a class against every other.

    Args:
        essays: learner to text.
        given: texts that everybody had: the brief, the assignment. What stands there is nobody's own.
    """
    common = {run for text in given for run in runs(text)}
    ordered = {who: runs(text) for who, text in essays.items()}
    own = {who: frozenset(each) - common for who, each in ordered.items()}
    own = {who: each for who, each in sorted(own.items()) if len(each) >= LEAST_RUNS}
    have = Counter(run for each in own.values() for run in each)
    weighs = {run: math.log1p(len(own) / n) for run, n in have.items()}
    whole = {who: math.fsum(weighs[run] for run in each) for who, each in own.items()}
    found, below = [], []
    for a, b in combinations(own, 2):
        both = own[a] & own[b]
        likeness = math.fsum(weighs[run] for run in both) / min(whole[a], whole[b]) if both else 0.0
        if likeness >= ALIKE:
            found.append(Alike((a, b), min(likeness, 1.0), _longest(ordered[a], both)))
        else:
            below.append(likeness)
    every = [*below, *(each.likeness for each in found)]
    return Compared(
        tuple(sorted(found, key=lambda each: (-each.likeness, each.learners))),
        len(own),
        len(every),
        median(every) if every else None,
        max(below, default=None),
    )


def _longest(ordered: Sequence[int], both: frozenset[int]) -> int:
    most = length = 0
    for run in ordered:
        length = length + 1 if run in both else 0
        most = max(most, length)
    return most + LENGTH - 1 if most else 0
