"""Names beside points: none on another, none on a line, at the width that they were placed for and above it."""

from hypothesis import given
from hypothesis import strategies as st

from course.charts.places import Name, named, stacked

WIDTH, LANES = 215, 4
names = st.lists(
    st.builds(Name, at=st.floats(0, 1), length=st.floats(10, 150), priority=st.integers(1, 4)), min_size=1, max_size=12
)


def span(name, place, width):
    x = name.at * width
    return (x, x + name.length) if place.right else (x - name.length, x)


@given(names, st.floats(WIDTH, 2000))
def test_no_name_lies_on_another_or_on_a_line(wanted, width):
    found = [(name, place) for name, place in zip(wanted, named(wanted, WIDTH, LANES), strict=True) if place]
    for name, place in found:
        low, high = span(name, place, width)
        assert low >= -1e-6
        assert high <= width + 1e-6
        for other, there in found:
            if other is name:
                continue
            start, end = span(other, there, width)
            if there.lane == place.lane:
                assert high <= start or end <= low
            if there.lane > place.lane:
                assert not low < other.at * width < high, "a line runs through a name"


@given(names)
def test_the_first_rank_is_served_first(wanted):
    found = named(wanted, WIDTH, LANES)
    best = min(name.priority for name in wanted)
    if all(name.length <= WIDTH / 2 for name in wanted):
        assert any(place for name, place in zip(wanted, found, strict=True) if name.priority == best)


@given(st.lists(st.floats(0, 1), max_size=40), st.floats(WIDTH, 2000))
def test_no_point_lies_on_another(ats, width):
    lanes = stacked(ats, WIDTH, 8)
    for n, at in enumerate(ats):
        for m in range(n):
            assert lanes[n] != lanes[m] or abs(at - ats[m]) * width >= 8 - 1e-6


def test_a_name_is_kept_that_only_another_order_makes_room_for():
    late, early = Name(0.98, 140, 1), Name(0.87, 140, 1)  # placed first, the later one would cover the other's line
    assert all(named([late, early], 640, 2))
