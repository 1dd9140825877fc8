"""One learner, nine lessons, by keyboard, each with a kernel of its own: from the prior to the portfolio."""

import json
import re

import pytest
from playwright.sync_api import expect

from course.gain.read import families
from course.tables import read
from tests.browser import later
from tests.browser.in_place import by_keys
from tests.browser.pages import panel, press
from tests.browser.test_handing_in import the_brief
from tests.paths import LESSON_NOTEBOOKS

COMMITTED = "07_hindsight"


def choose(page, title):
    """The first choice, by keys."""
    panel(page, title).get_by_role("radio").first.focus()
    press(page, "Space")


def tick(page, title):
    """The first two boxes, by keys."""
    panel(page, title).get_by_role("checkbox").first.focus()
    press(page, "Space", "Tab", "Space")


def numbers(page, title, value):
    """The same number for every event, by keys."""
    fields = panel(page, title).get_by_role("spinbutton")
    for n in range(fields.count()):
        fields.nth(n).focus()
        press(page, "ControlOrMeta+a", *str(value), "Tab")


def commit(page, title):
    panel(page, title).get_by_role("button", name="Commit my answer").press("Enter")
    expect(panel(page, title).locator(".rs-status")).to_contain_text("Committed")


def thesis(page):
    tick(page, "What does the thesis claim?")


def prior(page):
    numbers(page, "Your prior", 20)


def in_place(page, title, *signals):
    """Each signal where it was read: the number moves, the next begins where it ended; then the board has them all."""
    expect(panel(page, title).locator(".bd-progress")).to_contain_text(f"0 of {len(signals)} weighed")
    before = None
    for n, signal in enumerate(signals):
        start, end = by_keys(page, signal, down=n % 7)
        assert before in (None, start)
        assert (n % 7 == 3) == (start == end)
        before = end
    expect(panel(page, title).locator(".bd-result")).to_contain_text(before)
    commit(page, title)


def ten_cards(page):
    in_place(page, "Ten cards", *(f"S{n:02}" for n in range(1, 11)))


def american_signals(page):
    in_place(page, "Weigh the American signals", *(f"S{n:02}" for n in range(11, 17)))


def argument(page):
    the_brief(panel(page, "Build the argument"))


def whole_board(page):
    expect(page.locator(".bd-whole")).to_be_visible()
    expect(page.locator(".bd-whole .bd-rating")).to_have_count(16)
    commit(page, "The whole board")


def forecasts(page):
    numbers(page, "Your forecasts", 30)
    commit(page, "Your forecasts")


def rules(page):
    """The last questions of the course: its rules, and the check-out, whichever questions it draws."""
    for question in (each for own in families().values() for each in own):
        if panel(page, question.title).count():
            choose(page, question.title)
            commit(page, question.title)
    tick(page, "Which of your rules survive?")


STEPS = {
    "00_start_here": ("Your prior", "prior", prior),
    "01_the_question": ("What does the thesis claim?", "thesis-bounds", thesis),
    "02_north_koreas_cards": ("Ten cards", "weigh-cards", ten_cards),
    "03_us_reshuffling": ("Weigh the American signals", "weigh-reshuffling", american_signals),
    "04_the_precondition": ("Build the argument", "precondition-build", argument),
    "05_north_koreas_goals": ("A denial", "goals-motives", lambda page: choose(page, "A denial")),
    "06_weighing_it_all": ("The whole board", "weigh-all", whole_board),
    COMMITTED: ("Your forecasts", "hindsight-forecasts", forecasts),
    "08_transfer": ("Which of your rules survive?", "transfer-rules", rules),
}
"""Lesson to the title of a panel, the question behind it, and how it is answered."""


@pytest.fixture
def course(notebook):
    """course(lesson): the lesson opened in the one folder, with a new kernel, and run."""
    first = notebook(*LESSON_NOTEBOOKS)

    def open_lesson(name):
        first.page.evaluate("async () => { await window.jupyterapp.serviceManager.sessions.shutdownAll(); }")
        first.path = f"{first.path.partition('/')[0]}/{name}.ipynb"
        first.open_here()
        first.run_all()
        expect(first.page.locator(".rs-panel").last).to_be_visible()
        first.idle()
        return first

    return open_lesson


def test_from_the_prior_to_the_portfolio(course):
    assert list(STEPS) == [path.stem for path in LESSON_NOTEBOOKS]
    given, told = {}, later.texts()
    for name, (title, question, answer) in STEPS.items():
        opened = course(name)
        page, sources = opened.page, opened.cell_sources()
        if name <= COMMITTED:
            seen = later.seen(page)
            assert not {text for text in told if text in seen}, name
            assert not later.dates(seen), name
        answer(page)
        expect(panel(page, title).locator(".rs-status")).to_contain_text(re.compile("Saved|Committed"))
        assert opened.cell_sources() == sources, "a key typed in a panel reached JupyterLab"
        given[question] = opened.journal["answers"][question]["value"]
        assert {q: opened.journal["answers"][q]["value"] for q in given} == given, "an earlier answer was lost"

    opened = course(COMMITTED)
    assert {text for text in told if text in later.seen(opened.page)}, "what came is shown once it was committed"
    assert later.dates(later.seen(opened.page))

    for name, (title, question, _) in STEPS.items():
        opened = course(name)
        expect(panel(opened.page, title).locator(".rs-status")).to_contain_text(re.compile("Saved|Committed"))
        assert opened.journal["answers"][question]["value"] == given[question]

    portfolio(opened)


def portfolio(opened):
    """The page that the last lesson writes, opened as the learner opens it: by the link below the cell."""
    opened.page.get_by_role("link", name="portfolio/portfolio.html").press("Enter")
    made = opened.page.frame_locator(".jp-HTMLViewer iframe")
    body = made.locator("body")
    expect(body).not_to_contain_text("Nothing yet")
    expect(body).to_contain_text("Valid: the conclusion follows.")
    expect(body).to_contain_text("Committed on")
    assert made.locator("svg[role=img]").count() == 3
    folder = (opened.lab.root / opened.path).parent / "portfolio"
    data = json.loads((folder / "portfolio.json").read_text("utf-8"))
    assert [each["question"] for each in data["beliefs"]][:1] == ["Your prior"]
    assert len(data["weights"]) == len(read("signals"))
    assert len(data["checks"]) == len(families()), "the check-out; the check-in was left out"


def test_the_last_lesson_opened_first_shows_nothing_later(course):
    opened = course("08_transfer")
    seen = later.seen(opened.page)
    assert not {text for text in later.texts() if text in seen}
    assert not later.dates(seen)
