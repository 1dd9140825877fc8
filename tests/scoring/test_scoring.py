"""Scoring is a pure function: what it gives, and what it can never give."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from course.asked import Condition, Criterion, Key, Remark
from course.kinds import Classify, Rank
from course.questions import load_bank
from course.scoring import Counted, score
from tests.conditions import condition, holds
from tests.paths import EVERY_TYPE
from tests.strategies import fitting, json_values, questions

BANK = load_bank(EVERY_TYPE)


@pytest.mark.parametrize(
    ("when", "value", "met"),
    [
        ({"chose": ["a", "b"]}, "b", True),
        ({"chose": ["a"]}, "b", False),
        ({"includes": ["a"]}, ["a", "b"], True),
        ({"includes": ["a", "b"]}, ["a"], False),
        ({"excludes": ["c"]}, ["a"], True),
        ({"excludes": ["a"]}, ["a"], False),
        ({"includes": ["a"], "excludes": ["b"]}, ["a", "b"], False),
        ({"places": {"a": "x"}}, {"a": "x"}, True),
        ({"places": {"a": ["x", "y"]}}, {"a": "y"}, True),
        ({"places": {"a": "x", "b": "y"}}, {"a": "x"}, False),
        ({"before": [["a", "b"]]}, {"a": 1, "b": 2}, True),
        ({"before": [["a", "b"]]}, {"a": 1}, False),
        ({"before": [["a", "b"]]}, {"a": 2, "b": 1}, False),
        ({"between": {"a": [0.1, 0.3]}}, {"a": 0.3}, True),
        ({"between": {"a": [0.1, 0.3]}}, {}, False),
        ({"at_most": [["a", "b"]]}, {"a": 0.2, "b": 0.2}, True),
        ({"adds_up": [{"whole": "c", "parts": ["a", "b"]}]}, {"a": 0.1, "b": 0.2, "c": 0.3}, True),
        ({"adds_up": [{"whole": "c", "parts": ["a", "b"]}]}, {"a": 0.1, "b": 0.2, "c": 0.31}, True),
        ({"adds_up": [{"whole": "c", "parts": ["a", "b"]}]}, {"a": 0.1, "b": 0.2, "c": 0.32}, False),
        ({"adds_up": [{"whole": "c", "parts": ["a", "b"]}]}, {"a": 0.1, "b": 0.2}, False),
        ({"adds_up": [{"parts": ["a", "b"]}]}, {"a": 0.3, "b": 0.7}, True),
        ({"adds_up": [{"parts": ["a", "b"]}]}, {"a": 0.3, "b": 0.3}, False),
        ({"adds_up": [{"parts": ["a", "b"]}]}, {"a": 1.0}, False),
        ({"any": [{"chose": ["a"]}, {"chose": ["b"]}]}, "b", True),
        ({"not": {"chose": ["a"]}}, "b", True),
        ({"not": {"chose": ["a"]}}, "a", False),
    ],
)
def test_conditions(when, value, met):
    assert holds(when, value) is met


def key(*whens: dict, remarks: tuple = ()) -> Key:
    criteria = tuple(Criterion(f"c{n}", condition(w), 1.0, "look again") for n, w in enumerate(whens))
    return Key(criteria, tuple(Remark(condition(w), "said", (), m) for w, m in remarks))


def test_criteria_tell_and_items_earn():
    both = key({"places": {"a": "report"}}, {"places": {"b": "inference"}})
    result = score(BANK["classes"], {"a": "report", "b": "fact"}, both)
    assert (result.points, result.max_points, result.counted) == (0, 2, Counted(1, 2))
    assert [(c.met, c.missed, c.max_points) for c in result.criteria] == [(True, "", 0), (False, "look again", 0)]


def test_of_what_is_half_done_only_what_it_settles_is_judged():
    sure, other, absent = {"places": {"a": "report"}}, {"places": {"b": "fact"}}, {"not": {"places": {"b": "fact"}}}
    result = score(BANK["classes"], {"a": "report"}, key(sure, other, absent, remarks=((absent, "M01"),)))
    assert [(c.met, c.judged, c.missed) for c in result.criteria] == [(True, True, ""), *[(False, False, "")] * 2]
    assert result.remarks == ()


def test_one_way_that_is_gone_settles_several():
    ways = {"any": [{"places": {"a": "report"}}, {"places": {"b": "fact"}}]}
    assert score(BANK["classes"], {"a": "report"}, key(ways)).criteria[0].met
    assert not score(BANK["classes"], {"a": "fact"}, key(ways)).criteria[0].judged


def test_incoherent_earns_nothing():
    assert score(BANK["order"], {"a": 1, "b": 2, "c": 2}, key({"before": [["a", "b"]]})).points == 0


def test_misconceptions_are_named_once():
    remarks = (({"chose": ["a"]}, "M07"), ({"chose": ["a", "b"]}, "M07"), ({"chose": ["b"]}, "M01"))
    assert score(BANK["one"], "a", key({"chose": ["c"]}, remarks=remarks)).misconceptions == ("M07",)


ALWAYS = {"not": {"chose": ["nothing-has-this-id"]}}


@given(questions(), json_values)
def test_no_json_crashes_the_scorer_or_scores_without_being_an_answer(question, value):
    loose = Key((Criterion("c", Condition(not_=Condition(any=(Condition(not_=Condition()),)))),))
    result = score(question, value, loose)
    assert 0 <= result.points <= result.max_points
    if question.stand(value).state in ("not_attempted", "incoherent"):
        assert result.points == 0
        assert result.remarks == ()


@given(st.data())
def test_answering_more_of_a_question_never_costs_points(data):
    question = data.draw(questions().filter(lambda q: isinstance(q, Classify | Rank)))
    full = data.draw(fitting(question))
    assume(full and question.stand(full).state != "incoherent")
    ids = list(full)
    if isinstance(question, Classify):
        parts = key(*({"places": {i: full[i]}} for i in ids))
    else:
        parts = key(*({"before": [[i, ids[0]]]} for i in ids))
    less = dict(list(full.items())[:-1])
    assert score(question, less, parts).points <= score(question, full, parts).points


@pytest.mark.parametrize(
    ("when", "value"),
    [
        ({"between": {"a": [0.1, 0.3]}}, {"a": 3 * 0.1}),
        ({"between": {"a": [0.01, 0.99]}}, {"a": 1 - 0.01}),
        ({"at_most": [["a", "b"]]}, {"a": 0.1 + 0.2, "b": 0.3}),
        ({"adds_up": [{"parts": ["a", "b"], "whole": "c"}]}, {"a": 0.58, "b": 0.41, "c": 1.0}),
    ],
)
def test_rounding_is_no_fault_at_the_end_of_an_interval(when, value):
    assert holds(when, value)
    assert BANK["chance"].stand({"reset": 0.1 + 0.2, "talks": 0.3}).state == "answered"
