"""Does a text hold another, word for word or nearly? Pure.

Case, punctuation, Markdown and HTML marks, entities, line wraps and hyphenation make no difference.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

RUN = 8
"""Words in a row that are enough, whatever stands around them."""
RUN_IN_BANK = 10
"""The same for a bank, whose hints speak of the same things in the same few words as the remarks of its key."""
SHARE = 0.65
"""Share of a text's runs of three words that is enough, in whatever order: a word or two were changed in it."""
EXACT = 0.9
"""The share for a bank."""
_TRIPLE = 3
_SOFT = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_WRAPPED = re.compile(r"(?<=\w)[-‐]\s*\n\s*(?=[a-z])")
_TAG = re.compile(r"<[^<>]{0,200}>")
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ](?=\w)")
_WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"(?<=[.!?;:])[\s”’\"')]+|\n|\|")

Runs = frozenset[tuple[str, ...]]


class Wording(msgspec.Struct, frozen=True):
    """The words of a text, in order, with its runs of three and of a longer length."""

    words: tuple[str, ...]
    triples: Runs
    runs: Runs


def words(text: str) -> tuple[str, ...]:
    """The words of a text, whatever marks stand around and within them."""
    plain = unicodedata.normalize("NFKC", _SOFT.sub("", html.unescape(text)))
    plain = _TAG.sub(" ", _WRAPPED.sub("", plain).replace("*", ""))
    return tuple(_WORD.findall(_APOSTROPHE.sub("", plain).casefold()))


def wording(texts: Iterable[str], length: int = RUN) -> Wording:
    """The wording of some texts; no run goes from one to the next."""
    each = [words(text) for text in texts]
    triples = frozenset(run for found in each for run in _runs(found, _TRIPLE))
    return Wording(
        tuple(w for found in each for w in found), triples, frozenset(r for f in each for r in _runs(f, length))
    )


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


@lru_cache(maxsize=20_000)
def _parts(secret: str, length: int) -> tuple[tuple[str, ...], Sequence[tuple[str, ...]], Sequence[tuple[str, ...]]]:
    """The words of a secret and its runs, which every text is compared with."""
    mine = words(secret)
    return mine, tuple(_runs(mine, _TRIPLE)), tuple(_runs(mine, length))


def _runs(found: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    return (found[n : n + length] for n in range(len(found) - length + 1))
