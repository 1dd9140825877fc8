"""The rows of a class report, as plain values. They are what the JSON and CSV files hold."""

from collections.abc import Mapping

import msgspec

from course.asked.report import ClassRow
from grading.report.item_analysis import Reliability
from grading.similarity.essays import Compared

FEW = 3
"""Counts above 0 and below this are not told: in a class they point to a person."""


def told(count: int) -> int | None:
    """A count that may be told; None where it would point to a person."""
    return None if 0 < count < FEW else count


class ItemRow(msgspec.Struct, frozen=True):
    """A question: n, points it gives, mean share of them (0 to 1), item–rest correlation, how many left it blank."""

    question: str
    title: str
    n: int
    points: float
    difficulty: float
    item_rest: float | None
    blank: int | None


class ChoiceRow(msgspec.Struct, frozen=True):
    """A choice of a question, or a place for one of its items, and how many made it.

    `item` is "" where the question has none. `right` says whether the key wants it; None where it says nothing of it.
    `chosen` is None for fewer than can be told; `n` is how many answered.
    """

    question: str
    title: str
    item: str
    choice: str
    right: bool | None
    chosen: int | None
    n: int


class MisreadingRow(msgspec.Struct, frozen=True):
    """A misconception: how many learners show it (None: fewer than can be told), and in which questions."""

    id: str
    says: str
    learners: int | None
    questions: tuple[str, ...]


class LearnerRow(msgspec.Struct, frozen=True):
    """A learner under a pseudonym, or by name if asked for; `essay` is None while it waits.

    `points` are of the questions, `penalty` is taken off questions and essay together for handing in late. `late` is
    None where no time of handing in is known, so that nothing is taken off.
    """

    who: str
    points: float
    essay: float | None
    penalty: float
    misreadings: int
    blank: int
    first_day: str
    last_day: str
    why: tuple[str, ...]
    """Why this learner may need help, in words; empty if nothing speaks for it."""
    late: bool | None = False


class AccountRow(msgspec.Struct, frozen=True):
    """Somebody whose work is not, or not wholly, among the marks: what is the matter, and why if names are told."""

    who: str
    what: str
    why: str


class SimilarityRow(msgspec.Struct, frozen=True):
    """Learners whose hand-ins share more than chance gives: `journal`, `notebook`, `seed`, `history` or `essay`.

    `says` tells it in words; `likeness` is the share of an essay's wording, 0 to 1, and None for the others.
    """

    who: tuple[str, ...]
    what: str
    says: str
    likeness: float | None


class AgreementRow(msgspec.Struct, frozen=True):
    """How far two markers agree, in points, about a criterion or, with criterion "", about whole essays.

    `kappa` is the quadratic weighted one; None where it is not defined. `difference` is the mean of second minus first,
    `apart` the mean without sign, `equal` for how many both gave the same. `moderated` counts the essays that differ by
    more than the tolerance, and of these `waiting` those without a moderated mark; both are of whole essays.
    """

    markers: tuple[str, str]
    task: str
    criterion: str
    n: int
    kappa: float | None
    difference: float
    apart: float
    equal: int
    moderated: int
    waiting: int


class Report(msgspec.Struct, frozen=True):
    """All tables of a class report."""

    assignment: str
    n: int
    total: float
    shares: tuple[float, ...]
    """Each learner's share of all points, 0 to 1, from low to high."""
    reliability: Reliability | None
    items: tuple[ItemRow, ...]
    misreadings: tuple[MisreadingRow, ...]
    made: Mapping[str, tuple[ClassRow, ...]]
    """By kind of question: name of its table to the rows."""
    days: tuple[tuple[str, int], ...]
    """Day to how many answers were last saved on it."""
    learners: tuple[LearnerRow, ...]
    choices: tuple[ChoiceRow, ...] = ()
    unaccounted: tuple[AccountRow, ...] = ()
    similar: tuple[SimilarityRow, ...] = ()
    essays: Compared | None = None
    """What comparing the essays came to; the pairs in it stand among `similar`."""
    agreement: tuple[AgreementRow, ...] = ()
    """For each pair of markers and each task, whole essays first."""
    people: int = 0
    """For whom the hand-ins count; more than `n` where groups hand in."""
