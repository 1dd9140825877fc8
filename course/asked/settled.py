"""What came of events that a question may ask for."""

from collections.abc import Mapping
from typing import Any

from course.tables import read_after


def settled() -> Mapping[str, dict[str, Any]]:
    """Event to its row of `after_outcomes`, for all that can be scored. Not to be shown before the commitment."""
    return {str(row["id"]).lower(): dict(row) for row in read_after("outcomes") if row["gradable"]}
