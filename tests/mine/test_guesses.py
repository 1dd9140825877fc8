"""Guesses are recorded, and charts wait for them."""

import pytest

from course import brief, charts, mine
from course.journal import Journal
from course.panels import Panel
from course.questions import load_bank
from course.tables import read
from tests.paths import LESSON_BANKS

FACTS = {
    "guess-first-page": "Introduction",
    "guess-cards": "North Korea's Cards",
    "guess-reshuffling": "U.S. Reshuffling Policy?",
    "guess-conclusion": "Conclusion",
}
LESSONS = {q.id: q for path in LESSON_BANKS for q in load_bank(path).questions}


@pytest.fixture
def journal(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_JOURNAL", str(tmp_path / "journal.json"))
    return Journal()


@pytest.mark.parametrize(("name", "section"), FACTS.items())
def test_what_comes_out_is_what_the_tables_hold(name, section):
    claims = brief.claims(section=section)
    assert LESSONS[name].most == len(claims)
    assert LESSONS[name].found["facts"] == (claims["kind"] == "reported fact").sum()
    assert len(claims) < len(read("claims"))


def test_the_first_committed_guess_stands_in_the_chart_and_in_words(journal):
    name, chart = "guess-first-page", charts.claims_by_kind(brief.claims(section="Introduction"))
    panel = Panel(LESSONS[name], journal)

    def tell(kind, value):
        panel._handle_custom_msg({"kind": kind, "value": value, "seq": 1, "view": "v"}, [])

    tell("save", {"facts": 3})
    assert mine.guess(name, "facts") is None
    waiting = charts.with_guess(chart, "reported fact", mine.guess(name, "facts"))
    assert "appears here" in repr(waiting)
    assert "reported fact: 8" not in repr(waiting)
    assert "<details>" in waiting._repr_html_()
    assert "moment" not in panel.feedback
    tell("commit", {"facts": 20})
    tell("commit", {"facts": 8})
    assert mine.guess(name, "facts") == 20
    assert panel.feedback["moment"]["says"] == "Reported facts: you guessed 20 of 29, and it is 8."
    made = charts.with_guess(chart, "reported fact", 20).to_dict()
    assert made["description"].endswith("Your guess for reported fact: 20.")
    assert "your guess: 20" in str(made)
    assert "guess" not in str(chart.to_dict()), "the chart that was given stays as it was"


def test_a_bar_that_is_not_there_is_named():
    with pytest.raises(ValueError, match="no bar “fact”; it has inference"):
        charts.with_guess(charts.claims_by_kind(brief.claims(section="Introduction")), "fact", 1)
