"""The published JSON Schemas of what people and programs write: journal, bank of questions, keys.

They are generated from the records that read those files, so they can't say anything else. `python -m course.schemas`
writes them anew. A reader asks for more than a schema can say; the loaders' errors do.
"""

import inspect
import json
from importlib.resources import files
from typing import Any

import msgspec

from course.asked import Key
from course.journal import Record
from course.kinds import CONDITIONS, Question

DRAFT = "https://json-schema.org/draft/2020-12/schema"


class BankFile(msgspec.Struct):
    """A bank: the questions of a lesson or an assignment, as TOML tables `[[question]]`."""

    question: tuple[Question, ...]


KINDS = ("journal", "bank", "key")


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a kind of file: `journal`, `bank` or `key`.

    Raises:
        KeyError: no such kind.
    """
    made = {"journal": _journal, "bank": _bank, "key": _key}[kind]()
    for definition in made["$defs"].values():  # the indent of docstrings depends on the version of Python
        if "description" in definition:
            definition["description"] = inspect.cleandoc(definition["description"])
    return {"$schema": DRAFT, **made}


def text(kind: str) -> str:
    """The schema as its published file has it."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


def published(kind: str) -> str:
    """The file `course/schemas/<kind>.schema.json`, as it stands."""
    return (files("course.schemas") / f"{kind}.schema.json").read_text("utf-8")


def _journal() -> dict[str, Any]:
    return msgspec.json.schema(Record)


def _bank() -> dict[str, Any]:
    return msgspec.json.schema(BankFile)


def _key() -> dict[str, Any]:
    """A key says of which question it is, and only the bank says of which kind that is: it may be a key of any."""
    keys, parts = msgspec.json.schema_components(
        [Key[each] for each in CONDITIONS],  # type: ignore[valid-type]
        ref_template="#/$defs/{name}",
    )
    file = {
        "title": "KeyFile",
        "description": "The keys of an assignment's graded questions, as TOML tables `[[key]]`.",
        "type": "object",
        "properties": {"key": {"type": "array", "items": {"anyOf": list(keys)}}},
        "required": ["key"],
    }
    return {"$ref": "#/$defs/KeyFile", "$defs": {"KeyFile": file, **parts}}
