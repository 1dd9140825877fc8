"""The terms of the course and the places that introduce them."""

from collections import defaultdict
from collections.abc import Iterable

import pandas as pd

from course.brief.frames import Table
from course.tables import Row

INDEX, SEE_ALSO = "term", "see_also"


def place(lesson_id: str, cell_id: str) -> str:
    """The address of a cell: JupyterLab goes to it, and so does a notebook that was saved as a page."""
    return f"{lesson_id}.ipynb#cell-id={cell_id}"


def words(table: Table, pairs: Iterable[Row], lesson_id: str | None = None) -> Table:
    """The glossary as a learner reads it: ``meaning``, ``introduced``, ``see_also``; each term is a link to its place.

    Args:
        table: ``glossary.csv``, with the term as index.
        pairs: ``glossary_related.csv``; a pair holds both ways.
        lesson_id: for the terms of one lesson, in its order, beside terms that are known by then; otherwise all terms,
            in the order of the alphabet.
    """
    near: dict[str, list[str]] = defaultdict(list)
    for row in pairs:
        one, other = str(row["term"]), str(row["related"])
        near[one].append(other)
        near[other].append(one)
    by_then = set(table.index) if lesson_id is None else set(table.index[table["lesson_id"] <= lesson_id])
    see_also = [tuple(each for each in near[term] if each in by_then) for term in table.index]
    found = Table(
        {
            "meaning": table["meaning"],
            "introduced": [_introduced(*each) for each in zip(table["lesson_id"], table["section"], strict=True)],
            SEE_ALSO: pd.Series(see_also, table.index, dtype=object),
        }
    )
    if lesson_id is None:
        found = found.sort_index(key=lambda terms: terms.str.casefold())
    else:
        found = found[table["lesson_id"] == lesson_id]
    places = {term: place(*each) for term, *each in table[["lesson_id", "cell_id"]].itertuples()}
    found.attrs = {"links": {INDEX: places, SEE_ALSO: places}, "rows": len(found)}
    return found


def _introduced(lesson_id: str, section: int | None) -> str:
    lesson = f"Lesson {int(lesson_id[:2])}"
    return lesson if pd.isna(section) else f"{lesson}, section {section}"
