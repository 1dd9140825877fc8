"""What was handed in under another name, twice, unsaved, in another cell: what is read, what is told, what waits.

`tests/accidents/hand_ins.py` makes each of them; here stands what must come of it, after one real `nbgrader autograde`.
"""

import csv
import shutil
import subprocess
from html import escape
from pathlib import Path

from nbgrader.api import Gradebook

from grading.handout.cells import grade_id, is_question, read_notebook
from grading.scoring import record
from tests import warm
from tests.accidents.hand_ins import ANSWERS, ESSAY, HANDED_IN, Desk
from tests.grading.classroom import ASSIGNMENT, Classroom
from tests.paths import ROOT

TASK = f"{ASSIGNMENT}-essay"
FULL = 54
BROUGHT_ALONG = {"notes.txt": b"Your notes:\n", "timetable.pdf": b"%PDF-1.4\n"}
"""Documents that somebody has put into the release by hand."""


class Graded:
    """A class in which every kind was handed in, autograded once.

    Attributes:
        room: the classroom.
        said: what autograde printed.
    """

    def __init__(self, folder: Path) -> None:
        self.room = Classroom(folder)
        self.room.generate()
        for name, content in BROUGHT_ALONG.items():
            (self.room.root / "release" / ASSIGNMENT / name).write_bytes(content)
        for kind, make in HANDED_IN.items():
            make(Desk(self.folder(kind), self.room.root))
        self.said = self.room.run("autograde", ASSIGNMENT)
        assert "Traceback" not in self.said

    def folder(self, who: str) -> Path:
        return self.room.root / "submitted" / who / ASSIGNMENT

    def scores(self, who: str) -> record.Scores:
        return record.read(self.room.submission(who) / record.FILE)

    def flags(self, who: str) -> dict[str, record.Flag]:
        return {f.code: f for f in self.scores(who).flags}

    def essay(self, who: str) -> record.EssayMark:
        [essay] = self.scores(who).essays
        return essay

    def waiting(self, who: str) -> set[str]:
        """What the grade book has waiting for a person."""
        with Gradebook(f"sqlite:///{self.room.root / 'gradebook.db'}") as book:
            grades = book.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, who).grades
            return {g.name for g in grades if g.needs_manual_grade}

    def comment(self, who: str) -> str:
        """What the formgrader says below the essay."""
        with Gradebook(f"sqlite:///{self.room.root / 'gradebook.db'}") as book:
            comments = book.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, who).comments
            return next((c.auto_comment or "" for c in comments if c.name == TASK), "")

    def points(self, who: str) -> float:
        """Points of all questions, as the grade book has them."""
        with Gradebook(f"sqlite:///{self.room.root / 'gradebook.db'}") as book:
            grades = book.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, who).grades
            return sum(g.auto_score or 0 for g in grades if g.name != TASK)

    def shown(self, who: str) -> dict[str, str]:
        """Question to what whoever grades sees of it in the formgrader."""
        cells = read_notebook(self.room.submission(who) / f"{ASSIGNMENT}.ipynb").cells
        return {grade_id(c): c.outputs[0].data["text/html"] for c in cells if is_question(c)}


def _takes_and_waits(graded: Graded, who: str, code: str, *names: str, text: str = ESSAY) -> None:
    """The text was found in another file: it is the essay, its place is told, and a person has to mark it."""
    assert graded.essay(who).text == text
    flag = graded.flags(who)[code]
    assert flag.look
    assert all(name in flag.says and name in graded.comment(who) for name in names)
    assert TASK in graded.waiting(who)
    assert graded.points(who) == FULL


def _shows_and_waits(graded: Graded, who: str, *parts: str) -> None:
    """No text was taken, all of it is shown, and the essay is no final 0."""
    essay = graded.essay(who)
    assert essay.text == ""
    assert all(part in essay.beside for part in parts)
    assert TASK in graded.waiting(who)


def _final(graded: Graded, who: str) -> None:
    assert graded.waiting(who) == set()


def essay_in_a_copy(graded: Graded) -> None:
    _takes_and_waits(graded, "essay-in-a-copy", "essay-elsewhere", f"{ASSIGNMENT}-Copy1.ipynb")


def essay_in_a_renamed_copy(graded: Graded) -> None:
    _takes_and_waits(graded, "essay-in-a-renamed-copy", "essay-elsewhere", "WMS q3 final.ipynb")


def notebook_downloaded_twice(graded: Graded) -> None:
    _takes_and_waits(graded, "notebook-downloaded-twice", "notebook-renamed", f"{ASSIGNMENT} (1).ipynb")


def notebook_with_a_second_suffix(graded: Graded) -> None:
    _takes_and_waits(graded, "notebook-with-a-second-suffix", "notebook-renamed", f"{ASSIGNMENT}.ipynb.json")


def folder_within_the_folder(graded: Graded) -> None:
    who = "folder-within-the-folder"
    _takes_and_waits(graded, who, "notebook-renamed", f"{ASSIGNMENT}/{ASSIGNMENT}.ipynb")
    assert not graded.flags(who)["renamed-journal"].look
    assert graded.waiting(who) == {TASK}


def copies_with_two_essays(graded: Graded) -> None:
    who = "copies-with-two-essays"
    _shows_and_waits(graded, who, "The first draft.", "The second draft.")
    assert {f"{ASSIGNMENT}-Copy1.ipynb", f"{ASSIGNMENT}-Copy2.ipynb"} <= set(
        graded.flags(who)["essays-differ"].says.replace("“", "”").split("”")
    )


def another_text_in_a_copy(graded: Graded) -> None:
    who = "another-text-in-a-copy"
    assert graded.essay(who).text == ESSAY
    assert "Another version" in graded.essay(who).beside
    assert graded.flags(who)["essays-differ"].look


def the_same_text_in_a_copy(graded: Graded) -> None:
    assert graded.flags("the-same-text-in-a-copy") == {}
    assert graded.waiting("the-same-text-in-a-copy") == {TASK}


def essay_in_a_scratch_notebook(graded: Graded) -> None:
    who = "essay-in-a-scratch-notebook"
    _shows_and_waits(graded, who, ESSAY)
    assert "Untitled.ipynb" in graded.comment(who)


def essay_in_a_checkpoint(graded: Graded) -> None:
    _takes_and_waits(graded, "essay-in-a-checkpoint", "essay-elsewhere", f"{ASSIGNMENT}-checkpoint.ipynb")


def essay_not_saved(graded: Graded) -> None:
    who = "essay-not-saved"
    assert graded.essay(who).blank
    assert graded.waiting(who) == {TASK}
    assert "15 of 15 questions" in graded.comment(who)
    assert graded.points(who) == FULL
    assert who not in _exported(graded.room)


def nothing_at_all(graded: Graded) -> None:
    who = "nothing-at-all"
    _final(graded, who)
    assert graded.flags(who) == {}
    assert graded.comment(who) == "No response."
    assert float(_exported(graded.room)[who]) == 0


def nothing_but_nbgraders_files(graded: Graded) -> None:
    who = "nothing-but-nbgraders-files"
    _final(graded, who)
    assert graded.flags(who) == {}
    assert float(_exported(graded.room)[who]) == 0


def essay_in_a_released_document(graded: Graded) -> None:
    who = "essay-in-a-released-document"
    assert graded.waiting(who) == {TASK}
    assert "notes.txt" in graded.comment(who)
    assert "timetable.pdf" not in graded.comment(who)


def essay_in_a_new_code_cell(graded: Graded) -> None:
    _shows_and_waits(graded, "essay-in-a-new-code-cell", ESSAY)


def essay_in_the_task(graded: Graded) -> None:
    _shows_and_waits(graded, "essay-in-the-task", ESSAY)


def essay_in_a_questions_cell(graded: Graded) -> None:
    _shows_and_waits(graded, "essay-in-a-questions-cell", ESSAY)
    assert graded.points("essay-in-a-questions-cell") == FULL


def essay_as_a_document(graded: Graded) -> None:
    who = "essay-as-a-document"
    assert graded.waiting(who) == {TASK}
    assert "my essay.docx" in graded.comment(who)


def _read_whole(graded: Graded, who: str) -> None:
    assert graded.points(who) == FULL
    assert graded.waiting(who) == {TASK}
    assert not graded.flags(who)["renamed-journal"].look


def journal_downloaded_twice(graded: Graded) -> None:
    _read_whole(graded, "journal-downloaded-twice")


def journal_numbered_by_canvas(graded: Graded) -> None:
    _read_whole(graded, "journal-numbered-by-canvas")


def journal_in_capitals(graded: Graded) -> None:
    _read_whole(graded, "journal-in-capitals")


LOST = {"condition-restated", "argument-build"}


def _differ(graded: Graded, who: str, name: str, lost: set[str] = LOST) -> None:
    """A copy of the journal holds answers to these questions; they wait, and no other."""
    flag = graded.flags(who)["copies-differ"]
    assert set(flag.items) == lost
    assert name in flag.says
    assert graded.waiting(who) == lost | {TASK}
    for question, shown in graded.shown(who).items():
        assert (escape(flag.says) in shown) == (question in lost)


def conflict_copy_alone(graded: Graded) -> None:
    flag = graded.flags("conflict-copy-alone")["renamed-journal"]
    assert "(a conflict copy)" in flag.says
    assert {"condition-restated", "argument-build"} <= graded.waiting("conflict-copy-alone")


def conflict_copy_of_onedrive(graded: Graded) -> None:
    _differ(graded, "conflict-copy-of-onedrive", "journal-DESKTOP-ABC123.json")


def conflict_copy_of_dropbox(graded: Graded) -> None:
    name = "journal (DESKTOP-UMS014A's conflicted copy 2026-11-01).json"
    _differ(graded, "conflict-copy-of-dropbox", name)


def conflict_copy_of_syncthing(graded: Graded) -> None:
    _differ(graded, "conflict-copy-of-syncthing", "journal.sync-conflict-20261101-120000-ABCDEFG.json")


def conflict_copy_of_nextcloud(graded: Graded) -> None:
    name = "journal (conflicted copy 2026-11-01 120000).json"
    _differ(graded, "conflict-copy-of-nextcloud", name, {"condition-restated"})
    assert "otherwise" in graded.flags("conflict-copy-of-nextcloud")["copies-differ"].says


def blank_journal_beside_a_full_copy(graded: Graded) -> None:
    who = "blank-journal-beside-a-full-copy"
    _differ(graded, who, "journal (1).json", set(ANSWERS))
    assert graded.points(who) == 0
    assert who not in _exported(graded.room)


def old_copy_of_the_journal(graded: Graded) -> None:
    who = "old-copy-of-the-journal"
    assert graded.waiting(who) == {TASK}
    assert not graded.flags(who)["copies-alike"].look
    assert graded.points(who) == FULL


def damaged_journal_set_aside(graded: Graded) -> None:
    who = "damaged-journal-set-aside"
    assert set(graded.flags(who)["copy-unreadable"].items) == LOST
    assert graded.waiting(who) == LOST | {TASK}


def copies_of_a_journal_that_differ(graded: Graded) -> None:
    who = "copies-of-a-journal-that-differ"
    assert graded.points(who) == 0
    assert graded.waiting(who) == set(ANSWERS) | {TASK}
    says = graded.flags(who)["journal-missing"].says
    assert "journal (1).json" in says
    assert "journal (2).json" in says
    assert all(question in says for question in LOST)


def journal_of_another_assignment(graded: Graded) -> None:
    who = "journal-of-another-assignment"
    assert "the assignment goals" in graded.flags(who)["journal-of-another"].says
    assert graded.waiting(who) == set(ANSWERS) | {TASK}


def journal_of_the_lessons(graded: Graded) -> None:
    who = "journal-of-the-lessons"
    assert "lesson 04_the_precondition" in graded.flags(who)["journal-of-another"].says
    assert graded.waiting(who) == set(ANSWERS) | {TASK}


def answers_under_other_ids(graded: Graded) -> None:
    who = "answers-under-other-ids"
    assert "condition-in-words" in graded.flags(who)["answers-unknown"].says
    assert graded.waiting(who) == {"condition-restated", TASK}


def lessons_in_the_same_journal(graded: Graded) -> None:
    who = "lessons-in-the-same-journal"
    assert not graded.flags(who)["answers-unknown"].look
    assert graded.waiting(who) == {TASK}
    assert graded.points(who) == FULL


def notebook_of_another_assignment(graded: Graded) -> None:
    who = "notebook-of-another-assignment"
    assert "the assignment goals" in graded.flags(who)["notebook-of-another"].says
    assert graded.waiting(who) == {TASK}


def photographs_in_the_essay(graded: Graded) -> None:
    who = "photographs-in-the-essay"
    assert graded.essay(who).text.startswith(ESSAY)
    assert not {"notebook-not-a-file", "notebook-unreadable"} & set(graded.flags(who))
    assert "photo-2.jpg" in graded.flags(who)["essay-pictures"].says


def photographs_without_end(graded: Graded) -> None:
    who = "photographs-without-end"
    assert graded.essay(who).text.startswith(ESSAY)
    assert graded.flags(who)["notebook-too-large"].look


def saved_as_utf16(graded: Graded) -> None:
    who = "saved-as-utf16"
    assert graded.essay(who).text == "Ne serait-ce que naïveté: “signal” ≠ step."
    assert graded.points(who) == FULL
    assert graded.flags(who) == {}


def saved_with_a_mark_and_line_ends_of_windows(graded: Graded) -> None:
    who = "saved-with-a-mark-and-line-ends-of-windows"
    assert graded.essay(who).text == f"{ESSAY}\n\nIn two paragraphs."
    assert graded.points(who) == FULL
    assert graded.flags(who) == {}


def saved_in_the_encoding_of_windows(graded: Graded) -> None:
    who = "saved-in-the-encoding-of-windows"
    assert graded.essay(who).text == "Ne serait-ce que naïveté."
    assert graded.flags(who)["cells-unreadable"].look


def half_an_emoji(graded: Graded) -> None:
    assert graded.essay("half-an-emoji").text == f"{ESSAY} \ufffd"


def another_journal_is_taken(graded: Graded, tmp_path: Path) -> None:
    """By the command of the guide; what stood there is kept, and grading again is all that is left to do."""
    who = "blank-journal-beside-a-full-copy"
    shutil.copytree(graded.room.root, tmp_path / "grading")
    room = Classroom(tmp_path, new=False)
    again = object.__new__(Graded)
    again.room = room
    before = (again.folder(who) / "journal.json").read_bytes()
    done = _take(room.root, who, "journal (1).json")
    assert done.returncode == 0, done.stderr
    room.run("autograde", ASSIGNMENT)
    assert again.points(who) == FULL
    assert again.waiting(who) == {TASK}
    kept = {p.name: p.read_bytes() for p in (again.folder(who) / "set-aside").iterdir()}
    assert kept["journal.json"] == before
    assert set(kept) == {"journal.json", "journal (1).json"}
    assert _take(room.root, who, "journal (9).json").returncode == 1


def _take(root: Path, who: str, file: str) -> subprocess.CompletedProcess[str]:
    return warm.run(["-m", "grading.take", ASSIGNMENT, who, file, "--root", str(root)], ROOT)


def _exported(room: Classroom) -> dict[str, str]:
    """Learner to what goes to the platform."""
    made = room.root / "canvas.csv"
    if not made.is_file():
        room.run("export", "--exporter=grading.export.canvas.CanvasExporter", "--to", str(made))
    with made.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    [column] = [c for c in rows[0] if ASSIGNMENT in c]
    return {row["SIS Login ID"]: row[column] for row in rows if row["SIS Login ID"]}
