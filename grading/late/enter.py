"""Put the table of deadlines into nbgrader's grade book, where every command and the formgrader find it."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

from nbgrader.api import Student, SubmittedAssignment

from grading.groups.table import Groups, load_groups
from grading.handout.assignment import AssignmentError
from grading.late.deadlines import FILE, Deadlines, read_deadlines
from grading.table import check_assignment

Say = Callable[[str], None]
NOTHING = Deadlines(None, {})


def load(root: Path, name: str, config: Any) -> Deadlines:  # noqa: ANN401 - traitlets' Config has any attribute
    """What the table in a course root says of an assignment.

    Raises:
        AssignmentError: the table can't be read, or names an assignment that is none.
    """
    path = root / FILE
    found = read_deadlines(path, _zone(config))
    for each, deadlines in found.items():
        line = min(d.line for d in (deadlines.everybody, *deadlines.learners.values()) if d)
        check_assignment(root, path, line, each)
    return _for_groups(found.get(name, NOTHING), load_groups(root, name))


def _for_groups(deadlines: Deadlines, groups: Groups) -> Deadlines:
    """An extension of a member is the group's, because one hand-in is: of several, the latest."""
    learners = dict(deadlines.learners)
    for members in groups.members.values():
        own = [deadlines.learners[who] for who in members if who in deadlines.learners]
        if own:
            learners |= dict.fromkeys(members, max(own, key=lambda due: str(due.at)))
    return Deadlines(deadlines.everybody, learners)


def enter(gradebook: Any, name: str, root: Path, deadlines: Deadlines, say: Say) -> None:  # noqa: ANN401 - nbgrader is untyped
    """Enter due date and extensions of what is in the grade book already, and say what changes.

    An assignment that the table does not name keeps what the grade book has.

    Raises:
        AssignmentError: an extension has nothing to extend, or ends before everybody's deadline.
    """
    if deadlines == NOTHING:
        return
    path, assignment = root / FILE, gradebook.find_assignment(name)
    before = assignment.duedate
    due = before if deadlines.everybody is None else deadlines.everybody.at
    for learner, own in deadlines.learners.items():
        if due is None:
            raise AssignmentError(
                f"{path}, line {own.line}: “{learner}” has an extension and {name} no deadline; "
                f"add a row for everybody, with an empty learner."
            )
        if own.at is not None and own.at < due:
            raise AssignmentError(
                f"{path}, line {own.line}, column due: {own.at} UTC, for “{learner}”, is before everybody's {due} UTC; "
                f"expected a later time."
            )
    if due != before:
        was = f"; before, {before} UTC" if before else ""
        say(f"{name} is due {due} UTC{was}." if due else f"{name} has no deadline any more{was}.")
        assignment.duedate = due
    submissions = gradebook.db.query(SubmittedAssignment).filter(SubmittedAssignment.assignment_id == assignment.id)
    for submission in submissions:
        extend(submission, deadlines, say)
    known = {str(each.id) for each in gradebook.db.query(Student.id)}
    groups = load_groups(root, name)
    for learner, own in deadlines.learners.items():
        if any((root / "submitted" / who).is_dir() for who in groups.of(learner)):
            continue
        if learner not in known:
            say(f"{path}, line {own.line}, column learner: nobody called “{learner}” has handed in yet.")
    gradebook.db.commit()


def extend(submission: Any, deadlines: Deadlines, say: Say) -> None:  # noqa: ANN401 - nbgrader is untyped
    """Give a submission its learner's extension, and none to who has none in the table; it is not committed."""
    if deadlines == NOTHING:
        return
    who, due, before = str(submission.student_id), submission.assignment.duedate, submission.extension
    own = deadlines.learners.get(who)
    longer = own.at - due if own and own.at and due else None
    if longer != before:
        until = f"has until {due + longer} UTC" if due and longer is not None else "has no extension any more"
        say(f"{submission.assignment.name}: {who} {until}.")
        submission.extension = longer


def how_late(seconds: float) -> str:
    """A time in words, in its two largest units, as “18 h 31 min”. Pure."""
    minutes = max(1, round(seconds / 60))
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    return " ".join([f"{n} {unit}" for n, unit in ((days, "d"), (hours, "h"), (rest, "min")) if n][:2])


def lateness(
    gradebook: Any,  # noqa: ANN401 - nbgrader is untyped
    name: str,
    learners: Collection[str],
    before: Collection[str],
) -> Iterator[str]:
    """Who of those graded before is late, as the deadline may be a new one, and of whom nobody knows when.

    Args:
        gradebook: nbgrader's.
        name: the assignment's id.
        learners: ids of all whose work is looked at.
        before: those of them who are not graded again.
    """
    due = [s for s in gradebook.assignment_submissions(name) if s.student_id in learners and s.duedate is not None]
    dated = [s for s in due if s.student_id in before and s.timestamp is not None]
    if late := sorted(str(s.student_id) for s in dated if s.total_seconds_late > 0):
        yield f"Late, and graded before: {', '.join(late)}. The grade book has the penalty as the rule is now."
    if unknown := sorted(str(s.student_id) for s in due if s.timestamp is None):
        yield (
            f"No time of handing in, so nothing is taken off for lateness: {', '.join(unknown)}. If you know "
            "it, write it into timestamp.txt beside the journal in submitted/, such as 2026-03-31 23:59:00 UTC, and "
            "autograde again."
        )


def _zone(config: Any) -> str:  # noqa: ANN401 - traitlets' Config has any attribute
    """The zone in which the formgrader shows due dates, or that of the exchange, or UTC as nbgrader has it."""
    for part in ("NbGraderAPI", "Exchange"):
        if part in config and "timezone" in config[part]:
            return str(config[part]["timezone"])
    return "UTC"
