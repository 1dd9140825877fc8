"""nbgrader's loop over submissions, in which one that fails costs no other and what is foreseen costs one line."""

import contextlib
import re
import traceback
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import msgspec
from nbgrader.converters.base import BaseConverter
from nbgrader.utils import rmtree
from sqlalchemy.exc import OperationalError

from grading.errors import explain, give_up
from grading.progress import counted


class Found(msgspec.Struct, frozen=True):
    """A submission in a folder."""

    assignment: str
    student: str
    folder: str


Result = Callable[[], Any]


class Batch(BaseConverter):  # type: ignore[misc] # nbgrader is untyped
    """A converter that goes on after a submission that fails, and says how far it has come.

    nbgrader's own loop takes every error of the database for an old version, and writes a traceback for each failure.
    """

    def convert_notebooks(self) -> None:
        """Convert every submission; what fails is removed, named, and the command fails at the end."""
        self.failed: list[str] = []
        found = [self._parse(folder) for folder in sorted(self.assignments)]
        try:
            for each, result in counted(
                self.prepared(self._ready(found)), len(found), "submissions", say=self.log.info
            ):
                self._alone(each, lambda each=each, result=result: self.finish(each, result()))  # type: ignore[misc]
        except BrokenProcessPool as e:
            give_up(self, str(explain(e)))
        if self.failed:
            give_up(self, f"{len(self.failed)} of {len(found)} submissions failed: {', '.join(self.failed)}")

    def prepared(self, ready: Iterable[Found]) -> Iterator[tuple[Found, Result]]:
        """Each submission with what gives its result, or raises; a subclass may work ahead here."""
        for each in ready:
            yield each, lambda: None

    def finish(self, each: Found, result: Any) -> None:  # noqa: ANN401, ARG002 - of the subclass
        """Write all that comes of a submission."""
        self.notebooks = sorted(self.assignments[each.folder])
        self.run_pre_convert_hook()
        self.init_assignment(each.assignment, each.student)
        for notebook in self.notebooks:
            self.convert_single_notebook(notebook)
        self.set_permissions(each.assignment, each.student)
        self.run_post_convert_hook()

    def set_permissions(self, assignment_id: str, student_id: str) -> None:
        """As nbgrader's, without a line for each learner."""
        for path in Path(self._format_dest(assignment_id, student_id)).rglob("*"):
            if path.is_file() and not path.is_symlink():
                path.chmod(int(str(self.permissions), 8))

    def _ready(self, found: Iterable[Found]) -> Iterator[Found]:
        for each in found:
            self.notebooks = sorted(self.assignments[each.folder])
            wanted: list[bool] = []
            self._alone(each, lambda each=each, wanted=wanted: wanted.append(self._begin(each)))  # type: ignore[misc]
            if any(wanted):
                yield each

    def _begin(self, each: Found) -> bool:
        return bool(self.init_destination(each.assignment, each.student))

    def _alone(self, each: Found, work: Callable[[], Any]) -> None:
        try:
            work()
        except OperationalError as e:
            self._remove(each)
            # The next would fail alike.
            give_up(self, explain(e) or f"the grade book failed at “{each.student}” ({e}).")
        except (KeyboardInterrupt, BrokenProcessPool):
            self._remove(each)
            raise
        except Exception as e:  # noqa: BLE001 - whatever fails for one must not cost another
            says = explain(e) or f"failed unforeseen.\n{traceback.format_exc()}"
            self.log.error("There was an error processing '%s': %s", each.student, says)  # noqa: TRY400 - it may be foreseen
            self.failed.append(each.student)
            self._remove(each)

    def _remove(self, each: Found) -> None:
        with contextlib.suppress(OSError):
            rmtree(self._format_dest(each.assignment, each.student))

    def _parse(self, folder: str) -> Found:
        match = re.match(self._format_source("(?P<assignment>.*)", "(?P<student>.*)", escape=True), folder)
        if match is None:
            give_up(self, f"{folder}: expected a folder of submissions as CourseDirectory.directory_structure says.")
        return Found(match["assignment"], match["student"], folder)
