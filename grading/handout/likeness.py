"""Does a text hold another, word for word or nearly? Pure.

Case, punctuation, Markdown and HTML marks, entities, line wraps and hyphenation make no difference.
"""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

import msgspec

RUN = 8
"""Words in a row that are enough, whatever stands around them."""
RUN_IN_BANK = 10
"""The same for a bank, whose hints speak of the same things in the same few words as the remarks of its key."""
SHARE = 0.65
"""Share of a text's runs of three words that is enough, in whatever order: a word or two were changed in it."""
EXACT = 0.9
"""The share for a bank."""
SHORTEST, LONGEST = 6, 24
"""Words of a secret in which a word or two may be changed: fewer say too little, and of more, runs are left."""
TELLING = 3
"""Words of such a secret, besides those of `COMMON`, that it needs to be one."""
_LIST = """
a about after all an and are as at be because been before both but by can could do does for from had has have if in into
is it its may more most no not of on one only or other out says so some than that the their them then there these they
this those to was were what when where which who whose will with would you your
"""
COMMON = frozenset(_LIST.split())
SPREAD = 3
"""Words by which a passage may be shifted against the secret."""
_TRIPLE = 3
_SOFT = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_WRAPPED = re.compile(r"(?<=\w)[-‐]\s*\n\s*(?=[a-z])")
_TAG = re.compile(r"<[^<>]{0,200}>")
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ](?=\w)")
_WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"(?<=[.!?;:])[\s”’\"')]+|\n|\|")

Runs = frozenset[tuple[str, ...]]


class Wording(msgspec.Struct, frozen=True, dict=True):
    """The words of a text, in order, with its runs of three and of a longer length."""

    words: tuple[str, ...]
    triples: Runs
    runs: Runs

    @cached_property
    def pairs(self) -> Mapping[tuple[str, ...], Sequence[int]]:
        """Where each pair of words stands."""
        found: dict[tuple[str, ...], list[int]] = {}
        for place, pair in enumerate(_runs(self.words, 2)):
            found.setdefault(pair, []).append(place)
        return found


def words(text: str) -> tuple[str, ...]:
    """The words of a text, whatever marks stand around and within them."""
    plain = unicodedata.normalize("NFKC", _SOFT.sub("", html.unescape(text)))
    plain = _TAG.sub(" ", _WRAPPED.sub("", plain).replace("*", ""))
    return tuple(_WORD.findall(_APOSTROPHE.sub("", plain).casefold()))


def wording(texts: Iterable[str], length: int = RUN) -> Wording:
    """The wording of some texts; no run goes from one to the next."""
    each = [words(text) for text in texts]
    triples = frozenset(run for found in each for run in _runs(found, _TRIPLE))
    joined = tuple(w for found in each for w in found)
    return Wording(joined, triples, frozenset(r for f in each for r in _runs(f, length)))


def sentences(text: str) -> Iterator[str]:
    """The sentences, lines and cells of tables of a text."""
    yield from (part for part in _SENTENCE.split(text) if part.strip())


def alike(secret: str, said: Wording, public: Wording, length: int = RUN, least: int = 4) -> str:
    """The words of a secret that a text holds, "" if it does not hold it.

    Args:
        secret: a sentence, or several.
        said: the text.
        public: what everybody may read, which is no secret.
        length: of the runs of both.
        least: words of a secret below which it is too short to tell.
    """
    mine, triples, runs = _parts(secret, length)
    if len(mine) < least or not mine:
        return ""
    if len(mine) < _TRIPLE + 1:
        return " ".join(mine) if mine in _runs(said.words, len(mine)) else ""
    # Nearly every text is another, and every longer run holds runs of three.
    if said.triples.isdisjoint(triples):
        return ""
    for run in runs:
        if run in said.runs and run not in public.runs:
            return " ".join(run)
    own = [run for run in triples if run not in public.triples]
    if len(own) < len(triples) / 2:
        return ""
    enough = (SHARE if length == RUN else EXACT) * len(own)
    return " ".join(mine) if sum(run in said.triples for run in own) >= enough else ""


Index = tuple[Mapping[tuple[str, ...], Sequence[int]], Sequence[int]]


def index(secrets: Iterable[str]) -> Index:
    """Pair of words to the secrets that hold it, by number, once for each place; and those too short to be left out."""
    holding: dict[tuple[str, ...], list[int]] = {}
    short: list[int] = []
    for number, secret in enumerate(secrets):
        mine = _parts(secret, RUN)[0]
        if len(mine) <= _TRIPLE:
            short.append(number)
        for pair in _pairs(mine):
            holding.setdefault(pair, []).append(number)
    return holding, short


def possible(among: Index, said: Wording) -> list[int]:
    """The secrets, by number and in their order, of which a text may hold one: it has two of the pairs, or it is short.

    Of all others `alike` and `nearly` find nothing; there are many of them.
    """
    holding, short = among
    shared = Counter(number for pair in said.pairs for number in holding.get(pair, ()))
    return sorted({*short, *(number for number, pairs in shared.items() if pairs > 1)})


def nearly(secret: str, said: Wording, public: Wording) -> str:
    """The words of a short secret that a text holds with a word or two changed, added or left out; "" if it doesn't.

    Args:
        secret: a sentence of `SHORTEST` to `LONGEST` words; of others nothing is said.
        said: the text.
        public: what everybody may read; what is as near to that is no secret.
    """
    mine = _parts(secret, RUN)[0]
    if not SHORTEST <= len(mine) <= LONGEST or len({*mine} - COMMON) < TELLING:
        return ""
    found = _closest(mine, said)
    enough = len(mine) - (1 if len(mine) < RUN else 2)
    return " ".join(mine) if found >= enough and _closest(mine, public) < found else ""


def _closest(mine: tuple[str, ...], text: Wording) -> int:
    """How many words of a secret stand in its order in the passage of a text that is nearest to it."""
    found = [(n, text.pairs[pair]) for n, pair in enumerate(_pairs(mine)) if pair in text.pairs]
    if len(found) < 2:
        return 0
    # Where in the text the secret would begin, by each pair; two of them must agree, give or take a few words.
    begins = Counter(place - n for n, places in found for place in places)
    starts = [at for at in begins if sum(begins[at + more] for more in range(SPREAD + 1)) > 1]
    passages = (text.words[max(0, at - SPREAD) : max(0, at + len(mine) + SPREAD)] for at in starts)
    return max((_in_order(mine, passage) for passage in passages), default=0)


@lru_cache(maxsize=20_000)
def _pairs(mine: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
    return tuple(_runs(mine, 2))


def _in_order(first: Sequence[str], second: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    before = [0] * (len(second) + 1)
    for word in first:
        row = [0]
        for n, other in enumerate(second):
            row.append(before[n] + 1 if word == other else max(before[n + 1], row[-1]))
        before = row
    return before[-1]


@lru_cache(maxsize=20_000)
def _parts(secret: str, length: int) -> tuple[tuple[str, ...], Sequence[tuple[str, ...]], Sequence[tuple[str, ...]]]:
    """The words of a secret and its runs, which every text is compared with."""
    mine = words(secret)
    return mine, tuple(_runs(mine, _TRIPLE)), tuple(_runs(mine, length))


def _runs(found: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    return (found[n : n + length] for n in range(len(found) - length + 1))
