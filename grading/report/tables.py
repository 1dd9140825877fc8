"""Make the tables of a class report, from a class. It reads the tables of the course and writes nothing."""

from collections import Counter
from collections.abc import Mapping

import msgspec

from course.asked import State
from grading.report.choices import choices
from grading.report.gather import Class, Learner
from grading.report.item_analysis import alpha, difficulty, item_rest
from grading.report.made import made
from grading.report.markers import agreements
from grading.report.persons import compared, similar, unaccounted
from grading.report.rows import ItemRow, LearnerRow, MisreadingRow, Report, told

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
        made(of),
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


def _learner(of: Class, each: Learner, who: str) -> LearnerRow:
    items = each.record.items
    named = {m for i in items for m in i.misconceptions}
    blank = sum(i.state is State.NOT_ATTEMPTED for i in items)
    # What a person has looked at since stays in the record, and waits no longer.
    waits = each.waits and any(f.look for f in each.record.flags)
    why = [
        *([f"less than half of the points ({each.total:g} of {of.total:g})"] if each.total < HALF * of.total else []),
        *([f"{len(named)} misreadings named"] if len(named) >= MANY_MISREADINGS else []),
        *([f"{blank} of {len(items)} questions blank"] if blank > HALF * len(items) else []),
        *(["something waits to be looked at"] if waits else []),
    ]
    first, last = (each.days[0], each.days[-1]) if each.days else ("", "")
    return LearnerRow(who, each.total, each.essay, each.penalty, len(named), blank, first, last, tuple(why), each.late)
