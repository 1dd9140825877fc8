"""Groups that hand in together: one class, autograded once, and nbgrader's real commands on it."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from tests.grading.classroom import ASSIGNMENT, Classroom
from tests.grading.learners import Learner, load_learners

COURSE, ESSAY, ITEMS = "reading-diplomatic-signals", f"{ASSIGNMENT}-essay", 54.0
TABLE = """group,learner
one,one-hands-in
one,one-without
one,one-without-too
same,same-early
same,same-late
two,two-first
two,two-second
two,two-without
none,none-1
none,none-2
"""
HANDED = {
    "one-hands-in": "2026-01-12 10:00", "same-late": "2026-01-12 10:00", "same-early": "2026-01-10 10:00",
    "two-first": "2026-01-10 10:00", "two-second": "2026-01-10 11:00", "alone": "2026-01-10 10:00",
}  # fmt: skip
WORDS = " ".join(f"signal{n} was read as a condition in section {n}" for n in range(40))


class Grouped(Classroom):
    """A class in groups."""

    def table(self, text: str, name: str = "groups.csv") -> None:
        (self.root / name).write_text(text, encoding="utf-8")

    def book(self) -> Gradebook:
        return Gradebook(f"sqlite:///{self.root / 'gradebook.db'}", COURSE)

    def mark(self, who: str, points: float) -> None:
        with self.book() as book:
            grade = book.find_grade(ESSAY, ASSIGNMENT, ASSIGNMENT, who)
            grade.manual_score, grade.needs_manual_grade = points, False
            book.db.commit()

    def canvas(self) -> tuple[dict[str, str], str]:
        """Learner to mark, and what the export says."""
        said = self.run("export", "--exporter=grading.export.canvas.CanvasExporter", "--log-level=INFO")
        with (self.root / "canvas.csv").open(encoding="utf-8", newline="") as file:
            return {row[3]: row[-1] for row in csv.reader(file) if row[3] not in ("", "SIS Login ID")}, said

    def rows(self, name: str) -> list[dict[str, str]]:
        with (self.root / "reports" / ASSIGNMENT / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return [*csv.DictReader(file)]


def fill(room: Grouped) -> None:
    expert = next(each for each in load_learners() if each.id == "expert")
    for who in HANDED:
        if who == "same-late":
            continue
        room.hand_in(Learner(id=who, answers=expert.answers, essay=f"Essay of {who}. {WORDS if 'two' in who else ''}"))
    shutil.copytree(room.root / "submitted" / "same-early", room.root / "submitted" / "same-late")
    for who, time in HANDED.items():
        (room.root / "submitted" / who / ASSIGNMENT / "timestamp.txt").write_text(f"{time}:00.000000 UTC")


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Grouped:
    room = Grouped(tmp_path_factory.mktemp("groups"))
    room.generate()
    fill(room)
    room.table(TABLE)
    said = room.run("autograde", ASSIGNMENT)
    assert "group “two”: two-first and two-second handed in different work" in said
    assert "same-late: handed in the same work, and besides same-early" in said
    for who in HANDED:
        room.mark(who, {"two-first": 3, "two-second": 7}.get(who, 8))
    return room


@pytest.fixture
def room(graded: Grouped, tmp_path: Path) -> Grouped:
    """A copy of that class, which may be changed."""
    shutil.copytree(graded.folder, tmp_path, dirs_exist_ok=True)
    return Grouped(tmp_path, new=False)


def one_member_hands_in(room: Grouped) -> None:
    marks, said = room.canvas()
    whole = {"one-hands-in", "one-without", "one-without-too", "same-early", "same-late", "alone"}
    assert marks == dict.fromkeys(whole, "62")
    assert "nothing handed in: one-without" not in said, said
    room.run("export", "--to", "grades.csv")
    with (room.root / "grades.csv").open(encoding="utf-8", newline="") as file:
        assert {r["student_id"]: r["score"] for r in csv.DictReader(file)}["one-without-too"] == "62.0"
    room.run("generate_feedback", ASSIGNMENT)
    pages = {who: room.feedback(who) for who in ("one-hands-in", "one-without", "one-without-too")}
    assert len({*pages.values()}) == 1
    assert "Essay of one-hands-in." in pages["one-without"]
    room.run("release_assignment", ASSIGNMENT)
    assert "Feedback released" in room.run("release_feedback", ASSIGNMENT, "--log-level=INFO")
    # Renewed with the hand-in's own.
    room.mark("one-hands-in", 4)
    room.run("generate_feedback", ASSIGNMENT, "--force")
    assert "4 of 10" in room.feedback("one-without")


def two_members_hand_in_different_work(room: Grouped) -> None:
    marks, said = room.canvas()
    assert not {"two-first", "two-second", "two-without"} & marks.keys()
    assert "group “two”: two-first and two-second handed in different work" in said
    room.table(f"assignment,learner\n{ASSIGNMENT},two-second\n", "group_choices.csv")
    marks, _ = room.canvas()
    assert {marks[who] for who in ("two-first", "two-second", "two-without")} == {"61"}
    room.run("generate_feedback", ASSIGNMENT)
    assert "Essay of two-second." in room.feedback("two-first")
    assert "Essay of two-second." in room.feedback("two-without")
    # What does not count is lost nowhere, and may be chosen yet.
    assert (room.root / "submitted" / "two-first" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").is_file()
    room.table(f"assignment,learner\n{ASSIGNMENT},two-first\n", "group_choices.csv")
    assert {room.canvas()[0][who] for who in ("two-first", "two-second", "two-without")} == {"57"}


def same_work_from_two_members(room: Grouped) -> None:
    room.mark("same-late", 1)  # marked by mistake
    assert {room.canvas()[0][who] for who in ("same-early", "same-late")} == {"62"}
    path = room.root / "submitted" / "same-late" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("Essay of same-early.", "Changed."), encoding="utf-8")
    assert "group “same”" in room.run("autograde", ASSIGNMENT)
    assert not {"same-early", "same-late"} & room.canvas()[0].keys()


def extension_of_one_member(room: Grouped) -> None:
    with (room.root / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write("\nc.CourseLate.per_day = 10\n")
    due = f"assignment,learner,due\n{ASSIGNMENT},,2026-01-11 12:00\n"
    room.table(due, "deadlines.csv")
    room.run("autograde", ASSIGNMENT)
    marks, _ = room.canvas()
    assert {marks[who] for who in ("one-hands-in", "one-without", "one-without-too")} == {"55.8"}
    assert marks["same-late"] == "62", "the same work came in time, from another member"
    # Of two extensions the later; neither is of the one who hands in.
    own = f"{ASSIGNMENT},one-without,2026-01-11 13:00\n{ASSIGNMENT},one-without-too,2026-01-13 12:00\n"
    room.table(f"{due}{own}", "deadlines.csv")
    said = room.run("autograde", ASSIGNMENT)
    assert "one-hands-in has until 2026-01-13 12:00:00 UTC" in said
    assert "nobody called" not in said
    marks, _ = room.canvas()
    assert {marks[who] for who in ("one-hands-in", "one-without", "one-without-too")} == {"62"}


def class_report_of_groups(room: Grouped) -> None:
    with room.book() as book:
        for who in ("none-1", "none-2", "nobody"):
            book.update_or_create_student(who)
    room.command("report", "--names")
    missing = {(row["who"], row["what"]) for row in room.rows("unaccounted")}
    assert missing == {
        *((who, "nothing handed in") for who in ("none-1", "none-2", "nobody")),
        *(
            (who, "waits for a choice among the hand-ins of its group")
            for who in ("two-first", "two-second", "two-without")
        ),
    }
    assert {row["who"] for row in room.rows("learners")} == {
        "alone", "one-hands-in, one-without, one-without-too", "same-early, same-late",
    }  # fmt: skip
    report = json.loads((room.root / "reports" / ASSIGNMENT / "report.json").read_text(encoding="utf-8"))
    assert (report["n"], report["people"]) == (3, 6)
    page = (room.root / "reports" / ASSIGNMENT / "report.html").read_text(encoding="utf-8")
    assert "3 hand-ins of 6 learners" in page
    shared = [set(row["who"].split(" ")) for row in room.rows("similar")]
    assert not [each for each in shared if {"same-early", "same-late"} <= each]
    # Without the table the same two are told.
    (room.root / "groups.csv").unlink()
    room.command("report", "--names")
    assert [row for row in room.rows("similar") if "same-early" in row["who"] and "same-late" in row["who"]]


def table_of_groups_with_a_fault(room: Grouped) -> None:
    room.table("group,learner\none,one-hands-in\ntwo,one-hands-in\n")
    for command in (
        ("autograde", ASSIGNMENT), ("generate_feedback", ASSIGNMENT), ("export",),
        ("export", "--exporter=grading.export.canvas.CanvasExporter"),
    ):  # fmt: skip
        said = room.run(*command, succeed=False)
        assert "groups.csv, line 3, column learner: “one-hands-in” is in “one” by line 2 already; remove one." in said
        assert "Traceback" not in said
