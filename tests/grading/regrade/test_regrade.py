"""A key is changed after grading: shown first, entered only if asked to, and what a person gave stays."""

import shutil

import pytest
from nbgrader.api import Gradebook

from grading.regrade.changes import regrade
from tests import warm
from tests.grading.classroom import ASSIGNMENT, Classroom
from tests.grading.learners import Learner, load_learners
from tests.paths import ROOT

KEPT = {"expert", "holds-m01", "holds-m07", "half-done"}
QUESTION, ESSAY, COMMENT = "condition-restated", f"{ASSIGNMENT}-essay", "Read the claim again."


@pytest.fixture
def room(tmp_path):
    """Four learners, autograded; the expert's essay graded and one question's points changed by a person."""
    room = Classroom(tmp_path)
    room.generate()
    for learner in load_learners():
        if learner.id in KEPT:
            room.hand_in(Learner(id=learner.id, answers=learner.answers, essay="An essay."))
    room.run("autograde", ASSIGNMENT)
    with book(room) as gradebook:
        for grade in gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "expert").grades:
            if grade.name in (ESSAY, "condition-roles"):
                grade.manual_score, grade.needs_manual_grade = 1.5, False
        for comment in gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "expert").comments:
            comment.manual_comment = COMMENT
        gradebook.db.commit()
    return room


def book(room):
    return Gradebook(f"sqlite:///{room.root / 'gradebook.db'}", "reading-diplomatic-signals")


def state(room):
    """All that the grade book says: cell to automatic and manual points and whether it waits, and comments."""
    with book(room) as gradebook:
        found = {}
        for submission in gradebook.assignment_submissions(ASSIGNMENT):
            [notebook] = submission.notebooks
            marks = {g.name: (g.auto_score, g.manual_score, g.needs_manual_grade) for g in notebook.grades}
            found[submission.student.id] = (marks, [c.manual_comment for c in notebook.comments])
        return found


def change_key(room, old, new):
    path = room.root / "keys" / f"{ASSIGNMENT}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def command(room, *options):
    done = warm.run(["-m", "grading.regrade", ASSIGNMENT, "--root", str(room.root), *options], ROOT)
    return done.returncode, done.stdout + done.stderr


def drop(room):
    change_key(room, f'question = "{QUESTION}-1"\n', f'question = "{QUESTION}-1"\ndropped = true\n')


def test_without_a_change_nothing_changes(room):
    before = state(room)
    assert regrade(ASSIGNMENT, room.root).changes == ()
    assert "no points change" in command(room, "--apply")[1]
    assert state(room) == before
    better, worse = (room.root / "submitted" / who / ASSIGNMENT / "journal.json" for who in ("expert", "half-done"))
    shutil.copy(better, worse)
    assert "half-done has handed in again; run `nbgrader autograde" in command(room, "--apply")[1]
    assert state(room) == before


def test_a_dropped_question_is_shown_first_then_entered_then_taken_back(room):
    before, most = state(room), 2
    drop(room)
    code, said = command(room)
    lost = {who for who, (marks, _) in before.items() if marks[QUESTION][0] < most}
    assert lost
    assert code == 0
    for who in lost:
        assert f"{who} " in said
    assert "Nothing is changed yet" in said
    assert state(room) == before, "shown, and not entered"
    assert (room.root / "reports" / ASSIGNMENT / "regrade.csv").read_text().count("\n") == 1 + len(lost)

    assert command(room, "--apply")[0] == 0
    after = state(room)
    for who, (marks, comments) in after.items():
        assert marks[QUESTION][0] == most
        assert comments == before[who][1]
        for cell, mark in marks.items():
            assert mark[1:] == before[who][0][cell][1:], "a person's mark, and what waits for one, stay"
            assert cell == QUESTION or mark == before[who][0][cell]

    room.run("generate_feedback", ASSIGNMENT)
    assert "This question was dropped" in room.feedback(min(lost))
    change_key(room, "dropped = true\n", "")
    assert command(room, "--apply")[0] == 0
    assert state(room) == before
    room.run("generate_feedback", ASSIGNMENT, "--force")
    assert "This question was dropped" not in room.feedback(min(lost))


def test_a_mark_given_by_hand_is_named_and_stands(room):
    change_key(room, 'question = "condition-roles-town"\n', 'question = "condition-roles-town"\ndropped = true\n')
    with book(room) as gradebook:
        for grade in gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "half-done").grades:
            if grade.name == "condition-roles":
                grade.manual_score = 3
        gradebook.db.commit()
    said = command(room, "--apply")[1]
    assert "A person gave 3, and this stands." in said
    with book(room) as gradebook:
        grades = gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "half-done").grades
        assert {g.name: g.score for g in grades}["condition-roles"] == 3


@pytest.mark.parametrize(("name", "says"), [("nothing", "no such file"), (ASSIGNMENT, "no such grade book")])
def test_what_can_not_be_regraded_is_one_line(tmp_path, name, says):
    room = Classroom(tmp_path)
    if name == ASSIGNMENT:
        (room.root / "release").mkdir()
        (room.root / "release" / ASSIGNMENT).symlink_to(room.root / "source" / ASSIGNMENT)
    done = warm.run(["-m", "grading.regrade", name, "--root", str(room.root)], ROOT)
    assert done.returncode == 1
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
