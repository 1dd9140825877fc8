"""Autograding 50 submissions: this course against stock nbgrader executing an equivalent notebook, in one run.

    python -m tests.bench.autograde [number of submissions]

Equivalent means: as many graded items with the same points, one essay, and answers that every test accepts. Stock
nbgrader has them as code cells, each with a cell of asserts. Both are timed from the command to its end, as an
instructor waits for it, on the same machine, one after the other.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course.questions import load_bank
from tests.grading.classroom import ASSIGNMENT, Classroom
from tests.grading.learners import Learner, load_learners

STOCK_CONFIG = "c = get_config()\nc.CourseDirectory.course_id = 'stock'\n"


def ours(folder: Path, count: int) -> float:
    """Seconds to autograde `count` copies of the expert's submission."""
    room = Classroom(folder)
    room.generate()
    [expert] = [x for x in load_learners() if x.id == "expert"]
    for n in range(count):
        room.hand_in(Learner(id=f"learner-{n:03}", answers=expert.answers, essay=expert.essay))
    return _autograde(room, count)


def stock(folder: Path, count: int) -> float:
    """Seconds to autograde `count` copies of an equivalent notebook whose cells are executed."""
    room = Classroom(folder)
    bank = load_bank(room.root / "source" / ASSIGNMENT / "questions.toml")
    shutil.rmtree(room.root)
    source = room.root / "source" / ASSIGNMENT
    source.mkdir(parents=True)
    (room.root / "nbgrader_config.py").write_text(STOCK_CONFIG)
    cells = [cell for q in bank.questions for cell in _tested(q.id.replace("-", "_"), q.points or 0)]
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


def _autograde(room: Classroom, count: int) -> float:
    start = time.perf_counter()
    room.run("autograde", ASSIGNMENT)
    seconds = time.perf_counter() - start
    made = len(list((room.root / "autograded").glob(f"*/{ASSIGNMENT}/{ASSIGNMENT}.ipynb")))
    if made != count:
        raise SystemExit(f"expected {count} autograded notebooks, found {made}")
    return seconds


def main(count: int = 50) -> None:
    """Print both times and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        places = [Path(folder, name) for name in ("ours", "stock")]
        for place in places:
            place.mkdir()
        mine, theirs = ours(places[0], count), stock(places[1], count)
    print(f"autograde, {count} submissions, one command each")
    print(f"  stock nbgrader, executing  {theirs:7.1f} s  {theirs / count:6.2f} s a submission")
    print(f"  this course, scoring       {mine:7.1f} s  {mine / count:6.2f} s a submission")
    print(f"  ratio                      {theirs / mine:7.1f} ×")


if __name__ == "__main__":
    main(*(int(n) for n in sys.argv[1:2]))
