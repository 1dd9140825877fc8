"""What came after the brief. No tool of a lesson: a learner sees it through `course.mine`, once committed.

A transfer case may have ended later than the brief; so they stand here as well.
"""

from course import tables
from course.brief.frames import Table
from course.brief.known import known
from course.brief.load import load

_LINKED: dict[str, dict[str, tuple[str, ...]]] = {
    "events": {"event": ("actors", "claims")},
    "outcomes": {"outcome": ("claims",)},
    "discrepancies": {"discrepancy": ("claims",)},
    "later_records": {},
}


def after(name: str) -> Table:
    """A table of what came after the brief.

    Args:
        name: ``"events"``, ``"outcomes"``, ``"discrepancies"`` or ``"later_records"``.

    Raises:
        UnknownName: no such table.
    """
    name = known("table of what came after", name, _LINKED)
    return load(tables.AFTER + name, **_LINKED[name])


def transfer_cases() -> Table:
    """Other openings, chosen by outcome; index ``id``, with ``claims`` to compare with."""
    return load("transfer_cases", transfer_case=("claims",))


def transfer_signals() -> Table:
    """The signals of the transfer cases; index ``id``, with ``actors``."""
    return load("transfer_signals", transfer_signal=("actors",))
