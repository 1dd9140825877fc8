"""All that a command of nbgrader's does to the grade book, or nothing of it.

nbgrader opens the grade book in each of its steps and commits after each cell. Here they share one session, and what
they do counts once all has succeeded. Whoever is killed meanwhile leaves the grade book as it was.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.converters import generate_assignment
from nbgrader.preprocessors import savecells

_STEPS: tuple[ModuleType, ...] = (generate_assignment, savecells)


class _Shared(Gradebook):  # type: ignore[misc] # nbgrader is untyped
    """A grade book that stays open, and commits nothing, until it is told to."""

    def __init__(self, *given: Any) -> None:  # noqa: ANN401 - nbgrader's signature
        super().__init__(*given)
        self._commit = self.db.commit
        self.db.commit = self.db.flush

    def close(self) -> None:
        """Leave it open; a step is done with it, and the command is not."""

    def keep(self) -> None:
        """Commit all."""
        self._commit()

    def leave(self) -> None:
        """Close it; what is not kept is undone."""
        super().close()


@contextmanager
def whole(address: str, course: str) -> Iterator[Any]:
    """The grade book for all steps of `generate_assignment`; an error within undoes all.

    Args:
        address: of the grade book.
        course: its id.
    """
    book = _Shared(address, course)
    before = [module.Gradebook for module in _STEPS]
    try:
        for module in _STEPS:
            module.Gradebook = lambda *_, **__: book  # type: ignore[attr-defined]
        yield book
        book.keep()
    finally:
        for module, own in zip(_STEPS, before, strict=True):
            module.Gradebook = own  # type: ignore[attr-defined]
        book.leave()
