"""An answer in words: what was chosen, placed, ranked or judged, not its ids."""

from typing import Any

from course.panels.prose import as_text
from course.questions import ChooseMany, ChooseOne, Classify, Probability, Question, Rank
from course.questions.model import options


def in_words(question: Question, answer: Any) -> tuple[str, ...]:  # noqa: ANN401 - an answer is any JSON value
    """The answer as short lines, one per choice or item; empty if there is nothing to say.

    Any value is accepted. Parts that do not fit the question are counted, never repeated: they are not an answer, and
    a journal can hold anything.
    """
    texts = {o.id: as_text(o.text) for o in options(question)}
    match question:
        case ChooseOne() | ChooseMany():
            chosen = answer if isinstance(answer, list) else [answer] if answer is not None else []
            return _fitting([texts.get(c) if isinstance(c, str) else None for c in chosen])
        case Classify() | Rank() | Probability():
            if not isinstance(answer, dict):
                return _fitting([None] if answer is not None else [])
            placed = {k: v for k, v in answer.items() if v is not None}
            lines = [(_order(question, v), _line(question, texts.get(k), v)) for k, v in placed.items()]
            return _fitting([line for _, line in sorted(lines, key=lambda pair: pair[0])])


def _fitting(lines: list[str | None]) -> tuple[str, ...]:
    odd = sum(line is None for line in lines)
    rest = (f"({odd} that the question does not have)",) if odd else ()
    return (*(line for line in lines if line is not None), *rest)


def _order(question: Question, value: Any) -> float:  # noqa: ANN401 - JSON
    return float(value) if isinstance(question, Rank) and type(value) is int and abs(value) < 1000 else 0.0


def _line(question: Question, item: str | None, value: Any) -> str | None:  # noqa: ANN401 - JSON
    if item is None:
        return None
    match question:
        case Classify():
            held = {c.id: as_text(c.text) for c in question.categories}
            return f"{item} → {held[value]}" if isinstance(value, str) and value in held else None
        case Rank():
            return f"{value}. {item}" if type(value) is int and abs(value) < 1000 else None
        case _:
            return f"{item}: {value:.0%}" if type(value) in (int, float) and 0 <= value <= 1 else None
