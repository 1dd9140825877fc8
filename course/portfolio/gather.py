"""What a portfolio holds, gathered from the learner's journal. Reads, and writes nothing."""

from collections.abc import Iterable
from typing import Any

import msgspec

from course import mine
from course.argument import judge, words
from course.journal import Event, Journal
from course.mine.committed import FORECASTS, first, given, texts
from course.questions import Argue, Probability, Question, State, Weigh, stand
from course.questions import argued as arguing
from course.questions.find import lesson_banks
from course.questions.weighed import is_probability, is_rated, judgement, parse
from course.subject import subject
from course.tables import read
from course.weighing import weigh

PRIOR, WEIGHING = "prior", "weigh-all"


class Belief(msgspec.Struct, frozen=True):
    """How probable the learner held the event of the brief at some time.

    Attributes:
        at: UTC, ISO 8601.
        question: title of the question that was answered.
        probability: 0 to 1; of a weighing, its posterior.
        committed: whether the learner committed to it.
    """

    at: str
    question: str
    probability: float
    committed: bool


class Weight(msgspec.Struct, frozen=True):
    """A rated signal.

    Attributes:
        signal: its id.
        name: in a few words.
        step: −3 to 3, the binary logarithm of the likelihood ratio.
        credibility: 0 to 1.
        same_as: another signal that tells the same story.
        weight: log-odds; 0 for a signal whose story is told by another.
    """

    signal: str
    name: str
    step: int
    credibility: float
    same_as: str | None
    weight: float


class Argued(msgspec.Struct, frozen=True):
    """An argument as it stands: premises with their claims, the conclusion, and what the model says of it."""

    question: str
    premises: tuple[str, ...]
    conclusion: str
    verdict: str


class Foretold(msgspec.Struct, frozen=True):
    """A forecast (a probability), and what came; `came` and `brier` (0 best, 1 worst) are None while hidden or open."""

    id: str
    event: str
    forecast: float
    came: bool | None = None
    brier: float | None = None


class Portfolio(msgspec.Struct, frozen=True):
    """All of it. Empty where the journal holds nothing.

    Attributes:
        beliefs: in order of time.
        weights: of the whole board, in the order of the signals' ids.
        arguments: those with a conclusion, in the order of the lessons.
        forecasts: as committed first, or as they stand.
        committed_at: when the forecasts were committed first, UTC; None before.
        mean_brier: over settled forecasts, 0 to 1; None before the commitment.
    """

    beliefs: tuple[Belief, ...]
    weights: tuple[Weight, ...]
    arguments: tuple[Argued, ...]
    forecasts: tuple[Foretold, ...]
    committed_at: str | None
    mean_brier: float | None


def gather() -> Portfolio:
    """The portfolio of the journal in use. What came after the brief is in it only after the forecasts' commitment.

    Raises:
        JournalError: the journal can't be read.
    """
    journal = Journal()
    questions = [q for bank in lesson_banks() for q in bank.questions]
    beliefs = [each for q in questions for each in _beliefs(q, journal.history(q.id))]
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


def _beliefs(question: Question, history: list[Event]) -> Iterable[Belief]:
    of_the_brief = isinstance(question, Weigh) and question.event is None
    if question.id != PRIOR and not of_the_brief:
        return
    kept = [event for event in history if event.event in ("answer", "commit")]
    for n, event in enumerate(kept):
        # Each move of a slider is logged: of a run of answers only the last is a belief, and every commitment is.
        if event.event == "answer" and n + 1 < len(kept):
            continue
        believed = _believed(question, event.value)
        if believed is not None:
            yield Belief(event.at, question.title, believed, event.event == "commit")


def _believed(question: Question, value: Any) -> float | None:  # noqa: ANN401 - any JSON value
    if stand(question, value).state not in (State.ANSWERED, State.INCOMPLETE):
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
    names = {str(row["id"]): str(row["short"]) for row in read("signals")}
    return tuple(
        Weight(signal, names[signal], each.step, each.credibility, each.same_as, carried[signal] or 0.0)
        for signal, each in sorted(weighed.ratings.items())
        if signal in names and each.step is not None and each.credibility is not None
    )


def _argued(question: Argue, value: Any) -> Iterable[Argued]:  # noqa: ANN401 - any JSON value
    if stand(question, value).state is not State.ANSWERED:
        return
    argued = arguing.parse(value)
    if argued.conclusion is None:
        return
    clauses = {each.id: each for each in question.propositions}
    premises = tuple(
        words(said, clauses) + (f" ({', '.join(each.claims)})" if each.claims else "")
        for each in argued.premises
        if (said := each.statement) is not None
    )
    found = judge(argued.statements, argued.conclusion)
    valid = "Valid: the conclusion follows." if found.valid else "Not valid: the premises leave another way open."
    idle = f" Premise {', '.join(str(n + 1) for n in found.idle)} does no work." if found.idle else ""
    verdict = valid + idle if found.consistent else "The premises contradict one another."
    yield Argued(question.title, premises, words(argued.conclusion, clauses), verdict)


def _foretold() -> tuple[Foretold, ...]:
    said, _ = given()
    named, settled = texts(FORECASTS), mine.outcomes()
    came = {str(name): (bool(row["came"]), float(row["brier"])) for name, row in settled.iterrows()}
    return tuple(
        Foretold(name, named[name], p, *came.get(name, (None, None))) for name, p in said.items() if name in named
    )
