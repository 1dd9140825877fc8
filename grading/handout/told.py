"""Do the numbers that an assignment's notebook tells learners agree with its bank and its rubric?"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from course.questions import Bank
from grading.handout.cells import grade_id, is_question, is_task, meta
from grading.handout.marks import rows, split_scheme

_HEADING = re.compile(r"^## .*?(\d+)? · (\d+(?:\.\d+)?) points?[ \t]*$", re.MULTILINE)
_SUM = re.compile(
    r"\*\*Points\.\*\*.*?(?:(\w+) questions|questions) give (\d+(?:\.\d+)?) points.*?gives? (\d+(?:\.\d+)?)"
)
_SPAN = re.compile(r"^\*\*(\d+)\. .*\(0–(\d+(?:\.\d+)?)\)\*\*[ \t]*$", re.MULTILINE)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_WORDS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]


def disagreements(bank: Bank, notebook: Mapping[str, Any]) -> Iterator[str]:
    """Every number told that is another in the bank or the rubric, one line each.

    Args:
        bank: the questions.
        notebook: nbformat 4, as dictionaries, with its mark schemes.
    """
    number, said = 0, None
    essays = sum(float(meta(c).get("points") or 0) for c in notebook["cells"] if is_task(c))
    for cell in notebook["cells"]:
        if (is_question(cell) or is_task(cell)) and not meta(cell).get("locked"):
            yield f"cell “{grade_id(cell)}” is not locked; expected locked, so that learners can't change it."
        if is_question(cell):
            number += 1
            yield from _heading(said, f"cell “{grade_id(cell)}”", meta(cell).get("points"), number)
            said = None
        elif cell["cell_type"] == "markdown":
            said = _HEADING.search(cell["source"]) or said
            if is_task(cell):
                where = f"cell “{grade_id(cell)}”"
                yield from _heading(_HEADING.search(cell["source"]), where, meta(cell).get("points"), None)
                yield from (f"{where}: {fault}" for fault in _rubric(cell["source"], meta(cell).get("points")))
                said = None
            elif total := _SUM.search(cell["source"]):
                yield from _total(total, bank, essays, f"cell “{cell.get('id')}”")


def _heading(said: re.Match[str] | None, where: str, points: object, number: int | None) -> Iterator[str]:
    if said is None:
        return
    if float(said[2]) != points:
        yield f"{where} has {points} points; its heading says “{said[0].strip()}”."
    if number is not None and said[1] is not None and int(said[1]) != number:
        yield f"{where} is question {number}; its heading says “{said[0].strip()}”."


def _total(said: re.Match[str], bank: Bank, essays: float, where: str) -> Iterator[str]:
    points = sum(float(bank.draw(place, 0).points or 0) for place in bank.places)
    count = len(bank.places)
    words = {str(count), _WORDS[count] if count < len(_WORDS) else str(count)}
    if said[1] and said[1].lower() not in words | {"the"}:
        yield f"{where} tells of {said[1].lower()} questions; the bank has {count}."
    if float(said[2]) != points:
        yield f"{where} says that the questions give {said[2]} points; the bank gives {points:g}."
    if float(said[3]) != essays:
        yield f"{where} says that the essay gives {said[3]} points; its cell gives {essays:g}."


def _rubric(source: str, points: object) -> Iterator[str]:
    released, scheme = split_scheme(source)
    told = {
        int(r[0]): float(r[2]) for r in rows(released) if len(r) == 3 and r[0].isdigit() and _NUMBER.fullmatch(r[2])
    }
    if told and sum(told.values()) != points:
        yield f"has {points} points; the criteria in its table add up to {sum(told.values()):g}."
    spans = {int(m[1]): float(m[2]) for m in _SPAN.finditer(scheme)}
    for each in sorted(told.keys() | spans.keys() if told and spans else ()):
        if told.get(each) != spans.get(each):
            both = _or_none(told.get(each)), _or_none(spans.get(each))
            yield f"criterion {each} has {both[0]} in the table and {both[1]} in the mark scheme."
    for m in _SPAN.finditer(scheme):
        part = scheme[m.end() :].split("\n**", 1)[0]
        levels = [float(r[0]) for r in rows(part) if _NUMBER.fullmatch(r[0])]
        if levels and max(levels) != float(m[2]):
            yield f"criterion {m[1]} of the mark scheme goes to {m[2]}; its highest level has {max(levels):g} points."


def _or_none(points: float | None) -> str:
    return "no points" if points is None else f"{points:g} points"
