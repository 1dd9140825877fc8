"""One CSV file checked against its Table Schema, cell by cell."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from io import StringIO
from pathlib import Path
from re import fullmatch
from typing import Any

from course.errors import PlainError
from course.tables.descriptor import Field, Resource
from course.text import EncodingError, decoded

Row = dict[str, object]


class TableError(PlainError):
    """A table differs from its description.

    Attributes:
        file: path of the file below its data folder.
        expected: what was expected, and what was found.
        line: line of the file as an editor counts, or None where the whole file is meant.
        column: column name, or None where the whole line is meant.
    """

    def __init__(self, file: str, expected: str, line: int | None = None, column: str | None = None) -> None:
        super().__init__(file, expected, line, column)
        self.file, self.expected, self.line, self.column = file, expected, line, column

    def __str__(self) -> str:
        line, column = self.line and f"line {self.line}", self.column and f"column “{self.column}”"
        return f"{', '.join(part for part in (self.file, line, column) if part)}: {self.expected}"


def rows(root: Path, table: Resource) -> tuple[tuple[int, Row], ...]:
    """Rows of a table with the line on which each begins.

    Raises:
        TableError: the file cannot be read, is not UTF-8 or not CSV, or a column, cell or key differs from the schema.
    """
    fields = table.schema.fields
    names = [field.name for field in fields]
    lines = _lines(root, table.path)
    _check_header(table.path, names, next(lines, (1, []))[1])
    unique = {table.schema.primary_key or tuple(names), *((f.name,) for f in fields if f.constraints.unique)}
    seen: dict[tuple[str, ...], dict[tuple[object, ...], int]] = {key: {} for key in sorted(unique)}
    found_rows = []
    for line, cells in lines:
        if len(cells) != len(fields):
            raise TableError(table.path, f"expected {len(fields)} cells, found {len(cells)}", line)
        row = {field.name: _value(table.path, line, field, cell) for field, cell in zip(fields, cells, strict=True)}
        for key, found in seen.items():
            value = tuple(row[column] for column in key)
            if any(cell is not None for cell in value) and (first := found.setdefault(value, line)) != line:
                shown = ", ".join(map(str, value))
                expected = f"expected each value once, found “{shown}” again (first in line {first})"
                raise TableError(table.path, expected, line, " + ".join(key))
        found_rows.append((line, row))
    return tuple(found_rows)


def _lines(root: Path, file: str) -> Iterator[tuple[int, list[str]]]:
    try:
        data = (root / file).read_bytes()
    except OSError as error:
        raise TableError(file, f"the file cannot be read ({error.strerror})") from error
    try:
        text = decoded(data)
    except EncodingError as error:
        raise TableError(file, str(error), error.line) from error
    if text.startswith("\ufeff"):
        raise TableError(file, "expected UTF-8 without a byte order mark; save the file as plain UTF-8", 1)
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        expected = f"expected cells with commas between and paired quotation marks ({error})"
        raise TableError(file, expected, line) from error


def _check_header(file: str, names: Sequence[str], header: Sequence[str]) -> None:
    expected = f"expected the columns {', '.join(names)}"
    for column in names:
        if column not in header:
            raise TableError(file, f"the column is missing; {expected}", 1, column)
    for column in header:
        if column not in names or header.count(column) > 1:
            raise TableError(file, f"the column is not described, or stands twice; {expected}", 1, column)
    if list(names) != list(header):
        raise TableError(file, f"the columns stand in another order; {expected}", 1)


def _value(file: str, line: int, field: Field, cell: str) -> object:
    limits, fail = field.constraints, partial(TableError, file, line=line, column=field.name)
    if not cell:
        if limits.required:
            raise fail("expected a value, found an empty cell")
        return None
    expected, parse = _PARSERS[field.type]
    try:
        value = parse(cell)
    except ValueError as error:
        raise fail(f"expected {expected}, found “{cell}”") from error
    if limits.enum is not None and value not in limits.enum:
        raise fail(f"expected one of {', '.join(limits.enum)}; found “{cell}”")
    if limits.pattern is not None and not fullmatch(limits.pattern, cell):
        raise fail(f"expected the form {limits.pattern}, found “{cell}”")
    if limits.minimum is not None and value < limits.minimum:
        raise fail(f"expected at least {limits.minimum:g}, found “{cell}”")
    if limits.maximum is not None and value > limits.maximum:
        raise fail(f"expected at most {limits.maximum:g}, found “{cell}”")
    if field.format == "uri" and not fullmatch(r"https?://[!-~]+", cell):
        raise fail(f"expected a web address, found “{cell}”")
    return value


def _as(pattern: str, convert: Callable[[str], object]) -> Callable[[str], Any]:
    # int("1_000"), float("nan") and date.fromisoformat("20140921") take more than a table should hold.
    def parse(cell: str) -> object:
        if not fullmatch(pattern, cell):
            raise ValueError(cell)
        return convert(cell)

    return parse


_PARSERS: Mapping[str, tuple[str, Callable[[str], Any]]] = {
    "string": ("text", str),
    "integer": ("a whole number", _as(r"-?[0-9]+", int)),
    "number": ("a number", _as(r"-?[0-9]+(\.[0-9]+)?", float)),
    "boolean": ("true or false", _as("true|false", "true".__eq__)),
    "date": ("a date as YYYY-MM-DD", _as(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", date.fromisoformat)),
}
