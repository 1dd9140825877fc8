"""What a deal earns and is told, finished or not: against an account of its own of who has to move, and by name."""

from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from course.questions import load_bank
from course.scoring import score
from course.tables import read
from tests.conditions import holds
from tests.paths import ROOT

BANK = load_bank(ROOT / "tests" / "kinds" / "deal" / "bank.toml")
ISSUES = BANK["deal"].issues
ISSUE = {str(row["id"]): str(row["issue"]) for row in read("bargaining_options")}
REFUSED = {
    (str(r["side"]), ISSUE[str(r["option_id"])], str(r["option_id"]))
    for r in read("bargaining_positions")
    if not r["accepts"]
}
EVERY = sorted((str(r["side"]), ISSUE[str(r["option_id"])], str(r["option_id"])) for r in read("bargaining_positions"))
OPTIONS = {issue: [option for option, its in ISSUE.items() if its == issue] for issue in ISSUES}
FULL = [dict(zip(ISSUES, each, strict=True)) for each in product(*OPTIONS.values())]

terms = st.sampled_from(FULL)
partial = st.fixed_dictionaries({}, optional={issue: st.sampled_from(found) for issue, found in OPTIONS.items()})
moves = st.lists(st.sampled_from(EVERY), unique=True, max_size=5)


def refused(said):
    """Who refuses what of these terms."""
    return {each for each in REFUSED if said.get(each[1]) == each[2]}


CHEAP = {issue: min(len(refused({issue: option})) for option in found) for issue, found in OPTIONS.items()}


def deal(said, relaxed=()):
    return {"terms": dict(said), "relaxed": [list(each) for each in relaxed]}


def scored(value, question="deal"):
    return score(BANK[question], value, BANK[question].key)


def points(said, relaxed):
    return scored(deal(said, relaxed)).points


@given(terms, moves)
@settings(max_examples=500)
def test_conditions_are_as_the_tables_have_it(said, relaxed):
    found, value = {*relaxed}, deal(said, relaxed)
    assert holds({"agreed": True}, value) is (refused(said) <= found)
    assert holds({"spare": True}, value) is bool(found - refused(said))
    assert holds({"fewest": True}, value) is (len(refused(said)) == min(len(refused(each)) for each in FULL))
    for most in range(4):
        assert holds({"lacks": most}, value) is (len(refused(said) - found) <= most)


@given(terms, st.sampled_from(OPTIONS["order"]))
def test_fewest_are_those_that_the_terms_asked_for_need(said, order):
    allowed = [each for each in FULL if each["order"] == order]
    expected = said["order"] == order and len(refused(said)) == min(len(refused(each)) for each in allowed)
    assert holds({"proposes": {"order": order}, "fewest": True}, deal(said)) is expected


@given(partial, moves)
@settings(max_examples=400)
def test_only_what_is_true_is_told(said, relaxed):
    for question in ("deal", "joined"):
        for each in scored(deal(said, relaxed), question).criteria:
            if each.missed.startswith("Somebody"):
                assert refused(said) - {*relaxed}
            if each.missed.startswith("Read"):
                assert said["order"] != "steps-first"
            if each.missed.startswith("Take"):
                assert any(one[1] in said and one not in refused(said) for one in relaxed)
            if each.missed.startswith("It can"):
                assert len(refused(said)) > sum(CHEAP[issue] for issue in said)


@given(partial, moves, st.data())
@settings(max_examples=400)
def test_one_more_right_part_never_lowers(said, relaxed, data):
    assume(said)
    needed = sorted(refused(said) - {*relaxed})
    right = [("move", each) for each in needed] + [
        ("terms", (issue, option))
        for issue in ISSUES
        for option in OPTIONS[issue]
        if issue not in said
        and len(refused({issue: option})) == CHEAP[issue]
        # A change supposed for an issue on which nothing was proposed was no part of the deal yet.
        and not any(each[1] == issue for each in relaxed)
        and (issue != "order" or option == "steps-first")
    ]
    assume(right)
    kind, more = data.draw(st.sampled_from(right))
    after = points(said, [*relaxed, more]) if kind == "move" else points({**said, more[0]: more[1]}, relaxed)
    assert after >= points(said, relaxed)


@given(partial, moves, st.data())
@settings(max_examples=400)
def test_a_wrong_part_never_raises(said, relaxed, data):
    assume(said)
    idle = [("move", each) for each in EVERY if each[1] in said and each not in refused(said) and each not in relaxed]
    dear = [
        ("terms", (issue, option))
        for issue in ISSUES
        for option in OPTIONS[issue]
        if issue not in said and issue != "order" and len(refused({issue: option})) > CHEAP[issue]
    ]
    assume(idle or dear)
    kind, more = data.draw(st.sampled_from(idle + dear))
    if kind == "move":
        assert points(said, [*relaxed, more]) <= points(said, relaxed)
    elif not any(each[1] == more[0] for each in relaxed):
        assert points({**said, more[0]: more[1]}, relaxed) <= points(said, relaxed)


TERMS = {"order": "steps-first", "status": "left-open", "detainees": "separate", "forum": "six-party"}
MOVES = [("DPRK", "order", "steps-first"), ("US", "status", "left-open"), ("DPRK", "detainees", "separate")]
WAIVER = ("US", "order", "talks-first")
ALL = {"agreed", "order", "nothing-spare", "fewest"}


def without(issue):
    return {each: option for each, option in TERMS.items() if each != issue}


CASES = {
    "right": (deal(TERMS, MOVES), ALL, set()),
    "lacks one supposition": (deal(TERMS, [MOVES[0], MOVES[2]]), ALL - {"agreed"}, {"agreed"}),
    "lacks two": (deal(TERMS, MOVES[:1]), {"order"}, {"agreed"}),
    "supposes nothing": (deal(TERMS), {"order"}, {"agreed"}),
    "lacks the terms on the forum": (deal(without("forum"), MOVES), ALL - {"agreed"}, set()),
    "lacks the terms on the order": (
        deal(without("order"), MOVES), {"nothing-spare", "fewest"}, set()
    ),
    "one change too many": (
        deal(TERMS, [*MOVES, WAIVER]), ALL - {"nothing-spare"}, {"nothing-spare"}
    ),
    "one wrong for one right": (
        deal(TERMS, [*MOVES[:2], ("US", "detainees", "to-an-envoy")]),
        {"order", "fewest"},
        {"agreed", "nothing-spare"},
    ),
    "dear terms": (
        deal({**TERMS, "detainees": "part-of-a-deal"}, [
            *MOVES[:2], ("DPRK", "detainees", "part-of-a-deal"), ("US", "detainees", "part-of-a-deal"),
        ]),
        ALL - {"fewest"},
        {"fewest"},
    ),
    "the other order": (
        deal({**TERMS, "order": "talks-first"}, [WAIVER, *MOVES[1:]]), ALL - {"order"}, {"order"}
    ),
    "nothing but two terms": (deal({"order": "talks-first", "forum": "six-party"}), set(), {"order"}),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_is_right_earns_and_only_what_is_true_is_told(name):
    value, earned, missed = CASES[name]
    found = scored(value).criteria
    assert ({each.id for each in found if each.points}, {each.id for each in found if each.missed}) == (earned, missed)


def test_a_key_that_asks_all_at_once_tells_only_what_it_is_about():
    short = deal(TERMS, [MOVES[0], MOVES[2]])
    assert not [each for each in scored(short, "joined").criteria if each.points or each.missed]
    spare = deal(TERMS, [*MOVES, WAIVER])
    assert [each.missed for each in scored(spare, "joined").criteria if each.missed] == ["Take it back."]
