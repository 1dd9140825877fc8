"""Tells panels and cells that their journal has changed: by a panel, another notebook, a sync tool, or by hand.

The file is looked at between cells, on the kernel's own loop, so that no thread is needed and a busy kernel is left
alone. Nothing is sent while nothing changes, so that an idle kernel stays idle.
"""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Protocol
from weakref import WeakSet

from course.journal import Answer, Journal, JournalError, parse
from course.journal.files import read_bytes

SECONDS: Final = 1.0
# JupyterLab brings what a page says to a thread of its own in the kernel (a subshell), and what it says before that
# thread has started to the main one. What one does with journal and panels has to be done before the other begins.
TURN: Final = threading.RLock()


class Watcher(Protocol):
    """What is told of a change: a panel."""

    name: str
    comm: Any

    def found(self, answer: Answer | None, here: bool = False) -> None:
        """Show the answer that the journal holds by now, whether a panel beside this one wrote it or not."""


class _Watch:
    """One journal, as long as panels or cells show something from it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._told = self._last = self._state()
        self.panels: WeakSet[Any] = WeakSet()
        self.others: dict[Callable[[], None], None] = {}  # in order, each once
        self._loop: asyncio.AbstractEventLoop | None = None

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        if self._loop is not loop:
            self._loop = loop
            loop.call_later(SECONDS, self._look)

    def _look(self) -> None:
        for panel in [*self.panels]:
            if panel.comm is None:  # closed
                self.panels.discard(panel)
        if not (self.panels or self.others) or self._loop is None:
            self._loop = None
            return
        now = self._state()
        # A file that is still being written, as by a sync tool, is left alone until it rests.
        if now != self._told and now == self._last:
            self._told = now
            self._tell()
        self._last = now
        self._loop.call_later(SECONDS, self._look)

    def _tell(self) -> None:
        # What is damaged is told when the learner next saves; only then is it set aside.
        with TURN, suppress(OSError, JournalError):
            data = read_bytes(self._path)
            answers = parse(data, str(self._path)).answers if data is not None else {}
            for panel in [*self.panels]:
                panel.found(answers.get(panel.name))
            self.tell_others()

    def tell_others(self) -> None:
        for changed in [*self.others]:
            changed()

    def _state(self) -> tuple[int, int, int] | None:
        with suppress(OSError):
            found = self._path.stat()
            return (found.st_mtime_ns, found.st_size, found.st_ino)
        return None


_watched: dict[Path, _Watch] = {}


def watch(panel: Watcher, journal: Journal) -> None:
    """Keep a panel up to date with its journal, if it lives in a kernel."""
    if kept := _kept(journal):
        kept.panels.add(panel)


def follow(changed: Callable[[], None], journal: Journal) -> None:
    """Call this whenever a journal has changed, if it is called in a kernel. What is not a panel follows so."""
    if kept := _kept(journal):
        kept.others[changed] = None


def _kept(journal: Journal) -> _Watch | None:
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return None
    kept = _watched.setdefault(journal.path, _Watch(journal.path))
    kept.start(loop)
    return kept


def tell(panel: Any, answer: Answer) -> None:  # noqa: ANN401 - a Watcher, which is hashable
    """Let all that follows the journal of a panel in this kernel show at once what the panel has saved."""
    for kept in _watched.values():
        if panel in kept.panels:
            for other in [*kept.panels]:
                if other is not panel and other.name == panel.name:
                    other.found(answer, here=True)
            kept.tell_others()
