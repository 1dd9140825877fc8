"""The learner's journal on disk: every change is whole, immediate, and merged with those of other notebooks."""

import os
import secrets
import warnings
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from course.journal.bounds import name_fault, value_fault
from course.journal.errors import (
    JournalDamaged,
    JournalTooLarge,
    JournalUnavailable,
    JournalValueError,
    JournalWarning,
)
from course.journal.files import files_set_aside, locked, plain_errors, read_bytes, replace, set_aside, sweep
from course.journal.reader import parse
from course.journal.record import JSON, MAX_BYTES, Answer, Event, Record, Time, decode, encode

ANSWER: Final = "answer"
COMMIT: Final = "commit"


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
        chosen = path if path is not None else os.environ.get("COURSE_JOURNAL") or "journal.json"
        with plain_errors(Path(chosen), "the current directory cannot be found"):
            self.path = Path(chosen).absolute()
        self._accepted: bytes | None = None
        self._begun: tuple[int, Time] | None = None
        self._swept = False

    def __repr__(self) -> str:
        return f"Journal({str(self.path)!r})"

    @property
    def notices(self) -> list[str]:
        """What the learner should know about this journal: one sentence for each damaged file set aside beside it.

        Read from the disk, so every notebook and every later session shows it until the file is moved away.
        """
        return [
            f"{aside.name} is a damaged journal that was set aside; its answers do not show here. "
            "Keep it, or move it away when you no longer need it."
            for aside in files_set_aside(self._file())
        ]

    @property
    def seed(self) -> int:
        """The learner's random seed, 0 to 2^53 - 1: made once, and stored on first use.

        Where the journal cannot be written, the seed holds for this object only.
        """
        record = self._stored()
        if record is None:
            try:
                record = self._write(lambda record, _now: record)
            except JournalUnavailable:
                record = self._fresh()
        return record.seed

    def read(self) -> Record:
        """The journal as it stands; an empty one if there is no file, and none is made."""
        return self._stored() or self._fresh()

    def answer(self, question: str) -> Answer | None:
        """The latest answer to a question, or None."""
        return self.read().answers.get(question)

    def history(self, question: str, *kinds: str) -> list[Event]:
        """What was logged for a question, oldest first: everything, or only events of these kinds."""
        log = self.read().log
        return [event for event in log if event.question == question and (not kinds or event.event in kinds)]

    def save(self, question: str, value: JSON) -> Answer:
        """Store an answer, and return once it is on disk. An earlier commit keeps its time."""
        return self._put(question, ANSWER, value)

    def commit(self, question: str, value: JSON) -> Answer:
        """Store an answer to which the learner commits, and return once it is on disk.

        The answer carries the time of the latest commit; every commit stays in the log.
        """
        return self._put(question, COMMIT, value)

    def note(self, question: str, kind: str, detail: JSON = None) -> None:
        """Log something else that happened: `hint`, `check`, `reveal`, `reset`. The answer does not change."""
        if kind in {ANSWER, COMMIT}:
            raise JournalValueError(f"{question}: an event of kind {kind!r} is logged by saving an answer.")
        self._check(question, kind, detail)
        self._write(lambda record, now: _with_event(record, Event(now, question, kind, detail)))

    def _put(self, question: str, kind: str, value: JSON) -> Answer:
        self._check(question, kind, value)

        def change(record: Record, now: Time) -> Record:
            before = record.answers.get(question)
            committed_at = now if kind == COMMIT else before.committed_at if before else None
            answer = Answer(value, now, committed_at, before.revision + 1 if before else 1)
            record = msgspec.structs.replace(record, answers={**record.answers, question: answer})
            return _with_event(record, Event(now, question, kind, value))

        return self._write(change).answers[question]

    def _check(self, question: str, kind: str, value: JSON) -> None:
        fault = name_fault(question) or name_fault(kind) or value_fault(value)
        if fault:
            raise JournalValueError(f"{self.path}: question {question!r}, {kind}: nothing was saved: {fault}.")

    def _write(self, change: Callable[[Record, Time], Record]) -> Record:
        file = self._file()
        with plain_errors(self.path, "nothing was saved"), locked(file):
            if not self._swept:
                sweep(file)
                self._swept = True
            record = self._load(file) or self._fresh()
            # A clock that was set back must not reorder what happened.
            record = change(record, max(_now(), record.log[-1].at if record.log else record.created_at))
            data = encode(record)
            if len(data) > MAX_BYTES:
                raise JournalTooLarge(f"{self.path}: nothing was saved: a journal has at most {MAX_BYTES:,} bytes.")
            replace(file, data)
        self._accepted = data
        return record

    def _stored(self) -> Record | None:
        file = self._file()
        with plain_errors(self.path, "it cannot be read"):
            try:
                return self._parse(read_bytes(file))
            except JournalDamaged as damage:
                try:
                    with locked(file):
                        return self._load(file)
                except OSError as error:
                    raise JournalDamaged(f"{damage} It could not be set aside ({error.strerror}).") from error

    def _load(self, file: Path) -> Record | None:
        """Read with the lock held, so that a damaged file can be set aside."""
        try:
            return self._parse(read_bytes(file))
        except JournalDamaged as damage:
            aside = set_aside(file)
            self._begun = None
            # Whoever turns warnings into errors learns of it before anything is written.
            warnings.warn(
                f"{damage} The damaged file was kept as {aside.name}, and a fresh journal begun.",
                JournalWarning,
                stacklevel=2,
            )
            return None

    def _parse(self, data: bytes | None) -> Record | None:
        if data is None:
            return None
        # Most saves meet the very bytes they wrote: those need no second examination.
        if data != self._accepted:
            record = parse(data, str(self.path))
            self._accepted = data
            return record
        return decode(data)

    def _fresh(self) -> Record:
        # Kept, so that what is shown before the first save has the seed that the first save stores.
        self._begun = self._begun or (secrets.randbits(53), _now())
        seed, created_at = self._begun
        return Record(format="course-journal", version=1, seed=seed, created_at=created_at, answers={}, log=())

    def _file(self) -> Path:
        with plain_errors(self.path, "the symbolic link cannot be followed"):
            return Path(os.path.realpath(self.path)) if self.path.is_symlink() else self.path


def _now() -> Time:
    # Not strftime: how it pads years differs between systems.
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _with_event(record: Record, event: Event) -> Record:
    return msgspec.structs.replace(record, log=(*record.log, event))
