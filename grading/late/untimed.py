"""Hand-ins that a platform marks late without saying by how much, so that no penalty can be worked out."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from grading.collecting import ledger
from grading.collecting.names import tidy
from grading.handout.assignment import AssignmentError
from grading.late.rule import Rule
from grading.reading.submission import handed_in_at

_SAYS = (
    "marked late by Canvas, which does not say by how much. Look the time up, write it into timestamp.txt beside the "
    "journal in submitted/, such as 2026-03-31 23:59:00 UTC, and autograde again"
)
_POINTS, _SECONDS = 100.0, 365 * 86_400.0
"""A year late with these points: what costs nothing then costs nothing ever."""


def untimed(root: Path, assignment: str) -> frozenset[str]:
    """Learners whose hand-in came late by the ledger of collecting, and of which nobody knows when.

    Args:
        root: nbgrader's course root.
        assignment: its id.

    Raises:
        LedgerError: the ledger can't be read.
    """
    marked = {tidy(each.learner) for each in ledger.read(root, assignment) if each.late}
    submitted = root / "submitted"
    if not marked or not submitted.is_dir():
        return frozenset()
    folders = {each.name: each / assignment for each in submitted.iterdir() if tidy(each.name) in marked}
    return frozenset(who for who, folder in folders.items() if folder.is_dir() and handed_in_at(folder) is None)


def told(learners: Iterable[str]) -> str:
    """What is said of them, in one line; "" if there is nobody."""
    who = ", ".join(sorted(learners))
    return f"{who}: {_SAYS}. Until then nothing is taken off for lateness." if who else ""


def shown() -> str:
    """What whoever grades reads at the head of such a submission."""
    return f"This hand-in is {_SAYS}."


def costs(config: Any, learner: str) -> bool:  # noqa: ANN401 - traitlets' Config has any attribute
    """Whether a learner's late work would cost anything by the rule of a configuration; also if the rule fails."""
    try:
        return bool(Rule(config).penalty(learner, _POINTS, _SECONDS))
    except AssignmentError:
        return True
