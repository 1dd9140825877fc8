"""The lessons in a real JupyterLab with every other host blocked: charts drawn, questions answered, answers found."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import panel, press
from tests.browser.test_panels import values
from tests.paths import LESSON_NOTEBOOKS

BY_NAME = {path.stem: path for path in LESSON_NOTEBOOKS}


@pytest.fixture(params=BY_NAME)
def lesson(request, notebook):
    opened = notebook(BY_NAME[request.param])
    opened.run_all()
    return opened


def test_a_lesson_runs_and_draws_every_chart(lesson):
    page = lesson.page
    charts = page.evaluate(
        """() => [...jupyterapp.shell.currentWidget.content.model.cells].flatMap(c => c.type === 'code'
             ? Array.from({length: c.outputs.length}, (_, i) => c.outputs.get(i)) : [])
             .filter(o => 'application/vnd.vegalite.v5+json' in o.data).length"""
    )
    drawn = page.locator(".jp-OutputArea .vega-embed")
    expect(drawn).to_have_count(charts)
    for n in range(charts):
        expect(drawn.nth(n).locator("svg.marks")).to_be_visible()
        assert len(drawn.nth(n).get_attribute("aria-label")) > 40
    expect(page.locator(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']")).to_have_count(0)


ANSWERS = {
    "title-mark": "finds",
    "how-firmly": None,  # any place will do; the order is the learner's own
    "what-comes-first": {"steps": 1, "dialogue": 2, "reset": 3},
    "thesis-bounds": ["near", "deadlock"],
}
PRIOR = {"talks": 0.3, "reset": 0.1}


def test_lesson_01_by_keyboard_from_the_first_answer_to_the_next_day(notebook):
    opened = notebook(BY_NAME["01_the_question"])
    opened.run_all()
    page, sources = opened.page, opened.cell_sources()

    title = panel(page, "A title with a question mark")
    title.get_by_role("radio", name="The author has found").focus()
    press(page, "Space")
    expect(title.get_by_role("status")).to_contain_text("Saved")
    title.get_by_role("button", name="Check my answer").focus()
    press(page, "Enter")
    expect(title).to_contain_text("Not yet")
    expect(title).to_contain_text("Without the question mark")
    title.get_by_text("Reread C001").first.focus()
    press(page, "Enter")
    expect(title.locator("details[open]")).to_contain_text("not as a finding")

    firmly = panel(page, "Who says so, and how firmly?")
    firmly.get_by_role("radio").first.focus()
    press(page, "Space", *["Tab", "Space"] * 4)
    expect(firmly.get_by_role("status")).to_contain_text("Complete.")

    first = panel(page, "What has to come first?")
    for name, rank in (("A reset", "3"), ("Substantive", "2"), ("Concrete", "1")):
        first.get_by_role("combobox", name=name).focus()
        press(page, rank)
    expect(first.get_by_role("status")).to_contain_text("Complete.")

    thesis = panel(page, "What does the thesis claim?")
    for name in ("in the near term", "while the nuclear deadlock lasts"):
        thesis.get_by_role("checkbox", name=name).focus()
        press(page, "Space")
    expect(thesis.get_by_role("status")).to_contain_text("Complete.")

    kept = values(opened.journal)
    assert len(kept["how-firmly"]) == 5
    assert {name: sorted(v) if isinstance(v, list) else v for name, v in kept.items()} == {
        **ANSWERS,
        "how-firmly": kept["how-firmly"],
        "thesis-bounds": sorted(ANSWERS["thesis-bounds"]),
    }
    assert opened.cell_sources() == sources

    opened.restart()
    opened.open()
    opened.run_all()
    expect(panel(page, "A title with a question mark").get_by_label("The author has found")).to_be_checked()
    expect(panel(page, "A title with a question mark")).to_contain_text("Without the question mark")
    expect(panel(page, "Who says so, and how firmly?").get_by_role("radio", checked=True)).to_have_count(5)
    expect(panel(page, "What has to come first?").get_by_role("combobox", name="Concrete")).to_have_value("1")
    expect(panel(page, "What does the thesis claim?").get_by_role("checkbox", checked=True)).to_have_count(2)
    assert values(opened.journal) == kept


def test_the_prior_is_committed_by_keyboard_in_lesson_00_and_still_there_the_next_day(notebook):
    opened = notebook(BY_NAME["00_start_here"])
    opened.run_all()
    page = opened.page
    prior = panel(page, "Your prior")
    for n, value in enumerate(PRIOR.values()):
        prior.get_by_role("spinbutton").nth(n).focus()
        page.keyboard.type(str(round(100 * value)))
    expect(prior.get_by_role("status")).to_contain_text("Complete.")
    prior.get_by_role("button", name="Commit my answer").focus()
    press(page, "Space")
    expect(prior.get_by_role("status")).to_contain_text("Committed.")

    opened.restart()
    opened.open()
    opened.run_all()
    expect(panel(page, "Your prior").get_by_role("status")).to_contain_text("Committed.")
    assert values(opened.journal) == {"prior": PRIOR}
    assert opened.journal["answers"]["prior"]["committed_at"]


def test_panels_and_charts_of_lesson_01_are_whole_at_400_px(notebook):
    opened = notebook(BY_NAME["01_the_question"])
    opened.run_all()
    guess = panel(opened.page, "Your guess: the first page")
    guess.get_by_role("slider").press("Enter")
    guess.get_by_role("button", name="Commit my guess").press("Enter")
    expect(opened.page.locator(".vega-embed svg.marks")).to_have_count(3)
    opened.narrow()
    opened.page.wait_for_function(
        """() => [...document.querySelectorAll('.vega-embed svg.marks')].every(
             svg => svg.getBoundingClientRect().width <= svg.closest('.jp-OutputArea-output').clientWidth + 1)"""
    )
    expect(opened.page.locator(".rs-panel")).not_to_have_count(0)
    cut = opened.page.locator(".rs-panel").evaluate_all(
        "all => all.filter(p => p.scrollWidth > p.clientWidth + 1).map(p => p.textContent.slice(0, 40))"
    )
    assert not cut


def test_the_board_of_another_case_asks_about_that_case(notebook):
    opened = notebook(BY_NAME["08_transfer"])
    opened.run_all()
    board = panel(opened.page, "Iran, as it looked in 2013")
    expect(board).to_contain_text("how probable is an agreement by the end of 2014?")
    board.get_by_role("slider").focus()
    press(opened.page, "ArrowRight")
    board.get_by_role("button", name="Go on to the signals").press("Enter")
    expect(board).to_contain_text("How likely is this signal if an agreement is coming")
    expect(board).to_contain_text("if no agreement is coming")
    assert "reset" not in board.inner_text()
