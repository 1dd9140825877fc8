"""Feedback is held back while hand-ins are open: nbgrader's real commands, and the archives for a platform."""

import re
from pathlib import Path

import pytest

from tests.grading.classroom import ASSIGNMENT, Classroom
from tests.grading.learners import load_learners

ADA = next(each for each in load_learners() if each.id == "expert")
HEAD = "assignment,learner,due\n"
WORDS = f"assignment,release\n{ASSIGNMENT},while hand-ins are open\n"


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """A class in which feedback was made, and nobody has said whether it may be given out."""
    room = Classroom.of(tmp_path_factory.mktemp("held"), [ADA])
    (room.root / "feedback.csv").unlink()
    room.run("autograde", ASSIGNMENT)
    said = room.run("generate_feedback", ASSIGNMENT, status=0)
    assert "feedback is not given out while hand-ins stay open" in said, "pages are made, and it is said"
    own = room.root / "feedback" / ADA.id / ASSIGNMENT
    # What comes with a hand-in through the exchange.
    (own / "timestamp.txt").write_text("2026-03-01 12:00:00 UTC")
    (own / "submission_secret.txt").write_text("secret")
    return room


@pytest.fixture
def room(graded: Classroom) -> Classroom:
    for name in ("feedback.csv", "deadlines.csv"):
        (graded.root / name).unlink(missing_ok=True)
    return graded


def write(room: Classroom, name: str, text: str) -> None:
    (room.root / name).write_text(text, encoding="utf-8")


def given(room: Classroom) -> set[Path]:
    return {*room.exchange.rglob("*.html"), *(room.root / "reports").rglob("*.zip")}


def refused(room: Classroom, *expected: str) -> None:
    """All ways out are shut, nothing is copied, and the one line says all of this."""
    before = given(room)
    lines = room.run("release_feedback", ASSIGNMENT, succeed=False).splitlines()
    [line] = [x for x in lines if re.search(r"\| (ERROR|CRITICAL)\]", x) and not x.endswith("failed")]
    done = room.python("grading.export", ASSIGNMENT, "--root", str(room.root))
    assert done.returncode == 1
    [packed] = done.stderr.splitlines()
    comments = ("--exporter=grading.export.worksheet.WorksheetExporter", "--WorksheetExporter.feedback=True")
    lines = room.run("export", *comments, succeed=False).splitlines()
    [worksheet] = [x for x in lines if re.search(r"\| (ERROR|CRITICAL)\]", x)]
    for said in (line, packed, worksheet):
        assert "Traceback" not in said
        for each in expected:
            assert each in said
    assert given(room) == before


def released(room: Classroom) -> None:
    for page in given(room):
        page.unlink()
    room.run("release_feedback", ASSIGNMENT)
    assert len([page for page in given(room) if page.suffix == ".html"]) == 1
    done = room.python("grading.export", ASSIGNMENT, "--root", str(room.root))
    assert "not given out" not in done.stderr, "who came through no platform is in no archive; nothing else is wrong"


def test_without_a_deadline_it_takes_words(room):
    refused(room, "it has no deadline", f"“{ASSIGNMENT},while hand-ins are open”", "feedback.csv")
    write(room, "feedback.csv", WORDS)
    released(room)


def test_before_the_deadline_it_says_until_when_and_after_it_gives_out(room):
    write(room, "deadlines.csv", f"{HEAD}{ASSIGNMENT},,2999-03-31 23:59\n")
    refused(room, "open until 2999-03-31 23:59 UTC", "Wait until then", "feedback.csv")
    write(room, "feedback.csv", WORDS)
    released(room)
    (room.root / "feedback.csv").unlink()
    write(room, "deadlines.csv", f"{HEAD}{ASSIGNMENT},,2020-03-31 23:59\n")
    released(room)


def test_an_extension_holds_it_back_for_all(room):
    write(room, "deadlines.csv", f"{HEAD}{ASSIGNMENT},,2020-03-31 23:59\n{ASSIGNMENT},ada,2999-04-02T10:00+02:00\n")
    refused(room, "open until 2999-04-02 08:00 UTC (extension of ada)")


def test_a_date_in_the_grade_book_alone_counts(room):
    write(room, "deadlines.csv", f"{HEAD}{ASSIGNMENT},,2999-03-31 23:59\n")
    room.run("generate_feedback", ASSIGNMENT)
    (room.root / "deadlines.csv").unlink()
    refused(room, "open until 2999-03-31 23:59 UTC")
    write(room, "deadlines.csv", f"{HEAD}{ASSIGNMENT},,\n")
    refused(room, "it has no deadline")


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (f"assignment,release\n{ASSIGNMENT},yes\n", "line 2, column release: “yes”; expected the words"),
        (f"{WORDS}{ASSIGNMENT},while hand-ins are open\n", "line 3, column assignment: line 2 has a row"),
        ("assignment,release\nprecondtion,while hand-ins are open\n", "there is no assignment “precondtion”"),
        ("assignment\n", "expected the columns assignment, release"),
    ],
)
def test_a_table_that_says_something_else_is_refused_and_named(room, table, says):
    write(room, "feedback.csv", table)
    refused(room, "feedback.csv", says)
