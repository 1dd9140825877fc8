"""Autograding a class: this course, on one process and on every core, against stock nbgrader executing an equivalent
notebook, in one run.

    python -m tests.bench.autograde [submissions ...]

Equivalent means: as many graded items with the same points, one essay, and answers that every test accepts. Stock
nbgrader has them as code cells, each with a cell of asserts. All are timed from the command to its end, as an
instructor waits for it, on the same machine, one after the other. Stock is measured at two sizes; for a larger class
its time is the straight line through them.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course.questions import load_bank
from tests.bench.memory import Used, measured
from tests.grading.classroom import ASSIGNMENT, Classroom
from tests.grading.learners import Learner, load_learners

STOCK = (10, 40)
STOCK_CONFIG = "c = get_config()\nc.CourseDirectory.course_id = 'stock'\n"


def ours(folder: Path, count: int, workers: int) -> tuple[Classroom, Used]:
    """Autograde `count` copies of the expert's submission; the classroom stays for what comes after."""
    room = Classroom(folder)
    room.generate()
    [expert] = [x for x in load_learners() if x.id == "expert"]
    room.hand_in(Learner(id="learner-000", answers=expert.answers, essay=expert.essay))
    for n in range(1, count):
        shutil.copytree(room.root / "submitted" / "learner-000", room.root / "submitted" / f"learner-{n:03}")
    return room, _autograde(room, count, f"--CourseAutograde.workers={workers}")


def after(room: Classroom) -> dict[str, float]:
    """Seconds of what an instructor runs once a class is graded: feedback, the class report, marks for a platform."""
    python, root = [sys.executable, "-m"], ["--root", str(room.root)]
    commands = {
        "feedback": [*python, "nbgrader", "generate_feedback", ASSIGNMENT],
        "report": [*python, "grading.report", ASSIGNMENT, *root],
        "export": [*python, "nbgrader", "export", "--exporter=grading.export.canvas.CanvasExporter"],
    }
    return {name: measured(command, room.root, room.environment()).seconds for name, command in commands.items()}


def stock(folder: Path, count: int) -> Used:
    """Autograde `count` copies of an equivalent notebook whose cells are executed."""
    room = Classroom(folder)
    bank = load_bank(room.root / "source" / ASSIGNMENT / "questions.toml")
    shutil.rmtree(room.root)
    source = room.root / "source" / ASSIGNMENT
    source.mkdir(parents=True)
    (room.root / "nbgrader_config.py").write_text(STOCK_CONFIG)
    cells = [
        cell for place in bank.places for cell in _tested(place.replace("-", "_"), bank.draw(place, 0).points or 0)
    ]
    nbformat.write(new_notebook(cells=[*cells, *_essay()]), source / f"{ASSIGNMENT}.ipynb")
    room.generate()
    for n in range(count):
        handed_in = room.root / "submitted" / f"learner-{n:03}" / ASSIGNMENT
        shutil.copytree(room.root / "release" / ASSIGNMENT, handed_in)
        notebook = nbformat.read(handed_in / f"{ASSIGNMENT}.ipynb", as_version=4)
        for cell in notebook.cells:
            if cell.metadata.nbgrader.get("solution"):
                cell.source = "answer = 1" if cell.cell_type == "code" else "An essay."
        nbformat.write(notebook, handed_in / f"{ASSIGNMENT}.ipynb")
    return _autograde(room, count)


def _tested(name: str, points: float) -> list[nbformat.NotebookNode]:
    answer = _marked(f"{name}_answer", grade=False, solution=True)
    test = _marked(f"{name}_test", grade=True, points=points, locked=True)
    return [
        new_code_cell("### BEGIN SOLUTION\nanswer = 1\n### END SOLUTION", metadata=answer),
        new_code_cell("assert answer == 1\nassert answer != 2", metadata=test),
    ]


def _essay() -> list[nbformat.NotebookNode]:
    return [new_markdown_cell("An essay.", metadata=_marked("essay", grade=True, solution=True, points=10))]


def _marked(name: str, **members: object) -> dict[str, object]:
    plain = {"grade": False, "solution": False, "locked": False, "task": False, "schema_version": 3}
    return {"nbgrader": {**plain, **members, "grade_id": name}}


def _autograde(room: Classroom, count: int, *options: str) -> Used:
    command = [sys.executable, "-m", "nbgrader", "autograde", ASSIGNMENT, *options]
    used = measured(command, room.root, room.environment())
    made = len(list((room.root / "autograded").glob(f"*/{ASSIGNMENT}/{ASSIGNMENT}.ipynb")))
    if made != count:
        raise SystemExit(f"expected {count} autograded notebooks, found {made}")
    return used


def main(counts: Sequence[int] = (10, 100, 300)) -> None:
    """Print times, ratios and memory."""
    with tempfile.TemporaryDirectory() as folder:

        def place(name: str) -> Path:
            (made := Path(folder, name)).mkdir()
            return made

        few, more = (stock(place(f"stock-{n}"), n).seconds for n in STOCK)
        each = (more - few) / (STOCK[1] - STOCK[0])
        print(f"autograde; stock nbgrader measured at {STOCK[0]} and {STOCK[1]}: {few:.1f} s and {more:.1f} s")
        print("submissions     stock  this course                           most memory at once")
        for count in counts:
            theirs = few if count == STOCK[0] else more + each * (count - STOCK[1])
            (_, one), (room, all_) = (ours(place(f"{count}-{n}"), count, n) for n in (1, os.cpu_count() or 1))
            for who, used in (("one process", one), ("every core", all_)):
                ratio = f"{theirs / used.seconds:6.1f} × as fast"
                print(f"{count:11}  {theirs:6.0f} s  {who:12} {used.seconds:6.1f} s {ratio}  {used.mebibytes:6.0f} MiB")
        spent = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in after(room).items())
        print(f"and for {counts[-1]} submissions: {spent}")


if __name__ == "__main__":
    main([int(n) for n in sys.argv[1:]] or (10, 100, 300))
