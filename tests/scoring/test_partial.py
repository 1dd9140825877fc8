"""Partial credit over all keys: more right never costs, more wrong never pays, and guessing earns about nothing."""

import copy
import random
from statistics import mean
from typing import Any

import pytest

from course.asked import State
from course.scoring import score
from tests.scoring.generated import Keyed, answers, blanked, keyed, mixed
from tests.validity.models import guess

EACH = 20
GRADED = [of for of in keyed() if of.question.points]
CLOSED = [of for of in GRADED if of.question.counted([c.when for c in of.key.criteria], None) is not None]
BUILT = [of for of in GRADED if of.question.kind in ("argue", "deal", "weigh", "forecast")]

placed = pytest.mark.parametrize("of", [of for of in CLOSED if of.question.kind == "classify"], ids=lambda of: of.id)
closed = pytest.mark.parametrize("of", CLOSED, ids=lambda of: of.id)
graded = pytest.mark.parametrize("of", GRADED, ids=lambda of: of.id)


@closed
def test_all_items_right_earn_all_and_four_fifths_most(of: Keyed):
    for value in of.known:
        found = score(of.question, value, of.key)
        assert (found.points == found.max_points) == (found.counted.right == found.counted.of)
        assert (found.points == found.max_points) == all(c.met for c in found.criteria)
    for value in answers(of, EACH):
        found = score(of.question, value, of.key)
        if 0.78 <= found.counted.share <= 0.82:
            assert 0.7 <= found.points / found.max_points <= 0.9


@closed
def test_who_guesses_earns_about_nothing(of: Keyed):
    chance = random.Random(of.question.id)
    shares = [score(of.question, guess(of.question, chance), of.key).points for _ in range(500)]
    assert mean(shares) <= 0.25 * of.question.points


def test_over_all_closed_questions_guessing_earns_less_than_fifteen_percent():
    chance = random.Random(2014)
    got = [mean(points(of, guess(of.question, chance)) for _ in range(200)) for of in CLOSED]
    assert sum(got) <= 0.15 * sum(of.question.points for of in CLOSED)


def points(of: Keyed, value: Any) -> float:
    return score(of.question, value, of.key).points


@closed
def test_one_more_right_never_costs_and_one_more_wrong_never_pays(of: Keyed):
    right = of.known[0]  # the expert's
    for value in answers(of, EACH):
        for better in _nearer(value, right):
            if of.question.stand(better).state is not State.INCOHERENT:
                assert points(of, better) >= points(of, value), (value, better)


def _nearer(value: Any, right: Any) -> list[Any]:
    """The same answer with one item more as the right one has it; so the way back has one more wrong."""
    if isinstance(value, dict) and isinstance(right, dict) and all(isinstance(v, str) for v in right.values()):
        return [{**value, item: place} for item, place in right.items() if value.get(item) != place]
    if isinstance(value, list) and isinstance(right, list):
        return [
            *([*value, each] for each in right if each not in value),
            *([e for e in value if e != each] for each in value if each not in right and len(value) > 1),
        ]
    return []


@placed
def test_a_wrong_item_more_never_pays(of: Keyed):
    """Where items are placed; elsewhere the way back from one more right is one more wrong."""
    right = of.known[0]
    categories = [each.id for each in of.question.categories]
    for value in answers(of, EACH):
        for item in (each.id for each in of.question.items if each.id not in value):
            for place in categories:
                more = {**value, item: place}
                if of.question.stand(more).state is not State.INCOHERENT and place != right[item]:
                    gained = points(of, more) - points(of, value)
                    accepted = points(of, {**right, item: place}) == of.question.points
                    assert gained <= 0 or accepted, (value, more)


@pytest.mark.parametrize("of", BUILT, ids=lambda of: of.id)
def test_a_part_more_of_a_right_answer_never_costs(of: Keyed):
    """What is built: parts of the expert's answer, put together in the order in which a learner would."""
    chance = random.Random(of.question.id)
    for turn in range(4 if of.question.kind == "weigh" else EACH):
        right = of.known[0]
        steps = _grown(right, chance)
        got = [points(of, each) for each in steps if of.question.stand(each).state is not State.INCOHERENT]
        assert got == sorted(got), (turn, list(zip(got, steps, strict=False)))
        assert got[-1] == of.question.points


def _grown(right: Any, chance: random.Random) -> list[Any]:
    """A built answer after each part that is added: first what stands in lists and tables, then what follows of it."""

    def first(of: Any) -> list[list[Any]]:
        order = chance.sample([*of], len(of))
        return [order[:n] for n in range(1, len(order) + 1)]

    if "premises" in right:
        some = [{**right, "premises": each} for each in first(right["premises"])]
        # The conclusion stands there from the beginning, or comes last.
        return some if chance.random() < 0.5 else [*({"premises": each["premises"]} for each in some), some[-1]]
    if "terms" in right:
        terms = [{"terms": {i: right["terms"][i] for i in each}} for each in first(right["terms"])]
        return [*terms, *({"terms": right["terms"], "relaxed": each} for each in first(right.get("relaxed", [])))]
    if "ratings" in right:
        bare, end = {k: v for k, v in right.items() if k != "conclusion"}, right.get("conclusion", {})
        rated = [{**bare, "ratings": {s: right["ratings"][s] for s in each}} for each in first(right["ratings"])]
        return [*rated, *({**bare, "conclusion": {m: end[m] for m in each}} for each in first(end))]
    return [{i: right[i] for i in each} for each in first(right)]


@graded
def test_a_blank_part_is_never_worth_more_than_a_right_one(of: Keyed):
    chance = random.Random(of.question.id)
    for _ in range(EACH // 4):
        less = blanked(copy.deepcopy(of.known[0]), chance, 0.3)
        assert points(of, less) <= of.question.points


def test_the_answers_are_of_all_sorts():
    """Finished and not, right, half right and wrong: otherwise what is held above is held for nothing."""
    of = next(each for each in CLOSED if each.question.kind == "classify")
    found = [score(of.question, value, of.key) for value in answers(of, 200)]
    assert {each.state for each in found} == {State.ANSWERED, State.INCOMPLETE}
    assert len({each.points for each in found}) >= 4
    assert mixed({"a": "x"}, {"a": "y"}, random.Random(1), 1.0) == {"a": "y"}
