"""Cells that show what depends on an answer follow the journal, as long as the kernel lives.

A cell depends on an answer if it reads a name that comes from `course.mine` or `course.portfolio`, or one that such a
cell has set. When the journal changes, those cells are evaluated again, in the order in which they were last run, and
what differs is put in the place of what they showed. A saved notebook, a print and an export hold what stood there
last; without a kernel nothing is needed, because it is an ordinary output.

What is followed is the value on a cell's last line. Text that a cell prints stays as it was printed, and so does the
output of a cell that takes long.
"""

import ast
import asyncio
import contextlib
import io
import sys
import time
import uuid
from typing import Any, Final

import msgspec

from course.errors import PlainError
from course.journal import Journal
from course.live.names import loaded, stored
from course.live.watch import follow

SOURCES: Final = ("course.mine", "course.portfolio")
SHOW: Final = "_course_shows"
REST: Final = 0.2
"""Seconds without a further change before cells are evaluated again: a slider changes the journal many times."""
LONGEST: Final = 2.0
"""Seconds: a cell that took longer would hold up every answer, and is left as it is.

The run in which a module is loaded says nothing of the next one: with the first chart of a kernel Altair comes.
"""
WIDGET: Final = "application/vnd.jupyter.widget-view+json"


class Cell(msgspec.Struct):
    """A cell that depends on an answer: its syntax, where it shows its value, and what it last showed there."""

    tree: ast.Module
    display: str = ""
    shown: dict[str, Any] = {}


class Cells:
    """The cells of one kernel that follow the journal.

    Args:
        shell: IPython's.
    """

    def __init__(self, shell: Any) -> None:  # noqa: ANN401 - IPython is not imported where there is none
        self._shell = shell
        self._cells: dict[str, Cell] = {}  # by the cell's id, in the order in which they were last run
        self._names: set[str] = set()  # set by them
        self._running: tuple[str, Cell] | None = None
        self._id, self._quiet, self._began, self._modules = "", False, 0.0, 0
        self._waiting: asyncio.TimerHandle | None = None
        shell.events.register("pre_run_cell", self._before)
        shell.events.register("post_run_cell", self._after)
        shell.ast_transformers.append(self)
        shell.user_ns_hidden[SHOW] = self.show

    def _before(self, info: Any) -> None:  # noqa: ANN401 - IPython's
        self._id = getattr(info, "cell_id", None) or info.raw_cell
        self._quiet = info.raw_cell.rstrip().endswith(";")
        self._running, self._began, self._modules = None, time.monotonic(), len(sys.modules)
        self._shell.user_ns[SHOW] = self.show  # %reset takes it away

    def visit(self, tree: ast.Module) -> ast.Module:
        """Called by IPython with what is about to be run: the last value of a cell that depends is shown by `show`."""
        if not self._depends(tree):
            self._names -= stored(tree)
            return tree
        self._names |= stored(tree)
        self._running = self._id, Cell(tree)
        last = tree.body[-1]
        if self._quiet or not isinstance(last, ast.Expr):
            return tree
        call = ast.Call(ast.Name(SHOW, ast.Load()), [last.value], [])
        shows = ast.Module([*tree.body[:-1], ast.copy_location(ast.Expr(call), last)], tree.type_ignores)
        return ast.fix_missing_locations(shows)

    def _depends(self, tree: ast.Module) -> bool:
        if any(isinstance(node, ast.Await | ast.AsyncFor | ast.AsyncWith) for node in ast.walk(tree)):
            return False
        names = self._shell.user_ns
        found = ((name, names.get(name)) for name in loaded(tree))
        return any(name in self._names or _home(value).startswith(SOURCES) for name, value in found)

    def show(self, value: Any) -> Any:  # noqa: ANN401 - whatever a cell ends with
        """Show a cell's value where it can be changed later; what shows itself, as a widget does, is given back."""
        if self._running is None or value is None or hasattr(value, "_ipython_display_"):
            return value
        data, metadata = self._shell.display_formatter.format(value)
        if WIDGET in data:
            return value
        cell = self._running[1]
        cell.display, cell.shown = uuid.uuid4().hex, data
        self._shell.display_pub.publish(data, metadata, transient={"display_id": cell.display})
        return None

    def _after(self, result: Any) -> None:  # noqa: ANN401 - IPython's
        if self._running is None:
            self._cells.pop(self._id, None)
            return
        (name, cell), self._running = self._running, None
        self._cells.pop(name, None)
        quick = time.monotonic() - self._began <= LONGEST or len(sys.modules) > self._modules
        if result.success and quick:
            self._cells[name] = cell
            follow(self.changed, Journal())

    def changed(self) -> None:
        """The journal has changed: evaluate the cells again as soon as it rests."""
        loop = asyncio.get_running_loop()
        if self._waiting:
            self._waiting.cancel()
        self._waiting = loop.call_later(REST, self._again)

    def _again(self) -> None:
        self._waiting = None
        for name, cell in [*self._cells.items()]:
            began = time.monotonic()
            data, metadata = self._evaluated(cell)
            if time.monotonic() - began > LONGEST:
                self._cells.pop(name, None)
            if cell.display and data and data != cell.shown:
                cell.shown = data
                self._shell.display_pub.publish(data, metadata, transient={"display_id": cell.display}, update=True)

    def _evaluated(self, cell: Cell) -> tuple[dict[str, Any], dict[str, Any]]:
        names, (*body, last) = self._shell.user_ns, cell.tree.body
        value = None
        try:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                if cell.display and isinstance(last, ast.Expr):
                    exec(compile(ast.Module(body, []), "<cell>", "exec"), names)  # noqa: S102 - the learner ran it
                    value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)  # noqa: S307
                else:
                    exec(compile(cell.tree, "<cell>", "exec"), names)  # noqa: S102
                found: tuple[dict[str, Any], dict[str, Any]] = self._shell.display_formatter.format(value)
                return found
        except PlainError as error:
            return {"text/plain": str(error)}, {}
        except Exception as error:  # noqa: BLE001 - what stood there is true no longer, so it is said
            return {"text/plain": f"{type(error).__name__}: {error}"}, {}


def _home(value: Any) -> str:  # noqa: ANN401 - anything that a name can mean
    """The module that a value is, or that a function is from."""
    found = getattr(value, "__name__" if type(value).__name__ == "module" else "__module__", "")
    return found if isinstance(found, str) and (callable(value) or type(value).__name__ == "module") else ""


_started: list[Cells] = []


def start() -> None:
    """Let the cells of this kernel follow the journal; does nothing outside a kernel, and nothing twice."""
    try:
        from IPython.core.getipython import get_ipython  # noqa: PLC0415 - whoever reads a journal in a script has none
    except ImportError:
        return
    shell = get_ipython()
    if shell is not None and getattr(shell, "kernel", None) is not None and not _started:
        _started.append(Cells(shell))
