"""How many items are right, and what their share earns."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.asked.counted import Counted
from course.kinds.choose_many.counted import counted as chosen
from course.kinds.choose_many.question import ChooseManyWhen
from course.kinds.classify.counted import counted as placed
from course.kinds.classify.question import ClassifyWhen
from course.kinds.rank.counted import counted as ranked
from course.kinds.rank.question import RankWhen
from course.scoring.partial import earned


@given(st.integers(2, 20), st.sampled_from((1.0, 2.0, 3.0, 4.0, 5.0)), st.integers(0, 1))
def test_the_curve_rises_from_nothing_at_one_half_to_all(of, points, free):
    curve = [earned(Counted(right, of, free), points) for right in range(of + 1)]
    assert curve == sorted(curve)
    assert curve[-1] == points > curve[-2]
    for right, got in enumerate(curve):
        share = Counted(right, of, free).share
        assert got == 0 or share > 0.5
        if 0.75 <= share <= 0.89:
            assert 0.7 * points <= got <= 0.9 * points


@pytest.mark.parametrize(("right", "got"), [(5, 0), (6, 1.2), (7, 2.4), (8, 3.2), (9, 3.6), (10, 4)])
def test_four_fifths_of_ten_items_earn_four_fifths_of_four_points(right, got):
    assert earned(Counted(right, 10), 4) == got


@pytest.mark.parametrize(
    ("conditions", "answer", "right"),
    [
        ([{"a": "x"}, {"b": ("x", "y")}], {"a": "x", "b": "y"}, (2, 2)),
        ([{"a": "x"}, {"b": ("x", "y")}], {"a": "y"}, (0, 2)),
        ([{"a": ("x", "y")}, {"a": ("y", "z")}], {"a": "x"}, (0, 1)),  # two criteria together want “y”
    ],
)
def test_an_item_is_right_where_all_criteria_together_want_it(conditions, answer, right):
    found = placed(["x", "y", "z"], [ClassifyWhen(places=each) for each in conditions], answer)
    assert (found.right, found.of) == right


def test_of_several_ways_the_best_counts_and_a_denial_takes_a_place_away():
    way = ClassifyWhen(any=(ClassifyWhen(places={"a": "x", "b": "x"}), ClassifyWhen(places={"a": "y", "b": "y"})))
    assert placed(["x", "y"], [way], {"a": "y", "b": "y"}) == Counted(2, 2)
    assert placed(["x", "y"], [way], {"a": "y", "b": "x"}) == Counted(1, 2)
    denied = ClassifyWhen(not_=ClassifyWhen(places={"a": "x"}))
    assert [placed(["x", "y"], [denied], {"a": each}).right for each in ("x", "y")] == [0, 1]


@pytest.mark.parametrize(("answer", "right"), [(["a", "b"], 4), (["a"], 3), (["a", "c"], 2), (["c"], 0), ([], 0)])
def test_what_is_left_counts_beside_something_right(answer, right):
    when = ChooseManyWhen(includes=("a", "b"), excludes=("c", "d"))
    assert chosen([when], answer) == Counted(right, 4)


@given(st.data())
def test_as_many_are_in_order_as_can_stay_where_they_are(data):
    items = "abcdef"
    pairs = data.draw(st.lists(st.sampled_from([*itertools.combinations(items, 2)]), min_size=1, max_size=8))
    order = data.draw(st.permutations(items))
    answer = {item: n for n, item in enumerate(order, 1)}
    wanted, grown = set(pairs), True
    while grown:  # what comes before what, however many stand between
        more = {(a, d) for a, b in wanted for c, d in wanted if b == c} - wanted
        wanted, grown = wanted | more, bool(more)
    named = sorted({item for pair in pairs for item in pair})
    most = max(
        n
        for n in range(len(named) + 1)
        for kept in itertools.combinations(named, n)
        if all(answer[a] < answer[b] for a, b in wanted if a in kept and b in kept)
    )
    assert ranked([RankWhen(before=tuple(pairs))], answer) == Counted(most, len(named), 1)
