"""Gather a portfolio from the learner's journal. It reads, and writes nothing."""

from collections.abc import Iterable
from typing import Any

from course import mine
from course.argument import judge, words
from course.asked import Asked, State
from course.asked.short_names import short_names
from course.journal import Event, Journal
from course.kinds import Argue, Probability, Weigh
from course.kinds.argue.answer import parse as parse_argument
from course.kinds.weigh.answer import is_probability, is_rated, judgement, parse
from course.mine.committed import FORECASTS, first, given, texts
from course.mine.weighed import WEIGHING
from course.portfolio.parts import Argument, Belief, Foretold, Portfolio, Weight
from course.questions.find import lesson_banks
from course.subject import subject
from course.weighing import weigh

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
    return Portfolio(
        beliefs=tuple(sorted(beliefs, key=lambda each: each.at)),
        weights=_weights(_value(journal, WEIGHING)),
        arguments=tuple(a for q in questions if isinstance(q, Argue) for a in _argued(q, _value(journal, q.id))),
        forecasts=_foretold(),
        committed_at=committed.at if committed else None,
        mean_brier=scored["brier"].to_dict()["you"] if committed else None,
    )


def _value(journal: Journal, question: str) -> Any:  # noqa: ANN401 - any JSON value
    answer = journal.answer(question)
    return answer.value if answer else None


def _beliefs(question: Asked, history: list[Event]) -> Iterable[Belief]:
    of_the_brief = isinstance(question, Weigh) and question.event is None
    if question.id != PRIOR and not of_the_brief:
        return
    for n, event in enumerate(history):
        # Each move of a slider is logged: of a run of answers only the last is a belief, and every commitment is.
        if event.event == "answer" and n + 1 < len(history):
            continue
        believed = _believed(question, event.value)
        if believed is not None:
            yield Belief(event.at, question.title, believed, event.event == "commit")


def _believed(question: Asked, value: Any) -> float | None:  # noqa: ANN401 - any JSON value
    if question.stand(value).state not in (State.ANSWERED, State.INCOMPLETE):
        return None
    if isinstance(question, Probability):
        said: float | None = value.get(subject().event_id)
        return said
    weighed = parse(value)
    if weighed.prior is None or not any(is_rated(each) for each in weighed.ratings.values()):
        return None
    found = weigh(judgement(weighed)).probability
    return found if is_probability(found) else None


def _weights(value: Any) -> tuple[Weight, ...]:  # noqa: ANN401 - any JSON value
    try:
        weighed = parse(value or {})
        carried = weigh(judgement(weighed)).weights
    except ValueError:
        return ()
    names = short_names()
    return tuple(
        Weight(signal, names[signal], each.step, each.credibility, each.same_as, carried[signal] or 0.0)
        for signal, each in sorted(weighed.ratings.items())
        if signal in names and each.step is not None and each.credibility is not None
    )


def _argued(question: Argue, value: Any) -> Iterable[Argument]:  # noqa: ANN401 - any JSON value
    if question.stand(value).state is not State.ANSWERED:
        return
    built = parse_argument(value)
    if built.conclusion is None:
        return
    clauses = {each.id: each for each in question.propositions}
    premises = tuple(
        words(said, clauses) + (f" ({', '.join(each.claims)})" if each.claims else "")
        for each in built.premises
        if (said := each.statement) is not None
    )
    found = judge(built.statements, built.conclusion)
    valid = "Valid: the conclusion follows." if found.valid else "Not valid: the premises leave another way open."
    idle = f" Premise {', '.join(str(n + 1) for n in found.idle)} does no work." if found.idle else ""
    verdict = valid + idle if found.consistent else "The premises contradict one another."
    yield Argument(question.title, premises, words(built.conclusion, clauses), verdict)


def _foretold() -> tuple[Foretold, ...]:
    said, _ = given()
    named, settled = texts(FORECASTS), mine.outcomes()
    came = {str(name): (bool(row["came"]), float(row["brier"])) for name, row in settled.iterrows()}
    return tuple(
        Foretold(name, named[name], p, *came.get(name, (None, None))) for name, p in said.items() if name in named
    )
