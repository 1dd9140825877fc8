"""The published JSON Schema of the journal: `python -m course.journal.schema` prints the committed file."""

import inspect
import json
import sys
from typing import Any

import msgspec

from course.journal.record import Record


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a journal file, generated from its structs.

    A reader needs more than a schema can say: no doubled keys, no NaN, bounded nesting; see `course.journal.parse`.
    """
    published = msgspec.json.schema(Record)
    for definition in published["$defs"].values():  # the indent of docstrings depends on the version of Python
        definition["description"] = inspect.cleandoc(definition["description"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **published}


def schema_text() -> str:
    """The schema as the committed file `course/schemas/journal.schema.json` has it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.buffer.write(schema_text().encode())
