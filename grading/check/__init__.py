"""Do tables, questions, lessons, keys and assignments fit together? `make check`, after every change to the course.

Nothing is executed and nothing is changed.
"""

from collections.abc import Iterator

from course.paths import data_dir
from grading.check.assignments import assignment_faults, assignment_notes
from grading.check.lessons import lesson_faults
from grading.check.letters import letter_faults
from grading.check.rooms import ROOT
from grading.check.rows import table_faults
from grading.families import FamilyError, differences

__all__ = ["faults", "notes"]


def faults() -> Iterator[str]:
    """Everything that does not fit, a line each: the file, the place in it, and what was expected."""
    if data_dir().parent != ROOT:
        yield f"Python finds the course in {data_dir().parent}, not in {ROOT}. Run this in {ROOT}."
        return
    wrong = list(dict.fromkeys(table_faults()))  # a table that refers to a wrong one says the same
    # Whatever reads a wrong table would only say so again.
    found = [*(wrong or [*lesson_faults(), *assignment_faults(), *_families()]), *letter_faults()]
    yield from (fault.replace(f"{ROOT}/", "") for fault in found)


def notes() -> Iterator[str]:
    """What fits and is still worth a look before it is handed out, a line each."""
    yield from (note.replace(f"{ROOT}/", "") for note in assignment_notes())


def _families() -> Iterator[str]:
    try:
        yield from differences(ROOT)
    except FamilyError as e:
        yield str(e)
