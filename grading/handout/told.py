"""Do the numbers that an assignment's notebook tells learners agree with its bank and its rubric?"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from course.questions import Bank
from grading.handout.cells import grade_id, is_question, is_task, meta
from grading.handout.scheme import BEGIN, END, Scheme, read_scheme

_HEADING = re.compile(r"^## .*?(\d+)? · (\d+(?:\.\d+)?) points?[ \t]*$", re.MULTILINE)
_SUM = re.compile(
    r"\*\*Points\.\*\*.*?(?:(\w+) questions|questions) give (\d+(?:\.\d+)?) points.*?gives? (\d+(?:\.\d+)?)"
)
_ATTACHED = re.compile(r"\(\s*<?attachment:|\bsrc\s*=\s*[\"']?attachment:", re.IGNORECASE)
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
                scheme, points = read_scheme(cell["source"]), float(meta(cell).get("points") or 0)
                yield from (f"{where}: {fault}" for fault in scheme_faults(scheme, points))
                said = None
            elif (total := _SUM.search(cell["source"])) and bank.questions and not bank.unread:
                yield from _total(total, bank, essays, f"cell “{cell.get('id')}”")


def scheme_faults(scheme: Scheme, points: float) -> Iterator[str]:
    """Everything in which a mark scheme disagrees with itself and with its task, a line each.

    Args:
        scheme: as read.
        points: of the task's cell.
    """
    if scheme.marks:
        yield from (f"{each}." for each in scheme.marks)
        return
    if not scheme.text.strip():
        yield f"expected a mark scheme between the lines “=== {BEGIN} ===” and “=== {END} ===”."
    elif _ATTACHED.search(scheme.text):
        yield "its mark scheme shows an attached picture, which would be handed out; expected words."
    for where, found in (("its table", scheme.told), ("the mark scheme", scheme.parts)):
        counted = Counter(each.number for each in found)
        yield from (f"criterion {each} stands {n} times in {where}." for each, n in counted.items() if n > 1)
    total = sum(each.points for each in scheme.told)
    if scheme.told and total != points:
        yield f"has {points:g} points; the criteria in its table add up to {total:g}."
    told = {each.number: each.points for each in scheme.told}
    spans = {each.number: each.points for each in scheme.parts}
    if scheme.text.strip():
        for each in dict.fromkeys([*told, *spans]) if told else ():
            if told.get(each) != spans.get(each):
                both = _or_none(told.get(each)), _or_none(spans.get(each))
                yield (
                    f"criterion {each} has {both[0]} in the table and {both[1]} in the mark scheme, "
                    f"where a line such as **{each}. Its title (0–3)** gives them."
                )
        if not told and spans and (total := sum(each or 0 for each in spans.values())) != points:
            yield f"has {points:g} points; the criteria of its mark scheme add up to {total:g}."
    for part in scheme.parts:
        highest = max((level.points for level in part.levels), default=None)
        if highest is not None and part.points is not None and highest != part.points:
            yield (
                f"criterion {part.number} of the mark scheme goes to {part.points:g}; its highest level has "
                f"{highest:g} points."
            )


def _heading(said: re.Match[str] | None, where: str, points: object, number: int | None) -> Iterator[str]:
    if said is None:
        return
    if float(said[2]) != points:
        yield f"{where} has {plain(points)} points; its heading says “{said[0].strip()}”."
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


def plain(points: object) -> str:
    """Points as they are written: 4 and not 4.0."""
    return f"{points:g}" if isinstance(points, (int, float)) else str(points)


def _or_none(points: float | None) -> str:
    return "no points" if points is None else f"{points:g} points"
