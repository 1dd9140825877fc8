"""A table with a note below it, as every table of the learner's own answers has one."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from course.brief.frames import Table


def noted(
    rows: list[dict[str, Any]], index: Iterable[object], note: str, name: str, columns: tuple[str, ...] | None = None
) -> Table:
    """A table of these rows.

    Args:
        rows: column to value, row by row.
        index: the index, one value a row.
        note: what stands below the table.
        name: name of the index.
        columns: the columns, for a table that may have no rows.
    """
    made = Table(rows, index=pd.Index(list(index), name=name), columns=None if columns is None else list(columns))
    made.attrs["note"] = note
    return made


def in_percent(table: Table, *columns: str) -> Table:
    """The same table; these columns of probabilities are shown in per cent."""
    table.attrs["percent"] = list(columns)
    return table


def without(table: Table, hidden: str) -> Table:
    """The same table; one of its columns is there and not shown."""
    table.attrs |= {"all": list(table.columns), "shown": [name for name in table.columns if name != hidden]}
    return table
