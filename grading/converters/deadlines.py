"""Before a converter works: deadlines as the table has them now, and penalties by the rule as it is now."""

from pathlib import Path
from typing import Any

from nbgrader.api import MissingEntry

from grading.collecting.ledger import LedgerError
from grading.errors import give_up
from grading.handout.assignment import AssignmentError
from grading.late.deadlines import Deadlines
from grading.late.enter import NOTHING, enter, load
from grading.late.penalties import follow, renew
from grading.late.rule import Rule
from grading.late.untimed import told, untimed
from grading.reading.inert import one_line


def marked_late(converter: Any) -> frozenset[str]:  # noqa: ANN401 - nbgrader is untyped
    """Learners of the converter's assignment whom their platform marks late while nobody knows when; told, too."""
    try:
        found = untimed(Path(converter.coursedir.root), str(converter.coursedir.assignment_id))
    except LedgerError as e:
        converter.log.warning("%s Who was late by the platform is not known until then.", e)
        return frozenset()
    if found:
        converter.log.warning("%s", one_line(told(found)))
    return found


def settle(converter: Any, gradebook: Any) -> Deadlines:  # noqa: ANN401 - nbgrader is untyped
    """Enter deadlines and extensions of the converter's assignment, and renew its penalties.

    Returns:
        The deadlines, for submissions that are entered later.

    Raises:
        NbGraderException: table or rule are no good. One line of the log says where.
    """
    root, name = Path(converter.coursedir.root), str(converter.coursedir.assignment_id)
    try:
        deadlines = load(root, name, converter.config)
        Rule(converter.config)
        follow(lambda: converter.config)
        enter(gradebook, name, root, deadlines, converter.log.warning)
        renew(gradebook, name)
    except MissingEntry:
        # The converter has words of its own for an assignment that is not generated.
        return NOTHING
    except AssignmentError as e:
        give_up(converter, e)
    return deadlines
