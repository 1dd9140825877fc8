"""A learner's weighing as the journal has it, or the example: what the tables of weighings begin with.

These tables are part of the lessons, which teach weighing. So this module, and no other of the room, names that kind of
question: it reads an answer as the kind's record, and the others ask the record.
"""

from pathlib import Path
from typing import Any

import msgspec

from course.errors import PlainError
from course.journal import Journal
from course.kinds.weigh.answer import SignalRating, Weighed, parse
from course.questions.find import find_question
from course.tables import read

WEIGHING = "weigh-all"
"""Id of the weighing of all signals."""
EXAMPLE_PRIOR = 0.2
EXAMPLE = "These are made-up example numbers, until you give a prior and rate a signal."


class NotWeighed(PlainError, LookupError):  # noqa: N818 - what happened, in the learner's terms
    """The journal holds no weighing that this table could be made of; the message says what to do."""


class Carried(msgspec.Struct, frozen=True):
    """A full rating of a signal, the weight that it has by itself, in log-odds, and the step that it is part of.

    Attributes:
        step, credibility, same_as: as rated.
        weight: in log-odds, as if the signal stood alone.
        counted: the rated signals that count together, this one among them, in the order of the board.
        before, after: the probability before and after what counts together.
    """

    step: int
    credibility: float
    same_as: str | None
    weight: float
    counted: tuple[str, ...]
    before: float
    after: float


def own(question: str) -> tuple[Weighed, str]:
    """The learner's weighing, and a note to stand below the table: of the example it says that it is one.

    A board on which nothing has been said yet holds what it begins with: the learner's earlier prior and ratings.

    Raises:
        NotWeighed: what the journal holds under this id is not a weighing.
        JournalError: the journal can't be read.
    """
    journal = Journal()

    def answered(name: str) -> Any:  # noqa: ANN401 - any JSON value
        answer = journal.answer(name)
        return answer.value if answer is not None else None

    for value in (answered(question), find_question(question, Path.cwd()).begun(answered).get("start")):
        said = parsed(value or {}, question)
        if said.prior is not None and said.rated:
            return said, ""
    rows = read("example_ratings")
    example = {str(r["signal_id"]): SignalRating(r["step"], r["credibility"], r["same_as"]) for r in rows}  # type: ignore[arg-type]
    return Weighed(prior=EXAMPLE_PRIOR, ratings=example), EXAMPLE


def parsed(value: Any, question: str) -> Weighed:  # noqa: ANN401 - any JSON value
    """An answer as a weighing; raises NotWeighed if it is none."""
    try:
        return parse(value)
    except ValueError as e:
        raise NotWeighed(
            f"The journal’s answer to “{question}” is not a weighing: {e}. Weigh it again on its board."
        ) from None


def carried(value: Any) -> dict[str, Carried]:  # noqa: ANN401 - any JSON value
    """The signals that an answer rates fully; none if it is not a weighing, or out of range."""
    try:
        weighed = parse(value or {})
        # In the order of the ids, whatever the order of rating, so that each step begins where another ended.
        found = msgspec.structs.replace(weighed, ratings=dict(sorted(weighed.ratings.items()))).weighing
    except ValueError:
        return {}
    ways = {name: (before, after) for name, before, after in found.steps}
    steps = {
        signal: (tuple(s for s in part.signals if found.weights[s] is not None), *ways[part.id])
        for part in found.contributions
        if part.id in ways
        for signal in part.signals
    }
    return {
        signal: Carried(each.step, each.credibility, each.same_as, found.weights[signal] or 0.0, *steps[signal])
        for signal, each in weighed.ratings.items()
        if each.step is not None and each.credibility is not None
    }


def percent(probability: float) -> str:
    """A probability in per cent, to one place; never “0.0 %” or “100.0 %”, since nothing is certain."""
    if probability < 0.001 or probability > 0.999:
        return "under 0.1 %" if probability < 0.5 else "over 99.9 %"
    return f"{100 * probability:.1f} %"
