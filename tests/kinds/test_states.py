"""The four states of an answer, for every type of question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.asked.built import MOST_REASONS
from course.questions import State, load_bank
from tests.paths import ARGUE, EVERY_TYPE, WEIGH
from tests.strategies import fitting, json_values, questions

BANK = load_bank(EVERY_TYPE)


@pytest.mark.parametrize(
    ("name", "value", "state", "word"),
    [
        ("one", None, "not_attempted", "no answer"),
        ("one", "a", "answered", ""),
        ("one", "z", "incoherent", "not one of the choices"),
        ("one", ["a"], "incoherent", "not one of the choices"),
        ("many", [], "not_attempted", "no answer"),
        ("many", ["a", "b"], "answered", ""),
        ("many", ["none"], "answered", ""),
        ("many", ["a", "none"], "incoherent", "None of these"),
        ("many", ["a", "a"], "incoherent", "twice"),
        ("many", {"a": True}, "incoherent", "not one of the choices"),
        ("classes", {}, "not_attempted", "no answer"),
        ("classes", {"a": None}, "not_attempted", "no answer"),
        ("classes", {"a": "fact"}, "incomplete", "1 of 2 still to place"),
        ("classes", {"a": "fact", "b": "inference"}, "answered", ""),
        ("classes", {"a": "fact", "b": "guess"}, "incoherent", "category"),
        ("order", {"a": 1, "b": 2}, "incomplete", "1 of 3 still to rank"),
        ("order", {"a": 1, "b": 2, "c": 3}, "answered", ""),
        ("order", {"a": 1, "b": 1, "c": 2}, "incoherent", "Rank 1"),
        ("order", {"a": 1, "b": 2, "c": 4}, "incoherent", "1 to 3"),
        ("order", {"a": True, "b": 2, "c": 3}, "incoherent", "1 to 3"),
        ("order", {"a": "1"}, "incoherent", "1 to 3"),
        ("chance", {"talks": 0.2}, "incomplete", "1 of 2 still to judge"),
        ("chance", {"talks": 0.2, "reset": 0.2}, "answered", ""),
        ("chance", {"talks": 0.2, "reset": 0.3}, "incoherent", "can't be more probable"),
        ("chance", {"talks": 0.0, "reset": 0}, "answered", ""),
        ("chance", {"talks": 1.2}, "incoherent", "between 0 and 1"),
        ("chance", {"talks": "0.2"}, "incoherent", "between 0 and 1"),
        ("count", {"facts": 0}, "answered", ""),
        ("count", {"facts": 10}, "answered", ""),
        ("count", {"facts": 11}, "incoherent", "0 to 10"),
        ("count", {"facts": True}, "incoherent", "0 to 10"),
        ("count", {"facts": 2.0}, "incoherent", "0 to 10"),
    ],
)
def test_state(name, value, state, word):
    standing = BANK[name].stand(value)
    assert standing.state == state
    assert word in " ".join(standing.reasons)


RATED = {"S15": {"step": -2, "credibility": 0.9}, "S16": {"step": 0, "credibility": 1}}
CONCLUDED = {"direction": "lowers", "posterior": 0.1, "strongest": "S15", "removal": "rises"}


@pytest.mark.parametrize(
    ("value", "state", "word"),
    [
        ({}, "not_attempted", "no answer"),
        ({"prior": 0.2}, "incomplete", "2 of 2 signals still to weigh"),
        ({"ratings": RATED}, "incomplete", "prior is missing"),
        ({"prior": 0.2, "ratings": {**RATED, "S16": {"step": 0}}}, "incomplete", "1 of 2 signals"),
        ({"prior": 0.2, "ratings": RATED}, "incomplete", "conclusion"),
        ({"prior": 0.2, "ratings": RATED, "conclusion": {**CONCLUDED, "removal": None}}, "incomplete", "conclusion"),
        ({"prior": 0.2, "ratings": RATED, "conclusion": CONCLUDED}, "answered", ""),
        ({"prior": 0.2, "ratings": RATED, "conclusion": {**CONCLUDED, "posterior": 0}}, "answered", ""),
        ({"prior": 0}, "incoherent", "above 0"),
        ({"prior": 0.2, "ratings": {"S15": {"step": 4, "credibility": 1}}}, "incoherent", "S15"),
        ({"prior": 0.2, "ratings": {"S15": {"step": 1, "credibility": 1.5}}}, "incoherent", "S15"),
        ({"prior": 0.2, "ratings": {"S15": {"step": "1"}}}, "incoherent", "no weighing"),
        ({"prior": 0.2, "ratings": {"S01": {"step": 1}}}, "incoherent", "does not have"),
        ({"ratings": {"S15": {"same_as": "S01"}}}, "incoherent", "does not have"),
        ({"ratings": {"S15": {"same_as": "S15"}}}, "incoherent", "its own story"),
        ({"prior": 0.2, "conclusion": {"strongest": "S01"}}, "incoherent", "does not have"),
        ({"prior": 0.2, "conclusion": {"posterior": 2}}, "incoherent", "between 0 and 1"),
        ({"prior": 0.2, "cells": {"new-start": {"S15": 1}}}, "incoherent", "hypothesis"),
        ("S15", "incoherent", "no weighing"),
        (["S15"], "incoherent", "no weighing"),
    ],
)
def test_the_state_of_a_weighing(value, state, word):
    standing = load_bank(WEIGH)["concluding-board"].stand(value)
    assert standing.state == state, standing
    assert word in " ".join(standing.reasons)


def test_signals_that_nobody_asked_for_are_refused_before_anything_is_reckoned():
    """Stories of thousands of them would take a minute. So the name is what is refused, and not the step beside it."""
    standing = load_bank(WEIGH)["concluding-board"].stand({"ratings": {"S01": {"step": 9, "credibility": 9}}})
    assert "does not have" in " ".join(standing.reasons)


def test_nobody_is_told_a_thousand_reasons():
    premises = [{"form": "is", "of": ["X", "Y"]}] * 1_000
    assert len(load_bank(ARGUE)["argument"].stand({"premises": premises}).reasons) == MOST_REASONS


def test_only_a_question_that_asks_takes_a_conclusion():
    standing = load_bank(WEIGH)["small-board"].stand({"prior": 0.2, "conclusion": {"direction": "raises"}})
    assert standing.state == "incoherent"


@given(questions(), json_values)
def test_any_json_has_a_state(question, value):
    assert question.stand(value).state in State


@given(st.data())
def test_an_answered_question_has_no_reason_left(data):
    question = data.draw(questions())
    standing = question.stand(data.draw(fitting(question)))
    assert (standing.state is State.ANSWERED) == (not standing.reasons)


@given(questions())
def test_blank_differs_from_every_answer(question):
    assert question.stand(None).state is State.NOT_ATTEMPTED
    first = question.options[0].id
    for value in (first, [first], {first: "x"}, {first: 1}, {first: 0.0}):
        assert question.stand(value).state is not State.NOT_ATTEMPTED
