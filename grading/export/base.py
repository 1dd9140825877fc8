"""What the plugins share: whose marks of what, what becomes of a mark that is not there, and the files."""

import csv
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

from msgspec.structs import replace
from nbgrader.plugins import ExportPlugin
from traitlets import Bool, Dict, Enum, Unicode

from grading.collecting import ledger
from grading.collecting.found import Found
from grading.collecting.ledger import LedgerError
from grading.errors import give_up
from grading.export.marks import Column, Mark, read_column
from grading.groups.counts import Counted
from grading.groups.found import look
from grading.groups.found import told as told_of_groups
from grading.handout.assignment import AssignmentError
from grading.late.untimed import costs, told, untimed
from grading.reading.harmless import harmless
from grading.reading.inert import one_line
from grading.roster.accounts import NOTHING, accounts
from grading.roster.learners import Listed, learners, submitted


class MarksExporter(ExportPlugin):  # type: ignore[misc] # nbgrader is untyped
    """Write a file for each assignment, in UTF-8, with a row for each learner who has a mark for it.

    Who handed nothing in has no mark, and not 0. Nor has who waits for a person: a sum without the essay is no mark.
    They are named and left out, because a blank cell takes away the mark that the platform may have.
    """

    default_file: ClassVar[str]
    root: Path | None = None
    several = False

    missing = Enum(
        ("blank", "zero"), "blank", help="What stands for an assignment that a learner did not hand in."
    ).tag(config=True)
    unfinished = Bool(False, help="Whether to write points that still wait for a person.").tag(config=True)
    blanks = Bool(
        False,
        help="Whether to write learners without a mark, too, with a blank cell, and all assignments into one file. The "
        "platform loses the mark that it has where a cell is blank.",
    ).tag(config=True)
    columns = Dict(
        key_trait=Unicode(),
        value_trait=Unicode(),
        help="Assignment to the name of its column on the platform, as the platform itself exports it.",
    ).tag(config=True)

    def export(self, gradebook: Any) -> None:  # noqa: ANN401 - nbgrader is untyped
        """Read the grade book and write the files.

        Raises:
            NbGraderException: an assignment or a learner asked for is unknown, nobody has a mark, or a file can't be
                written. One line of the log says which.
        """
        known = {a.name for a in gradebook.assignments}
        chosen = [str(a) for a in self.assignment] or sorted(known)
        only = [str(s) for s in self.student]
        everybody = learners(gradebook)
        self._check("assignment", chosen, known)
        self._check("learner", only, {each.id for each in everybody})
        if not chosen or not everybody:
            give_up(self, f"nothing to export: the grade book has no {'learners' if chosen else 'assignments'} yet.")
        self.several = len(chosen) > 1 and not self.blanks
        self.root = Path(self.parent.coursedir.root) if self.parent is not None else None
        columns = [self._column(gradebook, name) for name in chosen]
        who = [each for each in everybody if not only or each.id in only]
        wrote = [self._export(who, columns)] if self.blanks else [self._export(who, [column]) for column in columns]
        for column in columns:
            self._account(who, column)
        if not any(wrote):
            give_up(self, f"nothing to export for {', '.join(chosen)}; the lines above say why.")

    @abstractmethod
    def table(self, learners: Sequence[Listed], columns: Sequence[Column]) -> Iterator[list[str]]:
        """The rows of the file, the header first."""

    def files(self, learners: Sequence[Listed], columns: Sequence[Column]) -> Iterator[tuple[str, list[list[str]]]]:
        """What is added to the name of a file, and its rows, the header first."""
        yield "", [*self.table(learners, columns)]

    def points(self, mark: Mark | None) -> str:
        """A mark as both platforms read one: a decimal point, no more than four digits after it, no thousands."""
        if mark is None:
            return "0" if self.missing == "zero" else ""
        return "" if mark.waits and not self.unfinished else number(mark.points)

    def heading(self, assignment: str) -> str:
        """The name of an assignment's column."""
        return str(self.columns.get(assignment, assignment))

    def collected(self, assignment: str = "") -> list[Found]:
        """The ledger of an assignment, or of all; empty where there is none, or no course root is known."""
        if self.root is None:
            return []
        found = (self.root / ledger.FOLDER).glob(f"{assignment or '*'}/{ledger.FILE}")
        try:
            return [row for path in sorted(found) for row in ledger.read(self.root, path.parent.name)]
        except LedgerError as e:
            give_up(self, str(e))

    def name_them(self, says: str, who: Sequence[Listed]) -> None:
        """Warn of learners by name, if there are any."""
        if who:
            self.log.warning("%s: %s.", says, one_line("; ".join(map(called, who))))

    def _column(self, gradebook: Any, assignment: str) -> Column:  # noqa: ANN401 - nbgrader is untyped
        """All marks; one from which a penalty of unknown size would have to be taken waits."""
        counted = self._counted(assignment)
        column = read_column(gradebook, assignment, counted)
        if self.root is None:
            return column
        try:
            found = untimed(self.root, assignment)
        except LedgerError as e:
            give_up(self, str(e))
        if gradebook.find_assignment(assignment).duedate is None:
            found = frozenset()
        whose = counted.whose if counted else {}
        waiting = {w for w in column.marks if whose.get(w, w) in found and costs(self.config, whose.get(w, w))}
        if waiting:
            self.log.warning("%s: %s", assignment, one_line(told({whose.get(w, w) for w in waiting})))
        marks = {w: replace(mark, waits=mark.waits or w in waiting) for w, mark in column.marks.items()}
        return replace(column, marks=marks)

    def _counted(self, assignment: str) -> Counted | None:
        if self.root is None:
            return None
        try:
            groups, counted = look(self.root, assignment)
        except AssignmentError as e:
            give_up(self, e)
        for line in told_of_groups(groups, counted):
            self.log.warning("%s: %s", assignment, one_line(line))
        return counted

    def _export(self, who: Sequence[Listed], columns: Sequence[Column]) -> bool:
        for column in columns:
            waiting = [each for each in who if (mark := column.marks.get(each.id)) and mark.waits]
            done = "written as they are" if self.unfinished else "left blank" if self.blanks else "left out"
            if waiting:
                says = f"{column.assignment}: {len(waiting)} marks wait for a person and were {done}"
                self.name_them(says, waiting)
            blank = [each for each in who if not self.points(column.marks.get(each.id))]
            if self.blanks:
                self.name_them(f"{column.assignment}: a blank cell takes away the mark that the platform has of", blank)
            else:
                who = [each for each in who if each not in blank]
        if not who:
            self.log.warning("%s: nobody has a mark that is final; no file.", columns[0].assignment)
            return False
        files = [*self.files(who, columns)]
        for suffix, rows in files:
            self._write(self._path(columns, suffix), rows)
        return bool(files)

    def _path(self, columns: Sequence[Column], suffix: str) -> Path:
        path = Path(self.to or self.default_file)
        middle = f"-{columns[0].assignment}" if self.several else ""
        return path.with_name(f"{path.stem}{middle}{suffix}{path.suffix}")

    def _account(self, who: Sequence[Listed], column: Column) -> None:
        """Say who handed in something that was not taken, and who nothing."""
        rows = self.collected(column.assignment)
        handed_in = submitted(self.root, column.assignment) if self.root else set()
        names = {each.id: called(each) for each in who}
        for each in accounts([w.known for w in who], rows, handed_in, set(column.marks)):
            if each.learner in names or not (each.known or self.student):
                whose = f"{names.get(each.learner, each.learner)}{f' ({each.why})' if each.why else ''}"
                level = self.log.info if each.what == NOTHING else self.log.warning
                level("%s: %s: %s", column.assignment, each.what, one_line(whose))

    def _check(self, kind: str, asked: Sequence[str], known: set[str]) -> None:
        for name in asked:
            if name not in known:
                give_up(self, f"the grade book has no {kind} “{name}”; it has {', '.join(sorted(known)) or 'none'}.")

    def _write(self, path: Path, rows: list[list[str]]) -> None:
        try:
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([harmless(cell) for cell in row] for row in rows)
        except OSError as e:
            give_up(self, f"{path}: can't be written ({e.strerror}).")
        self.log.info("Wrote %s", path)


def called(learner: Listed) -> str:
    """“Last, First (id)”, or the id alone."""
    return learner.id if learner.name == learner.id else f"{learner.name} ({learner.id})"


def number(value: float) -> str:
    """A number as text, such as `8.5` or `54`."""
    return f"{value:.4f}".rstrip("0").rstrip(".")
