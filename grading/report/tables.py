"""Make the tables of a class report, from a class. It reads the tables of the course and writes nothing."""

from collections import Counter
from collections.abc import Mapping
from statistics import median
from typing import Any

import msgspec

from course.forecasting import aggregate
from course.kinds.weigh.answer import parse
from course.mine.outcome_tables import settled
from course.mine.weighed import short_names
from course.questions import Forecast, State, Weigh
from course.weighing.rating import Rating, weight
from grading.report.choices import choices
from grading.report.gather import Class, Learner
from grading.report.item_analysis import alpha, difficulty, item_rest
from grading.report.markers import agreements
from grading.report.persons import compared, similar, unaccounted
from grading.report.rows import FEW, ForecastRow, ItemRow, LearnerRow, MisreadingRow, Report, SignalRow, told

ENOUGH = 10
"""Learners below which an item's discrimination, or a reliability, would be read out of noise."""
HALF = 0.5
MANY_MISREADINGS = 3


def report(of: Class, names: Mapping[str, str], *, causes: bool = False) -> Report:
    """The tables.

    Args:
        of: the class.
        names: student id to how the learner is called in the report.
        causes: whether to say why a hand-in was not taken; it names files, and these often name their makers.
    """
    scores = [each.points for each in of.learners]
    enough = len(scores) >= ENOUGH
    essays = compared(of)
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
        tuple(row for place in of.most for row in choices(of, place, _title(of, place))),
        unaccounted(of, names, causes=causes),
        similar(of, essays, names),
        msgspec.structs.replace(essays, alike=()),
        agreements(of.marked),
        of.people,
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
    names = short_names()
    found = []
    for signal in question.signals:
        given = [r[signal] for r in rated if signal in r and r[signal].step is not None]
        steps, n = [each.step or 0 for each in given], len(given)
        if n >= FEW:
            weights = [weight(signal, Rating(each.step, each.credibility)) or 0.0 for each in given]
            lowers, none, raises = (sum((s > 0) - (s < 0) == way for s in steps) / n for way in (-1, 0, 1))
            found.append(SignalRow(place, signal, names[signal], n, lowers, none, raises, median(weights)))
    return tuple(found)


def _forecasts(of: Class, place: str) -> tuple[ForecastRow, ...]:
    question = of.assignment.bank.draw(place, 0)
    if not isinstance(question, Forecast):
        return ()
    known = settled()
    said = _answers(of, place)
    return tuple(
        ForecastRow(
            place,
            item.text,
            len(said),
            aggregate.median(given),
            aggregate.mean_of_log_odds(given),
            aggregate.extremized(given),
            bool(known[item.id]["outcome"]) if item.id in known else None,
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
        *(["something waits to be looked at"] if unread else []),
    ]
    first, last = (each.days[0], each.days[-1]) if each.days else ("", "")
    return LearnerRow(who, each.total, each.essay, each.penalty, len(named), blank, first, last, tuple(why))


def _answers(of: Class, place: str) -> list[Any]:
    """Complete answers to a question, whatever it is."""
    question = of.assignment.bank.draw(place, 0)
    given = (each.answer(place) for each in of.learners)
    return [answer for answer in given if question.stand(answer).state is State.ANSWERED]
