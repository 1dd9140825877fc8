"""The models of bargaining, and the table of positions."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.asked.errors import BankError
from course.bargaining import Positions, deals, distance, objections, openings, relaxed, smallest_openings, zone
from course.kinds.deal.positions import positions
from course.tables import read

ISSUES = {"order": ("a", "b"), "status": ("c", "d", "e")}


@st.composite
def tables(draw):
    accepts = {
        side: {issue: frozenset(draw(st.sets(st.sampled_from(options)))) for issue, options in ISSUES.items()}
        for side in ("US", "DPRK")
    }
    return Positions(ISSUES, accepts)


def everything(table):
    return [(side, issue, o) for side in table.sides for issue, options in ISSUES.items() for o in options]


@given(tables())
def test_the_zone_is_what_nobody_objects_to(table):
    assert len(deals(table)) == 6
    for terms in deals(table):
        everybody = all(terms[i] in table.accepts[side][i] for side in table.sides for i in ISSUES)
        assert (terms in zone(table)) is everybody is (not objections(table, terms))


@given(tables())
def test_an_opening_opens_and_nothing_in_it_is_spare(table):
    ways = openings(table)
    assert ways
    for way in ways:
        assert zone(relaxed(table, way))
        assert not any(zone(relaxed(table, way - {each})) for each in way)
    if zone(table):
        assert ways == (frozenset(),)


@given(tables())
def test_the_smallest_openings_are_the_smallest(table):
    fewest = len(smallest_openings(table)[0])
    possible = [p for p in everything(table) if p[2] not in table.accepts[p[0]][p[1]]]
    for size in range(fewest):
        assert not any(zone(relaxed(table, some)) for some in itertools.combinations(possible, size))
    found = {way for way in map(frozenset, itertools.combinations(possible, fewest)) if zone(relaxed(table, way))}
    assert set(smallest_openings(table)) == found


@given(tables(), st.data())
def test_to_relax_never_closes_a_zone(table, data):
    more = data.draw(st.sets(st.sampled_from(everything(table))))
    assert all(terms in zone(relaxed(table, more)) for terms in zone(table))


def brief():
    return positions(("order", "status", "detainees", "forum"))


def test_in_the_brief_the_zone_is_empty_and_three_moves_open_it():
    assert zone(brief()) == ()
    ways = smallest_openings(brief())
    assert {len(way) for way in ways} == {3}
    assert (
        frozenset({("US", "order", "talks-first"), ("US", "status", "left-open"), ("US", "detainees", "to-an-envoy")})
        in ways
    )
    assert (
        frozenset({("DPRK", "order", "steps-first"), ("DPRK", "status", "given-up"), ("DPRK", "detainees", "separate")})
        in ways
    )


def test_the_forum_alone_is_no_obstacle():
    assert len(zone(positions(("forum",)))) == 2


def test_every_side_has_a_position_on_every_option():
    options = [str(row["id"]) for row in read("bargaining_options")]
    held = [(str(row["side"]), str(row["option_id"])) for row in read("bargaining_positions")]
    assert sorted(held) == sorted(itertools.product(("US", "DPRK"), options))


MOVES = read("bargaining_moves")


@pytest.mark.parametrize("move", MOVES, ids=lambda row: str(row["id"]))
def test_no_signal_of_the_brief_brings_the_sides_nearer_and_every_other_move_does(move):
    issue_of = {str(row["id"]): str(row["issue"]) for row in read("bargaining_options")}
    more = [(move["side"], issue_of[move["option_id"]], move["option_id"])] if move["option_id"] else []
    assert distance(relaxed(brief(), more)) == (3 if move["kind"] == "signal" else 2)
    assert (move["side"] is None) == (move["option_id"] is None) == (move["kind"] == "signal")


def test_every_signal_is_among_the_moves():
    signals = [str(row["id"]) for row in read("signals")]
    assert [row["signal_id"] for row in MOVES if row["kind"] == "signal"] == signals


@given(tables())
def test_the_distance_is_zero_exactly_where_the_zone_is_open(table):
    assert (distance(table) == 0) == bool(zone(table))


def test_an_unknown_issue_is_named():
    with pytest.raises(BankError, match="weather"):
        positions(("weather",))
