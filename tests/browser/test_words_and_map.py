"""A word leads to the place that introduces it, and the map to its lessons: by keyboard, in a real JupyterLab."""

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser import conftest
from tests.browser.pages import write_notebook
from tests.paths import ROOT

LESSON = ROOT / "notebooks" / "01_the_question.ipynb"
CELLS = ["from course import brief, mine", 'brief.glossary("01")', "mine.progress()"]


@pytest.fixture
def opened(notebook, tmp_path):
    write_notebook(tmp_path / "words.ipynb", CELLS)
    found = notebook(tmp_path / "words.ipynb", LESSON)
    found.run_all()
    expect(shown(found.page, "table")).to_have_count(2)
    return found


@pytest.fixture
def as_learners_have_it(browser, tmp_path):
    """The words beside a lesson, in a JupyterLab that keeps cells off the screen out of the page, as is its default."""
    home, root = tmp_path / "home", tmp_path / "root"
    root.mkdir()
    write_notebook(root / "words.ipynb", CELLS)
    shutil.copy(LESSON, root)
    size = {"width": 1400, "height": 1000}
    with conftest.serve(home, root, extension=True) as lab, browser.new_context(viewport=size) as context:
        found = conftest.Notebook(context.new_page(), lab, "words.ipynb")
        found.open()
        found.run_all()
        yield found


def shown(page: Page, what: str):
    return page.locator(f".jp-NotebookPanel:not(.lm-mod-hidden) {what}")


def test_a_word_leads_to_its_place_in_a_lesson_that_is_closed_or_open(as_learners_have_it):
    page = as_learners_have_it.page
    for term, section in (("signal", "A signal isn’t a step"), ("deadlock", "The demand that stops everything")):
        page.get_by_role("tab", name="words.ipynb").click()
        shown(page, "table").first.get_by_role("rowheader", name=term).get_by_role("link").press("Enter")
        expect(shown(page, "h2").filter(has_text=section)).to_be_in_viewport()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_and_map_are_clean_for_axe_and_fit_into_a_narrow_window(opened, theme):
    page = opened.page
    opened.theme(theme)
    opened.narrow()
    found = Axe().run(page, context=".jp-OutputArea").response["violations"]
    assert not found, [(each["id"], each["nodes"][0]["html"]) for each in found]
    expect(page.get_by_role("progressbar", name="0 of 8").first).to_be_visible()
    wide = "e => e.closest('.jp-OutputArea-output').scrollWidth - e.closest('.jp-OutputArea-output').clientWidth"
    assert shown(page, "table").last.evaluate(wide) == 0, "the map needs no scrolling sideways"
    page.get_by_role("rowheader", name="1 · The question").get_by_role("link").press("Enter")
    expect(shown(page, "h2").filter(has_text="A title with a question mark")).to_be_attached()
