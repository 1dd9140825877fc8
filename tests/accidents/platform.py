"""On the way to and from a learning platform: lists of learners, marks, feedback, and what hand-ins share."""

import csv
import io
import json
import shutil
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from functools import cached_property
from pathlib import Path
from typing import Any
from unittest import mock

import msgspec
from nbgrader.api import Gradebook

from course import tables
from course.journal import Journal
from course.journal.reader import parse
from course.journal.record import encode
from grading.collecting import ledger
from grading.collecting.found import CANVAS, IN_PART, MOODLE, NOT_TAKEN, TAKEN, Found
from grading.export import __main__ as export
from grading.report import __main__ as report
from grading.roster import __main__ as roster
from tests import warm
from tests.grading.classroom import ANSWER_CELL, ASSIGNMENT, Classroom

COURSE = "reading-diplomatic-signals"
OWN = (
    "Reading the offer again, I kept asking what exactly had been given up, by whom, and in which order. A promise to "
    "talk costs little; letting inspectors return would cost a good deal, because it cannot quietly be undone. My "
    "conclusion is therefore narrow: the argument needs a premise about sequence that its author never states, and "
    "once that premise is written down it looks far less certain than the confident tone suggests. Somebody who "
    "grants it anyway should say what evidence would make them change their mind, and by what date."
)
OTHER = (
    "To me this text mixes two different claims, one about intentions and one about timing, and slides between them "
    "whenever the first gets uncomfortable. Suppose both governments wanted an agreement: nothing follows yet about "
    "next month. I would rather list every step that must happen, ask how likely each is given the previous one, and "
    "multiply. Doing so left me with a number well below what I had expected, mostly owing to one weak link."
)
REPLACED = "river"


class PlatformClass:
    """Three learners with one journal behind theirs, two with one essay, two who quote, one who wrote nothing."""

    def __init__(self, folder: Path) -> None:
        self.room = Classroom(folder)
        self.room.generate()
        quoted = " ".join(str(row["paraphrase"]) for row in tables.read("claims")[:12])
        changed = " ".join(REPLACED if i % 5 == 4 else word for i, word in enumerate(OWN.split()))
        essays = {"ada": OWN, "fifth": changed, "quoter1": f"{quoted} {OTHER}", "quoter2": f"{quoted} I agree."}
        for who in ("ada", "fifth", "quoter1", "quoter2", "=formula"):
            self._hand_in(who, essays.get(who, ""))
        for who in ("copied", "newseed"):
            shutil.copytree(self._submitted("ada"), self._submitted(who))
            self._write_essay(who, f"{who} wrote this.")
            Journal(self._submitted(who) / "journal.json").save("condition-restated", "f")
        path = self._submitted("newseed") / "journal.json"
        record = parse(path.read_bytes(), "journal.json")
        path.write_bytes(encode(msgspec.structs.replace(record, seed=(record.seed + 1) % 2**53)))
        with Gradebook(self.address, COURSE) as book:
            book.add_student("=formula", last_name="=HYPERLINK(1)", first_name="A, B")
            book.add_student("rar", last_name="Two")
            book.add_student("nobody", last_name="Three")
        ledger.write(self.room.root, ASSIGNMENT, self.rows())
        self.autograded = self.room.run("autograde", ASSIGNMENT)
        with Gradebook(self.address, COURSE) as book:
            for grade in book.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "=formula").grades:
                grade.needs_manual_grade = False  # a person has confirmed that this essay is blank
            book.db.commit()
        self.room.run("generate_feedback", ASSIGNMENT)

    @property
    def address(self) -> str:
        return f"sqlite:///{self.room.root / 'gradebook.db'}"

    @staticmethod
    def rows() -> list[Found]:
        archive = "submissions.zip: {0}_{1}_{2}_{3}"
        return [
            Found("ada", "11", "A One", MOODLE, "class.zip: A One_11_assignsubmission_file_", TAKEN, ""),
            Found("fifth", "12", "B_Two", MOODLE, "class.zip: B_Two_12_assignsubmission_file_", IN_PART, "a picture"),
            Found("quoter1", "21", "", CANVAS, archive.format("quoter1", 21, 901, "work.zip"), TAKEN, ""),
            Found("quoter2", "22", "", CANVAS, archive.format("quoter2", 22, 902, "precondition.ipynb"), TAKEN, ""),
            Found("copied", "33", "", CANVAS, archive.format("copied", 33, 903, "work.zip"), TAKEN, ""),
            Found("newseed", "33", "", CANVAS, archive.format("newseed", 33, 904, "work.zip"), TAKEN, ""),
            Found("rar", "23", "", CANVAS, archive.format("rar", 23, 905, "work.rar"), NOT_TAKEN, "a .rar is not read"),
        ]

    def _submitted(self, who: str) -> Path:
        return self.room.root / "submitted" / who / ASSIGNMENT

    def _hand_in(self, who: str, essay: str) -> None:
        shutil.copytree(self.room.root / "release" / ASSIGNMENT, self._submitted(who))
        journal = Journal(self._submitted(who) / "journal.json")
        for question, answer in (("condition-restated", "e"), ("condition-roles", {"a": "b"})):
            journal.save(question, answer)
        self._write_essay(who, essay)

    def _write_essay(self, who: str, essay: str) -> None:
        path = self._submitted(who) / f"{ASSIGNMENT}.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        [cell] = [c for c in notebook["cells"] if c["id"] == ANSWER_CELL]
        cell["source"] = essay
        path.write_text(json.dumps(notebook), encoding="utf-8")

    @cached_property
    def told(self) -> dict[str, Any]:
        """The class report by name, and the page with pseudonyms."""
        folder = self.room.root / "reports" / ASSIGNMENT
        run(report.main, ASSIGNMENT, "--root", str(self.room.root))
        page = (folder / "report.html").read_text(encoding="utf-8")
        run(report.main, ASSIGNMENT, "--root", str(self.room.root), "--names")
        return {"page": page, **json.loads((folder / "report.json").read_text(encoding="utf-8"))}

    @cached_property
    def packed(self) -> tuple[str, dict[str, dict[str, bytes]]]:
        """What packing feedback says, and platform to the files in its archive."""
        said = run(export.main, ASSIGNMENT, "--root", str(self.room.root))
        found = {}
        for platform in (MOODLE, CANVAS):
            with zipfile.ZipFile(self.room.root / "reports" / ASSIGNMENT / f"feedback-{platform}.zip") as archive:
                found[platform] = {name: archive.read(name) for name in archive.namelist()}
        return said, found

    @cached_property
    def for_canvas(self) -> tuple[str, list[dict[str, str]]]:
        """What exporting for Canvas says with points that still wait, and the rows."""
        said = self.room.run(
            "export", "--exporter=grading.export.canvas.CanvasExporter", "--CanvasExporter.unfinished=True"
        )
        return said, list(csv.DictReader(io.StringIO((self.room.root / "canvas.csv").read_text("utf-8"))))

    def similar(self, what: str) -> dict[tuple[str, ...], str]:
        return {tuple(sorted(row["who"])): row["says"] for row in self.told["similar"] if row["what"] == what}


def run(main: Callable[[], int], *options: str, succeed: bool = True) -> str:
    """Run a command of the course's own, and return what it printed."""
    said = io.StringIO()
    with mock.patch.object(sys, "argv", ["command", *options]), redirect_stdout(said), redirect_stderr(said):
        assert (main() == 0) == succeed, said.getvalue()
    return said.getvalue()


HEADER = "id,first_name,last_name,email,lms_user_id"


def imported(tmp_path: Path, data: bytes, *, succeed: bool = True) -> tuple[str, dict[str, tuple[str | None, ...]]]:
    """What an import says, and who is in the grade book then."""
    (tmp_path / "list.csv").write_bytes(data)
    said = run(roster.main, str(tmp_path / "list.csv"), "--root", str(tmp_path), succeed=succeed)
    if not (tmp_path / "gradebook.db").exists():
        return said, {}
    with Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}", COURSE) as book:
        return said, {s.id: (s.last_name, s.first_name, s.email, s.lms_user_id) for s in book.students}


def refused_by_nbgrader(tmp_path: Path, says: str) -> bool:
    command = ["-m", "nbgrader", "db", "student", "import", "list.csv", "--db", "sqlite:///other.db"]
    done = warm.run(command, tmp_path)
    return done.returncode != 0 and says in done.stderr


ONE = {"a": ("One", "A", "a@example.org", "41")}


def roster_with_a_byte_order_mark(tmp_path: Path) -> None:
    said, known = imported(tmp_path, f"{HEADER}\na,A,One,a@example.org,41\n".encode("utf-8-sig"))
    assert known == ONE
    assert "UTF-8 with a byte order mark, commas" in said
    assert refused_by_nbgrader(tmp_path, "must contain a column for 'id'")


def roster_with_semicolons(tmp_path: Path) -> None:
    lines = "Nachname;Vorname;Anmeldename;E-Mail-Adresse;User ID;Punkte\nOne;A;a;a@example.org;41;12,5\n"
    assert imported(tmp_path, lines.encode())[1] == ONE


def roster_in_windows_1252(tmp_path: Path) -> None:
    said, known = imported(tmp_path, f"{HEADER}\nu,Ü,Ünal,,\n".encode("cp1252"))
    assert known["u"][:2] == ("Ünal", "Ü")
    assert "read as Windows-1252: look at names such as “Ünal, Ü”" in said
    assert refused_by_nbgrader(tmp_path, "UnicodeDecodeError")


def roster_in_utf_16(tmp_path: Path) -> None:
    lines = f"{HEADER}\r\na,A,One,a@example.org,41\r\n".replace(",", "\t")
    assert imported(tmp_path, lines.encode("utf-16"))[1] == ONE
    assert imported(tmp_path, lines.encode("utf-16-le"))[1] == ONE


def roster_row_too_short(tmp_path: Path) -> None:
    said, known = imported(
        tmp_path, f"{HEADER}\na,A,One,a@example.org,41\nb,B,Two,b@example.org\n".encode(), succeed=False
    )
    assert "line 3: 4 cells; expected 5, as in the header. The first that is missing is “lms_user_id”." in said
    assert known == {}


def roster_number_a_spreadsheet_changed(tmp_path: Path) -> None:
    lines = 'Student,ID,SIS Login ID,Section\n    Points Possible,,,\n"One, A",1.23E+16,a,x\n'
    said, known = imported(tmp_path, lines.encode(), succeed=False)
    assert "line 3, column “ID”: “1.23E+16” is no number" in said
    assert known == {}


def roster_with_spaces_around(tmp_path: Path) -> None:
    assert imported(tmp_path, f"{HEADER}\n a , A ,One  , a@example.org,41\u00a0\n".encode())[1] == ONE


def _collected(tmp_path: Path, *rows: Found) -> None:
    ledger.write(tmp_path, ASSIGNMENT, rows)
    for row in rows:
        (tmp_path / "submitted" / row.learner / ASSIGNMENT).mkdir(parents=True)


def roster_meets_the_archive(tmp_path: Path) -> None:
    lines = b'Student,ID,SIS Login ID,Section\n"One, A",41,a.one@example.org,x\n'
    assert set(imported(tmp_path, lines)[1]) == {"a.one@example.org"}
    _collected(tmp_path, Found("onea", "41", "onea", CANVAS, "all.zip: onea_41_7_x.zip", TAKEN, ""))
    said, known = imported(tmp_path, lines)
    assert known == {"onea": ("One", "A", None, "41")}
    assert "onea: entered under this id, under which the work stands, and no longer under “a.one@example.org”." in said
    assert "1 with work handed in, matched by the platform's number." in said


def two_learners_of_one_name(tmp_path: Path) -> None:
    _collected(tmp_path, Found("A One", "5", "A One", MOODLE, "class.zip: A One_5_assignsubmission_file_", TAKEN, ""))
    said, known = imported(tmp_path, b"First name,Last name,Email address\nA,One,1@example.org\nA,One,2@example.org\n")
    assert set(known) == {"1@example.org", "2@example.org"}
    assert "A One: fits more than one, and was given to nobody: One, A (1@example.org); One, A (2@example.org)." in said


def name_composed_and_decomposed(tmp_path: Path) -> None:
    name = "É Ünal"
    apart, together = (unicodedata.normalize(form, name) for form in ("NFD", "NFC"))
    assert apart != together
    _collected(tmp_path, Found(apart, "5", apart, MOODLE, f"class.zip: {apart}_5_assignsubmission_file_", TAKEN, ""))
    lines = f"First name,Last name,Username\n{together.replace(' ', ',')},eu\n"
    said, known = imported(tmp_path, lines.encode())
    assert set(known) == {apart}
    assert "matched by name" in said


def name_that_is_a_formula(platform_class: PlatformClass) -> None:
    root = platform_class.room.root
    platform_class.room.run("export")
    assert platform_class.told
    files = [root / "grades.csv", *(root / "reports" / ASSIGNMENT).glob("*.csv")]
    cells = {c for f in files for row in csv.reader(io.StringIO(f.read_text("utf-8"))) for c in row}
    assert "'=HYPERLINK(1)" in cells
    assert not [c for c in cells if c.startswith(("=", "+", "@")) or (c.startswith("-") and not _number(c))]


def _number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdigit()


def blank_takes_a_mark_away(platform_class: PlatformClass, tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    said = platform_class.room.run("export", "--exporter=grading.export.canvas.CanvasExporter", f"--to={path}")
    waiting = {"ada", "fifth", "quoter1", "quoter2", "copied", "newseed"}
    assert f"{len(waiting)} marks wait for a person and were left out" in said
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
    assert not waiting & {row["SIS Login ID"] for row in rows}
    assert all(row[ASSIGNMENT] for row in rows)


def learner_called_0(tmp_path: Path) -> None:
    room = Classroom(tmp_path)
    with Gradebook(f"sqlite:///{room.root / 'gradebook.db'}", COURSE) as book:
        book.add_student("a", last_name="One")
        book.add_student("0", last_name="Zero", email="zero@example.org")
        book.add_assignment("goals")
    room.run("export", "--exporter=grading.export.moodle.MoodleExporter", "--MoodleExporter.missing=zero")
    by_name, by_email = ((room.root / f"moodle{n}.csv").read_text("utf-8") for n in ("", "-by-email"))
    assert ("One" in by_name, "Zero" in by_name) == (True, False)
    assert "zero@example.org,0" in by_email


def handed_in_and_not_taken(platform_class: PlatformClass) -> None:
    said, _ = platform_class.for_canvas
    assert f"{ASSIGNMENT}: not taken: Two (rar) (submissions.zip: rar_23_905_work.rar: a .rar is not read)" in said
    assert f"{ASSIGNMENT}: nothing handed in: Three (nobody)" in said
    assert f"{ASSIGNMENT}: taken in part: fifth" in said
    assert "None" not in said
    told = {row["who"]: row["what"] for row in platform_class.told["unaccounted"]}
    assert told["Two (rar)"] == "not taken"
    assert told["Three (nobody)"] == "nothing handed in"
    page = platform_class.told["page"]
    assert "Three" not in page
    assert "work.rar" not in page


def _page(platform_class: PlatformClass, who: str) -> bytes:
    return (platform_class.room.root / "feedback" / who / ASSIGNMENT / f"{ASSIGNMENT}.html").read_bytes()


def feedback_for_moodle(platform_class: PlatformClass) -> None:
    said, files = platform_class.packed[0], platform_class.packed[1][MOODLE]
    # Moodle parts the name of the folder at underscores; the second part is the participant.
    assert {name.split("_", 4)[1]: data for name, data in files.items()} == {
        "11": _page(platform_class, "ada"),
        "12": _page(platform_class, "fifth"),
    }
    assert all(name.split("_", 4)[2:] == ["assignsubmission", "file", f"/{ASSIGNMENT}.html"] for name in files)
    assert "=formula (=HYPERLINK(1), A, B): no archive of Canvas or Moodle gave a number" in said


def feedback_for_canvas(platform_class: PlatformClass) -> None:
    said, files = platform_class.packed[0], platform_class.packed[1][CANVAS]
    assert list(files) == ["quoter1_21_901_work.zip"]
    with zipfile.ZipFile(io.BytesIO(files["quoter1_21_901_work.zip"])) as archive:
        assert {n: archive.read(n) for n in archive.namelist()} == {
            f"{ASSIGNMENT}.html": _page(platform_class, "quoter1")
        }
    assert "quoter2: no zip archive was handed in" in said


def one_number_for_two(platform_class: PlatformClass) -> None:
    said, files = platform_class.packed[0], platform_class.packed[1][CANVAS]
    assert not [name for name in files if "_33_" in name]
    assert "copied: shares the number 33 with newseed" in said
    assert "newseed: shares the number 33 with copied" in said
    said, rows = platform_class.for_canvas
    assert "copied shares the number 33 with newseed" in said
    assert {row["SIS Login ID"]: row["ID"] for row in rows}["copied"] == ""


def journal_copied_and_gone_on_with(platform_class: PlatformClass) -> None:
    assert set(platform_class.similar("seed")) == {("ada", "copied")}
    assert ("ada", "copied", "newseed") in platform_class.similar("history")
    page = platform_class.told["page"]
    assert "This accuses nobody" in page
    assert "shared one computer" in page


def journal_copied_with_a_new_seed(platform_class: PlatformClass) -> None:
    [(who, says)] = platform_class.similar("history").items()
    assert who == ("ada", "copied", "newseed")
    # The beginning and two answers, each in the log and as an answer at one moment; one of them was answered anew.
    assert says == "a history: 3 moments, to the microsecond"


def essay_with_every_fifth_word_changed(platform_class: PlatformClass) -> None:
    found = platform_class.similar("essay")
    assert set(found) == {("ada", "fifth")}
    assert "of the wording" in found["ada", "fifth"]


def essays_that_quote_the_brief(platform_class: PlatformClass) -> None:
    assert not [who for who in platform_class.similar("essay") if "quoter1" in who]
    compared = platform_class.told["essays"]
    assert compared["essays"] == 3
    assert compared["highest"] < 0.05
