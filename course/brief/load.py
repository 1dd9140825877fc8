"""A table of the course as a DataFrame: with its links, and with the columns that are shown first."""

import pandas as pd

from course import tables
from course.brief.frames import Table, build

_SHOWN = {
    "claims": ("place", "kind", "paraphrase", "attributed_to", "hedging"),
    "signals": ("actor", "signal", "date", "what_happened", "intent_per_brief", "effect_per_brief", "claims"),
    "goals": ("actor", "kind", "statement", "explicitness", "claims"),
    "bargaining_positions": ("issue", "side", "option", "accepts", "explicitness", "why", "claims"),
    "bargaining_moves": ("happening", "kind", "side", "issue", "option", "why", "claims"),
    "argument": ("role", "statement", "formula", "claims"),
    "events": ("date", "event", "actors", "category", "source"),
    "discrepancies": ("topic", "brief_says", "public_record", "source", "confidence", "claims"),
    "background": ("statement", "who", "date", "source"),
    "transfer_cases": (
        "case",
        "us_precondition",
        "condition_for",
        "met_first",
        "met_note",
        "talks_before_met",
        "result",
    ),
    "transfer_signals": ("case_id", "date", "signal", "actors", "source"),
    "after_events": ("date", "event", "actors", "category", "source"),
    "after_discrepancies": ("topic", "brief_says", "public_record", "source", "confidence", "claims"),
    "after_outcomes": ("question", "closes", "outcome", "resolved_on", "source", "claims"),
}


def load(name: str, **linked: tuple[str, ...]) -> Table:
    """A table with a column for every link.

    Args:
        name: as in `datapackage.json`.
        **linked: entity to what it is linked to, as for `course.tables.links`: ``signal=("claims",)``.

    Returns:
        Index: the primary key, where one column is it. The columns of the table, and a column of tuples (ids or names)
        for every link.

    Raises:
        TableError: a table differs from its description.
    """
    later = name.startswith(tables.AFTER)
    rows = tables.read_after(name.removeprefix(tables.AFTER)) if later else tables.read(name)
    schema = tables.describe(name).schema
    index = schema.primary_key[0] if len(schema.primary_key) == 1 else None
    table = build(rows, schema.fields, index)
    for entity, targets in linked.items():
        for target in targets:
            found = (tables.links_after if later else tables.links)(entity, target)
            table[target] = pd.Series({each: found.get(each, ()) for each in table.index}, dtype=object)
    return showing(table, name)


def showing(table: Table, name: str) -> Table:
    """The same table, told which of its columns to show first: those of the table of this name, or all."""
    table.attrs["all"] = list(table.columns)
    table.attrs["shown"] = list(_SHOWN.get(name, table.columns))
    return table
