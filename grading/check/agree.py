"""Do keys agree? Where a graded question and a lesson ask the same of nearly the same statement, both want the same."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from course.asked import Asked, Key
from course.questions import Bank
from grading.check.keys import right
from grading.check.meanings import meanings
from grading.check.near import near
from grading.handout.assignment import Assignment
from grading.handout.likeness import words

SAME, LEAST = 85, 3
"""From this likeness on, 0 to 100, two statements are one, if each has so many telling words."""
PLACE = 80
"""From this likeness on two places are one: categories, or what a choice is chosen as, which the prompt says."""
_DENIES = frozenset(["no", "not", "none", "nothing", "nobody", "neither", "nowhere", "never", "without", "unsaid"])


class Said(msgspec.Struct, frozen=True):
    """What a key says of one line in one place.

    Attributes:
        line: the text of the line.
        place: the text of the category; title and prompt where lines are chosen.
        fits: whether the line belongs there.
        where: the question, for a message.
    """

    line: str
    place: str
    fits: bool
    where: str


def agreement_faults(graded: Iterable[Assignment], lessons: Iterable[Bank]) -> Iterator[str]:
    """Lines of assignments of which a lesson’s key says the contrary, with both.

    Args:
        graded: the assignments, with their keys.
        lessons: the banks of the lessons, whose keys stand inline.
    """
    own = [
        said
        for each in graded
        for q in each.questions
        if q.id in each.keys
        for said in _said(q, each.keys[q.id], f"{each.name}, “{q.id}”")
    ]
    known = [
        said for bank in lessons for q in bank.questions if q.key is not None for said in _said(q, q.key, f"“{q.id}”")
    ]
    lines = near((each.line for each in own), (each.line for each in known), SAME)
    places = near((each.place for each in own), (each.place for each in known), PLACE)
    told = set()
    for mine in own:
        for theirs in known:
            if mine.fits == theirs.fits or theirs.line not in lines.get(mine.line, ()):
                continue
            if theirs.place not in places.get(mine.place, ()) or _denied(mine.place) != _denied(theirs.place):
                continue
            if min(len(meanings(mine.line)), len(meanings(theirs.line))) < LEAST:
                continue
            says = (
                f"{mine.where}: “{mine.line}” {_in(fits=mine.fits)} “{mine.place}”; in the lesson’s {theirs.where} "
                f"“{theirs.line}” {_in(fits=theirs.fits)} “{theirs.place}”. Expected keys that agree."
            )
            if says not in told:
                told.add(says)
                yield says


def _said(question: Asked, key: Key[Any], where: str) -> Iterator[Said]:
    texts = {option.id: option.text for option in question.options}
    categories = question.sorts()
    for item, fits in question.placed(key).items():
        yield from (Said(texts[item], text, name in fits, where) for name, text in categories.items())
    named = {i for c in key.criteria for i in c.when.named()} if not categories else set()
    if named and any(question.having(i) is not None for i in named):
        fit, place = {*right(question, key)}, f"{question.title} {question.prompt}"
        yield from (Said(text, place, i in fit, where) for i, text in texts.items() if i in named)


def _denied(place: str) -> bool:
    return not _DENIES.isdisjoint(words(place))


def _in(*, fits: bool) -> str:
    return "belongs to" if fits else "does not belong to"
