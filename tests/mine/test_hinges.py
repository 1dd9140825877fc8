"""Sentences and a chart's numbers that are computed from the learner's own weighing."""

import pytest

from course import mine
from course.mine.told import Told, listed

FULL = {"credibility": 1.0, "same_as": None}
APART = {"prior": 0.5, "ratings": {"S01": {"step": -1, **FULL}, "S07": {"step": 2, **FULL}}}
ECHO = {
    "prior": 0.2,
    "ratings": {
        "S04": {"step": 1, **FULL},
        "S05": {"step": 1, "credibility": 1.0, "same_as": "S04", "news": 0.0},
        "S16": {"step": -3, **FULL},
    },
}
SAID = [mine.counted_once, mine.carries, mine.crossing]


@pytest.mark.parametrize("said", SAID)
def test_before_any_rating_they_speak_of_the_example_and_say_so_first(said, journal):
    assert said().paragraphs[0].startswith("These are made-up example numbers")
    assert said()._repr_html_().startswith("<p>These are made-up example numbers")


@pytest.mark.parametrize("said", SAID)
def test_ratings_from_earlier_lessons_are_the_learners_own(said, journal):
    journal.save("prior", {"talks": 0.5, "reset": 0.1})
    journal.save("weigh-cards", {"ratings": {"S01": {"step": -1, **FULL}}})
    journal.save("weigh-reshuffling", {"ratings": {"S16": {"step": -1, **FULL}}})
    assert mine.prior() == 0.1
    assert list(mine.ratings().index) == ["S01", "S16"]
    assert "made-up" not in repr(said())


def test_the_board_counts_before_what_it_began_with(journal):
    journal.save("prior", {"talks": 0.5, "reset": 0.1})
    journal.save("weigh-cards", {"ratings": {"S01": {"step": -1, **FULL}}})
    journal.save("weigh-all", APART)
    assert mine.prior() == 0.5
    assert list(mine.ratings().index) == ["S01", "S07"]


def test_a_story_is_told_with_what_it_changes(journal):
    journal.save("weigh-all", ECHO)
    assert repr(mine.counted_once()) == (
        "You count S04 and S05 as one story.\n"
        "If every signal counted by itself, your ratings would lead from 20.0 % to 11.1 %. "
        "The way you have linked them, they lead to 5.9 %."
    )
    journal.save("weigh-all", APART)
    assert repr(mine.counted_once()) == (
        "You have linked no signals. Each counts by itself, and your 2 ratings lead from 50.0 % to 66.7 %."
    )
    journal.save("weigh-all", {"prior": 0.5, "ratings": {"S07": {"step": 2, **FULL}}})
    assert "the one signal you have rated leads from 50.0 % to 80.0 %" in repr(mine.counted_once())


def test_what_carries_the_result_and_what_another_stands_in_for(journal):
    journal.save("weigh-all", ECHO)
    most, spare = mine.carries().paragraphs
    assert most == "S16 (Stance unchanged) carries most: without it you would be at 33.3 %, not at 5.9 %."
    assert spare.startswith("Leaving out S04 (Kenneth Bae held) or S05 (Matthew Miller held) alone changes nothing")
    assert list(mine.hinges().index) == ["S16"]
    assert mine.hinges().loc["S16", "without"] == pytest.approx(1 / 3)
    journal.save("weigh-all", {"prior": 0.5, "ratings": {"S07": {"step": 0, **FULL}}})
    assert mine.carries().paragraphs == ("No single signal moves your result.",)
    assert mine.hinges().empty


def test_what_would_carry_the_result_across_a_line(journal):
    journal.save("weigh-all", APART)
    assert mine.crossing(0.5).paragraphs == (
        "You are at 66.7 %, above the line of 50 %.",
        (
            "To cross it, it’s enough to leave out S07 (that would take you to 33.3 %), "
            "or to turn S07 round (that would take you to 11.1 %)."
        ),
        "With your ratings as they are, the break-even prior is 33.3 %. Yours was 50.0 %.",
        "A single signal is enough. Think hard about that one before you trust your result.",
    )
    far = mine.crossing(0.9).paragraphs
    assert (
        far[1] == "To cross it, it’s enough to turn S01 round (that would take you to 88.9 %)." or "Neither" in far[1]
    )
    assert "A single signal" not in repr(mine.crossing(0.99))
    journal.save("weigh-all", {"prior": 0.5, "ratings": {"S07": {"step": 0, **FULL}}})
    assert mine.crossing(0.5).paragraphs == ("You are at 50.0 %, on the line of 50 %.",)


def test_sentences_are_made_of_names_and_shown_as_text():
    assert [listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"], "or")] == ["a", "a and b", "a, b or c"]
    assert Told("a < b", "")._repr_html_() == "<p>a &lt; b</p>"
