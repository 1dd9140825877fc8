"""The learner's own weighing as tables."""

import pytest

from course import mine
from course.mine.weighed import NotWeighed
from course.tables import read

ANSWER = {
    "prior": 0.5,
    "ratings": {
        "S01": {"step": -2, "credibility": 1.0},
        "S04": {"step": 1, "credibility": 1.0},
        "S05": {"step": 1, "credibility": 1.0, "same_as": "S04"},
        "S06": {"step": None, "credibility": 1.0},
    },
}


def test_without_an_answer_the_example_stands_and_says_so(journal):
    for made in (mine.ratings(), mine.removals(), mine.smallest_changes(), mine.methods()):
        assert "made-up example" in repr(made)
        assert "made-up example" in made._repr_html_()
    assert list(mine.ratings().index) == [row["signal_id"] for row in read("example_ratings")]
    assert mine.prior() == 0.2


def test_the_tables_are_of_the_learners_own_ratings(journal):
    journal.save("weigh-all", ANSWER)
    assert mine.prior() == 0.5
    own = mine.ratings()
    assert list(own.index) == ["S01", "S04", "S05"]
    assert own.loc["S05", "same_as"] == "S04"
    removed = mine.removals()
    assert removed.loc["S01", "without"] == "66.7 %"
    assert removed.loc["S05", "without"] == removed.loc["S04", "without"] == "33.3 %"
    assert removed.index[0] == "S01"
    assert "example" not in repr(removed)
    changes = mine.smallest_changes(0.5)
    assert changes.loc["leave out", "signals"] == "S01"
    assert changes.loc["break-even prior", "probability"] == "prior 66.7 %"
    assert mine.methods().loc["weighing", "direction"] == "lowers"


@pytest.mark.parametrize(
    "value", [{"prior": 0.3}, {"ratings": ANSWER["ratings"]}, {"prior": 0.3, "ratings": {"S01": {}}}]
)
def test_a_weighing_barely_begun_is_none_yet(journal, value):
    journal.save("weigh-all", value)
    assert "made-up example" in repr(mine.ratings())
    assert mine.prior() == 0.2
    assert list(mine.beside_author().columns) == ["name", "mine", "on_its_face", "reading", "why"]


def test_the_posterior_counts_a_story_once(journal):
    journal.save("weigh-all", ANSWER)
    assert mine.posterior() == pytest.approx(1 / 3)


def test_what_has_changed_since_the_first_commitment(journal):
    assert "not committed" in repr(mine.since_commitment())
    journal.commit("weigh-all", ANSWER)
    later = {**ANSWER, "ratings": {**ANSWER["ratings"], "S01": {"step": 0, "credibility": 1.0}}}
    journal.save("weigh-all", later)
    changed = mine.since_commitment()
    assert list(changed.index) == ["S01"]
    assert list(changed.loc["S01", ["then", "now"]]) == ["lowers clearly, believed 100 %", "no effect, believed 100 %"]
    assert changed.loc["S01", "moved"] == 1.39
    assert "moved" not in changed._repr_html_()
    assert "Then: 33.3 %. Now: 66.7 %." in repr(changed)


def test_the_authors_reading_waits_for_the_commitment(journal):
    journal.save("weigh-all", ANSWER)
    assert len(mine.beside_author()) == 0
    journal.commit("weigh-all", ANSWER)
    shown = mine.beside_author()
    assert list(shown.index) == ["S01", "S04", "S05", "S06"]
    assert shown.loc["S01", "reading"] == "lowers"
    assert shown.loc["S01", "mine"] == "lowers clearly, believed 100 %"
    assert shown["mine"].isna().loc["S06"]
    assert shown.loc["S01", "weight"] == -1.39
    assert "1.39" not in shown._repr_html_()


def test_an_answer_of_another_form_is_named(journal):
    journal.save("weigh-all", "S01")
    with pytest.raises(NotWeighed, match="weigh-all"):
        mine.ratings()
