"""The part of a Data Package descriptor (Table Schema) that the course's tables use.

Source: https://specs.frictionlessdata.io/table-schema/. Titles, descriptions and licences are for readers and are
passed over here; the tests check the whole descriptor with the standard validator.
"""

from typing import Literal

import msgspec

from course.text import plain

FieldType = Literal["string", "integer", "number", "boolean", "date"]


class Constraints(msgspec.Struct, frozen=True):
    """What a cell must satisfy."""

    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] | None = None
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None


class Field(msgspec.Struct, frozen=True, rename="camel"):
    """One column."""

    name: str
    type: FieldType
    format: Literal["default", "uri"] = "default"
    constraints: Constraints = Constraints()
    categories_ordered: bool = False


class Reference(msgspec.Struct, frozen=True):
    """The table and column that a foreign key points to."""

    resource: str
    fields: tuple[str]


class ForeignKey(msgspec.Struct, frozen=True, rename="camel"):
    """A column whose values must stand in another table. `every_row`: and there no value may be left without one here.

    `everyRow` is the course's own addition to the specification.
    """

    fields: tuple[str]
    reference: Reference
    every_row: bool = False


class Schema(msgspec.Struct, frozen=True, rename="camel"):
    """Columns and keys of one table."""

    fields: tuple[Field, ...]
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()


class Resource(msgspec.Struct, frozen=True):
    """One table: its name, its file below the descriptor's folder, its schema."""

    name: str
    path: str
    schema: Schema


class Package(msgspec.Struct, frozen=True):
    """All tables of a folder."""

    resources: tuple[Resource, ...]

    def tables(self) -> dict[str, Resource]:
        """Resources by name."""
        return {resource.name: resource for resource in self.resources}


def parse(descriptor: bytes) -> Package:
    """Read a descriptor.

    Args:
        descriptor: content of ``datapackage.json``.

    Raises:
        ValueError: not JSON, not UTF-8, not of this form, or a foreign key names a table or column that is not there;
            the message says where.
    """
    package = msgspec.json.decode(plain(descriptor), type=Package)
    tables = package.tables()
    for resource in package.resources:
        own = {field.name for field in resource.schema.fields}
        wanted = [(resource.name, own, column) for column in resource.schema.primary_key]
        for key in resource.schema.foreign_keys:
            other = tables.get(key.reference.resource)
            if other is None:
                msg = f"table “{resource.name}” refers to a table “{key.reference.resource}” that is not described"
                raise ValueError(msg)
            there = {field.name for field in other.schema.fields}
            wanted += [(resource.name, own, key.fields[0]), (other.name, there, key.reference.fields[0])]
        for table, columns, column in wanted:
            if column not in columns:
                msg = f"a key names the column “{column}”, which table “{table}” does not have"
                raise ValueError(msg)
    return package
