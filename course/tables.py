"""Tables of the course, read and checked against ``datapackage.json``.

The descriptor (Data Package, Table Schema) is the only description of a table; nothing about a column stands here.
Only the standard library is used, so that a panel can read a table without loading pandas.

Rows on what happened from 21 October 2014 on have their own functions, `read_after` and `links_after`:
a lesson that calls `read` and `links` cannot show them.
"""

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from io import StringIO
from pathlib import Path
from re import fullmatch
from typing import Any

from course.paths import data_dir

Row = dict[str, object]
Stamp = tuple[int, int]

AFTER = "after_"
DESCRIPTOR = "datapackage.json"


class TableError(Exception):
    """A table differs from its description.

    Attributes:
        file: path of the file below its data folder.
        line: line of the file as an editor counts, or None where the whole file is meant.
        column: column name, or None where the whole line is meant.
    """

    def __init__(self, file: str, expected: str, line: int | None = None, column: str | None = None) -> None:
        self.file, self.line, self.column = file, line, column
        place = [file, *([f"line {line}"] if line else []), *([f"column “{column}”"] if column else [])]
        super().__init__(f"{', '.join(place)}: {expected}")


def read(name: str, folder: Path | str | None = None) -> list[Row]:
    """Rows of a table, in the order of the file.

    Args:
        name: table name in ``datapackage.json``, such as ``"claims"``.
        folder: folder with another ``datapackage.json``; the course's own data if left out.

    Returns:
        One dictionary a row: column name to str, int, float, bool, datetime.date, or None where the cell is empty.

    Raises:
        TableError: no such table, or the file differs from its description.
    """
    if name.startswith(AFTER):
        short = name.removeprefix(AFTER)
        msg = f"“{name}” tells what happened from 21 October 2014 on; ask for it with read_after(“{short}”)"
        raise TableError(DESCRIPTOR, msg)
    return _read(name, folder)


def read_after(name: str, folder: Path | str | None = None) -> list[Row]:
    """Rows of a table on what happened from 21 October 2014 on; otherwise as `read`.

    Args:
        name: ``"events"``, ``"outcomes"``, ``"discrepancies"``, ``"later_records"`` or one of their link tables.
        folder: as for `read`.
    """
    return _read(AFTER + name, folder)


def links(entity: str, to: str = "claims", folder: Path | str | None = None) -> dict[str, tuple[str, ...]]:
    """What each row of a table is linked to, in the order of the link table.

    Args:
        entity: singular, such as ``"signal"``, ``"event"``, ``"goal"``, ``"argument"``, ``"discrepancy"``.
        to: ``"claims"`` or ``"actors"``.
        folder: as for `read`.

    Returns:
        Id to linked ids or names; rows without a link are left out.

    Raises:
        TableError: as for `read`.
    """
    return _links(read(f"{entity}_{to}", folder))


def links_after(entity: str, to: str = "claims", folder: Path | str | None = None) -> dict[str, tuple[str, ...]]:
    """Links of the tables on what happened from 21 October 2014 on; otherwise as `links`."""
    return _links(read_after(f"{entity}_{to}", folder))


def _links(rows: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        key, value = (str(cell) for cell in row.values())
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def _read(name: str, folder: Path | str | None) -> list[Row]:
    root = data_dir() if folder is None else Path(folder)
    tables = _tables(root, _stamp(root, DESCRIPTOR))
    if name not in tables:
        known = ", ".join(sorted(each for each in tables if each.startswith(AFTER) == name.startswith(AFTER)))
        raise TableError(DESCRIPTOR, f"no table “{name}”; there are {known}")
    # A file changed on disk has another stamp and is read anew; every name a row refers to counts too.
    needed = {name, *(key["reference"]["resource"] or name for key in tables[name]["schema"].get("foreignKeys", ()))}
    stamps = tuple((each, _stamp(root, tables[each]["path"])) for each in sorted(needed))
    return [dict(row) for _, row in _checked(root, name, _stamp(root, DESCRIPTOR), stamps)]


def _stamp(root: Path, file: str) -> Stamp:
    try:
        status = (root / file).stat()
    except OSError as error:
        raise TableError(file, f"the file is missing from {root}") from error
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=64)
def _tables(root: Path, _: Stamp) -> Mapping[str, Any]:
    try:
        package = json.loads((root / DESCRIPTOR).read_text(encoding="utf-8"))
        return {resource["name"]: resource for resource in package["resources"]}
    except (ValueError, KeyError, TypeError) as error:
        raise TableError(DESCRIPTOR, f"expected a Data Package with named resources ({error})") from error


@lru_cache(maxsize=256)
def _checked(
    root: Path, name: str, descriptor: Stamp, stamps: tuple[tuple[str, Stamp], ...]
) -> tuple[tuple[int, Row], ...]:
    tables, own = _tables(root, descriptor), dict(stamps)[name]
    rows = _rows(root, name, descriptor, own)
    for key in tables[name]["schema"].get("foreignKeys", ()):
        (column,), other, (target,) = key["fields"], key["reference"]["resource"] or name, key["reference"]["fields"]
        known = {row[target] for _, row in _rows(root, other, descriptor, dict(stamps)[other])}
        for line, row in rows:
            if row[column] is not None and row[column] not in known:
                expected = f"expected a {target} that stands in {tables[other]['path']}, found “{row[column]}”"
                raise TableError(tables[name]["path"], expected, line, column)
    return rows


@lru_cache(maxsize=256)
def _rows(root: Path, name: str, descriptor: Stamp, _: Stamp) -> tuple[tuple[int, Row], ...]:
    resource = _tables(root, descriptor)[name]
    file, schema = resource["path"], resource["schema"]
    fields = {field["name"]: field for field in schema["fields"]}
    lines = _lines(root, file)
    line, header = next(lines, (1, []))
    if header != list(fields):
        missing, extra = [c for c in fields if c not in header], [c for c in header if c not in fields]
        wrong = missing or extra or ["/".join(header)]
        why = "is missing" if missing else "is not described" if extra else "stands in another order or twice"
        raise TableError(file, f"{why}; expected the columns {', '.join(fields)}", line, wrong[0])
    rows: list[tuple[int, Row]] = []
    keys = {(field,) for field in fields if fields[field].get("constraints", {}).get("unique")}
    keys.add(tuple(schema["primaryKey"]))
    seen: dict[tuple[str, ...], dict[tuple[object, ...], int]] = {key: {} for key in sorted(keys)}
    for line, cells in lines:
        if len(cells) != len(fields):
            raise TableError(file, f"expected {len(fields)} cells, found {len(cells)}", line)
        row = {field: _value(file, line, fields[field], cell) for field, cell in zip(fields, cells, strict=True)}
        for key, found in seen.items():
            first = found.setdefault(tuple(row[column] for column in key), line)
            if first != line:
                value = ", ".join(str(row[column]) for column in key)
                expected = f"expected every value once, found “{value}” again (first in line {first})"
                raise TableError(file, expected, line, " + ".join(key))
        rows.append((line, row))
    return tuple(rows)


def _lines(root: Path, file: str) -> Iterator[tuple[int, list[str]]]:
    data = (root / file).read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        expected = f"expected text in UTF-8, found the byte 0x{data[error.start]:02X}; save the file as UTF-8"
        raise TableError(file, expected, line) from error
    if text.startswith("\ufeff"):
        raise TableError(file, "expected UTF-8 without a byte order mark; save the file as plain UTF-8", 1)
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise TableError(file, f"expected comma-separated cells with paired quotation marks ({error})", line) from error


def _value(file: str, line: int, field: Mapping[str, Any], cell: str) -> object:
    limits, fail = field.get("constraints", {}), partial(TableError, file, line=line, column=field["name"])
    if not cell:
        if limits.get("required"):
            raise fail("expected a value, found an empty cell")
        return None
    kind = field["type"]
    try:
        value = _PARSERS[kind](cell)
    except (ValueError, KeyError) as error:
        raise fail(f"expected {_KINDS.get(kind, kind)}, found “{cell}”") from error
    if "enum" in limits and value not in limits["enum"]:
        raise fail(f"expected one of {', '.join(limits['enum'])}; found “{cell}”")
    if "pattern" in limits and not fullmatch(limits["pattern"], cell):
        raise fail(f"expected the form {limits['pattern']}, found “{cell}”")
    if "minimum" in limits and value < limits["minimum"]:
        raise fail(f"expected at least {limits['minimum']}, found “{cell}”")
    if "maximum" in limits and value > limits["maximum"]:
        raise fail(f"expected at most {limits['maximum']}, found “{cell}”")
    if field.get("format") == "uri" and not fullmatch(r"https?://[!-~]+", cell):
        raise fail(f"expected a web address, found “{cell}”")
    return value


def _date(cell: str) -> date:
    if not fullmatch(r"\d{4}-\d{2}-\d{2}", cell):
        raise ValueError(cell)
    return date.fromisoformat(cell)


_PARSERS: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": _date,
}
_KINDS = {
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "date": "a date as YYYY-MM-DD",
}
