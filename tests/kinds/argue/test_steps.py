"""Step by step: one more right part never lowers what an argument earns, and a wrong one never raises it."""

from itertools import permutations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from course.argument import FORMS, Statement
from course.kinds.argue.said import grants, keeps
from tests.kinds.argue.parts import BANK, argument, premise, scored

BRIEF = [
    ("only_if_either", "DSW", "C025"), ("only_if_either", "DWS"), ("only_if", "DS", "C092"), ("not", "S", "C094"),
    ("not", "W", "C097"), ("only_if", "RD"), ("if_not", "DR"), ("is", "Q", "C004"), ("neither", "SW", "C094", "C097"),
]  # fmt: skip
LINE = [("only_if", "PV", "C049"), ("only_if", "VL", "C084"), ("if_not", "LV"), ("not", "L", "C082"), ("not", "V")]
RIGHT = {"argument-build": (BRIEF, "not R"), "card-argument": (LINE, "not P")}
"""Of a question, all that the text says, and what is to be shown. In others a premise that is idle is a fault."""

ANY = {
    name: [Statement(form, of) for form, (n, _) in FORMS.items() for of in permutations(letters, n)]
    for name in RIGHT
    for letters in [[each.id for each in BANK[name].propositions]]
}
"""Everything that can be said in its letters."""

some = st.sampled_from(sorted(RIGHT))


def points(question, premises, so):
    return scored(question, argument(*premises, so=so)).points


def text(question):
    return next(each.when.within for each in BANK[question].key.criteria if each.when.within)


def said(form, of, *_):
    return Statement(form, tuple(of))


@st.composite
def begun(draw):
    """A question, some of what is right in it, and the right conclusion or none yet."""
    question = draw(some)
    right, so = RIGHT[question]
    return question, draw(st.lists(st.sampled_from(right), unique=True, max_size=6)), draw(st.sampled_from((so, "")))


@given(begun(), st.data())
@settings(max_examples=500, deadline=None)
def test_one_more_right_premise_never_lowers(found, data):
    question, premises, so = found
    more = data.draw(st.sampled_from(RIGHT[question][0]))
    assume(more not in premises)
    assert points(question, [*premises, more], so) >= points(question, premises, so)


@given(begun())
@settings(max_examples=500, deadline=None)
def test_the_right_conclusion_never_lowers_and_the_wrong_never_raises(found):
    question, premises, _ = found
    so = RIGHT[question][1]
    none, right, wrong = (points(question, premises, each) for each in ("", so, so.removeprefix("not ")))
    assert wrong <= none <= right


@given(begun(), st.data())
@settings(max_examples=500, deadline=None)
def test_a_stray_premise_never_raises(found, data):
    question, premises, so = found
    more = data.draw(st.sampled_from(ANY[question]))
    assume(not keeps(text(question), more))
    # “Neither S nor D” says “not S” too, and that half of it is right.
    assume(not any(grants([more], each) for each in text(question)))
    stray = (more.form, "".join(more.of))
    assert points(question, [*premises, stray], so) <= points(question, premises, so)


@given(begun(), st.data())
@settings(max_examples=500, deadline=None)
def test_a_premise_that_is_blank_in_part_counts_for_nothing(found, data):
    question, premises, so = found
    assume(premises)
    blank = data.draw(st.sampled_from([("not", "_"), ("if", "__"), ("only_if", "_" + premises[0][1][0])]))
    with_blank = scored(question, argument(*premises, blank, so=so))
    assert with_blank.points <= points(question, premises, so)
    open_ = {"follows"} if so else set()
    less = {each.id for each in scored(question, argument(*premises, so=so)).criteria if each.points}
    assert less - {each.id for each in with_blank.criteria if each.points} <= open_


@given(begun())
@settings(max_examples=500, deadline=None)
def test_nothing_is_told_of_a_criterion_that_is_met_or_open(found):
    question, premises, so = found
    for each in scored(question, argument(*premises, so=so)).criteria:
        assert not (each.missed and (each.points or not each.judged))
        if each.missed and each.id == "keeps-to-the-brief":
            assert not all(keeps(text(question), said(*one)) for one in premises)
        if each.missed and each.id == "goes-beyond-talks":
            assert not {"RD", "DR"} & {of for _, of, *_ in premises}


@pytest.mark.parametrize("question", RIGHT)
def test_all_that_is_right_earns_all(question):
    right, so = RIGHT[question]
    found = scored(question, argument(*right[:8], so=so))
    assert found.points == found.max_points


def test_a_premise_reads_as_it_is_written():
    assert premise("only_if", "D_", "C025") == {"form": "only_if", "of": ["D", None], "claims": ["C025"]}
