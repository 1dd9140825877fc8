"""The models of arguments, against truth tables and linear programming."""

import itertools
import re

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import linprog

from course.argument import (
    FORMS,
    ArgumentError,
    Proposition,
    Statement,
    bounds,
    consistent,
    counter_worlds,
    entails,
    equivalent,
    judge,
    letters,
    role,
    sentence,
    words,
    world_in_words,
)
from course.tables import read

TRUE = {
    "is": lambda a: a,
    "not": lambda a: not a,
    "if": lambda a, b: not a or b,
    "only_if": lambda a, b: not a or b,
    "only_if_either": lambda a, b, c: not a or b or c,
    "if_not": lambda a, b: a or not b,
    "either": lambda a, b: a or b,
    "both": lambda a, b: a and b,
    "neither": lambda a, b: not a and not b,
}
LETTERS = ("D", "Q", "R", "S", "W")


@st.composite
def statements(draw):
    form = draw(st.sampled_from(tuple(FORMS)))
    return Statement(form, tuple(draw(st.permutations(LETTERS))[: FORMS[form][0]]))


arguments = st.lists(statements(), max_size=5)


def holds(statement, world):
    return TRUE[statement.form](*(world[letter] for letter in statement.of))


def worlds(names):
    return [dict(zip(names, values, strict=True)) for values in itertools.product((False, True), repeat=len(names))]


@given(arguments, statements())
def test_entailment_is_that_of_the_truth_table(premises, conclusion):
    names = letters((*premises, conclusion))
    against = [w for w in worlds(names) if all(holds(p, w) for p in premises) and not holds(conclusion, w)]
    assert entails(premises, conclusion) is (not against)
    found = counter_worlds(premises, conclusion)
    assert sorted(map(sorted, map(dict.items, found))) == sorted(map(sorted, map(dict.items, against)))
    assert [sum(w.values()) for w in found] == sorted(sum(w.values()) for w in found)


@given(arguments)
def test_consistency_is_that_of_the_truth_table(premises):
    assert consistent(premises) is any(all(holds(p, w) for p in premises) for w in worlds(LETTERS))


@given(arguments, statements(), statements())
def test_a_further_premise_never_makes_an_argument_invalid(premises, conclusion, more):
    assume(entails(premises, conclusion))
    assert entails([*premises, more], conclusion)


@given(arguments, statements())
def test_supports_are_smallest_and_idle_premises_do_no_work(premises, conclusion):
    found = judge(premises, conclusion)
    assert found.valid is entails(premises, conclusion)
    for support in found.supports:
        kept = [premises[place] for place in support]
        assert entails(kept, conclusion)
        assert not any(entails([*kept[:n], *kept[n + 1 :]], conclusion) for n in range(len(kept)))
    if found.valid and found.consistent:
        busy = [premise for place, premise in enumerate(premises) if place not in found.idle]
        assert entails(busy, conclusion)
        for place in found.needed:
            assert not entails([p for n, p in enumerate(premises) if n != place], conclusion)


@given(arguments, statements(), st.randoms(use_true_random=False))
def test_the_order_of_premises_never_matters(premises, conclusion, random):
    shuffled = random.sample(premises, len(premises))
    one, other = judge(premises, conclusion), judge(shuffled, conclusion)
    assert (one.valid, one.consistent, one.counter) == (other.valid, other.consistent, other.counter)
    assert sorted(premises[n].form for n in one.idle) == sorted(shuffled[n].form for n in other.idle)


@given(st.lists(statements(), min_size=1, max_size=3), statements(), st.data())
def test_a_bound_is_never_above_what_linear_programming_finds(premises, conclusion, data):
    chances = [data.draw(st.sampled_from((0.0, 0.3, 0.5, 0.8, 0.9, 1.0))) for _ in premises]
    found = bounds(premises, chances, conclusion)
    all_worlds = worlds(LETTERS)
    rows = [[float(holds(p, w)) for w in all_worlds] for p in premises]
    best = linprog(
        [float(holds(conclusion, w)) for w in all_worlds],
        A_eq=np.array([[1.0] * len(all_worlds), *rows]),
        b_eq=[1.0, *chances],
        bounds=(0, 1),
    )
    assume(best.status == 0)  # some probabilities fit no distribution
    assert found.low <= best.fun + 1e-7


BRIEF = [
    Statement("only_if_either", ("D", "S", "W")),
    Statement("not", ("S",)),
    Statement("not", ("W",)),
    Statement("only_if", ("R", "D")),
]
NO_RESET = Statement("not", ("R",))


def test_the_argument_of_the_brief():
    found = judge([*BRIEF, Statement("is", ("Q",))], NO_RESET)
    assert found.valid
    assert found.needed == (0, 1, 2, 3)
    assert found.idle == (4,)


def test_without_the_unsaid_premise_a_reset_without_talks_is_left_open():
    found = judge(BRIEF[:3], NO_RESET, hidden=[BRIEF[3]])
    assert not found.valid
    assert found.counter[0] == {"D": False, "R": True, "S": False, "W": False}
    assert found.missing == ((BRIEF[3],),)


def test_the_converse_is_not_the_condition():
    assert not equivalent(Statement("only_if", ("D", "S")), Statement("if", ("S", "D")))
    assert equivalent(Statement("only_if", ("D", "S")), Statement("if_not", ("S", "D")))
    assert role([Statement("only_if", ("D", "S"))], "S", "D") == "necessary"
    assert role([Statement("if", ("S", "D"))], "S", "D") == "sufficient"
    assert role([Statement("only_if", ("D", "S")), Statement("if", ("S", "D"))], "S", "D") == "both"
    assert role([Statement("only_if_either", ("D", "S", "W"))], "S", "D") == "neither"


def test_a_reset_is_at_most_as_probable_as_steps_and_waiver_together():
    found = bounds(BRIEF, [1, 1 - 0.1, 1 - 0.15, 1], NO_RESET)
    assert found.low == pytest.approx(1 - (0.1 + 0.15))
    assert found.support == (0, 1, 2, 3)
    assert bounds(BRIEF[:3], [1, 1, 1], NO_RESET).low == 0


def test_contradictory_premises_show_nothing():
    found = judge([Statement("is", ("S",)), Statement("not", ("S",))], NO_RESET)
    assert found.valid
    assert not found.consistent
    assert found.supports == ()
    assert bounds([Statement("is", ("S",)), Statement("not", ("S",))], [1, 1], NO_RESET).low == 0


@pytest.mark.parametrize("of", [(), ("S", "D")])
def test_a_statement_that_does_not_fit_its_form_is_refused(of):
    with pytest.raises(ArgumentError, match="takes 1"):
        entails([Statement("not", of)], NO_RESET)


def test_too_many_propositions_are_refused():
    many = [Statement("is", (f"A{n}",)) for n in range(13)]
    with pytest.raises(ArgumentError, match="at most 12"):
        consistent(many)


@pytest.mark.parametrize("chances", [[1.2, 1, 1, 1], [1, 1]])
def test_a_probability_out_of_range_is_refused(chances):
    with pytest.raises(ArgumentError):
        bounds(BRIEF, chances, NO_RESET)


@pytest.mark.parametrize("form", FORMS)
def test_a_plain_sentence_says_what_its_statement_says(form):
    """The clauses of each form, read as letters and denials, are true in the worlds in which the statement is."""
    texts = {each: Proposition(each, f"<{each}>", f"<not {each}>") for each in "XYZ"}
    statement = Statement(form, tuple("XYZ"[: FORMS[form][0]]))
    said = sentence(statement, texts)
    plain = said[0].lower() + said[1:].rstrip(".")
    read = re.sub(r"<(not )?([XYZ])>", lambda found: f"{'not ' * bool(found[1])}w['{found[2]}']", plain)
    if "only if" in read:
        effect, cause = read.split(" only if ")
        read = f"(not ({effect})) or ({cause})"
    elif read.startswith("if "):
        cause, effect = read.removeprefix("if ").split(", then ")
        read = f"(not ({cause})) or ({effect})"
    read = read.replace(", or both", "").replace(", and ", " and ")
    for values in itertools.product((True, False), repeat=3):
        world = dict(zip("XYZ", values, strict=True))
        assert eval(read, {"w": world}) == entails([Statement("is" if v else "not", (k,)) for k, v in world.items()],
                                                   statement)  # fmt: skip


def test_in_words():
    texts = {
        str(r["id"]): Proposition(str(r["id"]), str(r["clause"]), str(r["negation"])) for r in read("propositions")
    }
    assert words(BRIEF[0]) == "D only if S or W"
    assert words(BRIEF[3], texts) == "“relations are reset” only if “substantive talks take place”"
    told = world_in_words({"R": True, "D": False}, texts)
    assert told == ("relations are reset", "no substantive talks take place")
