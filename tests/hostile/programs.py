"""Code cells that do harm where learners' code is run. Here none is: it is counted, and shown only without an essay."""

import re
from pathlib import Path

from tests.hostile.place import add_code, edit, notebook, other, outside, ran, root, took

_ANSWER = re.compile(r"^(\w+_answer) = .*", re.MULTILINE)


def _add(folder: Path, source: str) -> None:
    add_code(folder, f"open({str(ran(folder))!r}, 'w').close()\n{source}\n")


def _read(folder: Path, *patterns: str) -> None:
    _add(
        folder,
        "import glob\n"
        f"held = [open(p, errors='replace').read() for pattern in {patterns!r} for p in glob.glob(pattern)]\n"
        f"open({str(took(folder))!r}, 'a').write(''.join(held))\n"
        "print(''.join(held))",
    )


def code_reads_outside(folder: Path) -> None:
    _read(folder, str(outside(folder)))


def code_reads_key(folder: Path) -> None:
    """In whatever room the instructor keeps tests and keys: nbgrader's source, or the folder that otter unpacks."""
    _read(folder, f"{root(folder)}/source/*/*.*", f"{root(folder)}/keys/*.*", "../source/tests/*", "tests/*")


def code_reads_others(folder: Path) -> None:
    _read(folder, str(other(folder, notebook(folder).name)))


def code_writes_outside(folder: Path) -> None:
    _add(folder, f"open({str(outside(folder, 'written'))!r}, 'w').close()")


def code_writes_gradebook(folder: Path) -> None:
    """Full marks for oneself and none for the others."""
    database = str(root(folder) / "gradebook.db")
    _add(
        folder,
        "import sqlite3\n"
        f"with sqlite3.connect({database!r}, timeout=30) as book:\n"
        "    book.execute('update grade set manual_score = 0, auto_score = 0')",
    )


def code_writes_to_others(folder: Path) -> None:
    """Empties what the others have handed in and what was graded."""
    rooms = [str(root(folder) / name) for name in ("submitted", "autograded")]
    _add(
        folder,
        "import glob\n"
        f"for path in [p for r in {rooms!r} for p in glob.glob(r + '/*/*/*.ipynb')]:\n"
        f"    if path.split('/')[-3] != {folder.parent.name!r}:\n"
        "        open(path, 'w').close()",
    )


def code_equal_to_everything(folder: Path) -> None:
    """Answers that every assertion accepts, in place of those to be computed."""
    names = ["__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__contains__", "__bool__"]
    right = f"type('Right', (), dict.fromkeys({names!r}, lambda *_: True))()"
    edit(folder, lambda cells: [c | {"source": _ANSWER.sub(rf"\1 = {right}", "".join(c["source"]))} for c in cells])
    _add(folder, f"right = {right}")


def code_skips_assertions(folder: Path) -> None:
    """Every line that tests is taken out before it runs."""
    _add(
        folder,
        "from IPython import get_ipython\n"
        "def without(lines):\n"
        "    return [line for line in lines if 'assert' not in line and 'answer' not in line] or ['None']\n"
        "get_ipython().input_transformers_cleanup.append(without)",
    )


def code_prints_points(folder: Path) -> None:
    """Output that looks like a mark."""
    _add(folder, "print('100.0')\n100.0")


def code_exits(folder: Path) -> None:
    _add(folder, "import os\nos._exit(0)")


def code_runs_for_ever(folder: Path) -> None:
    _add(folder, "while True:\n    pass")


def code_ends_the_grader(folder: Path) -> None:
    _add(folder, "import os\nif os.getppid() > 1:\n    os.kill(os.getppid(), 9)")


def code_prints_without_end(folder: Path) -> None:
    _add(folder, "for n in range(300):\n    print('x' * 10_000)")


def code_exhausts_the_stack(folder: Path) -> None:
    _add(folder, "import sys\nsys.setrecursionlimit(10**9)\nf = lambda: f()\nf()")
