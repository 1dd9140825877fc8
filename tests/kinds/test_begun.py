"""What a weighing begins with: the learner's earlier ratings, and a prior from a forecast or an earlier posterior."""

import pytest

from course.journal import Journal
from course.kinds import Weigh
from course.panels import Panel
from course.questions import load_bank
from tests.paths import WEIGH

EARLIER = {
    "prior": 0.5,
    "ratings": {
        "S01": {"step": -2, "credibility": 1.0},
        "S04": {"step": 1, "credibility": 1.0},
        "S05": {"step": 1, "credibility": 1.0, "same_as": "S04"},
        "S06": {"step": None, "credibility": 1.0},
    },
}
BLANK = {"prior": None, "ratings": {}}


def question(**members) -> Weigh:
    known = {"id": "later", "title": "T", "prompt": "P", "signals": ("S01", "S04", "S05")}
    return Weigh(**{**known, **members})


def begun(asked: Weigh, **answers) -> dict:
    return asked.begun(answers.get)["start"]


def test_it_begins_with_earlier_ratings_and_the_earlier_posterior():
    found = begun(question(ratings_from=("earlier",), prior_from="earlier"), earlier=EARLIER)
    assert found["ratings"]["S05"] == {"step": 1, "credibility": 1.0, "same_as": "S04"}
    assert found["prior"] == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("said", "prior"),
    [({"reset": 0.1}, 0.1), ({"reset": 0}, None), ({"reset": 1}, None), ({"talks": 0.1}, None), ("nonsense", None)],
)
def test_it_begins_with_the_forecast_that_evidence_can_move(said, prior):
    assert begun(question(prior_from="prior"), prior=said) == {"prior": prior, "ratings": {}}


def test_it_begins_blank_without_earlier_answers():
    assert begun(question(ratings_from=("no-such",), prior_from="no-such")) == BLANK


def test_a_story_with_a_signal_of_another_board_is_not_carried():
    found = begun(question(signals=("S01", "S05"), ratings_from=("earlier",)), earlier=EARLIER)
    assert found["ratings"]["S05"]["same_as"] is None


def test_a_panel_takes_what_it_begins_with_from_the_journal_and_none_from_a_damaged_one(tmp_path):
    asked, journal = question(ratings_from=("earlier",)), Journal(tmp_path / "journal.json")
    journal.save("earlier", EARLIER)
    panel = Panel(asked, journal)
    assert panel.question["start"]["ratings"]["S01"]["step"] == -2
    assert panel.question["carried"]
    (tmp_path / "folder.json").mkdir()
    panel = Panel(asked, Journal(tmp_path / "folder.json"))
    assert panel.question["start"] == BLANK
    assert panel.status["error"]


def test_every_board_of_the_bank_reads():
    assert {q.id for q in load_bank(WEIGH).questions} == {
        "small-board",
        "whole-board",
        "concluding-board",
        "reasons-board",
    }
