"""Names of platforms and people are read as they were written, and never as another learner's."""

import pytest

from grading.collecting.names import AmbiguousError, Named, by_hand, by_platform, fold, tidy


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("maieranna_101_900_journal.json", Named("maieranna", "101", "maieranna", "canvas", "journal.json", 900)),
        ("maieranna_LATE_101_900_a.zip", Named("maieranna", "101", "maieranna", "canvas", "a.zip", 900, late=True)),
        ("o_brien_101_900_a_b_2_3_x.zip", Named("o_brien", "101", "o_brien", "canvas", "a_b_2_3_x.zip", 900)),
        ("ada_101_900_01_work.zip", Named("ada", "101", "ada", "canvas", "01_work.zip", 900)),
        ("ada_101_900_2_work.zip", Named("ada", "101", "ada", "canvas", "2_work.zip", 900)),
        ("_101_900_a.zip", Named("101", "101", "", "canvas", "a.zip", 900)),
        ("ada_101_text.html", Named("ada", "101", "ada", "canvas", "text.html", typed=True)),
        ("ada_7_LATE_101_link.html", Named("ada_7", "101", "ada_7", "canvas", "link.html", typed=True, late=True)),
        ("LATE_anon_aB3dE_900_a.zip", Named("anon_aB3dE", "", "anon_aB3dE", "canvas", "a.zip", 900, late=True)),
        ("Ada B_12_assignsubmission_file_", Named("Ada B", "12", "Ada B", "moodle")),
        ("Ada B_12_assignsubmission_file", Named("Ada B", "12", "Ada B", "moodle")),
        ("Ada 7_12_assignsubmission_file_9_8_x.zip", Named("Ada 7", "12", "Ada 7", "moodle", "9_8_x.zip")),
        ("Default group_assignsubmission_file", Named("Default group", "", "Default group", "moodle")),
        (
            "Ada_12_assignsubmission_onlinetext_onlinetext.html",
            Named("Ada", "12", "Ada", "moodle", "onlinetext.html", typed=True),
        ),
        ("ada_precondition.zip", None),
        ("ada.zip", None),
        ("ada_12_work.zip", None),
    ],
)
def test_what_a_platforms_name_says(name: str, expected: Named | None):
    assert by_platform(name) == expected


def test_what_can_be_read_in_two_ways_is_not_read():
    with pytest.raises(AmbiguousError, match="77 or 110"):
        by_platform("victim_77_110_9120_journal.json")


@pytest.mark.parametrize(
    "name", ["vic\u200btim", "vic\u00adtim", "victim[]", "victim\u2060", "<victim>", "\u202evictim"]
)
def test_a_name_that_only_becomes_anothers_has_its_number_with_it(name: str):
    found = by_platform(f"{name}_9_assignsubmission_file_")
    assert found.learner == "victim-9"


@pytest.mark.parametrize(
    ("name", "file", "learner", "rest"),
    [
        ("ada.zip", False, "ada", ""),
        ("ada_precondition.tar.gz", False, "ada", ""),
        ("ada_precondition (1).zip", False, "ada", ""),
        ("o_brien.zip", False, "o_brien", ""),
        ("o_brien_precondition-Copy2.zip", False, "o_brien", ""),
        ("ada_preconditions.zip", False, "ada_preconditions", ""),
        ("  Ada   B .7z", False, "Ada B", ""),
        ("o_brien_journal (1).json", True, "o_brien", "journal (1).json"),
        ("ada_precondition-Copy1.ipynb", True, "ada", "precondition-Copy1.ipynb"),
        ("ada_my_work.ipynb", True, "ada_my", "work.ipynb"),
        ("journal.json", True, "", "journal.json"),
    ],
)
def test_what_a_name_by_hand_says(name: str, file: bool, learner: str, rest: str):
    assert by_hand(name, "precondition", file=file) == Named(learner, rest=rest)


def test_forms_of_a_name_are_one():
    assert tidy("Jose\u0301  B\u200c ") == "José B"
    assert fold("JOSÉ") == fold("Jose\u0301") != fold("Jose")
