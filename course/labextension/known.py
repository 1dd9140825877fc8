"""What the extension knows of the course: the code of the lessons as shipped, and what an id in a text stands for.

Of what came after the brief nothing is in it; of a signal nothing that anticipates how it is weighed; of a claim
nothing that lessons ask about it: who asserts it, and how firmly.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from course import tables
from course.brief.claim_card import all_claims

Reference = dict[str, Any]
"""``title`` and ``text``; ``more``, pairs of a name and a text; ``source`` and ``url``; ``cites``, ids. Empty ones are
left out."""


def lessons(folder: Path) -> dict[str, list[list[str]]]:
    """The code of the notebooks in a folder.

    Returns:
        Name of the notebook, without its ending, to its code cells in their order: id, and SHA-256 of the source in
        UTF-8 as hexadecimal digits.
    """
    return {path.stem: _code(json.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.ipynb"))}


def references() -> dict[str, Reference]:
    """Every id of a claim, an event, a signal, a discrepancy or a background statement, to what it stands for.

    Raises:
        TableError: a table differs from its description.
    """
    return {**_claims(), **_events(), **_signals(), **_discrepancies(), **_background()}


def as_json(rows: Mapping[str, Any]) -> str:
    """One row a line, so that a change shows as one."""
    lines = (f"{json.dumps(name)}: {json.dumps(row, ensure_ascii=False)}" for name, row in rows.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _code(notebook: Mapping[str, Any]) -> list[list[str]]:
    cells = (cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    return [[cell["id"], hashlib.sha256("".join(cell["source"]).encode()).hexdigest()] for cell in cells]


def _claims() -> dict[str, Reference]:
    return {
        claim.id: _reference(
            title="Claim",
            text=claim.paraphrase,
            source=f"The brief: {claim.section}, {claim.subsection} ({claim.place})",
        )
        for claim in all_claims().values()
    }


def _events() -> dict[str, Reference]:
    cites = tables.links("event")
    return {
        str(row["id"]): _reference(
            title=f"Event, {row['date']}",
            text=row["event"],
            source=row["source"],
            url=row["source_url"],
            cites=cites.get(str(row["id"]), ()),
        )
        for row in tables.read("events")
    }


def _signals() -> dict[str, Reference]:
    cites = tables.links("signal")
    return {
        str(row["id"]): _reference(
            title=f"Signal, {row['date']}: {row['signal']}",
            text=row["what_happened"],
            cites=cites.get(str(row["id"]), ()),
        )
        for row in tables.read("signals")
    }


def _discrepancies() -> dict[str, Reference]:
    cites = tables.links("discrepancy")
    return {
        str(row["id"]): _reference(
            title=f"The brief and the record: {row['topic']}",
            more=[["The brief", row["brief_says"]], ["The public record", row["public_record"]]],
            source=row["source"],
            url=row["source_url"],
            cites=cites.get(str(row["id"]), ()),
        )
        for row in tables.read("discrepancies")
    }


def _background() -> dict[str, Reference]:
    return {
        str(row["id"]): _reference(
            title=", ".join(str(each) for each in ("Background", row["who"], row["date"]) if each),
            text=row["statement"],
            source=row["source"],
            url=row["source_url"],
        )
        for row in tables.read("background")
    }


def _reference(**parts: Any) -> Reference:  # noqa: ANN401 - cells of tables
    more = [pair for pair in parts.pop("more", []) if pair[1]]
    filled = {name: list(part) if isinstance(part, tuple) else part for name, part in parts.items() if part}
    return filled | ({"more": more} if more else {})
