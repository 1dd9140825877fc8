"""What was handed in, kind by kind, made by code out of an assignment that somebody worked through."""

import base64
import json
import shutil
import tempfile
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from course.journal import Journal
from tests.grading.classroom import ANSWER_CELL, ASSIGNMENT, begun
from tests.grading.learners import load_learners
from tests.paths import ROOT
from tests.validity.assignments import load

EXPERT = next(x for x in load_learners() if x.id == "expert")
ANSWERS = dict(EXPERT.answers)
WRONG = load("precondition").learners["holds-m01"]["condition-restated-1"]
ESSAY = "Signals are words, and the condition asks for steps (C092)."
NOTEBOOK = f"{ASSIGNMENT}.ipynb"
JOURNAL = "journal.json"


class Desk:
    """A learner's folder on the day of handing in: the released assignment, questions answered, the essay blank.

    Args:
        folder: where it is handed in.
        root: nbgrader's course root.
    """

    def __init__(self, folder: Path, root: Path, *, answers: bool = True) -> None:
        self.folder, self.root = folder, root
        shutil.copytree(root / "release" / ASSIGNMENT, folder)
        (folder / JOURNAL).write_bytes(_journal() if answers else _blank())

    @property
    def notebook(self) -> Path:
        return self.folder / NOTEBOOK

    @property
    def journal(self) -> Path:
        return self.folder / JOURNAL

    def cells(self, change: Callable[[Any], Any], name: str = NOTEBOOK) -> None:
        """Change the cells of a notebook."""
        held = json.loads((self.folder / name).read_text(encoding="utf-8"))
        held["cells"] = [change(cell) for cell in held["cells"]]
        (self.folder / name).write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")

    def write(self, text: str = ESSAY, name: str = NOTEBOOK) -> None:
        """Write the essay into the notebook of a name, which is made a copy of the first if it is not there."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            shutil.copy(self.notebook, path)
        self.cells(lambda c: c | {"source": text} if c["id"] == ANSWER_CELL else c, name)

    def add(self, name: str = NOTEBOOK, **cell: Any) -> None:
        held = json.loads((self.folder / name).read_text(encoding="utf-8"))
        held["cells"].append({"cell_type": "markdown", "id": "mine", "metadata": {}, **cell})
        (self.folder / name).write_text(json.dumps(held), encoding="utf-8")

    def without(self, *questions: str) -> bytes:
        """The journal as it would be if these had never been answered."""
        held = json.loads(_journal())
        held["answers"] = {q: a for q, a in held["answers"].items() if q not in questions}
        held["log"] = [e for e in held["log"] if e["question"] not in questions]
        return json.dumps(held).encode()


@cache
def _journal() -> bytes:
    return _saved(ANSWERS)


@cache
def _blank() -> bytes:
    return _saved({})


def _saved(answers: dict[str, Any]) -> bytes:
    """A journal as the course's own code writes it."""
    with tempfile.TemporaryDirectory() as folder:
        journal = begun(Path(folder, JOURNAL))
        for question, answer in answers.items():
            journal.save(question, answer)
        return journal.path.read_bytes()


# the essay in another notebook


def _essay_in_a_copy(desk: Desk) -> None:
    desk.write(name=f"{ASSIGNMENT}-Copy1.ipynb")


def _essay_in_a_renamed_copy(desk: Desk) -> None:
    desk.write(name="WMS q3 final.ipynb")


def _notebook_downloaded_twice(desk: Desk) -> None:
    desk.write()
    desk.notebook.rename(desk.folder / f"{ASSIGNMENT} (1).ipynb")


def _notebook_with_a_second_suffix(desk: Desk) -> None:
    desk.write()
    desk.notebook.rename(desk.folder / f"{NOTEBOOK}.json")


def _folder_within_the_folder(desk: Desk) -> None:
    desk.write()
    inner = desk.folder / ASSIGNMENT
    inner.mkdir()
    for path in [p for p in desk.folder.iterdir() if p != inner]:
        path.rename(inner / path.name)


def _copies_with_two_essays(desk: Desk) -> None:
    desk.write("The first draft.", f"{ASSIGNMENT}-Copy1.ipynb")
    desk.write("The second draft.", f"{ASSIGNMENT}-Copy2.ipynb")


def _another_text_in_a_copy(desk: Desk) -> None:
    desk.write()
    desk.write("Another version of it.", f"{ASSIGNMENT}-Copy1.ipynb")


def _the_same_text_in_a_copy(desk: Desk) -> None:
    desk.write()
    shutil.copy(desk.notebook, desk.folder / f"{ASSIGNMENT}-Copy1.ipynb")


def _essay_in_a_scratch_notebook(desk: Desk) -> None:
    cell = {"cell_type": "markdown", "id": "a", "metadata": {}, "source": ESSAY}
    held = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (desk.folder / "Untitled.ipynb").write_text(json.dumps(held))


def _essay_in_a_checkpoint(desk: Desk) -> None:
    desk.write(name=f".ipynb_checkpoints/{ASSIGNMENT}-checkpoint.ipynb")


# the essay elsewhere, or nowhere


def _essay_not_saved(desk: Desk) -> None:
    """What is typed and not saved is nowhere in the folder."""


def _nothing_at_all(desk: Desk) -> None:
    desk.journal.write_bytes(_blank())


def _nothing_but_nbgraders_files(desk: Desk) -> None:
    desk.journal.write_bytes(_blank())
    (desk.folder / "timestamp.txt").write_text("2014-11-01 12:00:00.000000 UTC")
    (desk.folder / "submission_secret.txt").write_text("0" * 128)


def _essay_in_a_released_document(desk: Desk) -> None:
    (desk.folder / "notes.txt").write_text(f"Your notes:\n{ESSAY}\n")


def _essay_in_a_new_code_cell(desk: Desk) -> None:
    desk.add(cell_type="code", source=ESSAY, outputs=[], execution_count=None)


def _essay_in_the_task(desk: Desk) -> None:
    desk.cells(
        lambda c: c | {"source": "".join((*c["source"], "\n\n", ESSAY))} if c["id"] == f"{ASSIGNMENT}-essay" else c
    )


def _essay_in_a_questions_cell(desk: Desk) -> None:
    desk.cells(lambda c: c | {"source": ESSAY} if c["id"] == "q-argument-hedged" else c)


def _essay_as_a_document(desk: Desk) -> None:
    (desk.folder / "my essay.docx").write_bytes(b"PK\3\4")


# journals


def _renamed(name: str) -> Callable[[Desk], None]:
    def make(desk: Desk) -> None:
        desk.write()
        desk.journal.rename(desk.folder / name)

    return make


def _conflict(name: str) -> Callable[[Desk], None]:
    """Two questions were answered on another machine only."""

    def make(desk: Desk) -> None:
        desk.write()
        (desk.folder / name).write_bytes(desk.journal.read_bytes())
        desk.journal.write_bytes(desk.without("condition-restated", "argument-build"))

    return make


def _conflict_copy_of_nextcloud(desk: Desk) -> None:
    """One question was answered otherwise on another machine."""
    desk.write()
    other = Journal(desk.folder / "journal (conflicted copy 2026-11-01 120000).json")
    shutil.copy(desk.journal, other.path)
    other.save("condition-restated", WRONG)


def _conflict_copy_alone(desk: Desk) -> None:
    """In Portuguese; the journal of which it is a copy was not handed in."""
    desk.write()
    desk.journal.unlink()
    (desk.folder / "journal (Conflito de PC).json").write_bytes(desk.without("condition-restated", "argument-build"))


def _blank_journal_beside_a_full_copy(desk: Desk) -> None:
    desk.write()
    desk.journal.rename(desk.folder / "journal (1).json")
    desk.journal.write_bytes(_blank())


def _old_copy_of_the_journal(desk: Desk) -> None:
    """Downloaded on Monday; on Tuesday one answer was changed and two were given."""
    desk.write()
    journal = Journal(desk.journal)
    desk.journal.write_bytes(desk.without("condition-restated", "argument-build"))
    journal.save("condition-restated", WRONG)
    shutil.copy(desk.journal, desk.folder / "journal (1).json")
    for question in ("condition-restated", "argument-build"):
        journal.save(question, ANSWERS[question])


def _damaged_journal_set_aside(desk: Desk) -> None:
    desk.write()
    (desk.folder / "journal.damaged-20261101T120000Z.json").write_bytes(desk.journal.read_bytes()[:-300])
    desk.journal.write_bytes(desk.without("condition-restated", "argument-build"))


def _copies_of_a_journal_that_differ(desk: Desk) -> None:
    desk.write()
    (desk.folder / "journal (1).json").write_bytes(desk.without("condition-restated"))
    (desk.folder / "journal (2).json").write_bytes(desk.without("argument-build"))
    desk.journal.unlink()


def _journal_of_another_assignment(desk: Desk) -> None:
    desk.write()
    desk.journal.write_bytes(_saved(load("goals").learners["expert"]))


def _journal_of_the_lessons(desk: Desk) -> None:
    desk.write()
    bank = (ROOT / "data" / "questions" / "04_the_precondition.toml").read_text(encoding="utf-8")
    desk.journal.write_bytes(_saved({q["id"]: "a" for q in tomllib.loads(bank)["question"]}))


def _answers_under_other_ids(desk: Desk) -> None:
    """Answered in an earlier release, in which a question had another id."""
    desk.write()
    text = desk.journal.read_text(encoding="utf-8")
    desk.journal.write_text(text.replace('"condition-restated"', '"condition-in-words"'), encoding="utf-8")


def _lessons_in_the_same_journal(desk: Desk) -> None:
    """As COURSE_JOURNAL makes it: one journal for everything."""
    desk.write()
    journal = Journal(desk.journal)
    for n, question in enumerate(load("goals").learners["expert"]):
        journal.save(question, n)


def _notebook_of_another_assignment(desk: Desk) -> None:
    shutil.copy(desk.root / "source" / "goals" / "goals.ipynb", desk.notebook)


# large, and in other encodings


def _photographs_in_the_essay(desk: Desk) -> None:
    _photographs(desk, 2, 8_000_000)


def _photographs_without_end(desk: Desk) -> None:
    _photographs(desk, 7, 6_000_000)


def _photographs(desk: Desk, count: int, size: int) -> None:
    desk.write("\n\n".join((ESSAY, *(f"![{n}](attachment:photo-{n}.jpg)" for n in range(1, count + 1)))))
    picture = base64.b64encode(b"\xff\xd8" + bytes(range(251)) * (size // 251)).decode()
    pictures = {f"photo-{n}.jpg": {"image/jpeg": picture} for n in range(1, count + 1)}
    desk.cells(lambda c: c | {"attachments": pictures} if c["id"] == ANSWER_CELL else c)


def _saved_as_utf16(desk: Desk) -> None:
    desk.write("Ne serait-ce que naïveté: “signal” ≠ step.")
    for path in (desk.notebook, desk.journal):
        path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))


def _saved_with_a_mark_and_line_ends_of_windows(desk: Desk) -> None:
    desk.write(f"{ESSAY}\r\n\r\nIn two paragraphs.")
    for path in (desk.notebook, desk.journal):
        text = json.dumps(json.loads(path.read_bytes()), indent=1, ensure_ascii=False)
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())


def _saved_in_the_encoding_of_windows(desk: Desk) -> None:
    desk.write("Ne serait-ce que naïveté.")
    desk.notebook.write_bytes(desk.notebook.read_text(encoding="utf-8").encode("cp1252"))


def _half_an_emoji(desk: Desk) -> None:
    desk.write(f"{ESSAY} HALF")
    text = desk.notebook.read_text(encoding="utf-8")
    desk.notebook.write_text(text.replace("HALF", "\\ud83d"), encoding="utf-8")


_CONFLICTS = {
    "conflict-copy-of-onedrive": "journal-DESKTOP-ABC123.json",
    "conflict-copy-of-dropbox": "journal (DESKTOP-UMS014A's conflicted copy 2026-11-01).json",
    "conflict-copy-of-syncthing": "journal.sync-conflict-20261101-120000-ABCDEFG.json",
}
_RENAMED = {
    "journal-downloaded-twice": "journal (1).json",
    "journal-numbered-by-canvas": "journal-1.json",
    "journal-in-capitals": "Journal.JSON",
}
HANDED_IN: dict[str, Callable[[Desk], None]] = {
    name[1:].replace("_", "-"): made
    for name, made in list(globals().items())
    if name[0] == "_" and list(getattr(made, "__annotations__", {})) == ["desk", "return"]
}
HANDED_IN |= {kind: _conflict(name) for kind, name in _CONFLICTS.items()}
HANDED_IN |= {kind: _renamed(name) for kind, name in _RENAMED.items()}
"""Kind to what makes it."""
