"""Journals that have more in common than chance gives: a seed, moments of a history, its pace, its edits, every byte.

A history copied under another clock keeps its pace: the times between its events, to the microsecond. One that was
typed off keeps its edits: what was answered, taken back and answered otherwise, in the same order.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise

import msgspec

from course.journal import JournalError, parse
from grading.similarity.steps import pace, turns

SEED, HISTORY, JOURNAL, NOTEBOOK = "seed", "history", "journal", "notebook"
PACE, EDITS = "pace", "edits"
MOMENTS = 2
"""Moments, to the microsecond, that two histories must share; one alone may be an accident of a coarse clock."""
INTERVALS = 3
"""Times between events, one after another, that two histories must share."""
TURNS = 6
"""Answers that were changed, one after another, in which two histories must agree: fewer may be popular mistakes."""
_EMPTY = 200
"""Bytes up to which a broken file is too small to be anybody's own."""


class Traces(msgspec.Struct, frozen=True):
    """What a hand-in leaves to compare.

    Attributes:
        journal: the bytes of the journal; None if there is none.
        notebook: the bytes of the notebook; None if there is none, or nothing of the learner's is written in it.
    """

    journal: bytes | None
    notebook: bytes | None


class Shared(msgspec.Struct, frozen=True):
    """What some learners have in common: `SEED`, `HISTORY`, `JOURNAL` or `NOTEBOOK`, and how much of it.

    Attributes:
        learners: two or more.
        what: which of these, or `PACE` or `EDITS`.
        amount: of a history, moments that all of them share; of pace and edits, so many at least; else 1.
    """

    learners: tuple[str, ...]
    what: str
    amount: int = 1


def compare(handed_in: Mapping[str, Traces]) -> list[Shared]:
    """Everything that two or more learners share, groups of the same journal first."""
    seeds, bytes_, pages = (defaultdict[object, set[str]](set) for _ in range(3))
    moments: dict[str, frozenset[object]] = {}
    paces: dict[str, list[object]] = {}
    edits: dict[str, list[object]] = {}
    for who, traces in handed_in.items():
        if traces.notebook is not None:
            pages[traces.notebook].add(who)
        if traces.journal is None:
            continue
        try:
            record = parse(traces.journal, JOURNAL)
        except JournalError:
            if len(traces.journal) > _EMPTY:
                bytes_[traces.journal].add(who)
            continue
        bytes_[traces.journal].add(who)
        seeds[record.seed].add(who)
        begun = ("begun", record.created_at, "")
        events = ((e.at, e.question, e.event) for e in record.log)
        answers = ((a.saved_at, question, "answer") for question, a in record.answers.items())
        moments[who] = frozenset({begun, *events, *answers})
        paces[who], edits[who] = pace(record), turns(record)
    return [
        *_groups(bytes_.values(), JOURNAL),
        *_groups(pages.values(), NOTEBOOK),
        *_groups(seeds.values(), SEED),
        *(same := _histories(moments)),
        *_runs(paces, INTERVALS, PACE, same),
        *_runs(edits, TURNS, EDITS, same),
    ]


def _runs(told: Mapping[str, Sequence[object]], length: int, what: str, known: Iterable[Shared]) -> list[Shared]:
    """Groups that share a run of so many things in order, but those of which it is known that their history is one."""
    have = defaultdict[tuple[object, ...], set[str]](set)
    for who, each in told.items():
        for start in range(len(each) - length + 1):
            have[tuple(each[start : start + length])].add(who)
    one = [{*each.learners} for each in known]
    groups = {tuple(sorted(who)) for who in have.values() if len(who) > 1 and not any(who <= each for each in one)}
    return [Shared(who, what, length) for who in sorted(groups)]


def _groups(found: Iterable[set[str]], what: str) -> list[Shared]:
    return sorted((Shared(tuple(sorted(who)), what) for who in found if len(who) > 1), key=lambda each: each.learners)


def _histories(moments: Mapping[str, frozenset[object]]) -> list[Shared]:
    """Groups in which each shares moments with another, found by the moments, so that a large class costs little."""
    at = defaultdict[object, list[str]](list)
    for who, each in moments.items():
        for moment in each:
            at[moment].append(who)
    pairs = {pair for who in at.values() if len(who) > 1 for pair in _linked(sorted(who))}
    near = [(a, b) for a, b in sorted(pairs) if len(moments[a] & moments[b]) >= MOMENTS]
    groups: dict[str, set[str]] = {}
    for a, b in near:
        both = groups.get(a, {a}) | groups.get(b, {b})
        groups |= dict.fromkeys(both, both)
    whole = {tuple(sorted(each)) for each in groups.values()}
    return [Shared(who, HISTORY, len(frozenset.intersection(*(moments[w] for w in who)))) for who in sorted(whole)]


def _linked(who: list[str]) -> Iterable[tuple[str, str]]:
    """All pairs of a few; of many, each with the next, which is enough to make them a group."""
    return combinations(who, 2) if len(who) <= 10 else pairwise(who)
