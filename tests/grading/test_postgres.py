"""The grade book on a real PostgreSQL server, with several people grading at once."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from nbgrader.api import Gradebook

from grading.export.marks import read_column
from tests.grading.classroom import ASSIGNMENT, Classroom
from tests.grading.learners import Learner, load_learners
from tests.grading.postgres import server

COURSE = "reading-diplomatic-signals"
ESSAY = f"{ASSIGNMENT}-essay"
EXPERT = next(x for x in load_learners() if x.id == "expert")
CLASS = [f"learner-{n:03}" for n in range(12)]

# nbgrader's own `add_submission` makes SQLAlchemy say so.
pytestmark = pytest.mark.filterwarnings("ignore:Object of type <Submitted")


class OnPostgres(Classroom):
    """A classroom whose grade book is on a server, named as an instructor names it."""

    address = ""

    def environment(self, home: Path | None = None) -> dict[str, str]:
        return super().environment(home) | {"NBGRADER_DB_URL": self.address}


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OnPostgres]:
    with server() as address:
        room = OnPostgres(tmp_path_factory.mktemp("class"))
        room.address = address
        room.generate()
        room.hand_in(Learner(id=CLASS[0], answers=EXPERT.answers, essay=EXPERT.essay))
        for who in CLASS[1:]:
            shutil.copytree(room.root / "submitted" / CLASS[0], room.root / "submitted" / who)
        room.run("autograde", ASSIGNMENT, "--CourseAutograde.workers=2")
        yield room


def marks(room: OnPostgres) -> dict[str, float]:
    with Gradebook(room.address, COURSE) as book:
        return {who: mark.points for who, mark in read_column(book, ASSIGNMENT).marks.items()}


def test_autograde_enters_everybody_and_makes_no_file(room):
    assert marks(room) == dict.fromkeys(CLASS, 54)
    assert not (room.root / "gradebook.db").exists()


def test_two_people_grade_at_once_while_all_is_graded_again(room):
    """Each gives every learner something: one the essay's points, one a comment; and nothing is lost."""
    start = Barrier(3)

    def give_points() -> None:
        with Gradebook(room.address, COURSE) as book:
            start.wait()
            for n, who in enumerate(CLASS):
                grade = book.find_grade(ESSAY, ASSIGNMENT, ASSIGNMENT, who)
                grade.manual_score, grade.needs_manual_grade = n / 2, False
                book.db.commit()

    def comment() -> None:
        with Gradebook(room.address, COURSE) as book:
            start.wait()
            for who in CLASS:
                book.find_comment(ESSAY, ASSIGNMENT, ASSIGNMENT, who).manual_comment = f"For {who}."
                book.find_grade("condition-line", ASSIGNMENT, ASSIGNMENT, who).extra_credit = 0.5
                book.db.commit()

    def again() -> None:
        start.wait()
        room.run("autograde", ASSIGNMENT, "--force", "--CourseAutograde.workers=2")

    with ThreadPoolExecutor(3) as people:
        for each in [people.submit(work) for work in (give_points, comment, again)]:
            each.result()
    assert marks(room) == {who: 54 + 0.5 + n / 2 for n, who in enumerate(CLASS)}
    with Gradebook(room.address, COURSE) as book:
        for who in CLASS:
            assert book.find_comment(ESSAY, ASSIGNMENT, ASSIGNMENT, who).comment == f"For {who}."


def test_two_commands_at_once_enter_both_learners(room):
    for who in ("late-001", "late-002"):
        shutil.copytree(room.root / "submitted" / CLASS[0], room.root / "submitted" / who)
    with ThreadPoolExecutor(2) as people:
        runs = [people.submit(room.run, "autograde", ASSIGNMENT, "--student", w) for w in ("late-001", "late-002")]
        for each in runs:
            each.result()
    assert {w: m for w, m in marks(room).items() if w.startswith("late")} == {"late-001": 54, "late-002": 54}


def test_feedback_and_export_read_the_server(room):
    room.run("generate_feedback", ASSIGNMENT)
    assert "points" in room.feedback(CLASS[3])
    room.run("export", "--exporter=grading.export.canvas.CanvasExporter", "--CanvasExporter.unfinished=True")
    assert CLASS[3] in (room.root / "canvas.csv").read_text(encoding="utf-8")


def test_a_server_that_is_not_there_is_one_line(room, tmp_path):
    room.address, address = f"postgresql+psycopg://course@/gradebook?host={tmp_path}", room.address
    try:
        said = room.run("autograde", ASSIGNMENT, succeed=False)
    finally:
        room.address = address
    assert "Traceback" not in said
    assert "the grade book can't be opened" in said
