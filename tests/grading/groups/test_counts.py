"""Whose hand-in counts for whom."""

import pytest

from grading.groups.counts import Handed, count
from grading.groups.table import load_groups
from grading.handout.assignment import AssignmentError

GROUPS = {"red": ("ada", "bea", "cyd"), "blue": ("dot", "eve")}


def test_one_hand_in_counts_for_all_and_who_is_in_no_group_for_one():
    found = count(GROUPS, {}, {"bea": Handed("x"), "fay": Handed("y")})
    assert found.whose == {"ada": "bea", "bea": "bea", "cyd": "bea", "fay": "fay"}
    assert (found.besides, found.unclear) == ({}, {})


def test_different_hand_ins_wait_for_a_choice_and_cost_no_other_group():
    handed = {"ada": Handed("x", "1"), "bea": Handed("y", "2"), "dot": Handed("z")}
    found = count(GROUPS, {}, handed)
    assert found.whose == {"dot": "dot", "eve": "dot"}
    assert found.unclear == {"red": ("ada", "bea")}
    chosen = count(GROUPS, {"bea": 2}, handed)
    assert {chosen.whose[who] for who in GROUPS["red"]} == {"bea"}
    assert (chosen.besides, chosen.unclear) == ({"ada": "bea"}, {})
    assert not chosen.counts("ada")


def test_a_choice_of_somebody_without_a_hand_in_chooses_nothing():
    handed = {"ada": Handed("x"), "bea": Handed("y")}
    assert count(GROUPS, {"cyd": 2}, handed).unclear == {"red": ("ada", "bea")}


def test_of_the_same_work_the_earliest_counts_whatever_the_order():
    handed = {"ada": Handed("x", ""), "cyd": Handed("x", "2026-01-02"), "bea": Handed("x", "2026-01-03")}
    assert count(GROUPS, {}, handed).besides == {"ada": "cyd", "bea": "cyd"}
    assert count(GROUPS, {}, {who: Handed("x") for who in ("cyd", "bea")}).whose["ada"] == "bea"


FAULTS = {
    "group,learner\nred,ada\nblue,ada\n": "line 3, column learner: “ada” is in “red” by line 2 already",
    "group,learner\nred,ada\nred,ada\n": "line 3, column learner",
    "group,learner\nred,\n": "line 2, column learner: empty",
    "group,learner\n,ada\n": "line 2, column group: empty",
    "group,student\nred,ada\n": "line 1: expected the columns group, learner; it has group, student",
    "group,learner,assignment\nred,ada,golas\n": "line 2, column assignment: there is no assignment “golas”",
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_in_the_table_is_told_with_its_place(text, tmp_path):
    (tmp_path / "source" / "goals").mkdir(parents=True)
    (tmp_path / "groups.csv").write_text(text, encoding="utf-8")
    with pytest.raises(AssignmentError) as refused:
        load_groups(tmp_path, "goals")
    assert f"{tmp_path / 'groups.csv'}, {FAULTS[text]}" in str(refused.value)


def test_groups_of_one_assignment_leave_the_others_alone(tmp_path):
    for name in ("goals", "signals"):
        (tmp_path / "source" / name).mkdir(parents=True)
    table = tmp_path / "groups.csv"
    table.write_text("\ufeffAssignment;Group;Learner\r\ngoals;red;ada\r\ngoals;red;bea\r\n", encoding="utf-8")
    assert load_groups(tmp_path, "goals").of("bea") == ("ada", "bea")
    assert load_groups(tmp_path, "signals").of("bea") == ("bea",)
    table.write_text("group,learner\nred,ada\nred,bea\n", encoding="utf-8")
    assert load_groups(tmp_path, "signals").of("ada") == ("ada", "bea")
    choices = tmp_path / "group_choices.csv"
    choices.write_text("assignment,learner\ngoals,ada\ngoals,bea\n", encoding="utf-8")
    with pytest.raises(AssignmentError, match="line 3, column learner: line 2 has “ada” for the group “red” already"):
        load_groups(tmp_path, "goals")
    choices.write_text("assignment,learner\ngoals,zoe\n", encoding="utf-8")
    with pytest.raises(AssignmentError, match="“zoe” is in no group"):
        load_groups(tmp_path, "goals")
    assert load_groups(tmp_path, "signals").chosen == {}
