"""Does what begins in a table end later, and is what it names in a notebook there?"""

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from course import tables
from grading.check.rooms import DATA, NOTEBOOKS

_SPANS = (
    ("events", "start", "end"),
    (f"{tables.AFTER}events", "start", "end"),
    (f"{tables.AFTER}outcomes", "opens", "closes"),
)


def span_faults() -> Iterator[str]:
    """Rows that end before they begin, and words of the glossary whose cell is none of their lesson's."""
    for name, first, last in _SPANS:
        later = name.startswith(tables.AFTER)
        rows = tables.read_after(name.removeprefix(tables.AFTER)) if later else tables.read(name)
        for row in rows:
            begins, ends = row.get(first), row.get(last)
            if begins and ends and str(ends) < str(begins):
                where = f"{DATA}/{name.replace(tables.AFTER, 'after/')}.csv: “{row['id']}”"
                yield f"{where}: “{last}” is {ends}; expected it no earlier than “{first}”, {begins}."
    ids: dict[Path, Collection[str] | None] = {}
    for row in tables.read("glossary"):
        path = NOTEBOOKS / f"{row['lesson_id']}.ipynb"
        if path not in ids:
            ids[path] = _ids(path)
        known = ids[path]
        if known is not None and row["cell_id"] not in known:
            where = f"{DATA}/glossary.csv: “{row['term']}”"
            yield f"{where}: {path} has no cell “{row['cell_id']}”; expected the cell that introduces it."


def _ids(path: Path) -> Collection[str] | None:
    """Of the cells of a notebook; None if it can't be read, which is said elsewhere."""
    try:
        return {cell.get("id") for cell in json.loads(path.read_bytes())["cells"]}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
