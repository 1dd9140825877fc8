"""Learners who hold what few hold, and reason as well as the expert: they have to earn full marks.

They reject every signal, trust no report, are nearly sure beforehand of a reset or of none, or take every forecast to
its end. Those who argue otherwise stand among the learners of an assignment, under names that begin with “dissent”.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from course.asked import Asked, Condition, State
from course.tables import links
from tests.validity.assignments import EXPERT, Assessed
from tests.validity.reckon import concluded

CUTS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""What an expert gives more than this is taken to 100 %, and the rest to 0 %."""


def dissents(assessed: Assessed, question: Asked) -> dict[str, Any]:
    """Kind of dissenter to the answer; none to a question that leaves no room for opinion."""
    expert = assessed.learners[EXPERT][question.id]
    own = {who: assessed.learners[who][question.id] for who in assessed.dissenters}
    match question.__struct_config__.tag:
        case "weigh":
            made = dict(_weighings(question, expert))
        case "forecast" | "probability":
            made = dict(_forecasts(question, expert, assessed.keys[question.id]))
        case _:
            made = {}
    return own | made


def _weighings(question: Any, expert: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    ratings = expert["ratings"]
    alike = {"credibility": 0.8}
    for name, prior, changed in (
        ("rejects every signal", 0.3, {s: {"step": 0, "credibility": 1.0} for s in ratings}),
        ("trusts no report", 0.3, {s: _plain(rating) | {"credibility": 0.0} for s, rating in ratings.items()}),
        ("holds a prior of 1 %", 0.01, ratings),
        ("holds a prior of 99 %", 0.99, ratings),
        ("takes all to lower it equally", 0.4, {s: {"step": -1, **alike} for s in ratings}),
        ("takes all to raise it much", 0.4, {s: {"step": 3, **alike} for s in ratings}),
    ):
        value = {"prior": prior, "ratings": {s: _reasoned(question, s, each) for s, each in changed.items()}}
        yield name, concluded(question, value)


def _plain(rating: dict[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in rating.items() if name in ("step", "because")}


def _reasoned(question: Any, signal: str, rating: dict[str, Any]) -> dict[str, Any]:
    """A rating with a reason, where the question asks for one and it has none: a claim about that signal."""
    if not getattr(question, "reasons", False) or rating.get("because"):
        return rating
    for claim in links("signal")[signal]:
        made = rating | {"because": claim}
        if question.stand({"prior": 0.5, "ratings": {signal: made}}).state is not State.INCOHERENT:
            return made
    return rating


def _forecasts(question: Asked, expert: dict[str, float], key: Any) -> Iterator[tuple[str, Any]]:
    """Certain of everything, in ways that keep all that the key says of how numbers go together.

    Nobody, where the question gives some of the numbers: there they are no opinion.
    """
    if any(getattr(each.when, "between", None) for each in key.criteria):
        return
    rules = [rule for each in key.criteria for rule in _rules(each.when)]
    for cut in CUTS:
        value = {item: float(share > cut) for item, share in expert.items()}
        if all(rule.settles(value) for rule in rules) and not question.stand(value).notes:
            yield f"is certain of all forecasts, from {cut:.0%}", value


def _rules(when: Any) -> Iterator[Condition]:
    """What a condition says of how numbers go together, without intervals for single ones."""
    yield msgspec.structs.replace(when, between={}, any=(), not_=None)
    for each in when.any:
        yield from _rules(each)


def short(assessed: Assessed) -> dict[str, float]:
    """Who reasons as well as the expert and earns less than all: “question, who” to the share of its points."""
    found = {}
    for question in assessed.bank.questions:
        own = {EXPERT: assessed.learners[EXPERT][question.id]} | dissents(assessed, question)
        for who, value in own.items():
            if (points := assessed.points(question, value)) < (question.points or 0):
                found[f"{question.id}, {who}"] = points / (question.points or 1)
    return found
