"""Code cells that do harm where learners' code is run. Here none is: it is counted, and not shown."""

from pathlib import Path

from tests.hostile.place import add_code, outside, ran, root

SHOW = "import sys\nprint(*(open(p).read()[:5000] for p in {paths!r}))"


def _add(folder: Path, source: str) -> None:
    add_code(folder, f"open({str(ran(folder))!r}, 'w').close()\n{source}\n")


def code_reads_outside(folder: Path) -> None:
    _add(folder, SHOW.format(paths=[str(outside(folder))]))


def code_reads_key(folder: Path) -> None:
    """In whatever room the instructor keeps tests and keys."""
    source = str(root(folder) / "source")
    _add(
        folder,
        f"import glob\nfor path in glob.glob({source!r} + '/*/*'):\n    print(open(path, errors='replace').read())",
    )


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
        f"    if {folder.parent.name!r} not in path:\n"
        "        open(path, 'w').close()",
    )


def code_equal_to_everything(folder: Path) -> None:
    """An answer that every assertion accepts."""
    names = ["__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__contains__", "__bool__"]
    _add(
        folder,
        "class Right:\n"
        + "".join(f"    {name} = lambda *_: True\n" for name in names)
        + "answer = Right()\n"
        + "import builtins\n"
        + "globals().update({n: Right() for n in list(globals()) if n.endswith('answer')})",
    )


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
