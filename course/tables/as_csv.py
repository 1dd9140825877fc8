"""Records as CSV. Pure."""

import csv
from collections.abc import Sequence
from io import StringIO
from typing import Any

import msgspec


def as_csv(kind: type[msgspec.Struct], rows: Sequence[msgspec.Struct]) -> str:
    """A CSV text: the record's members as header, a line for each record, texts of a tuple joined by semicolons."""
    text = StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(kind.__struct_fields__)
    out.writerows([_cell(value) for value in msgspec.structs.astuple(row)] for row in rows)
    return text.getvalue()


def _cell(value: Any) -> Any:  # noqa: ANN401 - a member of a record
    return "; ".join(value) if isinstance(value, tuple) else value
