"""The table of checked sentences: what each lesson and assignment says, and which claim or source it was held against.

One CSV a text, `tests/facts/<stem>.csv`, in the order of reading: where (a cell's id, or `question:<id>`), sentence
(as it stands, white space folded), sources (ids of the course's tables, separated by spaces; `course` for the course's
own reading, method or instruction; or a citation), verdict (`agrees` or `mended`), note.

`python -m tests.facts` names what is missing and what no longer stands.
"""

import csv
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import nbformat

from course import tables
from course.paths import data_dir
from tests.paths import LESSON_NOTEBOOKS, ROOT

FACTS = Path(__file__).parent
COLUMNS = ["where", "sentence", "sources", "verdict", "note"]
VERDICTS = {"agrees", "mended"}
OWN = "course"
BANKS = {path.stem: path for path in (ROOT / "data" / "questions").glob("*.toml")}
ASSIGNMENTS = sorted((ROOT / "grading" / "source").glob("*/*.ipynb"))
NAMES = [path.stem for path in [*LESSON_NOTEBOOKS, *ASSIGNMENTS]]

ID = re.compile(r"\b[A-Z]{1,2}\d{2,3}\b")
# A sentence ends at a stop, with what closes around it, before white space and what can open the next one.
END = re.compile(r"(?<=[.?!…])([”’\"')\]*_`]*)\s+(?=[“‘\"'(\[*_]*[A-Z0-9–…`])")
# A stop after these does not end a sentence.
SHORT = re.compile(r"\b(?:U\.S|Dr|Mr|Ms|cf|e\.g|i\.e|vs)\.$")
BLOCK = re.compile(r"^\s*(?:#{1,6}\s+|[-*]\s+|\d+\.\s+|>\s?)")


@dataclass(frozen=True)
class Fact:
    """One row of a table."""

    where: str
    sentence: str
    sources: str
    verdict: str
    note: str

    @property
    def ids(self) -> set[str]:
        """The ids among the sources."""
        return cited(self.sources)


def folded(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def cited(text: str) -> set[str]:
    """The ids that a text names."""
    return set(ID.findall(text))


def blocks(markdown: str) -> Iterator[str]:
    """Paragraphs, list items, headings and table rows, each on one line and without its mark."""
    lines: list[str] = []
    for line in [*markdown.splitlines(), ""]:
        row, starts = line.lstrip().startswith("|"), BLOCK.match(line)
        if lines and (not line.strip() or row or starts):
            yield folded(" ".join(lines))
            lines = []
        if row:
            yield folded(" | ".join(cell.strip() for cell in line.strip().strip("|").split("|")))
        elif line.strip():
            lines.append(BLOCK.sub("", line) if starts else line)


def sentences(markdown: str) -> list[str]:
    """The sentences of a markdown text, in order, white space folded; a table's row counts as one."""
    found: list[str] = []
    for block in blocks(markdown):
        if block.count(" | "):
            found.append(block)
            continue
        start = 0
        for end in END.finditer(block):
            part = block[start : end.end(1)]
            if not SHORT.search(part):
                found.append(part)
                start = end.end()
        found.append(block[start:])
    return [each for each in found if each.strip("-|: ")]


@cache
def places(name: str) -> dict[str, tuple[str, ...]]:
    """Every place of a lesson or assignment with its sentences, in order of reading.

    A place is the id of a markdown cell, or `question:<id>`; its texts are those that a learner may read.
    """
    (path,) = (each for each in [*LESSON_NOTEBOOKS, *ASSIGNMENTS] if each.stem == name)
    bank = BANKS.get(name, path.with_name("questions.toml"))
    cells = nbformat.read(path, 4).cells
    found = {cell.id: tuple(sentences(cell.source)) for cell in cells if cell.cell_type == "markdown"}
    for question in tomllib.loads(bank.read_text(encoding="utf-8"))["question"]:
        texts = [sentence for text in _texts(question) for sentence in sentences(text)]
        found[f"question:{question['id']}"] = tuple(texts)
    return found


PROSE = {"title", "prompt", "text", "hints", "missed", "says", "settled_by", "negation", "event", "by"}


def _texts(value: Any, prose: bool = False) -> Iterator[str]:
    if isinstance(value, str) and prose:
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, prose)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, prose or key in PROSE)


def facts(name: str) -> list[Fact]:
    """The rows of a text's table; raises FileNotFoundError, and ValueError where a line has too few or many cells."""
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        first, *rest = csv.reader(file)
    if first != COLUMNS:
        raise ValueError(f"{name}.csv: expected the columns {', '.join(COLUMNS)}")
    for line, row in enumerate(rest, 2):
        if len(row) != len(COLUMNS):
            raise ValueError(f"{name}.csv, line {line}: expected {len(COLUMNS)} cells, found {len(row)}")
    return [Fact(*row) for row in rest]


def unchecked(name: str) -> list[tuple[str, str]]:
    """Sentences that cite an id and have no row, each with its place."""
    rows = {(fact.where, fact.sentence) for fact in facts(name)}
    return [(place, s) for place, said in places(name).items() for s in said if cited(s) and (place, s) not in rows]


def gone(name: str) -> list[Fact]:
    """Rows whose sentence no longer stands where it says."""
    return [fact for fact in facts(name) if not stands(fact, name)]


def stands(fact: Fact, name: str) -> bool:
    """Whether the row's text is a sentence, or several in a row, of its place."""
    said = places(name).get(fact.where, ())
    return any(fact.sentence == " ".join(said[i:j]) for i in range(len(said)) for j in range(i + 1, len(said) + 1))


@cache
def known() -> set[str]:
    """Every id of the course's tables."""
    found: set[str] = set()
    described = json.loads((data_dir() / "datapackage.json").read_text(encoding="utf-8"))
    for table in (resource["name"] for resource in described["resources"]):
        rows = tables.read_after(table.removeprefix("after_")) if table.startswith("after_") else tables.read(table)
        found |= {str(row["id"]) for row in rows if "id" in row}
    return found
