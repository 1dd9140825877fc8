"""What a key may ask of an argument, against the same worked out by sympy's solver, member by member."""

from collections.abc import Sequence
from itertools import combinations

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from course.argument import RULES, Statement, circular, in_use
from tests.conditions import holds
from tests.kinds.argue.parts import BANK, CLAIMS, LETTERS, STATEMENTS, conclusions, of, statements
from tests.oracles import solver

arguments = st.lists(statements, min_size=1, max_size=4)


def record(said: Statement) -> dict[str, object]:
    return {"form": said.form, "of": list(said.of)}


def ruled(said: Sequence[Statement], like: Statement) -> list[Statement]:
    """Those that are rules, if the other is one; those that are facts, if it is one."""
    return [each for each in said if (each.form in RULES) is (like.form in RULES)]


def supports(said: Sequence[Statement], end: Statement) -> list[set[int]]:
    if not solver.consistent(said) or not solver.entails(said, end):
        return []
    return [set(each) for each in solver.judge(said, end).supports]


@given(arguments, statements)
@settings(max_examples=400)
def test_rules_are_granted_by_rules_alone(said, wanted):
    by = ruled(said, wanted) if wanted.form in RULES else said
    expected = solver.consistent(said) and solver.entails(by, wanted)
    assert holds({"grants": [record(wanted)]}, of(said, None)) is expected


@given(arguments, st.lists(statements, min_size=1, max_size=4, unique=True), st.integers(1, 4))
def test_least_counts_what_is_granted(said, wanted, least):
    assume(least <= len(wanted))
    each = [solver.consistent(said) and solver.entails(ruled(said, one), one) for one in wanted]
    members = {"grants": [record(one) for one in wanted], "least": least}
    assert holds(members, of(said, None)) is (sum(each) >= least)


@given(arguments, st.lists(statements, min_size=1, max_size=4))
@settings(max_examples=400)
def test_a_premise_keeps_to_a_text_whatever_follows(said, text):
    expected = all(solver.entails(ruled(text, each), each) for each in said)
    assert holds({"within": [record(each) for each in text]}, of(said, None)) is expected


@given(arguments, conclusions)
@settings(max_examples=500)
def test_a_circle_is_a_premise_or_the_facts_that_say_it(said, end):
    facts = [each for each in said if each.form not in RULES]
    begged = bool(facts) and solver.consistent(facts) and solver.entails(facts, end)
    assert circular(said, end) is (begged or any(solver.entails((each,), end) for each in said))


@given(arguments, conclusions, statements)
@settings(max_examples=500)
def test_what_is_asked_for_has_to_be_used_where_the_conclusion_follows(said, end, wanted):
    places = {n for n, each in enumerate(said) if solver.equivalent(each, wanted)}
    found = supports(said, end)
    expected = any(places & each for each in found) if found else bool(places)
    assert holds({"uses": [record(wanted)]}, of(said, end)) is expected


@given(st.lists(statements, min_size=1, max_size=3), conclusions)
@settings(max_examples=30, deadline=None)
def test_one_premise_more_puts_others_to_use(said, end):
    """Tried with every statement there is; in a smallest support of the conclusion then."""
    assume(solver.consistent(said) and not solver.entails(said, end))
    used: set[int] = set()
    facts = [each for each in said if each.form not in RULES]
    names = {letter for each in (*said, end) for letter in each.of}
    for more in (each for each in STATEMENTS if set(each.of) <= names):
        both = [*said, more]
        if solver.entails(both, end) and solver.consistent(both) and not solver.entails((more,), end):
            if more.form not in RULES and solver.entails([*facts, more], end):
                continue
            for size in range(len(said) + 1):
                for places in combinations(range(len(said)), size):
                    held = [*(said[n] for n in places), more]
                    less = [[each for each in held if each is not one] for one in held]
                    if solver.entails(held, end) and not any(solver.entails(each, end) for each in less):
                        used |= set(places)
    assert in_use(said, end) == used


@given(arguments, st.lists(st.tuples(statements, st.sets(st.sampled_from(CLAIMS), min_size=1)), max_size=4), st.data())
@settings(max_examples=500)
def test_each_claim_has_to_say_what_its_premise_says(said, text, data):
    cited = [data.draw(st.lists(st.sampled_from(CLAIMS), max_size=3, unique=True)) for _ in said]
    value = of(said, None)
    for each, claims in zip(value["premises"], cited, strict=True):
        each["claims"] = claims
    assume(text)
    rests = [{"statement": record(each), "claims": sorted(claims)} for each, claims in text]

    def fine(each: Statement, claims: Sequence[str]) -> bool:
        own = [(one, by) for one, by in text if by & {*claims} and (one.form in RULES) is (each.form in RULES)]
        needed = {n for way in supports([one for one, _ in own], each) for n in way}
        return all(any(claim in own[n][1] for n in needed) for claim in claims)

    assert holds({"rests": rests}, value) is all(map(fine, said, cited))


@given(arguments, conclusions)
def test_idle_is_told_only_of_an_argument_that_follows(said, end):
    found = supports(said, end)
    expected = bool(found) and {n for each in found for n in each} == set(range(len(said)))
    assert holds({"shows": ["no_idle"]}, of(said, end)) is expected


@given(st.lists(statements, max_size=4))
@settings(max_examples=300)
def test_changes_are_counted_from_what_the_question_begins_with(said):
    question = BANK["argument-mend"]
    gone = sum(not solver.entails(ruled(said, each), each) for each in question.start)
    new: list[Statement] = []
    for each in said:
        if not solver.entails(ruled(question.start, each), each) and not any(solver.equivalent(each, n) for n in new):
            new.append(each)
    answer = question.taken(of(said, question.conclusions[0]))[1]
    for most in range(4):
        expected = gone <= most and len(new) <= most
        assert question.condition(changes=most).settles(answer) is expected


@pytest.mark.parametrize("when", [{"changes": 1}, {"grants": [{"form": "is", "of": ["R"]}], "least": 2}])
def test_what_a_question_does_not_have_is_refused(when):
    question = BANK["argument-build"]
    assert [*msgspec.convert(when, question.condition).faults(question)]


def test_letters_are_the_bank_s():
    assert {each.id for each in BANK["argument-build"].propositions} == set(LETTERS)
