"""What was handed in, as plain values, and what is told of it. Pure."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from grading.reading.notebook import HandedIn

_ASKS = re.compile(r"""\bask\(\s*["']([a-z0-9-]+)["']\s*\)""")


class Fault(msgspec.Struct, frozen=True):
    """Something that whoever grades should know about what was handed in.

    Attributes:
        code: short name of the cause.
        says: the cause in a sentence.
        items: ids of the questions and essays it touches; None for all that the named file holds.
        look: whether these have to wait for a person.
    """

    code: str
    says: str
    items: tuple[str, ...] | None = None
    look: bool = True


class Expected(msgspec.Struct, frozen=True):
    """What an assignment asks, by which its files are told from others.

    Attributes:
        places: ids of its questions, in order.
        tasks: ids of its essays.
        elsewhere: id of a question of the course to where it is asked, such as “the assignment “goals””.
    """

    places: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    elsewhere: Mapping[str, str] = {}

    def asks(self, cells: Sequence[HandedIn]) -> bool:
        """Whether a notebook is one of this assignment: it asks one of its questions, or sets one of its tasks."""
        known = {*self.places, *self.tasks, *(f"{task}-answer" for task in self.tasks)}
        return any({c.grade_id, c.cell_id, *asked_in(c)} & known for c in cells)


class JournalFile(msgspec.Struct, frozen=True):
    """A journal as handed in.

    Attributes:
        name: of the file, below the folder handed in.
        latest: question to its latest answer with the time it was saved, as text; None if it can't be read.
        ever: question to every answer that was saved for it, in the same form.
        why: why it can't be read.
    """

    name: str
    latest: Mapping[str, str] | None = None
    ever: Mapping[str, frozenset[str]] = {}
    why: str = ""


class NotebookFile(msgspec.Struct, frozen=True):
    """A notebook as handed in; `cells` is None if it can't be read, and then `why` says why."""

    name: str
    cells: tuple[HandedIn, ...] | None = None
    why: str = ""

    def asks_any(self, questions: Mapping[str, str]) -> bool:
        """Whether it asks any of these questions."""
        return any({*asked_in(c), c.grade_id} & questions.keys() for c in self.cells or ())


def asked_in(cell: HandedIn) -> frozenset[str]:
    """Ids of the questions that a cell asks."""
    return frozenset(_ASKS.findall(cell.source)) if cell.cell_type == "code" else frozenset()


def saved(value: bytes, at: str) -> str:
    """An answer in the form of `JournalFile`, from its JSON and the time when it was saved."""
    return f"{at} {value.decode()}"
