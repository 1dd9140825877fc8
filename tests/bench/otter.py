"""otter-grader with an ordinary assignment, in an environment of its own; every kind graded by `otter run`.

Each submission is a run of its own, and essays are shown to nobody; see SILENT.
"""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from tests.bench.harms import Outcome, holds_stolen, run, standing
from tests.grading.classroom import ASSIGNMENT
from tests.hostile.place import CANARY, JOURNAL, KEY, KNOWS, SECRET, ran, took
from tests.hostile.registry import Kind

WORTH = 2.0
SILENT = frozenset({"stopped", "page"})
"""Harms that can't come of a run of its own without pages, and so say nothing of otter."""
TEST = """# {key}
OK_FORMAT = True
case = {{"code": ">>> bool({name}_answer == 1)\\nTrue", "hidden": True, "locked": False}}
suite = {{"cases": [case], "scored": True, "setup": "", "teardown": "", "type": "doctest"}}
test = {{"name": "{name}", "points": 2, "suites": [suite]}}
"""
PLAIN = ("--no-config", "--no-requirements", "--no-environment")


def applies(kind: Kind) -> bool:
    """What is in a notebook, its code and the files beside it; otter has neither journal, exchange nor essay pages."""
    return kind.door == "hand" and kind.part in ("cells", "notebooks", "files", "programs")


class Otter:
    """An environment with otter, and an autograder.

    Raises:
        subprocess.CalledProcessError: otter can't be installed here.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.bin = folder, folder / "env" / "bin"
        folder.mkdir()
        for command in (
            [sys.executable, "-m", "venv", str(folder / "env")],
            [str(self.bin / "python"), "-m", "pip", "install", "--quiet", "otter-grader", "ipykernel"],
        ):
            subprocess.run(command, check=True, capture_output=True)
        tests = folder / "tests"
        tests.mkdir()
        for name in ("q1", "q2", "q3"):
            (tests / f"{name}.py").write_text(TEST.format(name=name, key=KEY))
        command = [str(self.bin / "otter"), "generate", "-t", str(tests), "-o", str(folder / "tests.zip"), *PLAIN]
        subprocess.run(command, check=True, capture_output=True, cwd=folder, env=self._environment())

    def version(self) -> str:
        """Which otter-grader it is."""
        code = "from importlib.metadata import version; print(version('otter-grader'))"
        return subprocess.check_output([str(self.bin / "python"), "-c", code], text=True).strip()

    def take(self, kind: Kind) -> Outcome | None:
        """What a kind does; None if it can't be handed in, as a pipe can't be in an archive."""
        root = self.folder / kind.id / "grading"
        made = {who: root / "submitted" / who / ASSIGNMENT for who in (KNOWS, kind.id)}
        (self.folder / kind.id / "outside").mkdir(parents=True)
        (self.folder / kind.id / "outside" / "canary.txt").write_text(CANARY)
        for who, folder in made.items():
            folder.mkdir(parents=True)
            nbformat.write(_notebook(3 if who == KNOWS else 1, SECRET * (who == KNOWS)), folder / f"{ASSIGNMENT}.ipynb")
            (folder / JOURNAL).write_text("{}")
        (root / "release").mkdir()
        shutil.copytree(made[KNOWS], root / "release" / ASSIGNMENT)
        kind.damage(made[kind.id])
        handed = self._hand_in(made[kind.id])
        if handed is None:
            return None
        before = standing([made[KNOWS], root / "release"])
        results = root / "results"
        results.mkdir()
        options = ["--no-logo", "-a", str(self.folder / "tests.zip"), "-o", str(results)]
        _, said = run([str(self.bin / "otter"), "run", *options, str(handed)], root, self._environment())
        (results / "said.txt").write_text(said)
        outcome, points = Outcome(), _points(results / "results.json")
        outcome.note("earned", (points or 0) > WORTH)
        outcome.note("read", holds_stolen([*results.iterdir(), *(p for p in [took(made[kind.id])] if p.exists())]))
        known = {"canary.txt", ran(made[kind.id]).name, took(made[kind.id]).name}
        strange = {p.name for p in (root.parent / "outside").iterdir()} - known
        outcome.note("wrote", bool(strange) or before != standing([made[KNOWS], root / "release"]))
        outcome.note("ran", ran(made[kind.id]).exists())
        outcome.lost = points is None
        return outcome

    def _hand_in(self, folder: Path) -> Path | None:
        """The notebook alone, or an archive where more than notebook and journal matter."""
        if folder.is_symlink() or not all(p.is_file() or p.is_symlink() or p.is_dir() for p in folder.rglob("*")):
            return None
        if {p.name for p in folder.iterdir()} <= {f"{ASSIGNMENT}.ipynb", JOURNAL} and not _linked(folder):
            path = folder / f"{ASSIGNMENT}.ipynb"
            return path if path.is_file() else None
        with zipfile.ZipFile(folder.with_suffix(".zip"), "w") as zipped:
            for path in sorted(folder.rglob("*")):
                name = os.fsencode(path.relative_to(folder)).decode("utf-8", "replace")
                if path.is_symlink():
                    link = zipfile.ZipInfo(name)
                    link.external_attr = 0o120777 << 16
                    zipped.writestr(link, str(path.readlink()))
                elif path.is_file():
                    zipped.writestr(name, path.read_bytes())
        return folder.with_suffix(".zip")

    def _environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "JUPYTER", "NBGRADER"))}
        return kept | {"PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}", "HOME": str(self.folder)}


def _linked(folder: Path) -> bool:
    return any(p.is_symlink() for p in folder.iterdir())


def _notebook(right: int, essay: str) -> nbformat.NotebookNode:
    cells = [new_code_cell(f"q{n + 1}_answer = {int(n < right)}") for n in range(3)]
    notebook = new_notebook(cells=[*cells, new_markdown_cell(essay, id=f"{ASSIGNMENT}-essay-answer")])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return notebook


def _points(path: Path) -> float | None:
    try:
        return sum(test.get("score", 0) for test in json.loads(path.read_text(encoding="utf-8"))["tests"])
    except (OSError, ValueError, KeyError):
        return None
