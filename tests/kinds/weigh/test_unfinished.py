"""What is finished of a weighing counts: nothing false is told of the rest, and no part more is worth less."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.scoring import score
from tests.kinds.weigh.cases import ABOUT, ASKED, KEY, SIGNALS, WRONG, right_answers
from tests.kinds.weigh.oracle import judged

Part = tuple[str, ...]
WRONGLY = {
    "direction": ("raises", "lowers", "neither"), "posterior": (0.0, 0.01, 0.5, 0.99, 1.0), "strongest": SIGNALS,
    "removal": ("rises", "falls", "stays"),
}  # fmt: skip


def parts(value: dict[str, Any]) -> list[Part]:
    """What an answer consists of: the prior, ratings and their reasons, and parts of the conclusion."""
    return [
        ("prior",), *(("conclusion", each) for each in value["conclusion"]),
        *(("ratings", s) for s in SIGNALS), *(("because", s) for s in SIGNALS),
    ]  # fmt: skip


def of(value: dict[str, Any], kept: list[Part]) -> dict[str, Any]:
    """Only these parts of an answer."""
    made: dict[str, Any] = {"ratings": {}, "conclusion": {}}
    for kind, *name in kept:
        if kind == "prior":
            made["prior"] = value["prior"]
        elif kind == "conclusion":
            made["conclusion"][name[0]] = value["conclusion"][name[0]]
        else:
            rating, there = value["ratings"][name[0]], made["ratings"].setdefault(name[0], {})
            there |= {k: v for k, v in rating.items() if (k == "because") is (kind == "because")}
    return {name: each for name, each in made.items() if each not in ({}, None)}


def points(value: dict[str, Any]) -> float:
    return score(ASKED, value, KEY).points


@settings(max_examples=60, deadline=None)
@given(right_answers(), st.randoms(use_true_random=False))
def test_one_right_part_more_is_never_worth_less(value, chance):
    order = parts(value)
    chance.shuffle(order)
    earned = [points(of(value, order[:n])) for n in range(len(order) + 1)]
    assert earned == sorted(earned), order
    assert (earned[0], earned[-1]) == (0, 7)


@settings(max_examples=50, deadline=None)
@given(right_answers(), st.data())
def test_one_wrong_part_more_is_never_worth_more(value, data):
    order = data.draw(st.permutations(parts(value)))
    kept = order[: data.draw(st.integers(0, len(order) - 1))]
    kind, *name = wrong = order[len(kept)]
    spoilt = deepcopy(value)
    if kind == "because":
        spoilt["ratings"][name[0]]["because"] = WRONG[name[0]]
    elif kind == "conclusion":
        spoilt["conclusion"][name[0]] = data.draw(st.sampled_from(WRONGLY[name[0]]))
        found = judged(spoilt)
        if any(found[each] is not False for each in (("towards", "posterior") if name[0] == "posterior" else name)):
            return
    else:
        return  # no prior and no rating is wrong
    assert points(of(spoilt, [*kept, wrong])) <= points(of(value, kept))


@settings(max_examples=50, deadline=None)
@given(right_answers(), st.data())
def test_nothing_is_missed_in_what_is_right_so_far(value, data):
    order = data.draw(st.permutations(parts(value)))
    found = score(ASKED, of(value, order[: data.draw(st.integers(0, len(order)))]), KEY)
    told = {each.id for each in found.criteria if each.missed}
    # Once all is rated, and no rating that has an effect lacks a reason, fewer reasons are what was meant.
    assert told <= ({"three", "five"} if found.state == "answered" else set())


RIGHT = {
    "prior": 0.1,
    "ratings": {s: {"step": -1, "credibility": 1.0, "because": ABOUT[s][0]} for s in SIGNALS},
    "conclusion": {"direction": "lowers", "posterior": 0.01, "strongest": "S01", "removal": "rises"},
}


def test_one_blank_signal_leaves_what_is_said_of_the_others():
    value = deepcopy(RIGHT)
    del value["ratings"]["S07"]
    found = score(ASKED, value, KEY)
    assert (found.state, found.reasons) == ("incomplete", ("1 of 5 signals still to weigh.",))
    assert {each.id for each in found.criteria if each.points} == {"three"}
    assert not any(each.missed for each in found.criteria)


@pytest.mark.parametrize(
    ("blank", "lost"),
    [
        ("direction", {"direction"}), ("posterior", {"towards", "posterior"}), ("strongest", {"strongest", "removal"}),
        ("removal", {"removal"}),
    ],
)  # fmt: skip
def test_a_blank_part_of_the_conclusion_costs_that_part(blank, lost):
    value = deepcopy(RIGHT)
    del value["conclusion"][blank]
    found = score(ASKED, value, KEY)
    assert {each.id for each in found.criteria if not each.points} == lost
    assert not any(each.missed for each in found.criteria)


def test_a_missing_reason_is_named_and_costs_no_point_for_what_follows():
    value = deepcopy(RIGHT)
    del value["ratings"]["S07"]["because"]
    found = score(ASKED, value, KEY)
    assert (found.state, found.reasons) == ("incomplete", ("A reason is missing for S07.",))
    assert {each.id for each in found.criteria if not each.points} == {"five"}
