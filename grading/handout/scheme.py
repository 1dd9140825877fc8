"""The mark scheme of a task, read into one record, right or wrong. Pure.

A task states its criteria in a table with the columns number, text and points. Its mark scheme stands between two lines
that nbgrader knows, and has for each criterion a line in bold or a heading with the same number and the points, as
**1. Says what was reported (0–3)**, and below it what earns how much.
"""

import re
from collections.abc import Iterator

import msgspec

BEGIN, END = "BEGIN MARK SCHEME", "END MARK SCHEME"
FROM_ZERO = r"0(?:[.,]0+)?\s*(?:[-‐‑–—−]|to|bis|à)\s*"
MOST = r"(\d+(?:[.,]\d+)?)\s*(?:[a-zA-Z.]+\s*)?"
_HEAD = re.compile(
    rf"^(?:#+[ \t]*|\*\*|__)(\d+)[.)][ \t]*([^\n]*?)[*_ \t]*(?:\(\s*(?:{FROM_ZERO})?{MOST}\))?[*_ \t]*$", re.MULTILINE
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_CELLS = re.compile(r"(?<!\\)\|")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


class Told(msgspec.Struct, frozen=True):
    """A row of the table in which the task tells learners a criterion."""

    number: str
    text: str
    points: float


class Level(msgspec.Struct, frozen=True):
    """What earns so many points of a criterion, and the anchor that shows it."""

    points: float
    text: str
    anchor: str


class Part(msgspec.Struct, frozen=True):
    """What the mark scheme says of a criterion; `points` is None if its heading names none."""

    number: str
    title: str
    points: float | None
    text: str
    levels: tuple[Level, ...]


class Criterion(msgspec.Struct, frozen=True):
    """One criterion, from table and mark scheme together.

    Attributes:
        number: as the task gives it.
        name: in the task's words, which learners read; "" if only the mark scheme names it.
        title: of the mark scheme, or else the task's words.
        max_points: that it can earn.
        scheme: what earns how much, as markdown; not for learners.
        levels: the points that the scheme names, the highest first.
    """

    number: str
    name: str
    title: str
    max_points: float
    scheme: str = ""
    levels: tuple[float, ...] = ()


class Scheme(msgspec.Struct, frozen=True):
    """A task and its mark scheme.

    Attributes:
        released: the task as nbgrader releases it.
        text: all of the mark scheme, "" if there is none.
        general: what it says before the first criterion.
        told: the criteria in the task's table, in order.
        parts: the criteria in the mark scheme, in order.
        marks: what is wrong with the lines that mark where it begins and ends.
    """

    released: str
    text: str
    general: str
    told: tuple[Told, ...]
    parts: tuple[Part, ...]
    marks: tuple[str, ...]

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria of both, by number; of one that stands twice, the first."""
        told = {row.number: row for row in reversed(self.told)}
        parts = {part.number: part for part in reversed(self.parts)}
        numbers = dict.fromkeys([*(row.number for row in self.told), *(part.number for part in self.parts)])
        return tuple(_criterion(each, told.get(each), parts.get(each)) for each in numbers)

    def adds_up(self, points: float) -> bool:
        """Whether there are criteria and they make up the points of the task."""
        return bool(self.criteria) and abs(sum(c.max_points for c in self.criteria) - points) < 1e-9


def read_scheme(markdown: str) -> Scheme:
    """The mark scheme of a task, also if something is wrong with it; `grading.handout.told` says what.

    Args:
        markdown: the task with its mark scheme, as it stands in `source/`.
    """
    released, text, marks = _apart(markdown)
    told = tuple(
        Told(str(int(row[0].rstrip("."))), row[1], points(row[2]))
        for row in rows(released)
        if len(row) == 3 and row[0].rstrip(".").isdecimal() and _NUMBER.fullmatch(row[2].strip("*"))
    )
    known = {each.number for each in told}
    heads = [h for h in _HEAD.finditer(text) if h[3] or str(int(h[1])) in known]
    ends = [*(h.start() for h in heads[1:]), len(text)][: len(heads)]
    parts = tuple(_part(h, text[h.end() : end].strip()) for h, end in zip(heads, ends, strict=True))
    return Scheme(released, text, (text[: heads[0].start()] if heads else text).strip(), told, parts, marks)


def rows(text: str) -> Iterator[list[str]]:
    """The rows of the tables of a Markdown text, as cells."""
    for line in text.splitlines():
        if "|" in line:
            cells = _CELLS.split(line.strip().removeprefix("|"))
            yield [cell.strip() for cell in (cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells)]


def points(text: str) -> float:
    """Points as they are written: with a point or a comma, in bold or not."""
    return float(text.strip("*").replace(",", "."))


def _apart(markdown: str) -> tuple[str, str, tuple[str, ...]]:
    """What is released, what is not, and what is wrong with the marks between; by the lines that nbgrader goes by."""
    kept: list[str] = []
    scheme: list[str] = []
    wrong: list[str] = []
    within = False
    for line in markdown.split("\n"):
        if BEGIN in line:
            if within:
                wrong.append(f"“{BEGIN}” stands there twice before “{END}”")
            within = True
        elif END in line:
            if not within:
                wrong.append(f"“{END}” stands there without “{BEGIN}” before it")
            within = False
        else:
            (scheme if within else kept).append(line)
    if within:
        wrong.append(f"expected “=== {END} ===” after the mark scheme")
    return "\n".join(kept), "\n".join(scheme), tuple(dict.fromkeys(wrong))


def _part(head: re.Match[str], text: str) -> Part:
    levels = tuple(
        Level(points(row[0]), row[1] if len(row) > 1 else "", " ".join(row[2:]))
        for row in rows(text)
        if _NUMBER.fullmatch(row[0].strip("*"))
    )
    return Part(str(int(head[1])), head[2].strip(), points(head[3]) if head[3] else None, text, levels)


def _criterion(found: str, told: Told | None, part: Part | None) -> Criterion:
    text = told.text if told else ""
    bold = _BOLD.search(text)
    most = told.points if told else part.points if part else None
    levels = sorted({each.points for each in part.levels}, reverse=True) if part else ()
    return Criterion(
        found, bold[1] if bold else text, (part.title if part else "") or text, most or 0.0,
        part.text if part else "", tuple(levels),
    )  # fmt: skip
