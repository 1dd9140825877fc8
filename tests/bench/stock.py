"""Stock nbgrader with an ordinary assignment whose cells are executed; every kind in a class of its own."""

import json
import shutil
import sys
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook

from tests.bench.harms import Outcome, holds_stolen, run, standing
from tests.grading.classroom import ASSIGNMENT, Classroom
from tests.hostile.place import CANARY, JOURNAL, KEY, KNOWS, SECRET, ran, took
from tests.hostile.registry import Kind

AFTER = "zz-honest"
"""A learner who comes after every other, and so shows whether the batch went on."""
WORTH = 2.0
"""Points of the sound work that each kind starts from, of 6."""
CONFIG = """import os
c = get_config()
c.CourseDirectory.course_id = "stock"
c.Exchange.root = os.environ["NBGRADER_EXCHANGE"]
c.ExecutePreprocessor.timeout = 10
c.FileNameCollectorPlugin.valid_ext = [".ipynb", ".json"]
c.FileNameCollectorPlugin.named_regexp = r".*/extracted/(?P<student_id>[^/_]+)_[^/]*/(?:.*/)?(?P<file_id>[^/]+)[.]\\w+$"
"""
DOORS = {"exchange": "collect", "zip": "zip_collect"}
STAMP = "2014-11-01 12:00:00 UTC"


def applies(kind: Kind) -> bool:
    """The content of a journal means nothing to a tool that has none."""
    return kind.part != "journals" and kind.id not in ("answer-script", "answer-terminal")


class Stock:
    """A class made once, with one learner graded, and copied for each kind."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.first = folder / "first"
        self.first.mkdir(parents=True)
        room = Classroom(self.first)
        shutil.rmtree(room.root)
        source = room.root / "source" / ASSIGNMENT
        source.mkdir(parents=True)
        (room.root / "nbgrader_config.py").write_text(CONFIG)
        (room.root / "keys").mkdir()
        (room.root / "keys" / f"{ASSIGNMENT}.toml").write_text(KEY)
        (self.first / "outside").mkdir()
        (self.first / "outside" / "canary.txt").write_text(CANARY)
        nbformat.write(_notebook(), source / f"{ASSIGNMENT}.ipynb")
        room.generate()
        hand_in(room, KNOWS, right=3, essay=SECRET)
        room.run("autograde", ASSIGNMENT)

    def take(self, kind: Kind) -> tuple[Outcome, Path | None]:
        """What a kind does, and its page of feedback if there is one."""
        shutil.copytree(self.first, self.folder / kind.id, symlinks=True)
        room = Classroom(self.folder / kind.id, new=False)
        made = hand_in(room, kind.id, right=1, essay="An essay.")
        kind.damage(made)
        after = hand_in(room, AFTER, right=1, essay="Another essay.")
        if kind.door == "zip":
            Kind(AFTER, "", "archives", same="zip-sound").damage(after)
        if kind.door == "exchange":
            for folder in (made, after):
                inbound = room.exchange / "stock" / "inbound"
                inbound.mkdir(parents=True, exist_ok=True)
                folder.rename(inbound / f"{folder.parent.name}+{ASSIGNMENT}+{STAMP}+abc")
                folder.parent.rmdir()
        kept = [room.root / name for name in ("source", "release", "keys", f"submitted/{KNOWS}", f"autograded/{KNOWS}")]
        before, had = standing(kept), _points(room, KNOWS)
        commands = [DOORS[kind.door]] if kind.door in DOORS else []
        for command in (*commands, "autograde", "generate_feedback"):
            run([sys.executable, "-m", "nbgrader", command, ASSIGNMENT], room.root, room.environment())
        return self._judge(room, kind, made, before != standing(kept) or had != _points(room, KNOWS))

    def _judge(self, room: Classroom, kind: Kind, made: Path, changed: bool) -> tuple[Outcome, Path | None]:
        outcome, own, after = Outcome(), _points(room, kind.id), _points(room, AFTER)
        others = {"canary.txt", ran(made).name, took(made).name}
        strange = {p.name for p in (room.folder / "outside").iterdir()} - others
        graded = (room.root / "autograded" / AFTER / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").is_file()
        folders = [room.root / name / kind.id for name in ("autograded", "feedback")]
        folders += [room.root / "submitted" / kind.id] if kind.door != "hand" else []
        outcome.note("earned", (own or 0) > WORTH)
        outcome.note("stopped", not graded or after is None)
        outcome.note("wrote", changed or bool(strange) or (graded and after not in (None, WORTH)))
        outcome.note("read", holds_stolen([*(p for f in folders for p in f.rglob("*")), *_if(took(made))]))
        outcome.note("ran", ran(made).exists())
        outcome.lost = own is None or not any((folders[0] / ASSIGNMENT).glob("*.ipynb"))
        page = folders[1] / ASSIGNMENT / f"{ASSIGNMENT}.html"
        return outcome, page if page.is_file() else None


def hand_in(room: Classroom, who: str, *, right: int, essay: str) -> Path:
    """Sound work in `submitted`, with so many answers right."""
    folder = room.root / "submitted" / who / ASSIGNMENT
    shutil.copytree(room.root / "release" / ASSIGNMENT, folder)
    path = folder / f"{ASSIGNMENT}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    for number, cell in enumerate(c for c in notebook.cells if c.metadata.nbgrader.solution):
        cell.source = essay if cell.cell_type == "markdown" else f"q{number + 1}_answer = {int(number < right)}"
    nbformat.write(notebook, path)
    (folder / JOURNAL).write_text(json.dumps({"data": "a file that belongs to the assignment"}))
    return folder


def _notebook() -> nbformat.NotebookNode:
    cells = []
    for name in ("q1", "q2", "q3"):
        solution = f"### BEGIN SOLUTION\n{name}_answer = 1  # {KEY}\n### END SOLUTION"
        cells.append(new_code_cell(solution, metadata=_marked(f"{name}-code", solution=True)))
        test = f"assert {name}_answer == 1\nassert {name}_answer != 2"
        cells.append(new_code_cell(test, metadata=_marked(f"{name}-test", grade=True, locked=True, points=2)))
    essay = _marked(f"{ASSIGNMENT}-essay", grade=True, solution=True, points=10)
    return new_notebook(cells=[*cells, new_markdown_cell("Write.", id=f"{ASSIGNMENT}-essay-answer", metadata=essay)])


def _marked(name: str, **members: object) -> dict[str, object]:
    plain = {"grade": False, "solution": False, "locked": False, "task": False, "schema_version": 3}
    return {"nbgrader": {**plain, **members, "grade_id": name}}


def _points(room: Classroom, who: str) -> float | None:
    """All points of a learner; None without a submission in the grade book, or without a grade book."""
    try:
        with Gradebook(f"sqlite:///{room.root / 'gradebook.db'}", "stock") as book:
            grades = book.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, who).grades
            given = [(g.auto_score, g.manual_score) for g in grades if g.name != f"{ASSIGNMENT}-essay"]
    except Exception:  # noqa: BLE001 - whatever a kind has made of the grade book
        return None
    graded = any(auto is not None or manual is not None for auto, manual in given)
    return sum((auto or 0) if manual is None else manual for auto, manual in given) if graded else None


def _if(path: Path) -> list[Path]:
    return [path] if path.exists() else []
