"""What would change if a class were scored again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from nbgrader.api import Gradebook

from course.scoring import CriterionScore
from grading.book import address, locked_cells
from grading.converters.prepare import Prepared, prepare
from grading.handout.assignment import Assignment, AssignmentError, check_agreement, load_assignment
from grading.handout.pristine import Pristine, load_pristine
from grading.reading.files import plain_or_none
from grading.reading.handed import Expected
from grading.reading.submission import JOURNAL, LARGEST, handed_in_at, read_submission
from grading.scoring import record
from grading.scoring.record import ItemMark, Scores
from grading.scoring.score import asked_of


class Change(msgspec.Struct, frozen=True):
    """One question of one learner that earns something else now.

    Attributes:
        student: nbgrader's student id.
        question: id of the question.
        old: points it had from the scorer.
        new: points it has with the key as it is now.
        why: how many items are right now and were, and criteria that are met now or no longer, in words.
        by_hand: points that a person gave, which stand; None if nobody did.
    """

    student: str
    question: str
    old: float
    new: float
    why: str
    by_hand: float | None


class Regraded(msgspec.Struct, frozen=True):
    """A class scored again, with what would change. Nothing is written yet.

    Attributes:
        changes: in order of learner and question.
        prepared: learner to the submission as it would be entered; only those whose record changes.
        n: learners scored again.
    """

    changes: tuple[Change, ...]
    prepared: dict[str, Prepared]
    n: int


def regrade(name: str, root: Path, database: str = "") -> Regraded:
    """Score every autograded submission again.

    Args:
        name: the assignment's id.
        root: nbgrader's course root.
        database: address of the grade book; by default `gradebook.db` in the root.

    Raises:
        AssignmentError: there is no such assignment here, its key does not fit, nothing of it is autograded, or
            somebody has handed in again since.
    """
    release = root / "release" / name
    assignment = load_assignment(name, release, root / "keys")
    with Gradebook(address(root, database)) as gradebook:
        pristine = load_pristine(release / f"{name}.ipynb", locked_cells(gradebook, name))
        check_agreement(release / f"{name}.ipynb", assignment.bank, pristine.notebook)
        changes: list[Change] = []
        prepared: dict[str, Prepared] = {}
        before = dict(_records(root / "autograded", name))
        for student, old in before.items():
            _check_same(root, student, name, asked_of(assignment))
            new = _again(assignment, pristine, root / "submitted" / student / name, student)
            # Beside the journal there are essays and pictures; a mark for the old must not pass for one for the new.
            if old.fingerprint and old.fingerprint != new.scores.fingerprint:
                raise AssignmentError(f"{student} has handed in again; run `nbgrader autograde {name}` first.")
            if record.encode(new.scores) != record.encode(old):
                prepared[student] = new
                changes += _changes(student, old, new.scores, _by_hand(gradebook, name, student))
    if not before:
        raise AssignmentError(f"{name}: nothing is autograded yet; run `nbgrader autograde {name}` first.")
    return Regraded(tuple(changes), prepared, len(before))


def told(made: Regraded) -> str:
    """The changes as a table to read."""
    if not made.changes:
        return f"{made.n} submissions scored again: no points change."
    rows = [("learner", "question", "old", "new", "why")]
    for each in made.changes:
        stands = "" if each.by_hand is None else f" A person gave {each.by_hand:g}, and this stands."
        rows.append((each.student, each.question, f"{each.old:g}", f"{each.new:g}", f"{each.why}.{stands}"))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = ["  ".join((*(c.ljust(w) for c, w in zip(row, widths, strict=False)), row[4])) for row in rows]
    # A mark that a person gave stands, so nothing goes up or down there.
    moved = [c for c in made.changes if c.by_hand is None]
    up, down = (sum(way * (c.new - c.old) > 0 for c in moved) for way in (1, -1))
    held = len(made.changes) - len(moved)
    stand = f", {held} stand as a person gave them" if held else ""
    return "\n".join([*lines, f"{made.n} submissions scored again: {up} marks go up, {down} go down{stand}."])


def _check_same(root: Path, student: str, name: str, asked: Expected) -> None:
    """Another journal under the marks of the first would pass for a change of the key, and for graded."""
    then, now = (root / folder / student / name for folder in ("autograded", "submitted"))
    time, before = handed_in_at(now), plain_or_none(then / JOURNAL, LARGEST)
    later = time is not None and time != handed_in_at(then)
    if now.is_dir() and (later or read_submission(now, None, asked).journal != before):
        raise AssignmentError(f"{student} has handed in again; run `nbgrader autograde {name}` first.")


def _again(assignment: Assignment, pristine: Pristine, folder: Path, student: str) -> Prepared:
    if not folder.is_dir():
        raise AssignmentError(f"{folder}: what {student} handed in is no longer here; it can't be scored again.")
    return prepare(assignment, pristine, folder, student)


def _records(autograded: Path, name: str) -> Iterator[tuple[str, Scores]]:
    for path in sorted(autograded.glob(f"*/{name}/{record.FILE}")):
        yield path.parents[1].name, record.read(path)


def _changes(student: str, old: Scores, new: Scores, by_hand: dict[str, float]) -> Iterator[Change]:
    before = {item.question: item for item in old.items}
    for item in new.items:
        was = before.get(item.question)
        if was is None or was.points != item.points:
            points = 0.0 if was is None else was.points
            yield Change(student, item.question, points, item.points, _why(was, item), by_hand.get(item.question))


def _why(was: ItemMark | None, now: ItemMark) -> str:
    if was is None:
        return "the question is new"
    old, new = ({c.id: c for c in item.criteria} for item in (was, now))
    moved = [*_items_moved(was, now), *(_moved(c, old.get(c), new.get(c)) for c in {**old, **new})]
    worth = [f"worth {was.max_points:g} → {now.max_points:g}"] if was.max_points != now.max_points else []
    return ", ".join([each for each in moved if each] or worth) or "the rule of scoring changed"


def _items_moved(was: ItemMark, now: ItemMark) -> Iterator[str]:
    """Where points are given by items, how many were right and are; earlier versions added up criteria."""
    told = [f"{c.right} of {c.of} items" if c else "by criteria" for c in (was.counted, now.counted)]
    if was.counted != now.counted:
        yield f"right {told[0]} → {told[1]}"


def _moved(name: str, old: CriterionScore | None, new: CriterionScore | None) -> str:
    before, after = (each.points if each else 0.0 for each in (old, new))
    if before != after and not (old and new and old.met == new.met):
        return f"{name} {before:g} → {after:g}"
    met, meets = (bool(each and each.met) for each in (old, new))
    return "" if met == meets else f"{name} {'is met now' if meets else 'is no longer met'}"


def _by_hand(gradebook: Any, name: str, student: str) -> dict[str, float]:  # noqa: ANN401 - nbgrader is untyped
    grades = gradebook.find_submission_notebook(name, name, student).grades
    return {str(g.name): float(g.manual_score) for g in grades if g.manual_score is not None}
