"""Scoring of arguments and deals: by what is said, not by how it is put; and no answer, however odd, crashes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.argument import FORMS, Statement, equivalent
from course.questions import State, load_bank
from course.scoring import score
from tests.conditions import holds
from tests.paths import ARGUE
from tests.strategies import json_values

BANK = load_bank(ARGUE)
ARGUMENT, GRADED, DEAL = BANK["argument"], BANK["graded-argument"], BANK["deal"]
LETTERS = tuple(each.id for each in ARGUMENT.propositions)


def premise(form, *of, claims=()):
    return {"form": form, "of": list(of), "claims": list(claims)}


def argument(*premises, conclusion=("not", "R")):
    return {"premises": list(premises), "conclusion": {"form": conclusion[0], "of": list(conclusion[1:])}}


CONDITION, UNSAID = premise("only_if_either", "D", "S", "W", claims=["C025"]), premise("only_if", "R", "D")
NO_S, NO_W = premise("not", "S", claims=["C094"]), premise("not", "W", claims=["C097"])
BRIEF = argument(CONDITION, NO_S, NO_W, UNSAID)
SAME = [
    BRIEF,
    argument(UNSAID, NO_W, NO_S, CONDITION),
    argument(CONDITION, premise("neither", "W", "S"), UNSAID),
    argument(CONDITION, NO_S, NO_W, premise("if", "R", "D")),
    argument(CONDITION, NO_S, NO_W, premise("if_not", "D", "R")),
    argument(CONDITION, NO_S, NO_W, UNSAID, premise("is", "Q")),
]


@pytest.mark.parametrize("value", SAME)
def test_the_same_argument_in_other_words_earns_the_same(value):
    assert ARGUMENT.stand(value).state is State.ANSWERED
    found = score(ARGUMENT, value, ARGUMENT.key)
    assert found.points == found.max_points == 2


@pytest.mark.parametrize(
    ("value", "valid", "faithful"),
    [
        (argument(CONDITION, NO_S, NO_W), False, True),
        (argument(premise("if", "S", "D"), NO_S, NO_W, UNSAID), False, False),
        (argument(premise("not", "R")), False, False),  # a circle
        (argument(premise("is", "S"), NO_S), False, False),
        (argument(CONDITION, NO_S, NO_W, UNSAID, conclusion=("is", "R")), False, True),
    ],
)
def test_validity_and_faithfulness_are_two_things(value, valid, faithful):
    earned = {each.id: each.points > 0 for each in score(ARGUMENT, value, ARGUMENT.key).criteria}
    assert earned == {"valid": valid, "faithful": faithful}


def test_a_known_misreading_is_named_in_whatever_form():
    for form in (premise("if", "S", "D"), premise("only_if", "S", "D"), premise("if_not", "D", "S")):
        said = score(ARGUMENT, argument(form, NO_S), ARGUMENT.key).remarks
        assert any("steps enough" in each.says for each in said)


@pytest.mark.parametrize(
    ("value", "state", "word"),
    [
        (None, "not_attempted", ""),
        ({"premises": []}, "incomplete", "no premise"),
        ({"premises": [premise("not", None)]}, "incomplete", "blank"),
        ({"premises": [NO_S]}, "incomplete", "conclusion"),
        (argument(premise("not", "S", "W")), "incoherent", "too many"),
        (argument(premise("not", "Z")), "incoherent", "does not have"),
        (argument(premise("either", "S", "S")), "incoherent", "twice"),
        (argument(premise("not", "S", claims=["C001"])), "incoherent", "not on offer"),
        (argument(NO_S, conclusion=("not", "D")), "incoherent", "conclusion"),
        (argument(*[NO_S] * 9), "incoherent", "at most 8"),
        ({"premises": [{"form": "eval", "of": ["S"]}]}, "incoherent", "no argument"),
        ("not R", "incoherent", "no argument"),
    ],
)
def test_the_state_of_an_argument(value, state, word):
    standing = ARGUMENT.stand(value)
    assert standing.state == state
    assert word in " ".join(standing.reasons)


@st.composite
def premises(draw):
    form = draw(st.sampled_from(tuple(FORMS)))
    return premise(form, *draw(st.permutations(LETTERS))[: FORMS[form][0]])


@given(st.lists(premises(), min_size=1, max_size=6), premises())
def test_a_further_premise_never_costs_validity_unless_it_contradicts(given_premises, more):
    when, agree = {"shows": ["valid"]}, {"shows": ["consistent"]}
    if holds(when, argument(*given_premises)) and holds(agree, argument(*given_premises, more)):
        assert holds(when, argument(*given_premises, more))


@given(st.lists(premises(), min_size=1, max_size=4), st.data())
def test_equivalent_premises_score_alike(given_premises, data):
    other = []
    for each in given_premises:
        said = Statement(each["form"], tuple(each["of"]))
        twins = [
            p
            for p in (data.draw(premises()) for _ in range(4))
            if equivalent(said, Statement(p["form"], tuple(p["of"])))
        ]
        other.append(twins[0] if twins else each)
    one, two = (score(ARGUMENT, argument(*each), ARGUMENT.key) for each in (given_premises, other))
    assert [c.points for c in one.criteria] == [c.points for c in two.criteria]


@given(json_values)
def test_no_json_crashes_or_earns_anything(value):
    assert score(ARGUMENT, value, ARGUMENT.key).points == 0
    for question in (ARGUMENT, GRADED, DEAL):
        assert question.stand(value).state in (State.NOT_ATTEMPTED, State.INCOMPLETE, State.INCOHERENT)


@given(st.recursive(json_values, lambda v: st.fixed_dictionaries({}, optional={
    "premises": st.lists(st.fixed_dictionaries({}, optional={"form": v, "of": v, "claims": v})), "conclusion": v,
    "terms": v, "relaxed": v,
}), max_leaves=6))  # fmt: skip
def test_nothing_that_looks_like_an_argument_crashes(value):
    score(ARGUMENT, value, ARGUMENT.key)
    DEAL.stand(value)


TERMS = {"order": "talks-first", "status": "left-open", "detainees": "to-an-envoy", "forum": "six-party"}
WAIVER = [["US", "order", "talks-first"], ["US", "status", "left-open"], ["US", "detainees", "to-an-envoy"]]


@pytest.mark.parametrize(
    ("when", "value", "met"),
    [
        ({"agreed": True}, {"terms": TERMS}, False),
        ({"agreed": False}, {"terms": TERMS}, True),
        ({"agreed": True}, {"terms": TERMS, "relaxed": WAIVER}, True),
        ({"agreed": True, "spare": False, "fewest": True}, {"terms": TERMS, "relaxed": WAIVER}, True),
        ({"spare": True}, {"terms": TERMS, "relaxed": [*WAIVER, ["DPRK", "order", "steps-first"]]}, True),
        ({"fewest": True}, {"terms": TERMS | {"order": "side-by-side"}}, False),
        ({"lacks": 1}, {"terms": TERMS, "relaxed": WAIVER[:2]}, True),
        ({"lacks": 1}, {"terms": TERMS, "relaxed": WAIVER[:1]}, False),
        ({"relaxes": [["US", "order", "talks-first"]]}, {"terms": TERMS, "relaxed": WAIVER}, True),
        ({"relaxes": [["DPRK", "order", "steps-first"]]}, {"terms": TERMS, "relaxed": WAIVER}, False),
        ({"proposes": {"order": ["talks-first", "side-by-side"]}}, {"terms": TERMS}, True),
        ({"proposes": {"order": "steps-first"}}, {"terms": TERMS}, False),
    ],
)
def test_conditions_on_a_deal(when, value, met):
    assert holds(when, value) is met


@pytest.mark.parametrize(
    ("value", "state", "word"),
    [
        ({}, "not_attempted", ""),
        ({"terms": {"order": "talks-first"}}, "incomplete", "3 of 4"),
        ({"terms": TERMS}, "answered", ""),
        ({"terms": TERMS | {"order": "given-up"}}, "incoherent", "does not have"),
        ({"terms": TERMS | {"weather": "fair"}}, "incoherent", "does not have"),
        ({"terms": TERMS, "relaxed": [["UN", "order", "talks-first"]]}, "incoherent", "does not have"),
        ({"terms": TERMS, "relaxed": [WAIVER[0], WAIVER[0]]}, "incoherent", "twice"),
        ({"terms": TERMS, "relaxed": [["US", "order"]]}, "incoherent", "no deal"),
        ({"terms": ["order"]}, "incoherent", "no deal"),
    ],
)
def test_the_state_of_a_deal(value, state, word):
    standing = DEAL.stand(value)
    assert standing.state == state
    assert word in " ".join(standing.reasons)


SOURCES = [
    {"statement": {"form": "only_if_either", "of": ["D", "S", "W"]}, "claims": ["C025", "C097"]},
    {"statement": {"form": "not", "of": ["S"]}, "claims": ["C094"]},
    {"statement": {"form": "not", "of": ["W"]}, "claims": ["C097"]},
]


@pytest.mark.parametrize(
    ("premises", "met"),
    [
        ((CONDITION, NO_S, NO_W, UNSAID), True),
        ((CONDITION, NO_S, premise("not", "W"), UNSAID), True),  # what is one's own needs no claim
        ((premise("only_if_either", "D", "W", "S", claims=["C025"]),), True),  # the same in another order
        ((premise("neither", "S", "W", claims=["C094", "C097"]),), True),  # two claims say it together
        ((premise("neither", "S", "W", claims=["C094"]),), False),
        ((premise("not", "S", claims=["C097"]),), False),
        ((premise("if", "S", "D", claims=["C025"]), NO_S), False),
        ((premise("if", "S", "D", claims=["C094"]),), False),  # no fact grants a rule
        ((premise("not", "S", claims=["C094", "C029"]),), False),  # a claim that says none of this
        ((premise("neither", "S", "W", claims=["C025", "C094", "C097"]),), False),
        ((CONDITION, premise("not", "S", claims=["C094", "C097"])), False),  # each has to say it
        ((UNSAID, premise("not", "S")), True),  # all of it is one's own
        ((), False),
    ],
)
def test_a_claim_is_cited_for_what_it_says(premises, met):
    assert holds({"rests": SOURCES}, argument(*premises)) is met


@pytest.mark.parametrize(
    ("premises", "conclusion", "met"),
    [
        ((CONDITION, NO_S, NO_W, UNSAID), ("not", "R"), True),
        ((premise("not", "R"),), ("not", "R"), False),
        ((CONDITION, premise("neither", "R", "D")), ("not", "R"), False),
        ((CONDITION, UNSAID), ("is", "R"), True),
    ],
)
def test_no_premise_may_be_the_conclusion_itself(premises, conclusion, met):
    value = argument(*premises, conclusion=conclusion)
    assert holds({"shows": ["no_circle"]}, value) is met
