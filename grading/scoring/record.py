"""What was decided about one submission, kept as `scores.json` beside the autograded notebook.

It holds criteria and remarks of the key, so it is for the grading room only: `nbgrader_config.py` keeps it out of every
copy that nbgrader makes on the way to a learner.
"""

from pathlib import Path
from typing import Any, Literal

import msgspec

from course.questions import State
from course.scoring import Counted, CriterionScore
from grading.handout.assignment import AssignmentError

FILE = "scores.json"


class Flag(msgspec.Struct, frozen=True):
    """Something about a submission that whoever grades should know.

    Attributes:
        code: short name of the cause, such as `journal-damaged`.
        says: the cause in a sentence.
        items: ids of the questions and essays it touches; empty if none lost anything by it.
        look: whether a person must look before the grades of these items stand.
    """

    code: str
    says: str
    items: tuple[str, ...] = ()
    look: bool = False


class RemarkMark(msgspec.Struct, frozen=True):
    """What the key says about what the answer showed."""

    says: str
    reread: tuple[str, ...] = ()
    misconception: str | None = None


class ItemMark(msgspec.Struct, frozen=True):
    """The score of a question.

    Attributes:
        question: its id.
        state: how far the answer had come.
        reasons: in plain words, what was still to be done.
        answer: the answer as handed in, any JSON value; None if there was none.
        points: earned.
        max_points: that could be earned.
        criteria: by criterion, in the key's order.
        remarks: those whose condition the answer met.
    """

    question: str
    state: State
    reasons: tuple[str, ...]
    answer: Any
    points: float
    max_points: float
    criteria: tuple[CriterionScore, ...] = ()
    remarks: tuple[RemarkMark, ...] = ()
    drawn: str | None = None
    """Of a pool, the id of the question that the learner's seed drew; `question` is then the pool's name."""
    evidence: str = ""
    """What else a person's mark is about (`grading.scoring.evidence`); "" where the answer is all."""
    counted: Counted | None = None
    """How many items are right, where points are given by items; records of earlier versions have none."""
    meaning: str = ""
    """How the bank read the answer (`grading.scoring.evidence`); records of earlier versions have none."""

    @property
    def asked(self) -> str:
        """The id, in the bank, of the question that was asked."""
        return self.drawn or self.question

    @property
    def misconceptions(self) -> tuple[str, ...]:
        """Ids of the misconceptions shown, each once, in the key's order."""
        return tuple(dict.fromkeys(r.misconception for r in self.remarks if r.misconception))


class EssayMark(msgspec.Struct, frozen=True):
    """An essay before a person graded it.

    Attributes:
        task: id of the task.
        text: what the learner wrote for it, as typed.
        beside: what the learner wrote elsewhere in the notebook, as typed.
        max_points: that a person can give.
    """

    task: str
    text: str
    beside: str
    max_points: float
    evidence: str | None = None
    """What else a person's mark is about, as in `ItemMark`; None in records of earlier versions, which tell nothing."""

    @property
    def blank(self) -> bool:
        """Whether nothing was written, here or elsewhere."""
        return not self.text and not self.beside


class Scores(msgspec.Struct, frozen=True):
    """The whole record of one submission."""

    assignment: str
    student: str
    items: tuple[ItemMark, ...]
    essays: tuple[EssayMark, ...]
    flags: tuple[Flag, ...]
    format: Literal["course-scores"] = "course-scores"
    version: Literal[1] = 1
    fingerprint: str = ""
    """Of what was handed in (`grading.reading.fingerprint`); records of earlier versions have none."""

    def to_look_at(self) -> frozenset[str]:
        """Ids of the items whose grade must wait for a person."""
        return frozenset(i for f in self.flags if f.look for i in f.items)

    def about(self, item: str) -> tuple[Flag, ...]:
        """The flags that touch an item."""
        return tuple(f for f in self.flags if item in f.items)


_decoder = msgspec.json.Decoder(Scores)


def encode(scores: Scores) -> bytes:
    """The content of `scores.json`."""
    return msgspec.json.format(msgspec.json.encode(scores), indent=1) + b"\n"


def read(path: Path) -> Scores:
    """The record in a file.

    Raises:
        AssignmentError: it is missing or unreadable: the submission has to be autograded again.
    """
    try:
        return decode(path.read_bytes())
    except (OSError, msgspec.DecodeError) as e:
        raise AssignmentError(f"{path}: no record of this submission ({e}); autograde it again with --force.") from None


def decode(data: bytes) -> Scores:
    """Read `scores.json`; raises msgspec.DecodeError."""
    return _decoder.decode(data)
