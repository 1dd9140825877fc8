"""The corpus of hostile submissions: what came of each here, and how two other tools fare with the same kinds.

    python -m tests.bench hostile                        all three, the better part of an hour
    python -m tests.bench.hostile course [stock] [otter]

Stock nbgrader and otter-grader run an ordinary assignment: three questions answered in code, and an essay. Both get
the same kinds where they apply. Nothing isolates them, since neither isolates by itself (otter's containers need
Docker); both, unlike this course, are made to run what learners wrote, and that they do is counted, not held against
them. Bounded by time, memory and file size, because some kinds end in no other way.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from tests.bench import otter, stock
from tests.bench.choose import chosen
from tests.bench.harms import LOST, Outcome, Tool, holds_stolen, table
from tests.bench.pages import harmful
from tests.grading.classroom import ASSIGNMENT
from tests.hostile.place import ran
from tests.hostile.registry import Kind, kinds
from tests.hostile.room import HONEST, HostileClass

T = TypeVar("T")


def ours(folder: Path) -> tuple[dict[str, Outcome], list[list[str]], dict[str, Path]]:
    """Kind to outcome, the rows of the table of the corpus, and pages of feedback; one batch for all."""
    folder.mkdir()
    made = HostileClass(folder, ASSIGNMENT)
    grades, found, rows, pages = made.grades(), {}, [], {}
    stopped = not set(HONEST) <= set(grades)
    changed = made.after != made.before
    for kind in made.kinds:
        found[kind.id] = outcome = Outcome(lost=kind.id not in grades)
        outcome.note("stopped", stopped)
        outcome.note("wrote", changed)
        outcome.note("ran", ran(made.made("submitted", kind.id)).exists())
        outcome.note("read", holds_stolen(made.outputs(kind.id)))
        if outcome.lost:
            rows.append([kind.part, kind.id, "–", "–", f"not collected: {kind.does}"])
            continue
        points = {place: grades[kind.id][place][0] or 0 for place in made.places}
        expected = made.expected(kind)
        outcome.note("earned", any(points[place] > expected[place] for place in points))
        flags = sorted({f.code for f in made.scores(kind.id).flags})
        rows.append(
            [kind.part, kind.id, f"{sum(points.values()):g}", f"{sum(expected.values()):g}", " ".join(flags) or "none"]
        )
        pages[kind.id] = made.made("feedback", kind.id) / f"{ASSIGNMENT}.html"
    return found, rows, pages


def shown(rows: list[list[str]]) -> str:
    """The rows as lines of equal columns."""
    rows = [["part", "kind", "points", "due", "causes recorded"], *rows]
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    return "\n".join("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows)


def each(name: str, chosen: Iterable[Kind], take: Callable[[Kind], T]) -> dict[str, T]:
    """Kind to what came of it, two at a time, with a count of those done on standard error."""
    chosen, done = list(chosen), 0
    found = {}
    with ThreadPoolExecutor(2) as pool:
        for kind, outcome in zip(chosen, pool.map(take, chosen), strict=True):
            found[kind.id], done = outcome, done + 1
            print(f"\r{name}: {done} of {len(chosen)}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return found


def course(folder: Path) -> Tool:
    """This course, with the table of the corpus printed."""
    mine, rows, pages = ours(folder)
    print(shown(rows), end="\n\n", flush=True)
    return Tool("this course", _with_pages(mine, pages))


def stock_nbgrader(folder: Path) -> Tool:
    """Nbgrader as it comes, with the kinds that apply to it."""
    taken = each("stock nbgrader", filter(stock.applies, kinds().values()), stock.Stock(folder).take)
    pages = {kind: page for kind, (_, page) in taken.items() if page}
    outcomes = {kind: outcome for kind, (outcome, _) in taken.items()}
    return Tool(f"stock nbgrader {version('nbgrader')}", _with_pages(outcomes, pages))


def otter_grader(folder: Path) -> Tool | None:
    """otter-grader, with the kinds that can be handed in to it; None if it can't be installed."""
    try:
        graders = otter.Otter(folder)
    except (subprocess.CalledProcessError, OSError) as e:
        print(f"otter-grader can't be installed here, and is left out ({e}).")
        return None
    handed = each("otter-grader", filter(otter.applies, kinds().values()), graders.take)
    outcomes = {kind: outcome for kind, outcome in handed.items() if outcome is not None}
    return Tool(f"otter-grader {graders.version()}", outcomes, otter.SILENT)


TOOLS = {"course": course, "stock": stock_nbgrader, "otter": otter_grader}


def main(names: Iterable[str] = TOOLS) -> None:
    """Print the table of the corpus, and the harm done to each tool, as soon as it is known and side by side."""
    print("hostile submissions: how many kinds (of those that apply) do which harm", end="\n\n")
    done = list[Tool]()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name in names:
            if tool := TOOLS[name](Path(folder, name)):
                done.append(tool)
                print(table(tool), end="\n\n", flush=True)
    if len(done) > 1:
        print("side by side", table(*done), sep="\n", end="\n\n")
    print(f"–: says nothing of it. “{LOST}” is what a kind costs its own author; the others are harm to the class.")


def _with_pages(outcomes: dict[str, Outcome], pages: dict[str, Path]) -> dict[str, Outcome]:
    for kind in harmful(pages):
        outcomes[kind].harms.add("page")
    return outcomes


if __name__ == "__main__":
    main(chosen("tool", TOOLS))
