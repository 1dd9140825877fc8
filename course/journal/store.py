"""The learner's journal on disk: every change is whole, immediate, and merged with those of other notebooks."""

import os
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from course.journal import copies
from course.journal.bounds import name_fault, value_fault
from course.journal.brought import Brought, brought
from course.journal.changes import ANSWER, COMMIT, SEED, with_answer, with_event
from course.journal.disk import Disk
from course.journal.errors import JournalChanged, JournalUnavailable, JournalValueError
from course.journal.files import plain_errors, replace
from course.journal.join import join
from course.journal.record import JSON, Answer, Event, Record, Time, encode

Over: TypeAlias = Callable[[Answer], bool]


class Journal:
    """The journal at one path, shared with every other notebook, process and thread that has it open.

    Nothing is kept in memory: each call reads the file anew. All methods may raise a JournalError; then the file is
    what it was, a damaged one excepted: that is set aside under a dated name, a JournalWarning and `notices` say
    where, and a fresh journal begins. A symbolic link is followed, and stays a link.

    Args:
        path: the file; by default what the environment variable COURSE_JOURNAL names, else `journal.json` in the
            current directory. A relative path is fixed at once; the disk is not touched.

    Attributes:
        path: the file, absolute.
    """

    def __init__(self, path: Path | str | None = None) -> None:
        chosen = path if path is not None else _named()
        with plain_errors(Path(chosen), "the current directory cannot be found"):
            self.path = Path(chosen).absolute()
        self._disk = Disk(self.path, lambda: _now())  # noqa: PLW0108 - looked up anew, so that a test can set the clock

    @classmethod
    def of(cls, folder: Path) -> "Journal":
        """That of the notebooks whose kernels run in a folder: a relative name counts from there."""
        return cls(folder / _named())

    def __repr__(self) -> str:
        return f"Journal({str(self.path)!r})"

    @property
    def notices(self) -> list[str]:
        """What the learner should know about this journal: damaged files set aside beside it, copies that hold more.

        Read from the disk, so every notebook and every later session shows it until the file is moved away.
        """
        return copies.notices(self._disk.file(), self.read)

    def copies(self) -> dict[str, Record]:
        """Sound journals beside this one that are named as its copies, by file name."""
        return copies.copies(self._disk.file())

    def join(self, *, take: Mapping[str, str] | None = None, keep: Collection[str] = ()) -> Record:
        """Bring in what only the copies beside this journal hold. The copies stay, and no answer is replaced unasked.

        Args:
            take: question to the name of the copy whose answer to it is to stand from now on.
            keep: questions whose answer here stands, though a copy has another; that one goes into the log.

        Returns:
            The journal as it stands now. Where copies differ, from it or from one another, it is as it was.
        """
        others = self.copies()

        for question, name in (take or {}).items():
            if name not in others or question not in others[name].answers:
                raise JournalValueError(f"{self.path}: nothing was taken: {name} holds no answer to {question!r}.")

        def change(record: Record, now: Time) -> Record:
            record = join(record, others, take, keep)
            for question in take or {}:
                record = with_answer(record, question, ANSWER, record.answers[question].value, now)
            return record

        return self._disk.write(change)

    def bring(self, other: Record) -> Brought:
        """Bring in a journal from another device, as `brought` says.

        Where both hold answers that were made apart, it is put beside this one as a copy, so that panels ask.
        """
        found: list[Brought] = []

        def change(record: Record, _now: Time) -> Record:
            found.append(brought(record, other))
            return found[-1].record

        self._disk.write(change)
        told = found[-1]
        if told.different and told.other not in self.copies().values():
            file = self._disk.file()
            beside = file.with_name(copies.brought_back(file, _now()))
            with plain_errors(beside, "what was joined is saved, but the other journal could not be put beside it"):
                replace(beside, encode(told.other))
        return told

    @property
    def seed(self) -> int:
        """The learner's random seed, 0 to 2^53 - 1: made once, and stored on first use.

        Where the journal cannot be written, the seed holds for this object only.
        """
        record = self._disk.read()
        if record is None:
            try:
                record = self._disk.write(lambda record, _now: record)
            except JournalUnavailable:
                record = self._disk.fresh()
        return record.seed

    def read(self) -> Record:
        """The journal as it stands; an empty one if there is no file, and none is made."""
        return self._disk.read() or self._disk.fresh()

    def answer(self, question: str) -> Answer | None:
        """The latest answer to a question, or None."""
        return self.read().answers.get(question)

    def history(self, question: str, *kinds: str) -> list[Event]:
        """What was logged for a question, oldest first: everything, or only events of these kinds."""
        log = self.read().log
        return [event for event in log if event.question == question and (not kinds or event.event in kinds)]

    def save(self, question: str, value: JSON, over: Over | None = None) -> Answer:
        """Store an answer, and return once it is on disk. An earlier commit keeps its time.

        Args:
            question: its id.
            value: the answer.
            over: asked of the answer that would be replaced; if it says no, nothing is saved.

        Raises:
            JournalChanged: `over` said no.
        """
        return self.revise(question, lambda _: value, over)

    def revise(self, question: str, make: Callable[[JSON], JSON], over: Over | None = None) -> Answer:
        """Store what is made of the answer that is there, None if there is none, with nobody writing between.

        Otherwise as `save`.
        """
        return self._put(question, ANSWER, make, over)

    def commit(self, question: str, value: JSON, over: Over | None = None) -> Answer:
        """Store an answer to which the learner commits, and return once it is on disk; otherwise as `save`.

        The answer carries the time of the latest commit; every commit stays in the log.
        """
        return self._put(question, COMMIT, lambda _: value, over)

    def note(self, question: str, kind: str, detail: JSON = None) -> None:
        """Log something else that happened: `hint`, `check`, `reveal`, `reset`. The answer does not change."""
        if kind in {ANSWER, COMMIT}:
            raise JournalValueError(f"{question}: an event of kind {kind!r} is logged by saving an answer.")
        self._check(question, kind, detail)
        self._disk.write(lambda record, now: with_event(record, Event(now, question, kind, detail)))

    def drawn(self, question: str) -> None:
        """Log, once, the seed by which a question was drawn from its pool: one that is changed afterwards shows."""
        record = self.read()
        known = (each.value for each in record.log if each.question == question and each.event == SEED)
        if record.seed not in known:
            self.note(question, SEED, record.seed)

    def _put(self, question: str, kind: str, make: Callable[[JSON], JSON], over: Over | None) -> Answer:
        def change(record: Record, now: Time) -> Record:
            before = record.answers.get(question)
            if before is not None and over is not None and not over(before):
                raise JournalChanged(str(self.path), question, before)
            value = make(before.value if before else None)
            self._check(question, kind, value)
            return with_answer(record, question, kind, value, now)

        return self._disk.write(change).answers[question]

    def _check(self, question: str, kind: str, value: JSON) -> None:
        fault = name_fault(question) or name_fault(kind) or value_fault(value)
        if fault:
            raise JournalValueError(f"{self.path}: question {question!r}, {kind}: nothing was saved: {fault}.")


def _named() -> str:
    return os.environ.get("COURSE_JOURNAL") or "journal.json"


def _now() -> Time:
    # Not strftime: how it pads years differs between systems.
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
