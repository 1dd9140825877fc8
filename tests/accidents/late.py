"""Deadlines, extensions, and work that came late: nbgrader's real commands and formgrader on copies of one class."""

import csv
import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook
from sqlalchemy import event
from sqlalchemy.orm import Session
from traitlets.config import Config

from grading.collecting import ledger
from grading.collecting.telling import LEFT_OUT
from grading.handout.assignment import AssignmentError
from grading.late import penalties
from grading.late.deadlines import read_deadlines
from grading.late.untimed import untimed
from tests.accidents.platforms import canvas, canvas_name
from tests.grading.classroom import ASSIGNMENT, Classroom, work
from tests.grading.formgrader import formgrader
from tests.grading.learners import Learner, load_learners
from tests.grading.postgres import server

COURSE = "reading-diplomatic-signals"
ESSAY, ITEMS = f"{ASSIGNMENT}-essay", 54.0
TIMES = {"in-time": "2026-01-10 10:00", "in-grace": "2026-01-11 12:05", "late": "2026-01-12 12:16", "no-time": ""}
TABLE = f"assignment,learner,due\n{ASSIGNMENT},,2026-01-11 12:00\n"
TENTH = "c.CourseLate.per_day = 10\nc.CourseLate.grace_minutes = 15\n"
ZERO = "c.LateSubmissionPlugin.penalty_method = 'zero'\n"


class Late(Classroom):
    """A class of which one is late, with what an instructor asks of it."""

    address = ""

    def environment(self, home: Path | None = None) -> dict[str, str]:
        return super().environment(home) | ({"NBGRADER_DB_URL": self.address} if self.address else {})

    def book(self) -> Gradebook:
        return Gradebook(self.address or f"sqlite:///{self.root / 'gradebook.db'}", COURSE)

    def table(self, text: str) -> None:
        (self.root / "deadlines.csv").write_text(text, encoding="utf-8")

    def configure(self, lines: str) -> None:
        with (self.root / "nbgrader_config.py").open("a", encoding="utf-8") as file:
            file.write(f"\n{lines}")

    def penalties(self) -> dict[str, tuple[float, float]]:
        """Learner to points and penalty."""
        with self.book() as book:
            return {s.student.id: (s.score, s.late_submission_penalty) for s in book.assignment_submissions(ASSIGNMENT)}

    def mark(self, client: Any, points: float, cell: str = ESSAY, who: str = "late") -> None:
        """Give points as the formgrader does."""
        with self.book() as book:
            grade = book.find_grade(cell, ASSIGNMENT, ASSIGNMENT, who).id
        client.put(f"/formgrader/api/grade/{grade}", {"manual_score": points, "extra_credit": None})

    def exported(self) -> tuple[str, str]:
        """The late one's mark, for Canvas and from nbgrader's own exporter."""
        plugin = "CanvasExporter"
        self.run("export", f"--exporter=grading.export.canvas.{plugin}", f"--{plugin}.unfinished=True")
        self.run("export", "--to", "grades.csv")
        with (self.root / "canvas.csv").open(encoding="utf-8", newline="") as file:
            [canvas] = [row[-1] for row in csv.reader(file) if row[3] == "late"]
        with (self.root / "grades.csv").open(encoding="utf-8", newline="") as file:
            [stock] = [row["score"] for row in csv.DictReader(file) if row["student_id"] == "late"]
        return canvas, stock

    def told(self) -> str:
        """The late one's page, made anew."""
        said = self.run("generate_feedback", ASSIGNMENT, "--force")
        assert "Removing" not in said
        assert "stay as they were made" not in said
        assert f"{len(TIMES)} pages stay as they were made before" in self.run("generate_feedback", ASSIGNMENT)
        return self.feedback("late")


def fill(room: Late, times: dict[str, str]) -> None:
    expert = next(each for each in load_learners() if each.id == "expert")
    for who, time in times.items():
        room.hand_in(Learner(id=who, answers=expert.answers, essay="An essay."))
        if time:
            (room.root / "submitted" / who / ASSIGNMENT / "timestamp.txt").write_text(f"{time}:00.000000 UTC")


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Late:
    """Four learners with a deadline, autograded; late work costs nothing yet."""
    room = Late(tmp_path_factory.mktemp("late"))
    room.generate()
    fill(room, TIMES)
    room.table(TABLE)
    room.run("autograde", ASSIGNMENT)
    assert room.penalties() == dict.fromkeys(TIMES, (ITEMS, 0.0))
    return room


@pytest.fixture
def room(graded: Late, tmp_path: Path) -> Late:
    """A copy of that class, which may be changed."""
    shutil.copytree(graded.folder, tmp_path, dirs_exist_ok=True)
    return Late(tmp_path, new=False)


def essay_marked_after_autograde(room: Late) -> None:
    room.configure(ZERO)
    room.run("autograde", ASSIGNMENT)
    assert room.penalties()["late"] == (ITEMS, ITEMS)
    with formgrader(room) as client:
        room.mark(client, 8)
    assert room.penalties() == {**dict.fromkeys(TIMES, (ITEMS, 0)), "late": (62, 62), "in-grace": (ITEMS, ITEMS)}
    assert room.exported() == ("0", "0.0")
    assert "<strong>0 of 64 points</strong> (after 62 taken off for handing in late)" in room.told()


def late_by_a_day_and_a_minute(room: Late) -> None:
    room.configure(TENTH)
    room.run("autograde", ASSIGNMENT)
    with formgrader(room) as client:
        room.mark(client, 6)
        assert room.penalties() == {**dict.fromkeys(TIMES, (ITEMS, 0.0)), "late": (60, 12)}
        room.mark(client, 5)
        assert room.penalties()["late"] == (59, 11.8)
    assert "<strong>47.2 of 64 points</strong> (after 11.8 taken off" in room.told()


def extended_until_a_local_time(room: Late) -> None:
    room.configure(f"{ZERO}c.NbGraderAPI.timezone = 'Europe/Berlin'\n")
    row = "2026-01-12T13:00+01:00"
    room.table(f"assignment,learner,due\n{ASSIGNMENT},,2026-01-11 00:00\n{ASSIGNMENT},late,{row}\n")
    room.run("autograde", ASSIGNMENT)
    with room.book() as book:
        assert book.find_assignment(ASSIGNMENT).duedate == datetime.fromisoformat("2026-01-10 23:00")
        assert book.find_submission(ASSIGNMENT, "late").duedate == datetime.fromisoformat("2026-01-12 12:00")
    assert room.penalties()["late"] == (ITEMS, ITEMS), "sixteen minutes after the extension"
    room.table(f"assignment,learner,due\n{ASSIGNMENT},,2026-01-11 00:00\n{ASSIGNMENT},late,{row.replace('13', '14')}\n")
    room.run("generate_feedback", ASSIGNMENT)
    assert room.penalties() == {**dict.fromkeys(TIMES, (ITEMS, 0.0)), "in-grace": (ITEMS, ITEMS)}
    with formgrader(room) as client:
        shown = json.loads(client.get(f"/formgrader/api/assignment/{ASSIGNMENT}"))
        assert shown["duedate_notimezone"] == "2026-01-11T00:00:00"
    # A learner who has not handed in when the extension is granted gets it with the work.
    shutil.copytree(room.root / "submitted" / "late", room.root / "submitted" / "later")
    room.table(f"assignment,learner,due\n{ASSIGNMENT},,2026-01-11 00:00\n{ASSIGNMENT},later,2026-02-01 00:00\n")
    assert "late has no extension any more" in room.run("autograde", ASSIGNMENT)
    assert room.penalties()["later"] == (ITEMS, 0)
    assert room.penalties()["late"] == (ITEMS, ITEMS)


def extension_granted_afterwards(room: Late) -> None:
    room.configure(ZERO)
    room.run("autograde", ASSIGNMENT)
    assert room.penalties()["late"] == (ITEMS, ITEMS)
    page = room.submission("late") / f"{ASSIGNMENT}.ipynb"
    before = page.stat().st_mtime_ns
    room.table(f"{TABLE}{ASSIGNMENT},late,2026-01-20 12:00\n{ASSIGNMENT},latee,2026-01-20 12:00\n")
    said = room.run("autograde", ASSIGNMENT)
    assert "late has until 2026-01-20 12:00:00 UTC" in said
    assert "line 4, column learner: nobody called “latee” has handed in yet" in said
    assert room.penalties()["late"] == (ITEMS, 0)
    assert page.stat().st_mtime_ns == before


def deadline_moved_in_the_formgrader(room: Late) -> None:
    room.configure(ZERO)
    (room.root / "deadlines.csv").unlink()
    room.run("autograde", ASSIGNMENT)
    assert room.penalties()["late"] == (ITEMS, ITEMS)
    with formgrader(room) as client:
        due = {"duedate_notimezone": "2026-01-12T13:00", "duedate_timezone": "+0000"}
        client.put(f"/formgrader/api/assignment/{ASSIGNMENT}", due)
        assert room.penalties()["late"] == (ITEMS, 0)
        client.put(f"/formgrader/api/assignment/{ASSIGNMENT}", due | {"duedate_notimezone": "2026-01-12T12:00"})
        assert room.penalties()["late"] == (ITEMS, ITEMS)
        client.put(f"/formgrader/api/assignment/{ASSIGNMENT}", due | {"duedate_notimezone": None})
    assert room.penalties() == dict.fromkeys(TIMES, (ITEMS, 0))


def deadline_added_afterwards(room: Late) -> None:
    room.table(f"assignment,learner,due\n{ASSIGNMENT},,\n")
    assert "No time of handing in" not in room.run("autograde", ASSIGNMENT)
    room.table(TABLE)
    room.configure(ZERO)
    said = room.run("autograde", ASSIGNMENT)
    assert "precondition is due 2026-01-11 12:00:00 UTC" in said
    assert "Late, and graded before: in-grace, late." in said
    assert "No time of handing in, so nothing is taken off for lateness: no-time." in said
    assert room.penalties()["late"] == (ITEMS, ITEMS)
    stamp = room.root / "submitted" / "no-time" / ASSIGNMENT / "timestamp.txt"
    stamp.write_text("2026-01-12 09:00:00 UTC\n", encoding="utf-8")
    room.run("autograde", ASSIGNMENT)
    assert room.penalties()["no-time"] == (ITEMS, ITEMS)


def no_time_of_handing_in(room: Late) -> None:
    room.configure(ZERO)
    said = room.run("autograde", ASSIGNMENT, "--force")
    assert "No time of handing in, so nothing is taken off for lateness: no-time. If you know it" in said
    assert said.count("ime of handing in") == 1
    assert "late: handed in 1 d 16 min late." in said
    assert room.penalties()["no-time"] == (ITEMS, 0)


def _canvas_page(client: Any, room: Late, who: str) -> str:
    with room.book() as book:
        submission = book.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, who).id
    page: str = client.get(f"/formgrader/submissions/{submission}/")
    return page


def _at_canvas(room: Late, essay: str, *, late: bool) -> dict[str, bytes]:
    """What the archive of the class holds of somebody called luca, who answers as the expert does."""
    expert = next(each for each in load_learners() if each.id == "expert")
    desk = room.folder / essay
    shutil.copytree(room.root / "release" / ASSIGNMENT, desk)
    work(desk, Learner(id="luca", answers=expert.answers, essay=essay))
    names = ("journal.json", f"{ASSIGNMENT}.ipynb")
    return {canvas_name("luca", 5, 90 + n, name, late=late): (desk / name).read_bytes() for n, name in enumerate(names)}


def canvas_marks_it_late(room: Late) -> None:
    room.configure(TENTH)
    expert = next(each for each in load_learners() if each.id == "expert")
    room.hand_in(Learner(id="luca", answers=expert.answers, essay="Before."))
    stamp = room.root / "submitted" / "luca" / ASSIGNMENT / "timestamp.txt"
    stamp.write_text("2026-01-10 10:00:00 UTC", encoding="utf-8")
    room.run("autograde", ASSIGNMENT)
    archive = room.root / "downloaded" / ASSIGNMENT / "archive" / "submissions.zip"
    canvas(archive, _at_canvas(room, "After.", late=True))
    room.run("zip_collect", ASSIGNMENT, "--force")
    [row] = [each for each in ledger.read(room.root, ASSIGNMENT) if each.learner == "luca"]
    assert (row.status, row.late) == ("taken", "late")
    assert not stamp.exists()
    says = "luca: marked late by Canvas, which does not say by how much."
    said = room.run("autograde", ASSIGNMENT)
    assert said.count("luca: marked late by Canvas") == 1
    assert says in room.run("autograde", ASSIGNMENT), "also where nothing is graded anew"
    assert room.penalties()["luca"] == (ITEMS, 0)
    with room.book() as book:
        assert book.find_submission(ASSIGNMENT, "luca").timestamp is None, "the time of other work"
        assert book.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "luca").flagged
    with formgrader(room) as client:
        assert "This hand-in is marked late by Canvas" in _canvas_page(client, room, "luca")
        assert "marked late by Canvas" not in _canvas_page(client, room, "in-time")
        room.mark(client, 6, who="luca")
    command = ("export", "--exporter=grading.export.canvas.CanvasExporter", "--CanvasExporter.unfinished=False")
    for who in TIMES:
        with formgrader(room) as client:
            room.mark(client, 6, who=who)
    said = room.run(*command)
    assert says in said
    assert "1 marks wait for a person and were left out: luca" in said
    assert "luca" not in (room.root / "canvas.csv").read_text(encoding="utf-8")
    assert says in room.run("export", "--to", "grades.csv")
    assert says in room.run("generate_feedback", ASSIGNMENT)
    stamp.write_text("2026-01-12 12:16:00 UTC", encoding="utf-8")
    assert "marked late by Canvas" not in room.run("autograde", ASSIGNMENT)
    assert room.penalties()["luca"] == (60, 12)
    assert "marked late by Canvas" not in room.run(*command)
    assert "luca" in (room.root / "canvas.csv").read_text(encoding="utf-8")


def canvas_marks_it_late_and_nothing_costs(room: Late) -> None:
    canvas(
        room.root / "downloaded" / ASSIGNMENT / "archive" / "submissions.zip", _at_canvas(room, "An essay.", late=True)
    )
    room.run("zip_collect", ASSIGNMENT)
    assert "luca: marked late by Canvas" in room.run("autograde", ASSIGNMENT)
    with formgrader(room) as client:
        room.mark(client, 6, who="luca")
    room.run("export", "--exporter=grading.export.canvas.CanvasExporter")
    assert "luca" in (room.root / "canvas.csv").read_text(encoding="utf-8")


def late_work_that_stays(room: Late) -> None:
    archive = room.root / "downloaded" / ASSIGNMENT / "archive"
    canvas(archive / "submissions.zip", _at_canvas(room, "An essay.", late=True))
    room.run("zip_collect", ASSIGNMENT)
    canvas(archive / "submissions.zip", _at_canvas(room, "Another.", late=False))
    shutil.rmtree(archive.with_name("extracted"))
    room.run("zip_collect", ASSIGNMENT, status=LEFT_OUT)
    assert untimed(room.root, ASSIGNMENT) == {"luca"}, "what stands there is the late one still"
    room.run("zip_collect", ASSIGNMENT, "--force")
    assert untimed(room.root, ASSIGNMENT) == set()
    file = ledger.path(room.root, ASSIGNMENT)
    file.write_text(
        "".join(f"{line.rpartition(',')[0]}\n" for line in file.read_text(encoding="utf-8").splitlines()),
        encoding="utf-8",
    )
    assert ledger.read(room.root, ASSIGNMENT), "a table of an earlier version has no such column"
    (archive / "submissions.zip").unlink()
    canvas(archive / "submissions.zip", _at_canvas(room, "A third.", late=True))
    rule = r".*/(?P<student_id>[a-z]+)_(LATE_)?\d+_\d+_[^/]*/(?P<file_id>[^.]*)"
    room.configure(f"c.FileNameCollectorPlugin.named_regexp = {rule!r}")
    shutil.rmtree(archive.with_name("extracted"))
    room.run("zip_collect", ASSIGNMENT, "--force")
    assert untimed(room.root, ASSIGNMENT) == {"luca"}


def question_dropped_of_late_work(room: Late) -> None:
    room.configure(TENTH)
    journal = room.root / "submitted" / "late" / ASSIGNMENT / "journal.json"
    kept = json.loads(journal.read_text(encoding="utf-8"))
    kept["answers"].pop("condition-restated")
    journal.write_text(json.dumps(kept), encoding="utf-8")
    room.run("autograde", ASSIGNMENT, "--force")
    points, penalty = room.penalties()["late"]
    assert penalty == pytest.approx(points / 5)
    assert points < ITEMS
    key, asked = room.root / "keys" / f"{ASSIGNMENT}.toml", 'question = "condition-restated-1"\n'
    key.write_text(key.read_text(encoding="utf-8").replace(asked, f"{asked}dropped = true\n"), encoding="utf-8")
    room.command("regrade", "--apply")
    assert room.penalties()["late"] == (ITEMS, ITEMS / 5)
    with room.book() as book:
        for grade in book.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "late").grades:
            grade.manual_score, grade.extra_credit = 0, -1
        book.db.commit()
    assert "<strong>0 of 64 points</strong>" in room.told()
    assert room.exported() == ("0", "0.0")


def class_report_of_late_work(room: Late) -> None:
    room.configure(TENTH)
    room.run("autograde", ASSIGNMENT)
    room.command("report", "--names")
    with (room.root / "reports" / ASSIGNMENT / "learners.csv").open(encoding="utf-8", newline="") as file:
        rows = {each["who"]: (float(each["points"]), float(each["penalty"])) for each in csv.DictReader(file)}
    assert rows == {**dict.fromkeys(TIMES, (ITEMS, 0)), "late": (ITEMS, 10.8)}
    assert room.exported() == ("43.2", "43.2")


def class_report_without_a_time(room: Late) -> None:
    room.configure(TENTH)
    room.run("autograde", ASSIGNMENT)
    archive = room.root / "downloaded" / ASSIGNMENT / "archive" / "submissions.zip"
    canvas(archive, _at_canvas(room, "Late at Canvas.", late=True))
    room.run("zip_collect", ASSIGNMENT)
    room.run("autograde", ASSIGNMENT)
    folder = room.root / "reports" / ASSIGNMENT

    def told() -> tuple[dict[str, str], str]:
        room.command("report", "--names")
        with (folder / "learners.csv").open(encoding="utf-8", newline="") as file:
            return {r["who"]: r["late"] for r in csv.DictReader(file)}, (folder / "report.html").read_text("utf-8")

    late, page = told()
    assert late == {"in-time": "False", "in-grace": "True", "late": "True", "no-time": "", "luca": ""}
    assert "Late or not, nobody knows</a>: 2." in page
    assert '<li dir="auto">luca</li><li dir="auto">no-time</li>' in page
    for who in ("no-time", "luca"):
        stamp = room.root / "submitted" / who / ASSIGNMENT / "timestamp.txt"
        stamp.write_text("2026-01-12 09:00:00 UTC\n", encoding="utf-8")
    room.run("autograde", ASSIGNMENT)
    late, page = told()
    assert (late["no-time"], late["luca"]) == ("True", "True")
    assert "nobody knows" not in page
    # Without a deadline nothing is late, and no time is missed.
    room.table(f"assignment,learner,due\n{ASSIGNMENT},,\n")
    (room.root / "submitted" / "no-time" / ASSIGNMENT / "timestamp.txt").unlink()
    room.run("autograde", ASSIGNMENT)
    late, page = told()
    assert set(late.values()) == {"False"}
    assert "nobody knows" not in page


def own_rule_that_fails(room: Late) -> None:
    room.configure(
        "from nbgrader.plugins import BasePlugin\n"
        "class Ours(BasePlugin):\n"
        "    def late_submission_penalty(self, student_id, score, total_seconds_late):\n"
        "        return score / 4 if score < 60 else score / 0\n"
        "c.AssignLatePenalties.plugin_class = Ours\n"
    )
    room.run("autograde", ASSIGNMENT)
    assert room.penalties()["late"] == (ITEMS, ITEMS / 4)
    with formgrader(room) as client:
        room.mark(client, 4)
        assert room.penalties()["late"] == (58, 14.5)
        room.mark(client, 9)
    assert room.penalties()["late"] == (63, 14.5)
    said = room.run("generate_feedback", ASSIGNMENT, succeed=False)
    assert "late: the rule for late work, Ours, fails: ZeroDivisionError" in said
    assert "Traceback" not in said
    assert not (room.root / "feedback").exists()


def two_graders_mark_late_work(tmp_path: Path) -> None:
    with server() as address:
        room = Late(tmp_path)
        room.address = address
        room.generate()
        fill(room, {"late": TIMES["late"]})
        room.table(TABLE)
        room.configure(ZERO)
        room.run("autograde", ASSIGNMENT)
        penalties.follow(lambda: Config({"LateSubmissionPlugin": {"penalty_method": "zero"}}))
        try:
            with room.book() as first, room.book() as second, ThreadPoolExecutor(1) as other:
                first.find_grade(ESSAY, ASSIGNMENT, ASSIGNMENT, "late").manual_score = 8
                grade = second.find_grade("condition-line", ASSIGNMENT, ASSIGNMENT, "late")
                first.db.flush()
                session = second.db()
                grade.extra_credit = 1
                done = other.submit(session.commit)
                with pytest.raises(TimeoutError):
                    done.result(1)
                first.db.commit()
                done.result(30)
        finally:
            event.remove(Session, "after_flush", penalties._after_flush)
        assert room.penalties() == {"late": (63, 63)}


def table_saved_by_a_spreadsheet(room: Late) -> None:
    room.configure(ZERO)
    rows = ("Assignment;Due;Learner", ";;", f" {ASSIGNMENT} ;2026-01-11 12:00:00; ", "")
    extended = f'{ASSIGNMENT};"2026-01-12T12:16:00Z";late'
    table = "\ufeff" + "\r\n".join((*rows, extended, ";;", ""))
    room.table(table)
    room.run("autograde", ASSIGNMENT)
    assert room.penalties() == {**dict.fromkeys(TIMES, (ITEMS, 0)), "in-grace": (ITEMS, ITEMS)}
    with room.book() as book:
        assert book.find_submission(ASSIGNMENT, "late").extension == timedelta(days=1, minutes=16)


FAULTS = {
    f"{ASSIGNMENT},,31.03.2026 23:59": "line 2, column due: “31.03.2026 23:59”; expected a date and a time",
    f"{ASSIGNMENT},,03/31/2026 11:59 PM": "line 2, column due",
    f"{ASSIGNMENT},,2026-03-31": "line 2, column due: “2026-03-31”; expected a date and a time of day",
    f"{ASSIGNMENT},,2026-02-30 12:00": "line 2, column due",
    f"{ASSIGNMENT},,2026-01-11 12:00\n{ASSIGNMENT},a,": "line 3, column due: empty",
    f"{ASSIGNMENT},,2026-01-11 12:00\n{ASSIGNMENT},,2026-01-12 12:00": "line 3, column learner: line 2 has a row",
    f"{ASSIGNMENT},,2026-01-11 12:00,": "line 2: expected 3 cells and found 4",
    ",,2026-01-11 12:00": "line 2, column assignment: empty",
    f"{ASSIGNMENT},,0001-01-01T00:00+14:00": "line 2, column due",
}
REFUSED = {
    "precondtion,,2026-01-11 12:00": "line 2, column assignment: there is no assignment “precondtion”",
    f"{ASSIGNMENT},,2026-01-11 12:00\n{ASSIGNMENT},late,2026-01-10 12:00": "line 3, column due",
    f"{ASSIGNMENT},,\n{ASSIGNMENT},late,2026-01-10 12:00": "line 3: “late” has an extension and precondition no",
}


def table_with_a_fault(room: Late, tmp_path: Path) -> None:
    path = tmp_path / "deadlines.csv"
    for text, says in FAULTS.items():
        path.write_text(f"assignment,learner,due\n{text}\n", encoding="utf-8")
        with pytest.raises(AssignmentError) as refused:
            read_deadlines(path)
        assert f"{path}, {says}" in str(refused.value)
    for head, says in {"assignment,student,due": "assignment, student, due", "": "it has nothing"}.items():
        path.write_text(head, encoding="utf-8")
        with pytest.raises(AssignmentError, match=f"line 1: expected the columns assignment, learner, due; .*{says}"):
            read_deadlines(path)
    path.write_text(TABLE.replace("12:00", "02:30").replace("01-11", "03-29"), encoding="utf-8")
    with pytest.raises(AssignmentError, match=r"line 2, column due: .* is no time in Europe/Berlin"):
        read_deadlines(path, "Europe/Berlin")
    path.write_bytes(TABLE.replace("learner,due", "learner,due\n#ü").encode("latin-1"))
    with pytest.raises(AssignmentError, match="UTF-8"):
        read_deadlines(path)
    before = room.penalties()
    for text, says in REFUSED.items():
        room.table(f"assignment,learner,due\n{text}\n")
        said = room.run("autograde", ASSIGNMENT, "--force", succeed=False)
        assert says in said
        assert "Traceback" not in said
        with room.book() as book:
            assert book.find_assignment(ASSIGNMENT).duedate == datetime.fromisoformat("2026-01-11 12:00")
    room.table(TABLE)
    room.configure("c.CourseLate.per_day = 200\n")
    said = room.run("autograde", ASSIGNMENT, "--force", succeed=False)
    assert "per_day" in said
    assert "Traceback" not in said
    assert room.penalties() == before
