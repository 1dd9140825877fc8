"""Marks as files for Canvas and Moodle, from a grade book made with nbgrader's own interface."""

import csv
import logging
import re
from pathlib import Path

import pytest
import traitlets.log
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters.base import NbGraderException
from nbgrader.plugins import CsvExportPlugin

from grading.collecting import ledger
from grading.collecting.found import CANVAS, MOODLE, NOT_TAKEN, TAKEN, Found
from grading.export.canvas import CanvasExporter
from grading.export.moodle import MoodleExporter
from grading.export.plain import PlainExporter
from grading.reading.harmless import harmless
from tests.grading.classroom import Classroom

# nbgrader's own `add_submission` makes SQLAlchemy say so.
pytestmark = pytest.mark.filterwarnings("ignore:Object of type <Submitted")
COURSE = "reading-diplomatic-signals"
DONE = {"learner-001": (6.5, 8.0), "learner-002": (10, None), "=late": (7, 5)}


@pytest.fixture(scope="module")
def gradebook(tmp_path_factory: pytest.TempPathFactory) -> Gradebook:
    """Two assignments of 10 + 10 points, five learners: done, waits for a person, late, absent, and oddly named."""
    with Gradebook(f"sqlite:///{tmp_path_factory.mktemp('book') / 'gradebook.db'}", COURSE) as book:
        fill(book)
        yield book


def fill(book: Gradebook) -> None:
    book.add_student("learner-001", first_name="A", last_name="One", email="one@example.org", lms_user_id="4711")
    book.add_student("learner-002", first_name="@B", last_name="=HYPERLINK(1)", lms_user_id="12ab")
    book.add_student("=late", first_name="C", last_name="Points Possible", email="late@example.org")
    book.add_student("learner-004", last_name="Ünal", email="-4@example.org")
    book.add_student("0")
    for name in ("goals", "signals"):
        book.add_assignment(name, duedate="2026-01-01 12:00:00 UTC")
        book.add_notebook(name, name)
        book.add_grade_cell("item", name, name, max_score=10, cell_type="code")
        book.add_source_cell("item", name, name, cell_type="code")
        book.add_task_cell("essay", name, name, max_score=10, cell_type="markdown")
        book.add_source_cell("essay", name, name, cell_type="markdown")
    for who, (item, essay) in DONE.items():
        book.add_submission("goals", who)
        notebook = book.find_submission_notebook("goals", "goals", who)
        scored = book.find_grade("item", "goals", "goals", who)
        scored.auto_score, scored.needs_manual_grade = item, False
        grade = book.find_grade("essay", "goals", "goals", who)
        grade.manual_score, grade.needs_manual_grade = essay, essay is None
        comment = book.find_comment("essay", "goals", "goals", who)
        comment.auto_comment, comment.manual_comment = "by the scorer", "Meet the objection & say <why>."
        if who == "=late":
            notebook.late_submission_penalty = 2.25
    book.db.commit()


def export(plugin, gradebook: Gradebook, to: Path, **options) -> list[list[str]]:
    """One file for everybody and every assignment, as with `blanks`."""
    plugin(to=str(to), blanks=True, **options).export(gradebook)
    return rows(to)


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def said(caplog) -> str:
    return "\n".join(record.getMessage() for record in caplog.records)


@pytest.fixture
def log(caplog):
    """What a plugin says when nbgrader runs it; outside, it has a log of its own."""
    caplog.set_level(logging.INFO)
    traitlets.log.get_logger().propagate = True
    return caplog


def test_canvas_finds_who_what_and_how_much(gradebook, tmp_path):
    head, possible, *rows = export(CanvasExporter, gradebook, tmp_path / "c.csv", columns={"goals": "Goals (815)"})
    assert head == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Goals (815)", "signals"]
    assert possible == ["    Points Possible", "", "", "", "", "20", "20"]
    found = {row[3]: row for row in rows}
    assert found["learner-001"] == ["One, A", "4711", "", "learner-001", "", "14.5", ""]
    assert found["learner-002"] == ["'=HYPERLINK(1), @B", "", "", "learner-002", "", "", ""]
    assert found["'=late"][5:] == ["9.75", ""]
    assert found["learner-004"] == ["Ünal", "", "", "learner-004", "", "", ""]
    assert len(rows) == 5


def test_canvas_takes_the_header_for_one_and_no_learner_for_the_points(gradebook, tmp_path):
    """What its importer asks of rows (`row_has_student_headers?`, `check_for_non_student_row`), in its own patterns."""
    head, possible, *rows = export(CanvasExporter, gradebook, tmp_path / "c.csv")
    assert len(head) > 3
    assert "Student" in head[0]
    assert "ID" in head[1]
    assert re.search(r"SIS\s+User\s+ID", head[2])
    assert re.search(r"SIS\s+Login\s+ID", head[3])
    assert "Section" in head[4]
    assert "Points Possible" in possible[0]
    assert not [row for row in rows if "Points Possible" in row[0]]
    assert {len(row) for row in rows} == {len(head)}
    assert all(re.fullmatch(r"\d*", row[1]) for row in rows)


def test_moodle_has_the_identifier_and_the_marks_beside_their_feedback(gradebook, tmp_path):
    head, *rows = export(MoodleExporter, gradebook, tmp_path / "m.csv")
    assert head[:3] == ["First name", "Last name", "Username"]
    assert head[3:] == ["goals", "goals (Feedback)", "signals", "signals (Feedback)"]
    found = {row[2]: row for row in rows}
    assert found["learner-001"][3:] == ["14.5", "Meet the objection &amp; say &lt;why&gt;.", "", ""]
    assert found["learner-002"][:2] == ["'@B", "'=HYPERLINK(1)"]
    assert found["learner-002"][3:] == ["", "", "", ""]
    assert found["'=late"][3] == "9.75"


@pytest.mark.parametrize(("identifier", "left"), [("Username", 4), ("ID number", 4), ("Email address", 3)])
def test_moodle_gets_no_row_without_an_identifier(gradebook, tmp_path, identifier, left):
    """It would take such a row for the learner of the row before."""
    head, *found = export(MoodleExporter, gradebook, tmp_path / "m.csv", identifier=identifier, feedback=False)
    assert head == ["First name", "Last name", identifier, "goals", "signals"]
    assert len(found) == left
    assert all(row[2] not in ("", "0") for row in found)


@pytest.mark.parametrize("plugin", [CanvasExporter, MoodleExporter])
def test_nobody_without_a_mark_is_written_unless_asked_for(gradebook, tmp_path, log, plugin):
    """A blank cell takes the mark away that the platform has, so a file for each assignment holds those with a mark."""
    plugin(to=str(tmp_path / "x.csv")).export(gradebook)
    assert {path.name for path in tmp_path.iterdir()} == {"x-goals.csv"}
    head, *found = rows(tmp_path / "x-goals.csv")
    people = [row for row in found if "Points Possible" not in row[0]]
    assert len(people) == 2
    assert all(row[head.index("goals")] for row in people)
    assert "goals: 1 marks wait for a person and were left out: =HYPERLINK(1), @B (learner-002)." in said(log)
    assert "goals: nothing handed in: Ünal (learner-004)" in said(log)
    assert "None" not in said(log)


def test_blanks_that_are_written_are_warned_of_by_name(gradebook, tmp_path, log):
    export(CanvasExporter, gradebook, tmp_path / "x.csv", assignment=["goals"])
    warned = (
        "goals: a blank cell takes away the mark that the platform has of: 0; =HYPERLINK(1), @B (learner-002); Ünal"
    )
    assert warned in said(log)


def test_a_learner_called_0_is_written_by_another_identifier(tmp_path, log):
    """PHP takes “0” for nothing, and Moodle's importer would give the mark to the learner above."""
    with Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}", COURSE) as book:
        fill(book)
        for options, left in (({}, True), ({"email": "zero@example.org"}, False)):
            book.update_or_create_student("0", **options)
            MoodleExporter(to=str(tmp_path / "m.csv"), missing="zero", assignment=["signals"]).export(book)
            assert ("0 can't be found by Moodle and is in no file; enter by hand: signals 0." in said(log)) == left
            log.clear()
        head, row = rows(tmp_path / "m-by-email.csv")
        assert (head[2], row[2], row[3]) == ("Email address", "zero@example.org", "0")


def test_the_default_export_is_nbgraders_without_its_formulas(gradebook, tmp_path):
    for plugin, file in ((CsvExportPlugin, "stock.csv"), (PlainExporter, "plain.csv")):
        plugin(to=str(tmp_path / file), student=["learner-001", "=late", "learner-004"]).export(gradebook)
    stock, plain = rows(tmp_path / "stock.csv"), rows(tmp_path / "plain.csv")
    assert sorted([cell.removeprefix("'") for cell in row] for row in plain) == sorted(stock)
    assert not [cell for row in plain for cell in row if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("plugin", [CanvasExporter, MoodleExporter])
def test_what_was_not_handed_in_is_0_only_if_asked_for(gradebook, tmp_path, plugin):
    head, *rows = export(plugin, gradebook, tmp_path / "x.csv", missing="zero")
    column = head.index("signals")
    assert {row[column] for row in rows if row[0].strip() != "Points Possible"} == {"0"}
    assert "14.5" in {row[head.index("goals")] for row in rows}


@pytest.mark.parametrize("plugin", [CanvasExporter, MoodleExporter])
def test_what_waits_for_a_person_is_written_only_if_asked_for(gradebook, tmp_path, plugin):
    for unfinished, expected in ((False, ""), (True, "10")):
        head, *rows = export(plugin, gradebook, tmp_path / "x.csv", unfinished=unfinished)
        [mark] = [row[head.index("goals")] for row in rows if "learner-002" in row]
        assert mark == expected


@pytest.mark.parametrize("plugin", [CanvasExporter, MoodleExporter])
def test_only_whom_and_what_was_asked_for(gradebook, tmp_path, plugin):
    head, *rows = export(plugin, gradebook, tmp_path / "x.csv", assignment=["goals"], student=["learner-001"])
    assert "signals" not in head
    assert sum("learner-001" in row for row in rows) == 1
    assert not any("learner-004" in row for row in rows)
    for wrong in ({"assignment": ["golas"]}, {"student": ["learner-999"]}):
        with pytest.raises(NbGraderException, match=r"the grade book has no .* “(golas|learner-999)”; it has"):
            export(plugin, gradebook, tmp_path / "x.csv", **wrong)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "\n@x", "＝1", "\r=1", "\0=1", "\u200b=1"]
)
def test_nothing_begins_a_formula(text):
    shown = harmless(text)
    assert not re.match(r"[\s\0\u200b]*[=+\-@＝]", shown)
    assert shown.endswith(text[-1])


def test_ordinary_text_is_left_alone():
    for text in ("", "One, A", "d'Arc", "8.5", "one@example.org", "    Points Possible"):
        assert harmless(text) == text


def test_a_grade_book_without_anybody_and_a_file_that_cannot_be_written_get_one_line(gradebook, tmp_path):
    with pytest.raises(NbGraderException, match="can't be written"):
        export(CanvasExporter, gradebook, tmp_path / "no" / "folder.csv")
    with Gradebook(f"sqlite:///{tmp_path / 'empty.db'}", COURSE) as empty:
        with pytest.raises(NbGraderException, match="no assignments yet"):
            export(CanvasExporter, empty, tmp_path / "x.csv")
        with pytest.raises(MissingEntry):
            empty.find_assignment("goals")


def test_nbgraders_own_command_writes_both(tmp_path):
    room = Classroom(tmp_path)
    with Gradebook(f"sqlite:///{room.root / 'gradebook.db'}", COURSE) as book:
        fill(book)
    ledger.write(room.root, "goals", [
        Found("learner-001", "17", "A One", MOODLE, "A One_17_assignsubmission_file_", TAKEN, ""),
        Found("learner-004", "4", "Ünal", CANVAS, "all.zip: ünal_4_5_x.rar", NOT_TAKEN, "it is a .rar"),
    ])  # fmt: skip
    for plugin, file in (("canvas.CanvasExporter", "canvas"), ("moodle.MoodleExporter", "moodle")):
        heard = room.run("export", f"--exporter=grading.export.{plugin}", f"--{plugin.split('.')[1]}.missing=zero")
        assert "1 marks wait for a person and were left out: =HYPERLINK(1), @B (learner-002)" in heard
        assert "goals: not taken: Ünal (learner-004) (all.zip: ünal_4_5_x.rar: it is a .rar)" in heard
        assert "signals: nothing handed in: One, A (learner-001)" in heard
        assert "learner-001" in (room.root / f"{file}-goals.csv").read_text(encoding="utf-8")
    by_id = {row[3]: row[1] for row in rows(room.root / "canvas-goals.csv")}
    assert (by_id["learner-001"], by_id["learner-004"]) == ("4711", "4")
    heard = room.run("export", "--exporter=grading.export.worksheet.WorksheetExporter")
    assert "goals: Moodle's archives gave no number, so they are not in the worksheet" in heard
    assert rows(room.root / "worksheet-goals.csv") == [
        ["Identifier", "Full name", "Grade", "Maximum Grade", "Last modified (grade)"],
        ["Participant 17", "A One", "14.5", "20", ""],
    ]
    room.run("export")
    assert "'=late" in (room.root / "grades.csv").read_text(encoding="utf-8")
    heard = room.run(
        "export", "--exporter=grading.export.canvas.CanvasExporter", "--assignment", "['golas']", succeed=False
    )
    assert "Traceback" not in heard
    assert "no assignment “golas”; it has goals, signals." in heard
