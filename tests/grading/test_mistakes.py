"""The usual mistakes of an evening: each gets one line that says what to do, and changes nothing."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from nbgrader.api import get_alembic_version

from tests.grading.classroom import ASSIGNMENT, Classroom
from tests.grading.learners import Learner, load_learners
from tests.paths import ROOT

EXPERT = next(x for x in load_learners() if x.id == "expert")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """Three submissions, autograded. Nothing here changes it."""
    room = Classroom(tmp_path_factory.mktemp("class"))
    room.generate()
    for n in range(3):
        room.hand_in(Learner(id=f"learner-{n:03}", answers=EXPERT.answers, essay=EXPERT.essay))
    room.run("autograde", ASSIGNMENT)
    return room


def wrong(said: str) -> str:
    """All that a command said was wrong."""
    assert "Traceback" not in said, said
    found = [x for x in said.splitlines() if re.search(r"\| (ERROR|CRITICAL)\]", x) and not x.endswith("failed")]
    [line] = found
    return line


def state(room: Classroom) -> dict[str, int]:
    """Every file of the grading room, and when it was changed."""
    return {str(p): p.stat().st_mtime_ns for p in room.root.rglob("*") if p.is_file() and "__pycache__" not in p.parts}


FIRST = {
    "autograde": "run `nbgrader generate_assignment precondition`",
    "generate_feedback": "run `nbgrader generate_assignment precondition`",
    "release_feedback": "run `nbgrader generate_feedback precondition`",
    "release_assignment": "run `nbgrader generate_assignment` first",
    "collect": "run `nbgrader release_assignment precondition`",
}


def test_what_has_to_come_first_is_named(tmp_path):
    room = Classroom(tmp_path)
    for command, expected in FIRST.items():
        assert expected in wrong(room.run(command, ASSIGNMENT, succeed=False)), command


def test_feedback_before_autograde_names_autograde(room, tmp_path):
    shutil.copytree(room.root, tmp_path / "grading", ignore=shutil.ignore_patterns("autograded"))
    said = Classroom(tmp_path, new=False).run("generate_feedback", ASSIGNMENT, succeed=False)
    assert "run `nbgrader autograde precondition`" in wrong(said)


@pytest.mark.parametrize("command", ["autograde", "generate_feedback", "generate_assignment", "export"])
def test_a_locked_grade_book_is_said_to_be_locked_and_nothing_is_removed(room, command):
    before = state(room)
    other = sqlite3.connect(room.root / "gradebook.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        options = () if command == "export" else (ASSIGNMENT, "--force")
        said = room.run(command, *options, "--db", f"sqlite:///{room.root / 'gradebook.db'}?timeout=0.2", succeed=False)
    finally:
        other.close()
    assert "the grade book is locked" in wrong(said)
    assert state(room) == before


def test_a_grade_book_that_is_none_is_named(room, tmp_path):
    said = room.run("autograde", ASSIGNMENT, "--db", f"sqlite:///{tmp_path / 'no' / 'folder.db'}", succeed=False)
    assert "the grade book can't be opened" in wrong(said)


def run_without_path(room: Classroom, *command: str) -> None:
    environment = room.environment() | {"PATH": os.defpath}
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *command],
        cwd=room.root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_environment_that_was_not_activated_does_no_harm(tmp_path):
    """nbgrader itself starts the program alembic to make a grade book; `grading.book` notes what that would say."""
    room = Classroom(tmp_path)
    run_without_path(room, "generate_assignment", ASSIGNMENT)
    assert (room.root / "release" / ASSIGNMENT).is_dir()
    with closing(sqlite3.connect(room.root / "gradebook.db")) as book:
        assert book.execute("SELECT version_num FROM alembic_version").fetchall() == [(get_alembic_version(),)]


@pytest.mark.parametrize("command", ["autograde", "generate_assignment", "export"])
def test_in_the_folder_above_the_right_one_is_named(tmp_path, command):
    """There nbgrader would make an empty grade book, and export nothing without a word."""
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    (tmp_path / "grading").mkdir()
    room = Classroom(tmp_path, new=False)
    said = room.run(command, *((ASSIGNMENT,) if command != "export" else ()), cwd=tmp_path, succeed=False)
    assert said.strip() == f"Run nbgrader {command} in the folder {(tmp_path / 'grading').resolve()}."
    assert not (tmp_path / "gradebook.db").exists()


def test_a_learners_command_in_the_folder_above_is_left_alone(room, tmp_path):
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    Classroom(tmp_path, new=False).run("list", f"--Exchange.root={room.exchange}", cwd=tmp_path)


def test_long_work_says_how_far_it_has_come(room):
    assert re.search(r"3 of 3 submissions in [\d.]+ s", room.run("autograde", ASSIGNMENT, "--force"))
    assert re.search(r"3 of 3 submissions in [\d.]+ s", room.run("generate_feedback", ASSIGNMENT, "--force"))


def test_what_a_killed_command_left_half_done_is_done_again(room, tmp_path):
    """The notebook is written last: a folder without it is no submission that was graded."""
    shutil.copytree(room.root, tmp_path / "grading")
    copy = Classroom(tmp_path, new=False)
    notebook = copy.submission("learner-001") / f"{ASSIGNMENT}.ipynb"
    whole = notebook.read_bytes()
    notebook.unlink()
    said = copy.run("autograde", ASSIGNMENT)
    assert "1 of 3 submissions in" in said
    assert notebook.read_bytes() == whole


def test_a_number_of_processes_that_is_none_stops_before_anything_runs(room, monkeypatch):
    """traitlets would leave out the rest of the configuration, and go on."""
    before = state(room)
    monkeypatch.setattr(
        room, "environment", lambda home=None: Classroom.environment(room, home) | {"NBGRADER_WORKERS": "two"}
    )
    said = room.run("autograde", ASSIGNMENT, "--force", succeed=False)
    assert "nbgrader can't be set up for this course: ValueError" in said
    assert "'two'" in said
    assert state(room) == before
