"""Arguments by name: not finished, one premise short, one too many, idle, in a circle, cited at random, changed."""

import pytest

from tests.kinds.argue.parts import BANK, argument, earned, scored, told

CONDITION, NO_STEPS, NO_WAIVER = ("only_if_either", "DSW", "C025"), ("not", "S", "C094"), ("not", "W", "C097")
LINK, SIGNAL = ("only_if", "RD"), ("is", "Q", "C004")
BRIEF = (CONDITION, NO_STEPS, NO_WAIVER, LINK)
LINE = (("only_if", "PV", "C049"), ("only_if", "VL", "C084"), ("not", "L", "C082"))
ALL = tuple(BANK["argument-build"].citable)


def without(premises, *these):
    return [each for each in premises if each not in these]


BUILD = {each.id for each in BANK["argument-build"].key.criteria}
CASES = {
    "the author’s": (argument(*BRIEF), BUILD, set()),
    "with a signal": (argument(*BRIEF, SIGNAL), BUILD, set()),
    "lacks only “not W”": (argument(*without(BRIEF, NO_WAIVER)), BUILD - {"follows"}, {"follows"}),
    "lacks only “not S”": (argument(*without(BRIEF, NO_STEPS)), BUILD - {"follows"}, {"follows"}),
    "lacks only the link": (
        argument(*without(BRIEF, LINK)),
        BUILD - {"follows", "goes-beyond-talks"},
        {"follows", "goes-beyond-talks"},
    ),
    "lacks only the condition": (
        argument(*without(BRIEF, CONDITION)),
        {"keeps-to-the-brief", "goes-beyond-talks"},
        {"follows", "the-condition", "cites-the-condition"},
    ),
    "lacks only its conclusion": (argument(*BRIEF, so=""), BUILD - {"follows"}, set()),
    "a part of a premise is blank": (
        argument(*without(BRIEF, NO_WAIVER), ("not", "_")),
        BUILD - {"follows"},
        set(),
    ),
    "a blank premise too many": (argument(*BRIEF, ("if", "S_")), BUILD, set()),
    "a stray premise": (argument(*BRIEF, ("if", "SD")), BUILD - {"keeps-to-the-brief"}, {"keeps-to-the-brief"}),
    "a stray fact": (argument(*BRIEF, ("not", "D")), BUILD - {"keeps-to-the-brief"}, {"keeps-to-the-brief"}),
    "a premise that contradicts": (
        argument(*BRIEF, ("is", "S")),
        BUILD - {"follows", "keeps-to-the-brief"},
        {"follows", "keeps-to-the-brief"},
    ),
    "the other conclusion": (argument(*BRIEF, so="R"), {"keeps-to-the-brief", "cites-the-condition"}, {"follows"}),
    "another way, the condition idle": (
        argument(("only_if", "RS"), NO_STEPS, ("only_if", "DS", "C025")),
        {"follows", "keeps-to-the-brief", "cites-the-condition"},
        {"the-condition", "goes-beyond-talks"},
    ),
    "every claim at every premise": (
        argument(*((form, of, *ALL) for form, of, *_ in BRIEF)),
        BUILD - {"cites-the-condition"},
        {"cites-the-condition"},
    ),
    "no steps, on what is said of signals": (
        argument(CONDITION, ("not", "S", "C004"), NO_WAIVER, LINK),
        BUILD - {"cites-the-condition"},
        {"cites-the-condition"},
    ),
    "one claim too many": (
        argument(CONDITION, ("not", "S", "C094", "C004"), NO_WAIVER, LINK),
        BUILD - {"cites-the-condition"},
        {"cites-the-condition"},
    ),
    "cites nothing": (
        argument(*((form, of) for form, of, *_ in BRIEF)),
        BUILD - {"cites-the-condition"},
        {"cites-the-condition"},
    ),
    "two facts in one block": (argument(CONDITION, ("neither", "SW", "C094", "C097"), LINK), BUILD, set()),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_right_earns_and_only_what_is_true_is_told(name):
    value, points, missed = CASES[name]
    assert (earned("argument-build", value), told("argument-build", value)) == (points, missed)


CIRCLES = {
    "not R, so not R": argument(("not", "R")),
    "in other letters": argument(("neither", "RQ")),
    "beside much that is true": argument(*BRIEF, ("not", "R")),
    "with a citation": argument(("not", "R", "C029"), CONDITION, NO_STEPS),
    "both of it": argument(("both", "RQ"), so="R"),
    "facts that leave nothing else": argument(("either", "SR"), NO_STEPS, so="R"),
    "not finished": argument(("not", "R"), ("not", "_")),
}


@pytest.mark.parametrize("name", CIRCLES)
def test_a_circle_earns_nothing_and_is_told_so_first(name):
    for question in ("argument-build", "argument-mend", "judgement-argument"):
        if question == "argument-mend" and "claims" in str(CIRCLES[name]):
            value = {**CIRCLES[name], "premises": [{**each, "claims": []} for each in CIRCLES[name]["premises"]]}
        else:
            value = CIRCLES[name]
        found = scored(question, value)
        assert found.points == 0
        assert "already say" in found.remarks[0].says
        assert not told(question, value), "it is not for what the criteria ask that it earns nothing"


@pytest.mark.parametrize(
    "value",
    [
        argument(("only_if", "DS"), ("not", "S"), so="not D"),
        argument(("if", "QD"), ("is", "Q"), so="D"),
        argument(("is", "S"), ("not", "S"), so="D"),
    ],
)
def test_a_rule_and_a_fact_are_no_circle(value):
    assert not any("already say" in each.says for each in scored("judgement-argument", value).remarks)


CARD = {each.id for each in BANK["card-argument"].key.criteria}
CARDS = {
    "the brief’s": (LINE, CARD, set()),
    "with an idle reason": (
        (LINE[0], ("not", "V", "C084"), LINE[2]),
        CARD - {"gives-the-line", "applies-the-line"},
        {"gives-the-line", "applies-the-line"},
    ),
    "lacks only the fact": (LINE[:2], CARD - {"follows", "applies-the-line"}, {"follows", "applies-the-line"}),
    "lacks only the line": (
        (LINE[0], LINE[2]),
        CARD - {"follows", "gives-the-line"},
        {"follows", "gives-the-line"},
    ),
    "all claims everywhere": (
        tuple((form, of, *BANK["card-argument"].citable) for form, of, *_ in LINE),
        CARD - {"cites"},
        {"cites"},
    ),
    "a stray hope": ((*LINE, ("if", "VT")), CARD - {"keeps-to-the-brief"}, {"keeps-to-the-brief"}),
}


@pytest.mark.parametrize("name", CARDS)
def test_a_reason_has_to_do_some_work(name):
    premises, points, missed = CARDS[name]
    value = argument(*premises, so="not P")
    assert (earned("card-argument", value), told("card-argument", value)) == (points, missed)


OWN = {each.id for each in BANK["judgement-argument"].key.criteria}
OWNS = {
    "an optimist, who cites nothing": (
        argument(("is", "W"), ("if", "WD"), ("if", "DR"), so="R"), OWN, set()
    ),
    "an optimist, who cites what is said": (
        argument(SIGNAL, ("if", "QD"), ("if", "DR"), so="R"), OWN, set()
    ),
    "who gives out the own as the brief’s": (
        argument(SIGNAL, ("if", "QD", "C004"), ("if", "DR"), so="R"), OWN - {"faithful"}, {"faithful"}
    ),
    "every claim at every premise": (
        argument(*((form, of, *BANK["judgement-argument"].citable) for form, of, *_ in BRIEF)),
        OWN - {"faithful"},
        {"faithful"},
    ),
    "one premise short": (argument(*without(BRIEF, NO_WAIVER)), {"faithful"}, {"follows"}),
    "one premise idle": (argument(*BRIEF, SIGNAL), OWN - {"nothing-idle"}, {"nothing-idle"}),
    "no conclusion yet": (argument(*BRIEF, so=""), {"faithful"}, set()),
    "words without an argument": (argument(("is", "Q"), ("if", "SW"), so="not R"), set(), {"follows"}),
}  # fmt: skip


@pytest.mark.parametrize("name", OWNS)
def test_opinion_is_free_and_what_is_cited_has_to_say_so(name):
    value, points, missed = OWNS[name]
    assert (earned("judgement-argument", value), told("judgement-argument", value)) == (points, missed)


START = (("if", "SD"), ("not", "S"), ("not", "W"), ("only_if", "RD"))
RIGHT = ("only_if_either", "DSW")
MEND = {each.id for each in BANK["argument-mend"].key.criteria}
MENDED = {
    "as it stood": (START, set(), {"follows", "keeps-to-the-brief", "mended"}),
    "the one premise": ((RIGHT, *START[1:]), MEND, set()),
    "in other words": ((RIGHT, ("neither", "WS"), ("if_not", "DR")), MEND, set()),
    "the simpler condition": ((("only_if", "DS"), *START[1:]), MEND, set()),
    "more than needed": ((RIGHT, ("only_if", "DS"), *START[1:]), MEND - {"mended"}, {"mended"}),
    "all anew": ((("only_if", "DS"), ("not", "S"), ("only_if", "RS")), MEND - {"mended"}, {"mended"}),
    "taken away only": (START[1:], {"keeps-to-the-brief"}, {"follows", "mended"}),
    "a fact put in its place": (
        (("not", "D"), *START[1:]), MEND - {"keeps-to-the-brief", "mended"}, {"keeps-to-the-brief", "mended"}
    ),
    "the faulty one kept": ((RIGHT, *START), MEND - {"keeps-to-the-brief"}, {"keeps-to-the-brief"}),
}  # fmt: skip


@pytest.mark.parametrize("name", MENDED)
def test_as_little_as_one_can_is_counted_from_the_start(name):
    premises, points, missed = MENDED[name]
    value = argument(*premises)
    assert (earned("argument-mend", value), told("argument-mend", value)) == (points, missed)
