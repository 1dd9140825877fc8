"""The tables of a class report, from a class. Pure."""

from collections import Counter
from collections.abc import Mapping
from statistics import median
from typing import Any

import msgspec

from course.forecasting import aggregate
from course.questions import Forecast, State, Weigh, stand
from course.questions.weighed import parse
from course.tables import read, read_after
from course.weighing.rating import Rating, weight
from grading.item_analysis import Reliability, alpha, difficulty, item_rest
from grading.report.gather import Class, Learner

ENOUGH = 10
"""Learners below which an item's discrimination, or a reliability, would be read out of noise."""
FEW = 3
"""Counts above 0 and below this are not told: in a class they point to a person."""
HALF = 0.5
MANY_MISREADINGS = 3


class ItemRow(msgspec.Struct, frozen=True):
    """A question: n, points it gives, mean share of them (0 to 1), item–rest correlation, how many left it blank."""

    question: str
    title: str
    n: int
    points: float
    difficulty: float
    item_rest: float | None
    blank: int | None


class MisreadingRow(msgspec.Struct, frozen=True):
    """A misconception: how many learners show it (None: fewer than can be told), and in which questions."""

    id: str
    says: str
    learners: int | None
    questions: tuple[str, ...]


class SignalRow(msgspec.Struct, frozen=True):
    """A signal as the class weighed it.

    `lowers`, `none` and `raises` are shares, 0 to 1; `weight` is the median weight in log-odds, credibility counted.
    """

    question: str
    signal: str
    name: str
    n: int
    lowers: float
    none: float
    raises: float
    weight: float


class ForecastRow(msgspec.Struct, frozen=True):
    """An event as the class forecast it, as probabilities, and what came if that is known."""

    question: str
    event: str
    n: int
    median: float
    mean_of_log_odds: float
    extremized: float
    came: bool | None


class LearnerRow(msgspec.Struct, frozen=True):
    """A learner under a pseudonym, or by name if asked for; `essay` is None while it waits."""

    who: str
    points: float
    essay: float | None
    misreadings: int
    blank: int
    first_day: str
    last_day: str
    why: tuple[str, ...]
    """Why this learner may need help, in words; empty if nothing speaks for it."""


class Report(msgspec.Struct, frozen=True):
    """All tables of a class report."""

    assignment: str
    n: int
    total: float
    shares: tuple[float, ...]
    """Each learner's share of all points, 0 to 1, from low to high."""
    reliability: Reliability | None
    items: tuple[ItemRow, ...]
    misreadings: tuple[MisreadingRow, ...]
    signals: tuple[SignalRow, ...]
    forecasts: tuple[ForecastRow, ...]
    days: tuple[tuple[str, int], ...]
    """Day to how many answers were last saved on it."""
    learners: tuple[LearnerRow, ...]


def report(of: Class, names: Mapping[str, str]) -> Report:
    """The tables.

    Args:
        of: the class.
        names: student id to how the learner is called in the report.
    """
    scores = [each.points for each in of.learners]
    enough = len(scores) >= ENOUGH
    days = Counter(day for each in of.learners for day in each.days)
    return Report(
        of.assignment.name,
        len(scores),
        of.total,
        tuple(sorted(each.total / of.total for each in of.learners)),
        alpha(scores) if enough else None,
        _items(of, enough=enough),
        _misreadings(of),
        tuple(row for place in of.most for row in _signals(of, place)),
        tuple(row for place in of.most for row in _forecasts(of, place)),
        tuple(sorted(days.items())),
        tuple(sorted((_learner(of, each, names[each.name]) for each in of.learners), key=lambda row: row.who)),
    )


def _items(of: Class, *, enough: bool) -> tuple[ItemRow, ...]:
    scores, places = [each.points for each in of.learners], list(of.most)
    hard, apart = difficulty(scores, of.most), item_rest(scores, places)
    blank = Counter(i.question for each in of.learners for i in each.record.items if i.state is State.NOT_ATTEMPTED)
    return tuple(
        ItemRow(
            place,
            _title(of, place),
            len(scores),
            of.most[place],
            hard[place],
            apart[place] if enough else None,
            told(blank[place]),
        )
        for place in places
    )


def _title(of: Class, place: str) -> str:
    """Of a pool, the part before the colon, where the titles of its questions agree."""
    titles = {q.title for q in of.assignment.questions if place in (q.id, q.pool)}
    starts = {title.partition(":")[0] for title in titles}
    return titles.pop() if len(titles) == 1 else starts.pop() if len(starts) == 1 else place


def _misreadings(of: Class) -> tuple[MisreadingRow, ...]:
    shown = [{(m, i.question) for i in each.record.items for m in i.misconceptions} for each in of.learners]
    counts = Counter(name for pairs in shown for name in {m for m, _ in pairs})
    return tuple(
        MisreadingRow(
            name,
            of.assignment.misconceptions[name],
            told(count),
            tuple(place for place in of.most if any((name, place) in pairs for pairs in shown)),
        )
        for name, count in counts.most_common()
    )


def _signals(of: Class, place: str) -> tuple[SignalRow, ...]:
    question = of.assignment.bank.draw(place, 0)
    if not isinstance(question, Weigh):
        return ()
    rated = [parse(a).ratings for a in _answers(of, place)]
    known = {str(row["id"]): str(row["short"]) for row in read("signals")}
    found = []
    for signal in question.signals:
        given = [r[signal] for r in rated if signal in r and r[signal].step is not None]
        steps, n = [each.step or 0 for each in given], len(given)
        if n >= FEW:
            weights = [weight(signal, Rating(each.step, each.credibility)) or 0.0 for each in given]
            lowers, none, raises = (sum((s > 0) - (s < 0) == way for s in steps) / n for way in (-1, 0, 1))
            found.append(SignalRow(place, signal, known.get(signal, signal), n, lowers, none, raises, median(weights)))
    return tuple(found)


def _forecasts(of: Class, place: str) -> tuple[ForecastRow, ...]:
    question = of.assignment.bank.draw(place, 0)
    if not isinstance(question, Forecast):
        return ()
    came = {str(row["id"]).lower(): bool(row["outcome"]) for row in read_after("outcomes") if row["gradable"]}
    said = _answers(of, place)
    return tuple(
        ForecastRow(
            place,
            item.text,
            len(said),
            aggregate.median(given),
            aggregate.mean_of_log_odds(given),
            aggregate.extremized(given),
            came.get(item.id),
        )
        for item in question.items
        if len(given := [float(answer[item.id]) for answer in said]) >= FEW
    )


def _learner(of: Class, each: Learner, who: str) -> LearnerRow:
    items = each.record.items
    named = {m for i in items for m in i.misconceptions}
    blank = sum(i.state is State.NOT_ATTEMPTED for i in items)
    unread = [f.says for f in each.record.flags if f.look]
    why = [
        *([f"less than half of the points ({each.total:g} of {of.total:g})"] if each.total < HALF * of.total else []),
        *([f"{len(named)} misreadings named"] if len(named) >= MANY_MISREADINGS else []),
        *([f"{blank} of {len(items)} questions blank"] if blank > HALF * len(items) else []),
        *(["something could not be read"] if unread else []),
    ]
    first, last = (each.days[0], each.days[-1]) if each.days else ("", "")
    return LearnerRow(who, each.total, each.essay, len(named), blank, first, last, tuple(why))


def _answers(of: Class, place: str) -> list[Any]:
    """Complete answers to a question, whatever it is."""
    question = of.assignment.bank.draw(place, 0)
    given = (each.answer(place) for each in of.learners)
    return [answer for answer in given if stand(question, answer).state is State.ANSWERED]


def told(count: int) -> int | None:
    """A count that may be told; None where it would point to a person."""
    return None if 0 < count < FEW else count
