"""A learner's forecasts as tables: hidden until committed, then those of the first commitment."""

import pytest
from sklearn.metrics import brier_score_loss

from course import mine, tables
from course.charts import forecasts_and_outcomes
from course.forecasting import ForecastError
from course.kinds import Forecast
from course.mine.committed import FORECASTS, HIDDEN
from course.mine.forecasts import PREMISE
from course.questions import State
from course.questions.find import find_question
from tests.paths import ROOT

REVEALS = (
    mine.author,
    lambda: mine.together("q05", 0.5),
    mine.outcomes,
    mine.scores,
    mine.calibrated,
    mine.beside_crowd,
    lambda: mine.later("outcomes"),
)


@pytest.fixture
def asked():
    found = find_question(FORECASTS, ROOT)
    assert isinstance(found, Forecast)
    return found


def everything(asked, probability=0.3, **others):
    return {item.id: probability for item in asked.items} | others


@pytest.mark.parametrize("reveal", REVEALS)
def test_nothing_is_shown_before_the_commitment(journal, asked, reveal):
    for value in (None, {"q05": 0.2}, everything(asked)):
        if value:
            journal.save(FORECASTS, value)
        shown = reveal()
        assert shown.empty
        assert HIDDEN in repr(shown)


@pytest.mark.parametrize("reveal", REVEALS)
def test_all_is_shown_after_it(journal, asked, reveal):
    journal.commit(FORECASTS, everything(asked))
    assert not reveal().empty


def test_the_first_commitment_counts_whatever_is_said_later(journal, asked):
    journal.commit(FORECASTS, everything(asked, q05=0.1))
    journal.commit(FORECASTS, everything(asked, q05=0.9))
    assert mine.outcomes("q05").loc["q05", "forecast"] == 0.1
    assert mine.forecasts().loc["q05", "forecast"] == 0.1


def test_scores_are_those_of_scikit_learn(journal, asked):
    said = {item.id: n / 20 for n, item in enumerate(asked.items)}
    journal.commit(FORECASTS, said)
    came = {str(row["id"]).lower(): row["outcome"] for row in tables.read_after("outcomes")}
    settled = [name for name in said if name in came]
    theirs = brier_score_loss([came[name] for name in settled], [said[name] for name in settled])
    assert mine.scores().loc["you", "brier"] == pytest.approx(theirs, abs=0.0005)
    assert mine.scores().loc["you", "n"] == len(settled) == 12
    assert mine.calibrated()["n"].sum() == 12


def test_the_questions_are_those_of_the_outcomes_word_for_word(asked):
    known = {str(row["id"]).lower(): row for row in tables.read_after("outcomes")}
    for item in asked.items:
        if item.id in known:
            assert known[item.id]["gradable"]
            assert item.text == known[item.id]["question"]
            criteria = known[item.id]["resolution_criteria"]
            assert asked.settled_by[item.id] == (
                known["q05"]["resolution_criteria"] if criteria == "As Q05." else criteria
            )
    assert sum(item.id in known for item in asked.items) == 12


def test_forecasts_that_do_not_fit_are_pointed_out_and_hold_nothing_up(asked):
    found = asked.stand(everything(asked, q05=0.9))
    assert found.state is State.ANSWERED
    assert len(found.notes) == 2
    assert "2014?” can’t be more probable" in found.notes[1]
    assert asked.stand(everything(asked)).notes == ()
    assert asked.stand(everything(asked, q05=1.2)).state is State.INCOHERENT
    assert asked.stand({"q05": 0.9, "q06": 0.1}).notes


def test_rules_and_nearest_forecasts_are_shown_before_the_commitment_too(journal, asked):
    journal.save(FORECASTS, everything(asked, q05=0.6))
    assert list(mine.rules_kept()["kept"]) == [False, True, True, True]
    assert dict(mine.nearest()["nearest"]) == {"q05": 0.4, "q06": 0.4, "q07": 0.4}
    journal.save(FORECASTS, everything(asked))
    assert mine.nearest().empty
    assert "fit together" in repr(mine.nearest())


def test_a_rule_that_rests_on_a_premise_binds_only_whoever_holds_it(journal, asked):
    said = everything(asked, q01=0.5, steps=0.1, waiver=0.1)
    (note,) = asked.stand(said).notes
    assert note.startswith("If you hold that talks need steps or a waiver: ")
    assert asked.stand(said | {"q05": 0.9}).notes[0] == "Not everything fits together:"
    journal.save(FORECASTS, said)
    kept = mine.rules_kept()
    assert dict(zip(kept["holds"], kept["kept"], strict=True)) == {"always": True, PREMISE: False}
    assert mine.nearest().empty
    assert set(mine.nearest(premises=True).index) == {"q01", "steps", "waiver"}


def test_the_rules_of_the_lesson_are_those_it_names(asked):
    told = [rule.why for rule in asked.rules]
    assert len(told) == 4
    assert all(each.id not in why for why in told for each in asked.items if each.id.startswith("q"))


def test_the_log_keeps_every_answer(journal):
    journal.save("prior", {"reset": 0.4})
    journal.save("prior", {"reset": 0.2})
    assert list(mine.log("prior")["value"]) == ["reset 40 %", "reset 20 %"]
    assert "no answer" in repr(mine.log("never-asked"))


def test_a_case_that_ended_later_waits_for_the_commitment(journal, asked):
    assert len(mine.case("IR")) == len(mine.case("LI")) == len(mine.case("MY")) == 8
    assert mine.case("CU").empty
    assert list(mine.routes().index) == ["IR", "MY", "LI"]
    assert "1 later case" in repr(mine.routes())
    journal.commit(FORECASTS, everything(asked))
    assert len(mine.case("CU")) == 8
    assert len(mine.routes()) == 4
    assert dict(mine.routes()["condition_for"]) == {"IR": "talks", "MY": "relief", "LI": "relief", "CU": "relief"}
    with pytest.raises(KeyError, match="there are CU, IR, MY, LI"):
        mine.case("XX")


def test_a_case_says_what_was_secret_at_the_time(journal):
    secret = mine.case("IR")["secret_until"].dropna()
    assert {name: day.isoformat() for name, day in secret.items()} == {"IR03": "2013-11-24"}
    assert str(mine.case("LI").loc["LI03", "secret_until"]) == "2003-12-19"
    assert "secret_until" not in mine.case("MY")


def test_the_author_has_a_row_for_every_sentence_that_looks_ahead(journal, asked):
    journal.commit(FORECASTS, everything(asked))
    shown, rows = mine.author(), tables.read("implied_forecasts")
    assert list(shown.index) == [row["event_id"] for row in rows]
    assert (shown["from"] < shown["to"]).all()
    assert shown.loc["q04", "happened"] is not None
    assert shown.loc["q01", "brier"] == pytest.approx(0.03**2, abs=5e-4)
    assert shown.loc["reset", "mine"] == 0.3
    assert {name: clash for name, clash in shown["clashes_with"].items() if clash} == {
        "q01": ("reset",),
        "reset": ("q01",),
    }
    assert shown["brier"].notna().sum() == shown["happened"].notna().sum() < len(shown)


def test_every_implied_forecast_is_of_an_event_that_is_asked_or_settled(asked):
    known = {item.id for item in asked.items} | {str(row["id"]).lower() for row in tables.read_after("outcomes")}
    words = {(str(row["claim_id"]), str(row["words"])) for row in tables.read("claim_wordings")}
    for row in tables.read("implied_forecasts"):
        assert row["event_id"] in known
        said = " ".join(word for claim, word in words if claim == row["claim_id"])
        assert all(part in said for part in str(row["words"]).split()), row


def test_many_forecasts_as_one(journal, asked):
    journal.commit(FORECASTS, everything(asked, q05=0.2))
    shown = mine.together("q05", 0.1, 0.3, 0.9)
    assert list(shown.index) == ["yours alone", "median", "mean of log-odds", "extremized"]
    assert shown.loc["yours alone", "forecast"] == 0.2
    assert shown.loc["median", "forecast"] == 0.25
    assert shown.loc["yours alone", "brier"] == pytest.approx(0.04)
    with pytest.raises(ForecastError):
        mine.together("q05", 1.5)
    with pytest.raises(KeyError):
        mine.together("q99", 0.5)


def test_what_came_stands_folded_below_each_event(journal, asked):
    assert mine.reveal("q05").lines == []
    assert "<details" not in mine.reveal("q05")._repr_html_()
    journal.commit(FORECASTS, everything(asked, q05=0.2))
    shown = mine.reveal("q05", "q07")
    assert shown._repr_html_().count("<details><summary>") == 2
    assert "Brier score 0.040" in shown._repr_html_()
    assert "Brier" not in repr(shown), "text is not folded, so it tells no outcome"
    with pytest.raises(KeyError):
        mine.reveal("nothing")


def test_the_chart_of_forecasts_says_what_it_shows(journal, asked):
    assert "None is shown yet" in forecasts_and_outcomes(mine.outcomes()).to_dict()["description"]
    journal.commit(FORECASTS, everything(asked))
    told = forecasts_and_outcomes(mine.outcomes()).to_dict()["description"]
    assert "q07 Will North Korea conduct a nuclear test by 31 Jan 2016? 30 %, it happened" in told
