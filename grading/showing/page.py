"""What a learner reads in feedback, as plain values: the own answer in words, what it earned, where to look again.

Never in it: right answers, the conditions and names of criteria, the mark scheme, why a misconception is wrong.
"""

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

import msgspec

from course.asked import Asked, State
from course.asked.prose import as_text
from grading.handout.assignment import Assignment, Claim
from grading.scoring.record import ItemMark, Scores
from grading.showing.essays import EssayText, Given, Task, about, essay_text, told

STATES = {
    State.NOT_ATTEMPTED: "Not answered",
    State.INCOMPLETE: "Not complete",
    State.INCOHERENT: "Contradicts itself",
    State.ANSWERED: "Answered",
}
MOST, MOST_LOST = 5, 3
_CLAIM = re.compile(r"\bC\d{3}\b")


class RemarkText(msgspec.Struct, frozen=True):
    """A remark on an answer; `misread` is the reading that the answer shows, "" if none is named."""

    says: str
    misread: str


class Step(msgspec.Struct, frozen=True):
    """Something to look at again: what is said, the reading that the answer shows, if one is named, and claims."""

    says: str
    misread: str
    reread: tuple[Claim, ...]


class ItemText(msgspec.Struct, frozen=True):
    """One question of the page."""

    id: str
    title: str
    prompt: str
    answer: tuple[str, ...]
    state: str
    reasons: tuple[str, ...]
    given: Given
    why: str
    """How many items are right, where points are given by items; else empty."""
    changed: bool
    look_again: tuple[str, ...]
    remarks: tuple[RemarkText, ...]
    reread: tuple[Claim, ...]
    notes: tuple[str, ...]
    steps: tuple[Step, ...] = ()
    """The remarks and where to look again, the most useful first; the page opens one of them."""


class Next(msgspec.Struct, frozen=True):
    """What to do first, over all questions: nothing that the questions below do not say."""

    blank: tuple[str, ...]
    """Titles of questions without an answer."""
    misread: tuple[tuple[str, int], ...]
    """Misreadings that more than one question shows, with how many do, the most frequent first."""
    lost: tuple[ItemText, ...]
    """Questions that were answered and lost points, those that lost most first; at most `MOST_LOST`."""
    reread: tuple[tuple[Claim, int], ...]
    """Claims that more than one question sends back to, with how many do, the most frequent first; at most `MOST`."""


class Page(msgspec.Struct, frozen=True):
    """The feedback on a submission."""

    assignment: str
    points: float
    max_points: float
    late_penalty: float
    waits: bool
    items: tuple[ItemText, ...]
    essays: tuple[EssayText, ...]
    notes: tuple[str, ...]
    next: Next


def compose(
    assignment: Assignment,
    scores: Scores,
    given: Mapping[str, Given],
    tasks: Mapping[str, Task],
    late_penalty: float = 0.0,
) -> Page:
    """The page of a submission.

    Args:
        assignment: with bank, misconceptions and claims.
        scores: the record from autograding.
        given: cell id to what the grade book says now, with what a person changed.
        tasks: id to task. The mark scheme is taken out.
        late_penalty: points taken off by the course's rule.
    """
    items = tuple(_item(assignment.bank[i.asked], i, scores, given[i.question], assignment) for i in scores.items)
    essays = tuple(essay_text(e, scores, given[e.task], tasks[e.task]) for e in scores.essays)
    parts = [*(i.given for i in items), *(e.given for e in essays)]
    return Page(
        scores.assignment,
        max(0.0, sum(g.points for g in parts) - late_penalty),
        sum(g.max_points for g in parts),
        late_penalty,
        any(g.waits for g in parts),
        items,
        essays,
        told(scores.flags),
        _next(items),
    )


def _next(items: Collection[ItemText]) -> Next:
    lost = [item for item in items if item.given.points < item.given.max_points]
    misread = Counter(name for item in lost for name in dict.fromkeys(r.misread for r in item.remarks if r.misread))
    # To who answered nothing, no claim is nearer than another.
    reread = Counter(claim for item in lost for claim in item.reread if any(each.answer for each in items))
    return Next(
        tuple(item.title for item in lost if item.state == STATES[State.NOT_ATTEMPTED]),
        tuple((name, n) for name, n in misread.most_common() if n > 1),
        tuple(sorted((i for i in lost if i.answer), key=lambda i: i.given.points - i.given.max_points)[:MOST_LOST]),
        tuple((claim, n) for claim, n in reread.most_common(MOST) if n > 1),
    )


def _item(question: Asked, item: ItemMark, scores: Scores, given: Given, assignment: Assignment) -> ItemText:
    named = [assignment.misconceptions[r.misconception] if r.misconception else "" for r in item.remarks]
    unmet = _unmet(item)
    reread = [*(c for r in item.remarks for c in r.reread), *(c for text in unmet for c in _CLAIM.findall(text))]
    if not reread and item.points < item.max_points:
        reread = list(question.claims)
    found = item.counted
    return ItemText(
        item.question,
        as_text(question.title),
        as_text(question.prompt),
        question.in_words(item.answer),
        STATES[item.state],
        item.reasons if item.state is not State.NOT_ATTEMPTED else (),
        given,
        f"{found.right} of {found.of} {question.counts_as}" if found else "",
        given.points != item.points,
        unmet,
        _remarks(item, named),
        tuple(assignment.claims[c] for c in dict.fromkeys(reread) if c in assignment.claims),
        about(scores, item.question),
        _steps(item, named, assignment, question.claims),
    )


def _remarks(item: ItemMark, named: Iterable[str]) -> tuple[RemarkText, ...]:
    """The remarks on an answer, those on a known misreading first, as in a lesson's panel."""
    found = (RemarkText(r.says, name) for r, name in zip(item.remarks, named, strict=True))
    return tuple(sorted(found, key=lambda each: not each.misread))


def _steps(item: ItemMark, named: Iterable[str], assignment: Assignment, about: Iterable[str]) -> tuple[Step, ...]:
    """Named misreadings first, then what else the answer shows, then criteria that are not met, the dearest first.

    Where none of them names a claim, the first has those that the question is about. A claim stands there once.
    """

    def step(says: str, misread: str, claims: Iterable[str]) -> Step:
        known = (assignment.claims[c] for c in dict.fromkeys(claims) if c in assignment.claims)
        return Step(says, misread, tuple(known))

    shown = [step(r.says, name, r.reread) for r, name in zip(item.remarks, named, strict=True)]
    unmet = sorted(item.criteria, key=lambda c: -c.max_points)
    missed = [step(c.missed, "", _CLAIM.findall(c.missed)) for c in unmet if c.missed and _counts(item)]
    steps = [*sorted(shown, key=lambda each: not each.misread), *missed]
    if steps and not any(each.reread for each in steps):
        steps[0] = step(steps[0].says, steps[0].misread, about)
    claims = [claim for each in steps for claim in each.reread]
    first = {claim.id: n for n, claim in reversed([*enumerate(claims)])}
    at = itertools.count()
    return tuple(Step(s.says, s.misread, tuple(c for c in s.reread if first[c.id] == next(at))) for s in steps)


def _unmet(item: ItemMark) -> tuple[str, ...]:
    return tuple(c.missed for c in item.criteria if c.missed and _counts(item))


def _counts(item: ItemMark) -> bool:
    # A blank or contradictory answer meets nothing; a list of every hint would then tell what to write. Records of
    # earlier versions hold all of them.
    return item.state in (State.ANSWERED, State.INCOMPLETE)
