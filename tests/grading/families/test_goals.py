"""The families of goals: what their models say of cases worked out by hand, and that variants have little in common."""

import random
from itertools import combinations
from statistics import mean

import pytest

from course.argument import Statement
from grading.families import FamilyError, families
from grading.families.goals import aims_evidence, aims_means, deal_build, deal_opens, only_giver, slots
from grading.families.goals.positions import positions
from tests.validity.assignments import load
from tests.validity.ways import ways

GOALS = [each for each in families() if each.assignment == "goals"]


def test_a_refusal_rules_out_and_a_payment_needs_an_end():
    offers = [((0, 1), False), ((0, 2), True), ((3, 4), True)]
    assert aims_means.status(6, offers) == ["no-end", "no-end", "end", "open", "open", "open"]


def test_a_report_is_worth_its_ratio_and_not_its_frequency():
    reports = [(17, 17), (4, 1), (18, 9), (2, 8), (9, 18)]
    assert aims_evidence.order(reports) == [1, 2, 0, 4, 3]
    assert aims_evidence.misleading(reports)
    assert not aims_evidence.misleading([(16, 4), (12, 6), (10, 10), (4, 8), (3, 12)])


@pytest.mark.parametrize(
    ("form", "of", "does"),
    [("if", "TK", True), ("if_not", "KT", True), ("if", "KT", False), ("if_not", "TK", False), ("if", "OT", False)],
)
def test_what_is_needed_is_not_enough(form, of, does):
    assert only_giver.follows(Statement(form, tuple(of))) is does


@pytest.mark.parametrize(
    ("way", "most"),
    [("recall", 0.0), ("recall, slight likeness", 0.0), ("keyword matcher", 0.3), ("looks up tables", 0.3)],
)
def test_who_goes_by_words_is_no_better_than_a_guess_on_what_only_says(way, most):
    goals = load("goals")
    answers = ways(goals)[way]
    for question in goals.families[only_giver.NAME]:
        runs = [answers(question, random.Random(n)) for n in range(20)]
        assert mean(goals.points(question, each) for each in runs) <= most * question.points, question.id


def test_one_issue_is_enough_to_walk_away():
    terms = {"order": "steps-first", "status": "given-up", "detainees": "separate"}
    assert deal_opens.fate(positions(), terms) == "pyongyang"
    assert deal_opens.fate(positions(), terms | {"detainees": "to-an-envoy"}) == "both"
    assert deal_opens.fate(positions(), {"order": "talks-first", "status": "left-open"}) == "washington"


def test_a_deal_that_takes_another_number_of_changes_is_refused():
    with pytest.raises(FamilyError, match="expected four changes"):
        deal_build.fitting(("forum", {"order": "US", "status": "US", "detainees": "US"}, "six-party"), 0)


def test_two_variants_share_two_wordings_at_most():
    shared = [sum(slots.wording(a, n) == slots.wording(b, n) for n in range(7)) for a, b in combinations(range(12), 2)]
    assert max(shared) == 2


@pytest.mark.parametrize("family", GOALS, ids=str)
def test_an_answer_to_one_variant_is_no_answer_to_most_others(family):
    answers = [each.answers["expert"] for each in family.variants]
    alike = [sum(one == other for other in answers) for one in answers]
    assert max(alike) <= len(answers) / 3
