"""Autograding on two processes gives what one gives, to the byte, and holds no more for a longer class."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from grading.converters.batch import Found
from grading.converters.prepare import AHEAD, prepare_all
from grading.handout.assignment import load_assignment
from grading.handout.pristine import load_pristine
from tests.grading.classroom import ASSIGNMENT, Classroom
from tests.grading.learners import load_learners

# The folders are copied, which a pipe can't be.
LEARNERS = [x for x in load_learners() if x.by == "hand" and x.done != "notebook-pipe"]
# Made anew with each command, because nothing better was handed in.
MADE = {"timestamp.txt", "submission_secret.txt"}


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """Every kind of learner who hands in by hand; broken, tampered with, hostile and whole."""
    return Classroom.of(tmp_path_factory.mktemp("class"), LEARNERS)


def graded(handed_in: Classroom, folder: Path, workers: int) -> Classroom:
    shutil.copytree(handed_in.root, folder / "grading", symlinks=True)
    room = Classroom(folder, new=False)
    room.run("autograde", ASSIGNMENT, f"--CourseAutograde.workers={workers}")
    return room


def everything(room: Classroom) -> tuple[dict[str, bytes], list[tuple]]:
    """All files of all autograded submissions, and all that the grade book says of them."""
    top = room.root / "autograded"
    files = {str(p.relative_to(top)): p.read_bytes() for p in top.rglob("*") if p.is_file() and p.name not in MADE}
    with Gradebook(f"sqlite:///{room.root / 'gradebook.db'}", "reading-diplomatic-signals") as book:
        said = [
            (who.student_id, g.name, g.auto_score, g.needs_manual_grade, n.flagged, who.total_seconds_late)
            for who in book.assignment_submissions(ASSIGNMENT)
            for n in who.notebooks
            for g in n.grades
        ]
        said += [
            (who.student_id, c.name, c.auto_comment)
            for who in book.assignment_submissions(ASSIGNMENT)
            for n in who.notebooks
            for c in n.comments
        ]
    return files, sorted(said, key=repr)


def test_two_processes_give_what_one_gives(handed_in, tmp_path):
    one, two = (graded(handed_in, tmp_path / str(n), n) for n in (1, 2))
    files, said = everything(one)
    assert {name.split("/")[0] for name in files} == {x.id for x in LEARNERS}
    assert everything(two) == (files, said)


@pytest.mark.parametrize("workers", [1, 2])
def test_no_more_is_read_ahead_than_the_processes_need(handed_in, tmp_path, workers):
    """What is held in memory does not grow with the class."""
    root = handed_in.root
    assignment = load_assignment(ASSIGNMENT, root / "release" / ASSIGNMENT, root / "keys")
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}", "reading-diplomatic-signals") as book:
        cells = book.find_notebook(ASSIGNMENT, ASSIGNMENT).source_cells
        hidden = {c.name: (c.source, c.checksum) for c in cells if c.locked}
    pristine = load_pristine(root / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", hidden)
    folder, asked = str(root / "submitted" / "expert" / ASSIGNMENT), 0

    def ready() -> Iterator[Found]:
        nonlocal asked
        for n in range(60):
            asked += 1
            yield Found(ASSIGNMENT, f"learner-{n:03}", folder)

    taken = 0
    for each, result in prepare_all(assignment, pristine, ready(), workers):
        assert result().scores.student == each.student == f"learner-{taken:03}"
        taken += 1
        assert asked - taken <= workers * AHEAD
    assert taken == 60


def test_a_scoring_process_that_is_killed_is_one_line(handed_in, tmp_path):
    """As the system does when memory runs out."""
    shutil.copytree(handed_in.root, tmp_path / "grading", symlinks=True)
    (tmp_path / "grading" / "converters" / "prepare.py").write_text(
        (tmp_path / "grading" / "converters" / "prepare.py").read_text("utf-8").replace(
            "    [(assignment, pristine)] = _told\n", "    import os, signal; os.kill(os.getpid(), signal.SIGKILL)\n"
        ),
        "utf-8",
    )  # fmt: skip
    room = Classroom(tmp_path, new=False)
    said = room.run("autograde", ASSIGNMENT, "--CourseAutograde.workers=2", succeed=False)
    assert "Traceback" not in said
    assert len(re.findall(r"a process that scored was ended from outside", said)) == 1
    said = room.run("autograde", ASSIGNMENT, "--CourseAutograde.workers=1")
    assert len(list((room.root / "autograded").glob(f"*/{ASSIGNMENT}/{ASSIGNMENT}.ipynb"))) == len(LEARNERS)
