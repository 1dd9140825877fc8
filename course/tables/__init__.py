"""Tables of the course, read and checked against ``datapackage.json``.

The descriptor is the only description of a table; nothing about a column stands here. No pandas, so that a panel can
read a table cheaply.

Rows on what happened after the brief was written have their own functions, `read_after` and `links_after`:
a lesson that calls `read` and `links` cannot show them.
"""

import os
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from course.paths import data_dir
from course.tables import descriptor
from course.tables.csv_file import Row, TableError, rows
from course.tables.descriptor import Resource

__all__ = ["Row", "TableError", "describe", "links", "links_after", "names", "read", "read_after"]

Stamp = tuple[int, int]

AFTER = "after_"
DESCRIPTOR = "datapackage.json"


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
        call = f'read_after("{name.removeprefix(AFTER)}")'
        raise TableError(
            DESCRIPTOR, f"“{name}” tells what happened after the brief was written; ask for it with {call}"
        )
    return _read(name, folder)


def read_after(name: str, folder: Path | str | None = None) -> list[Row]:
    """Rows of a table on what happened after the brief was written; otherwise as `read`.

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
    """Links of the tables on what happened after the brief was written; otherwise as `links`."""
    return _links(read_after(f"{entity}_{to}", folder))


def describe(name: str, folder: Path | str | None = None) -> Resource:
    """Path, columns and keys of a table, by its full name in ``datapackage.json``.

    Raises:
        TableError: no such table, or a damaged description.
    """
    root = data_dir() if folder is None else Path(folder)
    found = _tables(root, _stamp(root, DESCRIPTOR))
    if name not in found:
        known = ", ".join(sorted(each for each in found if each.startswith(AFTER) == name.startswith(AFTER)))
        raise TableError(DESCRIPTOR, f"no table “{name}”; there are {known}")
    return found[name]


def version(*tables: str, folder: Path | str | None = None) -> tuple[Stamp, ...]:
    """Something that is another when one of these tables has changed on disk, for what is made of them and kept.

    Raises:
        TableError: as for `read`.
    """
    root = data_dir() if folder is None else Path(folder)
    described = _stamp(root, DESCRIPTOR)
    known = _tables(root, described)
    return (described, *(_stamp(root, known[each].path) for each in tables))


def names(folder: Path | str | None = None) -> tuple[str, ...]:
    """Full names of all tables of a folder, as in its ``datapackage.json``. Raises TableError as `describe`."""
    root = data_dir() if folder is None else Path(folder)
    return tuple(_tables(root, _stamp(root, DESCRIPTOR)))


def _links(linked: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in linked:
        key, value = (str(cell) for cell in row.values())
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def _read(name: str, folder: Path | str | None) -> list[Row]:
    root = data_dir() if folder is None else Path(folder)
    described = _stamp(root, DESCRIPTOR)
    table, tables = describe(name, root), _tables(root, described)
    # A file changed on disk has another stamp and is read anew; so is a table whose referred table changed.
    needed = {name, *(key.reference.resource for key in table.schema.foreign_keys)}
    stamps = tuple((each, _stamp(root, tables[each].path)) for each in sorted(needed))
    return [dict(row) for _, row in _linked(root, name, described, stamps)]


def _stamp(root: Path, file: str) -> Stamp:
    try:
        status = os.stat(f"{root}/{file}")  # noqa: PTH116 - asked for every table that is read
    except OSError as error:
        raise TableError(file, f"the file is missing from {root}") from error
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=64)
def _tables(root: Path, _: Stamp) -> Mapping[str, Resource]:
    try:
        return descriptor.parse((root / DESCRIPTOR).read_bytes()).tables()
    except (OSError, ValueError) as error:
        raise TableError(DESCRIPTOR, f"expected the description of tables ({error})") from error


@lru_cache(maxsize=256)
def _linked(
    root: Path, name: str, described: Stamp, stamps: tuple[tuple[str, Stamp], ...]
) -> tuple[tuple[int, Row], ...]:
    tables, stamp = _tables(root, described), dict(stamps)
    own = _rows(root, tables[name], stamp[name])
    for key in tables[name].schema.foreign_keys:
        (column,), (target,), other = key.fields, key.reference.fields, tables[key.reference.resource]
        known = {row[target]: line for line, row in _rows(root, other, stamp[other.name])}
        for line, row in own:
            if row[column] is not None and row[column] not in known:
                expected = f"expected a value of “{target}” in {other.path}, found “{row[column]}”"
                raise TableError(tables[name].path, expected, line, column)
        here = {row[column] for _, row in own} if key.every_row else known.keys()
        for value, line in known.items():
            if value not in here:
                expected = f"expected a row for “{value}”, which stands in {other.path}, line {line}; found none"
                raise TableError(tables[name].path, expected, None, column)
    return own


@lru_cache(maxsize=256)
def _rows(root: Path, table: Resource, _: Stamp) -> tuple[tuple[int, Row], ...]:
    return rows(root, table)
