"""Gather a portfolio from the learner's journal. It reads, and writes nothing."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from course import mine
from course.asked import Asked, State
from course.asked.portfolio import Piece
from course.asked.short_names import short_names
from course.journal import Event, Journal
from course.mine.committed import FORECASTS, first, given, texts
from course.mine.weighed import WEIGHING, carried
from course.portfolio.gained import gained
from course.portfolio.parts import OF_KINDS, Belief, Foretold, Portfolio, Weight
from course.questions.find import lesson_banks
from course.subject import subject

PRIOR = "prior"


def gather() -> Portfolio:
    """The portfolio of the journal in use. What came after the brief is in it only after the forecasts' commitment.

    Raises:
        JournalError: the journal can't be read.
    """
    journal = Journal()
    questions = [q for bank in lesson_banks() for q in bank.questions]
    beliefs = [each for q in questions for each in _beliefs(q, journal.history(q.id, "answer", "commit"))]
    committed, scored = first(), mine.scores()
    checks, gain = gained(journal.read())
    return Portfolio(
        beliefs=tuple(sorted(beliefs, key=lambda each: each.at)),
        weights=_weights(_value(journal, WEIGHING)),
        kept={part: tuple(_pieces(part, questions, journal)) for part in OF_KINDS},
        forecasts=_foretold(),
        committed_at=committed.at if committed else None,
        mean_brier=scored["brier"].to_dict()["you"] if committed else None,
        checks=checks,
        gained=gain,
    )


def _value(journal: Journal, question: str) -> Any:  # noqa: ANN401 - any JSON value
    answer = journal.answer(question)
    return answer.value if answer else None


def _beliefs(question: Asked, history: list[Event]) -> Iterable[Belief]:
    if question.id != PRIOR and not question.of_the_brief:
        return
    for n, event in enumerate(history):
        # Each move of a slider is logged: of a run of answers only the last is a belief, and every commitment is.
        if event.event == "answer" and n + 1 < len(history):
            continue
        stands = question.stand(event.value).state in (State.ANSWERED, State.INCOMPLETE)
        believed = question.believed(event.value, subject().event_id) if stands else None
        if believed is not None:
            yield Belief(event.at, question.title, believed, event.event == "commit")


def _weights(value: Any) -> tuple[Weight, ...]:  # noqa: ANN401 - any JSON value
    names, rated = short_names(), carried(value)
    return tuple(
        Weight(signal, names[signal], *msgspec.structs.astuple(each))
        for signal, each in sorted(rated.items())
        if signal in names
    )


def _pieces(part: str, questions: Iterable[Asked], journal: Journal) -> Iterator[Piece]:
    for question in (each for each in questions if each.part is not None and each.part.name == part):
        value = _value(journal, question.id)
        if question.stand(value).state is State.ANSWERED:
            yield from question.pieces(value)


def _foretold() -> tuple[Foretold, ...]:
    said, _ = given()
    named, settled = texts(FORECASTS), mine.outcomes()
    came = {str(name): (bool(row["happened"]), float(row["brier"])) for name, row in settled.iterrows()}
    return tuple(
        Foretold(name, named[name], p, *came.get(name, (None, None))) for name, p in said.items() if name in named
    )
