"""Forecasts are held against one another: each criterion for itself, at the ends of the scale as in its middle."""

from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.asked.chances_condition import ChancesWhen
from course.scoring import score
from tests.kinds.forecast.cases import ASKED, ITEMS, KEY, as_answer, coherent, relations

percentages = st.integers(0, 100) | st.sampled_from((0, 1, 50, 99, 100))
some = st.dictionaries(st.sampled_from(ITEMS), percentages)


def points(said: dict[str, int]) -> float:
    return score(ASKED, as_answer(said), KEY).points


@settings(max_examples=400)
@given(some)
def test_each_criterion_says_what_counting_percentages_says(said):
    found = score(ASKED, as_answer(said), KEY)
    known = relations(said)
    for each in found.criteria:
        fits = known[each.id]
        assert each.judged is (fits is not None), each.id
        assert each.points == bool(each.judged and fits), each.id
        assert bool(each.missed) is (each.judged and not fits), each.id


@given(st.randoms(use_true_random=False))
def test_one_more_that_fits_is_never_worth_less(chance):
    said = coherent(Random(chance.random()))
    order = chance.sample(ITEMS, len(ITEMS))
    earned = [points({i: said[i] for i in order[:n]}) for n in range(len(order) + 1)]
    assert earned == sorted(earned), (said, order)
    assert earned[-1] == 5


@given(some, st.sampled_from(ITEMS), percentages)
def test_one_more_that_fits_nowhere_is_never_worth_more(said, item, value):
    said.pop(item, None)
    before, after = relations(said), relations(said | {item: value})
    if not any(after[name] and before[name] is None for name in after):
        assert points(said | {item: value}) <= points(said)


FITTING = {
    "talks-one": 5, "talks-two": 10, "after-step": 3, "no-step": 7, "embassies": 1,
    "test-one": 15, "test-two": 30, "quiet": 70,
}  # fmt: skip


@pytest.mark.parametrize("blank", ITEMS)
def test_seven_that_fit_earn_all_that_does_not_need_the_eighth(blank):
    said = {item: each for item, each in FITTING.items() if item != blank}
    found = score(ASKED, as_answer(said), KEY)
    assert found.state == "incomplete"
    assert found.points == sum(fits is True for fits in relations(said).values()) >= 1
    assert not any(each.missed for each in found.criteria)


@pytest.mark.parametrize(
    "said",
    [
        FITTING | dict.fromkeys(("talks-one", "talks-two", "after-step", "no-step", "embassies"), 0),
        FITTING | {"talks-one": 100, "talks-two": 100, "after-step": 0, "no-step": 100, "embassies": 0},
        FITTING | {"test-one": 0, "test-two": 0, "quiet": 100},
        FITTING | {"test-one": 100, "test-two": 100, "quiet": 0},
        dict.fromkeys(ITEMS, 0) | {"quiet": 100},
        dict.fromkeys(ITEMS, 100) | {"no-step": 0, "quiet": 0},
    ],
)
def test_who_is_certain_and_coherent_loses_nothing(said):
    assert points(said) == 5


def test_what_does_not_fit_is_told_of_an_unfinished_answer_too_once_its_numbers_are_there():
    denied = msgspec.convert({"not": {"at_most": [("talks-one", "talks-two")]}}, ChancesWhen)
    assert denied.settles({"talks-one": 0.4}, finished=False) is None
    assert denied.settles({"talks-one": 0.4, "talks-two": 0.2}, finished=False) is True
    assert denied.settles({"talks-one": 0.2, "talks-two": 0.4}, finished=False) is False


@pytest.mark.parametrize("bound", [0.0, 0.01, 0.99, 1.0])
def test_no_rounding_decides_at_either_end(bound):
    near = [each for each in (bound - 1e-12, bound, bound + 1e-12) if 0 <= each <= 1]
    inside = msgspec.convert({"between": {"a": (bound, bound)}}, ChancesWhen)
    order = msgspec.convert({"at_most": [("a", "b")]}, ChancesWhen)
    for one in near:
        assert inside.settles({"a": one})
        assert all(order.settles({"a": one, "b": other}) for other in near)
    assert not inside.settles({"a": bound - 0.01 if bound > 0.5 else bound + 0.01})


def test_thirds_add_up_in_whole_percentages_and_two_points_off_do_not():
    found = msgspec.convert({"adds_up": [{"parts": ["a", "b", "c"]}]}, ChancesWhen)
    assert found.settles({"a": 0.33, "b": 0.33, "c": 0.33})
    assert found.settles({"a": 0.34, "b": 0.34, "c": 0.33})
    assert not found.settles({"a": 0.33, "b": 0.33, "c": 0.32})
    assert not found.settles({"a": 0.34, "b": 0.34, "c": 0.34})
