"""The rubric of a task, read from its text: criteria with what each can earn, and the mark scheme of each. Pure.

A task states its criteria in a table with the columns number, text and points. Its mark scheme has for each a line in
bold or a heading with the same number and the points, as **1. Says what was reported (0–3)**, and below it what earns
how much.
"""

import re

import msgspec

BEGIN = re.compile(r"^[^\n]*BEGIN MARK SCHEME[^\n]*\n?", re.MULTILINE)
_SCHEME = re.compile(r"^[^\n]*BEGIN MARK SCHEME.*?(?:END MARK SCHEME[^\n]*$|\Z)", re.MULTILINE | re.DOTALL)
_END = re.compile(r"^[^\n]*END MARK SCHEME.*", re.MULTILINE | re.DOTALL)
_ROW = re.compile(r"^\|\s*(\d+)\.?\s*\|(.+)\|\s*\**(\d+(?:[.,]\d+)?)\**\s*\|[ \t]*$", re.MULTILINE)
_HEAD = re.compile(
    r"^(?:#+\s*|\*\*)(\d+)[.)]\s*(.+?)\s*\((?:0\s*(?:–|—|-|to)\s*)?(\d+(?:[.,]\d+)?)(?: points?)?\)\**[ \t]*$",
    re.MULTILINE,
)
_LEVEL = re.compile(r"^\|\s*(\d+(?:[.,]\d+)?)\s*\|", re.MULTILINE)
_BOLD = re.compile(r"\*\*(.+?)\*\*")


class Criterion(msgspec.Struct, frozen=True):
    """One criterion.

    Attributes:
        number: as the task gives it.
        name: in the task's words, which learners read; "" if only the mark scheme names it.
        title: of the mark scheme.
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


class Rubric(msgspec.Struct, frozen=True):
    """The criteria of a task, and what the mark scheme says to all of them, as markdown."""

    criteria: tuple[Criterion, ...]
    scheme: str

    def adds_up(self, points: float) -> bool:
        """Whether there are criteria and they make up the points of the task."""
        return bool(self.criteria) and abs(sum(c.max_points for c in self.criteria) - points) < 1e-9


def without_scheme(markdown: str) -> str:
    """A task's markdown without its mark scheme, also if its end is not marked."""
    return _SCHEME.sub("", markdown).strip()


def rubric(markdown: str) -> Rubric:
    """The rubric of a task.

    Args:
        markdown: the task with its mark scheme, as it stands in `source/`.
    """
    said = {row[1]: row for row in _ROW.finditer(without_scheme(markdown))}
    scheme = _END.sub("", BEGIN.split(markdown, maxsplit=1)[1]) if BEGIN.search(markdown) else ""
    heads = list(_HEAD.finditer(scheme))
    ends = [*(h.start() for h in heads[1:]), len(scheme)][: len(heads)]
    parts = {h[1]: (h, scheme[h.end() : end].strip()) for h, end in zip(heads, ends, strict=True)}
    criteria = tuple(
        _criterion(number, said.get(number), *parts.get(number, (None, "")))
        for number in dict.fromkeys([*said, *parts])
    )
    return Rubric(criteria, (scheme[: heads[0].start()] if heads else scheme).strip())


def _criterion(number: str, row: re.Match[str] | None, head: re.Match[str] | None, scheme: str) -> Criterion:
    text = row[2].strip() if row else ""
    bold = _BOLD.search(text)
    [most] = [m[3] for m in (row, head) if m][:1]
    levels = sorted({_number(m[1]) for m in _LEVEL.finditer(scheme)}, reverse=True)
    return Criterion(number, bold[1] if bold else text, head[2] if head else text, _number(most), scheme, tuple(levels))


def _number(text: str) -> float:
    return float(text.replace(",", "."))
