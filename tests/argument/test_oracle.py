"""The truth tables of arguments, against sympy's solver."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from course.argument import FORMS, Statement, consistent, counter_worlds, entails, equivalent, judge
from tests.oracles import solver

LETTERS = ("D", "Q", "R", "S", "T1", "W")


@st.composite
def statements(draw):
    form = draw(st.sampled_from(tuple(FORMS)))
    return Statement(form, tuple(draw(st.permutations(LETTERS))[: FORMS[form][0]]))


arguments = st.lists(statements(), max_size=5)
PARTS = ("valid", "consistent", "supports", "idle", "needed", "counter", "missing")


@given(arguments, statements(), statements())
@settings(max_examples=300)
def test_it_decides_as_the_solver_does(premises, one, other):
    assert entails(premises, one) is solver.entails(premises, one)
    assert consistent(premises) is solver.consistent(premises)
    assert equivalent(one, other) is solver.equivalent(one, other)


@given(arguments, statements())
@settings(max_examples=200)
def test_it_finds_all_worlds_that_the_solver_finds(premises, conclusion):
    assert counter_worlds(premises, conclusion) == solver.counter_worlds(premises, conclusion)


@given(arguments, statements(), st.lists(statements(), max_size=3, unique=True))
@settings(max_examples=200)
def test_it_judges_as_the_solver_does(premises, conclusion, hidden):
    mine, theirs = judge(premises, conclusion, hidden), solver.judge(premises, conclusion, hidden)
    assert {part: getattr(mine, part) for part in PARTS} == {part: getattr(theirs, part) for part in PARTS}


def test_twelve_letters_are_decided_at_once():
    """The largest argument that is allowed: a chain, and all worlds that break it."""
    names = [f"A{n}" for n in range(12)]
    chain = [Statement("only_if", pair) for pair in itertools.pairwise(names)]
    assert entails([*chain, Statement("is", ("A0",))], Statement("is", ("A11",)))
    found = counter_worlds(chain, Statement("is", ("A11",)))
    assert found == (dict.fromkeys(names, False),)
