"""Hypothesis strategies: questions of every type, answers that fit them, and any JSON at all."""

from hypothesis import strategies as st

from course.argument import FORMS, Proposition, Statement
from course.asked import Option
from course.kinds import (
    Argue,
    ChooseMany,
    ChooseOne,
    Classify,
    Deal,
    Forecast,
    Probability,
    Question,
    Rank,
    Weigh,
)
from course.kinds.classify.question import Category
from course.kinds.forecast.question import Needs

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
json_values = st.recursive(scalars, lambda v: st.lists(v) | st.dictionaries(st.text(), v), max_leaves=8)

IDS = ("a", "b", "c", "d")
SIGNALS = ("S01", "S04", "S05")
HYPOTHESES = ("new-start", "own-terms")


def _maybe(**members):
    """Objects with any of these members, some of them blank."""
    return st.fixed_dictionaries({}, optional={name: st.none() | each for name, each in members.items()})


def weighings():
    """Weighings whose form fits, perhaps incomplete or incoherent."""
    signal, chance = st.sampled_from(SIGNALS), st.floats(0, 1)
    rating = _maybe(step=st.integers(-3, 3), credibility=chance, same_as=signal, news=chance)
    concluded = _maybe(
        direction=st.sampled_from(("raises", "lowers", "neither")),
        posterior=chance,
        strongest=signal,
        removal=st.sampled_from(("rises", "falls", "stays")),
    )
    row = st.dictionaries(signal, st.none() | st.integers(-2, 2))
    return st.fixed_dictionaries(
        {"ratings": st.dictionaries(signal, rating)},
        optional={
            "prior": st.none() | st.floats(0.01, 0.99),
            "cells": st.dictionaries(st.sampled_from(HYPOTHESES), row),
            "conclusion": concluded,
        },
    )


LETTERS = ("D", "S", "W")
CONCLUSIONS = (Statement("not", ("D",)), Statement("is", ("D",)))


@st.composite
def _premises(draw):
    form = draw(st.sampled_from(tuple(FORMS)))
    of = draw(st.permutations(LETTERS))[: FORMS[form][0]]
    blank = draw(st.integers(0, 9)) == 0
    return {"form": form, "of": [None, *of[1:]] if blank else of, "claims": draw(st.sampled_from(([], ["C025"])))}


def built_arguments():
    """Arguments whose form fits, perhaps unfinished."""
    concluded = st.sampled_from(({"form": "not", "of": ["D"]}, {"form": "is", "of": ["D"]}))
    return st.fixed_dictionaries(
        {"premises": st.lists(_premises(), max_size=4)}, optional={"conclusion": st.none() | concluded}
    )


def proposed_deals():
    """Deals whose form fits, perhaps unfinished."""
    order, forum = (st.sampled_from(each) for each in (("steps-first", "talks-first"), ("six-party", "two-only")))
    moves = st.sampled_from((["US", "order", "talks-first"], ["DPRK", "order", "steps-first"]))
    return st.fixed_dictionaries(
        {"terms": st.fixed_dictionaries({}, optional={"order": order, "forum": forum})},
        optional={"relaxed": st.lists(moves, max_size=2)},
    )


def _options(least=2):
    return st.integers(least, len(IDS)).map(lambda n: tuple(Option(i, i.upper()) for i in IDS[:n]))


@st.composite
def questions(draw) -> Question:
    common = {"id": "q", "title": "T", "prompt": "P"}
    kind = draw(st.sampled_from((ChooseOne, ChooseMany, Classify, Rank, Probability, Forecast, Weigh, Argue, Deal)))
    parts = draw(_options())
    match kind.__name__:
        case "ChooseOne":
            return ChooseOne(**common, choices=parts)
        case "ChooseMany":
            return ChooseMany(**common, choices=parts, alone=draw(st.sampled_from(((), ("a",)))))
        case "Classify":
            return Classify(**common, items=parts, categories=(Category("x", "X"), Category("y", "Y", max=2)))
        case "Rank":
            return Rank(**common, items=parts)
        case "Argue":
            letters = tuple(Proposition(each, each.lower(), f"no {each.lower()}") for each in LETTERS)
            return Argue(**common, propositions=letters, conclusions=CONCLUSIONS, citable=("C025",))
        case "Deal":
            return Deal(**common, issues=("order", "forum"), relax=draw(st.booleans()))
        case "Forecast":
            told = {part.id: part.text for part in parts}
            needs = draw(st.sampled_from(((), (Needs("a", ("b",)),))))
            return Forecast(**common, items=parts, settled_by=told, implies=(("b", "a"),), needs=needs)
        case "Weigh":
            return Weigh(**common, signals=SIGNALS, hypotheses=HYPOTHESES, conclude=draw(st.booleans()))
        case _:
            return Probability(**common, items=parts, at_most=draw(st.sampled_from(((), (("a", "b"),)))))


def fitting(question: Question):
    """Answers whose form fits a question; they may be incomplete or incoherent."""
    ids = [o.id for o in question.options]
    match question:
        case ChooseOne():
            return st.sampled_from(ids)
        case ChooseMany():
            return st.lists(st.sampled_from(ids), unique=True)
        case Classify():
            return st.dictionaries(st.sampled_from(ids), st.sampled_from(("x", "y")))
        case Rank():
            return st.dictionaries(st.sampled_from(ids), st.integers(1, len(ids)))
        case Weigh():
            return weighings()
        case Argue():
            return built_arguments()
        case Deal():
            return proposed_deals()
        case _:
            return st.dictionaries(st.sampled_from(ids), st.floats(0, 1))
