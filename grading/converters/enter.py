"""Enter a prepared submission into nbgrader's grade book, in two commits whatever the number of cells."""

from typing import Any

from nbgrader.api import BaseCell, Comment, Grade, MissingEntry, Student

from grading.converters.prepare import Prepared
from grading.handout.assignment import Assignment
from grading.marking.basis import bases, hold, keep
from grading.marking.marks import marks_of, reopen
from grading.marking.standing import CHANGED, Basis, Settled, renamed, settle, work
from grading.scoring.record import Scores


def enter_submission(gradebook: Any, prepared: Prepared, timestamp: str | None, create: bool) -> Any:  # noqa: ANN401 - nbgrader is untyped
    """Find or make the learner's submission.

    Args:
        gradebook: nbgrader's.
        prepared: the submission.
        timestamp: when it was handed in, in UTC; None if nobody knows. The time of other work is not this work's.
        create: whether to make a learner whom the grade book does not know.

    Returns:
        nbgrader's SubmittedAssignment.

    Raises:
        MissingEntry: the learner is unknown, and was not to be made.
    """
    who = prepared.scores.student
    # Should the submission before have failed half-way, nothing of it may be left in the session.
    gradebook.db.rollback()
    # nbgrader makes a submission cell by cell; SQLAlchemy would write after each, and warn.
    with gradebook.db.no_autoflush:
        try:
            gradebook.find_student(who)
        except MissingEntry:
            if not create:
                raise
            if gradebook.authenticator:
                gradebook.authenticator.add_student_to_course(who, gradebook.course_id)
            gradebook.db.add(Student(id=who))
            gradebook.db.flush()
        return gradebook.update_or_create_submission(prepared.scores.assignment, who, timestamp=timestamp)


def enter_grades(
    gradebook: Any,  # noqa: ANN401 - nbgrader is untyped
    prepared: Prepared,
    assignment: Assignment,
    before: Scores | None = None,
) -> None:
    """Write grades, comments and the flag of one submission, and say which grades must wait for a person.

    nbgrader never gives a task an automatic grade, and takes every automatic grade of a test for final. Here a blank
    essay is 0 without anybody looking; an item whose journal could not be read is 0 and waits. A manual score stays,
    and waits to be confirmed only where the work that it was given for has changed.

    Args:
        gradebook: nbgrader's.
        prepared: the submission.
        assignment: what was asked, with the ids that questions and choices have now.
        before: its record when it was last graded; it tells of which work marks are that an earlier version entered.
    """
    scores = prepared.scores
    look = scores.to_look_at()
    blank = {e.task for e in scores.essays if e.blank}
    submission = gradebook.find_submission_notebook(scores.assignment, scores.assignment, scores.student)
    hold(gradebook, submission.id)
    grades = _rows(gradebook, Grade, submission)
    ids = [grade.id for grade, _ in grades]
    known, two = bases(gradebook, ids), marks_of(gradebook, ids).keys()
    kept, waiting, again = dict[str, Basis](), dict[str, str](), list[str]()
    for grade, name in grades:
        # What is neither a question nor a blank essay has no points until a person gives some.
        grade.auto_score = prepared.points.get(name, 0.0 if name in blank else None)
        marked, waited = grade.manual_score is not None, bool(grade.needs_manual_grade)
        # While one of two marks is missing nbgrader's grade waits, and says nothing of the other.
        lost = waited and grade.id not in two
        basis = renamed(known.get(grade.id, Basis(None if lost else work(before, name, scores))), name, assignment)
        now = work(scores, name) or ""
        found = settle(basis, now, marked=marked, waited=waited)
        if grade.id in two and basis.shown != now:
            # Both look again, also where the work is once more what it was: one may have changed the own mark since.
            found = Settled(found.basis, waits=True, why=found.why or CHANGED)
            again.append(grade.id)
        kept[grade.id] = found.basis
        waiting[name] = found.why
        waits = grade.auto_score is None or name in look
        grade.needs_manual_grade = found.waits or (not marked and waits)
    keep(gradebook, kept)
    reopen(gradebook, again)
    for comment, name in _rows(gradebook, Comment, submission):
        said = " ".join(filter(None, [waiting.get(name), *(f.says for f in scores.about(name))]))
        comment.auto_comment = said or ("No response." if name in blank else None)
    submission.flagged = submission.flagged or bool(look)
    gradebook.db.commit()


def _rows(gradebook: Any, kind: Any, submission: Any) -> list[tuple[Any, str]]:  # noqa: ANN401 - nbgrader is untyped
    """All grades or comments of a submission, each with the name of its cell."""
    query = gradebook.db.query(kind, BaseCell.name).join(BaseCell, BaseCell.id == kind.cell_id)
    return [(row, str(name)) for row, name in query.filter(kind.notebook_id == submission.id)]
