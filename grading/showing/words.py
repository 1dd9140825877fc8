"""An answer in words: what was chosen, placed, ranked or judged, not its ids."""

from typing import Any

from course.argument import words as phrased
from course.panels.cards import names
from course.panels.cards import steps as steps_of
from course.panels.prose import as_text
from course.questions import Argue, ChooseMany, ChooseOne, Classify, Deal, Question, Rank, Weigh, argued, dealt
from course.questions.model import options
from course.questions.percent import in_percent
from course.questions.states import State, stand
from course.questions.weighed import parse
from course.tables import read

DIRECTIONS = {"raises": "more probable", "lowers": "less probable", "neither": "about as probable as before"}


def in_words(question: Question, answer: Any) -> tuple[str, ...]:  # noqa: ANN401 - an answer is any JSON value
    """The answer as short lines, one per choice or item; empty if there is nothing to say.

    Any value is accepted. Parts that do not fit the question are counted, never repeated: they are not an answer, and
    a journal can hold anything.
    """
    texts = {o.id: as_text(o.text) for o in options(question)}
    match question:
        case Weigh():
            return _weighing(question, answer)
        case Argue():
            return _argument(question, answer)
        case Deal():
            return _terms(question, answer)
        case ChooseOne() | ChooseMany():
            chosen = answer if isinstance(answer, list) else [answer] if answer is not None else []
            return _fitting([texts.get(c) if isinstance(c, str) else None for c in chosen])
        case _:
            if not isinstance(answer, dict):
                return _fitting([None] if answer is not None else [])
            known = [k for k in texts if answer.get(k) is not None]
            if isinstance(question, Rank):
                known.sort(key=lambda k: answer[k] if type(answer[k]) is int else 0)
            odd = sum(v is not None for k, v in answer.items() if k not in texts)
            return _fitting([*(_line(question, texts[k], answer[k]) for k in known), *[None] * odd])


def _weighing(question: Weigh, answer: Any) -> tuple[str, ...]:  # noqa: ANN401 - JSON
    if stand(question, answer).state in (State.NOT_ATTEMPTED, State.INCOHERENT):
        return _fitting([None] if answer is not None else [])
    weighed, steps, titles = parse(answer), {s["step"]: s["name"] for s in steps_of("effect")}, names(question.signals)
    lines = [] if weighed.prior is None else [f"Prior: {in_percent(weighed.prior)}%"]
    for signal, rating in weighed.ratings.items():
        step = "no effect chosen" if rating.step is None else steps[rating.step]
        trust = "" if rating.credibility is None else f", credibility {in_percent(rating.credibility)}%"
        story = f", same story as {rating.same_as}" if rating.same_as else ""
        lines.append(f"{signal} {titles[signal]}: {step}{trust}{story}")
    said = weighed.conclusion
    if said.direction:
        lines.append(f"Together: {DIRECTIONS[said.direction]}")
    if said.posterior is not None:
        lines.append(f"Probability after all signals: {in_percent(said.posterior)}%")
    if said.strongest:
        lines.append(f"Moves the result most: {said.strongest}")
    if said.removal:
        lines.append(f"Without it the probability {said.removal}")
    return tuple(lines)


def _argument(question: Argue, answer: Any) -> tuple[str, ...]:  # noqa: ANN401 - JSON
    if stand(question, answer).state in (State.NOT_ATTEMPTED, State.INCOHERENT):
        return _fitting([None] if answer is not None else [])
    built, texts = argued.parse(answer), {each.id: each for each in question.propositions}
    lines = []
    for number, premise in enumerate(built.premises, 1):
        said = "not finished" if premise.statement is None else phrased(premise.statement, texts)
        lines.append(f"Premise {number}: {said}" + (f" ({', '.join(premise.claims)})" if premise.claims else ""))
    if built.conclusion is not None:
        lines.append(f"So: {phrased(built.conclusion, texts)}")
    return tuple(lines)


def _terms(question: Deal, answer: Any) -> tuple[str, ...]:  # noqa: ANN401 - JSON
    if stand(question, answer).state in (State.NOT_ATTEMPTED, State.INCOHERENT):
        return _fitting([None] if answer is not None else [])
    made = dealt.parse(answer)
    options = {str(row["id"]): row for row in read("bargaining_options")}
    names = {str(row["issue"]): str(row["issue_name"]) for row in options.values()}
    lines = [f"{names[issue]}: {options[option]['name']}" for issue, option in made.terms.items()]
    supposed = [f"Supposed: {side} accepts {options[option]['name']}" for side, _, option in made.relaxed]
    return (*lines, *supposed)


def _fitting(lines: list[str | None]) -> tuple[str, ...]:
    odd = sum(line is None for line in lines)
    rest = (f"({odd} that the question does not have)",) if odd else ()
    return (*(line for line in lines if line is not None), *rest)


def _line(question: Question, item: str, value: Any) -> str | None:  # noqa: ANN401 - JSON
    match question:
        case Classify():
            held = {c.id: as_text(c.text) for c in question.categories}
            return f"{item} → {held[value]}" if isinstance(value, str) and value in held else None
        case Rank():
            return f"{value}. {item}" if type(value) is int and abs(value) < 1000 else None
        case _:
            return f"{item}: {in_percent(value)}%" if type(value) in (int, float) and 0 <= value <= 1 else None
