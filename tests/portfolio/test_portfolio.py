"""The portfolio: what the journal holds, complete, as a page and as data; nothing later before the commitment."""

import csv
import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from course import mine, portfolio, tables
from course.gain import read as gain_read
from course.gain.draw import place
from course.mine.committed import FORECASTS
from course.mine.weighed import carried
from course.portfolio.gather import gather
from course.portfolio.parts import Belief, Portfolio
from course.questions.find import find_question
from course.svg import Rows, percent, signed
from tests.paths import ROOT

RULE = [
    {"form": "only_if_either", "of": ["D", "S", "W"], "claims": ["C025"]},
    {"form": "not", "of": ["S"], "claims": []},
    {"form": "not", "of": ["W"], "claims": []},
]


@pytest.fixture
def full(journal):
    """A journal of somebody who went through the whole course."""
    journal.save("prior", {"talks": 0.5, "reset": 0.3})
    journal.save("prior", {"talks": 0.5, "reset": 0.2})
    rated = {
        str(r["signal_id"]): {"step": r["step"], "credibility": r["credibility"]}
        for r in tables.read("example_ratings")
    }
    for question in ("weigh-cards", "weigh-reshuffling", "weigh-all"):
        asked = find_question(question, ROOT)
        ratings = {s: each for s, each in rated.items() if s in asked.signals}
        journal.commit(question, {"prior": 0.2, "ratings": ratings})
    journal.save("precondition-build", {"premises": RULE, "conclusion": {"form": "not", "of": ["D"]}})
    asked = find_question(FORECASTS, ROOT)
    journal.commit(FORECASTS, {item.id: 0.3 for item in asked.items})
    for moment, drawn in gain_read.asked(journal.read(), gain_read.families()).items():
        for each in drawn.values():
            journal.commit(place(moment, each.id), each.options[0].id)
    return journal


class Page(HTMLParser):
    """Names of elements, and descriptions of images."""

    def __init__(self, text):
        super().__init__()
        self.names, self.described, self.addresses = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)
        found = dict(attrs)
        if tag == "svg":
            self.described.append(found.get("aria-label"))
        self.addresses += [value for name, value in attrs if name in ("src", "href")]


def test_an_empty_journal_makes_an_empty_portfolio(journal):
    written = portfolio.write()
    assert written.empty == ("beliefs", "weights", "arguments", "forecasts", "checks")
    assert "Still empty: beliefs, weights" in str(written)
    text = (written.folder / "portfolio.html").read_text("utf-8")
    assert text.count("Nothing yet") == 5
    assert "<svg" not in text


def test_a_full_journal_makes_a_full_portfolio(full):
    written = portfolio.write()
    assert written.empty == ()
    made = gather()
    assert made.beliefs[0].question == "Your prior"
    assert made.beliefs[0].probability == 0.2, "of a run of answers the last counts"
    assert len(made.beliefs) == 4
    assert made.beliefs[-1].probability == pytest.approx(mine.posterior())
    assert {w.signal for w in made.weights} == set(mine.ratings().index)
    assert [a.verdict for a in made.kept["arguments"]] == ["Valid: the conclusion follows."]
    assert "C025" in made.kept["arguments"][0].premises[0]
    assert made.mean_brier == mine.scores().loc["you", "brier"]


def test_page_and_data_say_the_same(full):
    folder = portfolio.write().folder
    stored = json.loads((folder / "portfolio.json").read_text("utf-8"))
    for part in ("beliefs", "weights", "arguments", "forecasts", "checks"):
        with (folder / f"{part}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == len(stored[part]) > 0
        assert list(rows[0]) == list(stored[part][0])
    text = (folder / "portfolio.html").read_text("utf-8")
    for each in stored["weights"]:
        assert f">{signed(each['weight'])}</td>" in text


def test_the_page_needs_nothing_else_and_describes_its_charts(full):
    page = Page((portfolio.write().folder / "portfolio.html").read_text("utf-8"))
    assert "script" not in page.names
    assert page.addresses == []
    assert len(page.described) == 3
    assert all(len(each) > 40 for each in page.described)


def test_the_way_from_prior_to_posterior_is_drawn_step_by_step_and_stands_in_the_table(full):
    full.save("weigh-all", {"prior": 0.2, "ratings": {
        "S04": {"step": 2, "credibility": 1.0},
        "S01": {"step": 0, "credibility": 1.0},
        "S02": {"step": -1, "credibility": 0.5},
        "S05": {"step": 2, "credibility": 1.0, "same_as": "S04"},
    }})  # fmt: skip
    weights = {each.signal: each for each in gather().weights}
    assert [weights[s].counted for s in ("S01", "S04", "S05")] == [("S01",), ("S04", "S05"), ("S04", "S05")]
    assert weights["S01"].before == weights["S01"].after == pytest.approx(0.2)
    assert weights["S02"].after == weights["S04"].before == weights["S05"].before < 0.2
    assert weights["S05"].after == pytest.approx(mine.posterior())
    text = (portfolio.write().folder / "portfolio.html").read_text("utf-8")
    for each in weights.values():
        assert f'<td class="n">{percent(each.before)}</td><td class="n">{percent(each.after)}</td>' in text
    drawn = next(svg for svg in re.findall(r"<svg.*?</svg>", text, re.S) if "S04 S05 (one story)" in svg)
    svg = ET.fromstring(drawn)
    notes = [each.text for each in svg.iter("text") if each.get("x") == "100%"]
    # No log-odds; a step that changes nothing has no sign, and the colour of no direction.
    assert notes == ["20 %", "20 %", f"▼ {percent(weights['S02'].after)}", f"▲ {percent(mine.posterior())}",
                     percent(mine.posterior())]  # fmt: skip
    assert [each.get("class") for each in svg.iter("rect")] == ["neutral", "against", "for"]
    tops = [float(each.get("y")) for each in svg.iter("text") if each.get("x") == "0"]
    for line in svg.iter("line"):
        assert not any(float(line.get("y1")) < top - 3 < float(line.get("y2")) for top in tops), (
            "a line through a label"
        )


def test_forecasts_stand_farthest_first_with_a_line_to_what_came(full):
    text = (portfolio.write().folder / "portfolio.html").read_text("utf-8")
    drawn = next(svg for svg in re.findall(r"<svg.*?</svg>", text, re.S) if "Forecasts and what happened" in svg)
    notes = [each.text for each in ET.fromstring(drawn).iter("text") if each.get("x") == "100%"]
    settled = [note for note in notes if "," in note]
    assert set(settled) == {"30 %, yes", "30 %, no"}
    assert settled == sorted(settled, reverse=True)
    assert notes[: len(settled)] == settled, "what is open stands last"


def test_nothing_later_is_in_it_before_the_commitment(journal):
    asked = find_question(FORECASTS, ROOT)
    journal.save(FORECASTS, {item.id: 0.3 for item in asked.items})
    folder = portfolio.write().folder
    assert all(f.came is None and f.brier is None for f in gather().forecasts)
    assert "Not committed yet" in (folder / "portfolio.html").read_text("utf-8")
    assert not re.search(r"\b(yes|no)</td>", (folder / "portfolio.html").read_text("utf-8"))


def test_what_a_journal_holds_is_text_and_never_markup(journal, monkeypatch):
    made = Portfolio(
        (Belief("2014-10-01T00:00:00.000000Z", "<script>alert(1)</script>", 0.5, False),),
        (),
        {},
        (),
        None,
        None,
    )
    from course.portfolio.write import page

    assert "<script" not in page(made)


def test_answers_of_any_shape_stop_nothing(full):
    for question in ("prior", "weigh-all", "precondition-build", FORECASTS):
        for value in ([], "x", {"prior": "x"}, {"ratings": {"S01": {"step": 9}}}, {"reset": 2}, [1, {"a": None}]):
            full.save(question, value)
            portfolio.write()


def test_files_that_are_not_the_portfolios_are_left_alone(full):
    folder = portfolio.write().folder
    (folder / "essay.txt").write_text("mine")
    portfolio.write()
    assert (folder / "essay.txt").read_text() == "mine"


def test_a_row_chart_shows_long_labels_whole_and_signs_numbers():
    label = "North Korea’s foreign minister comes to New York for the General Assembly of the United Nations"
    drawn = ET.fromstring(str(Rows([label, "short"], [(0.0, "0")], "All of it, described.")))
    texts = [each.text for each in drawn.iter("text")]
    assert texts[0] == "0"
    assert " ".join(texts[1:-1]) == label
    assert max(map(len, texts)) <= 44
    assert len({each.get("y") for each in drawn.iter("text")}) == len(texts), "no two lines lie on one another"
    assert [signed(n) for n in (0.5, -0.5, 0.001, -0.001)] == ["+0.50", "−0.50", "0.00", "0.00"]
    assert [percent(n) for n in (0, 0.125, 1)] == ["0 %", "12 %", "100 %"]


def test_each_step_begins_where_another_ends_in_whatever_order_signals_were_rated():
    said = {"step": 1, "credibility": 1.0}
    found = carried({"prior": 0.2, "ratings": {"S09": said, "S01": said, "S04": said}})
    assert found["S01"].before == pytest.approx(0.2)
    assert (found["S01"].after, found["S04"].after) == (found["S04"].before, found["S09"].before)
