"""A word leads to the place that introduces it, and the map to its lessons: by keyboard, in a real JupyterLab."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.pages import write_notebook
from tests.paths import ROOT

LESSON = ROOT / "notebooks" / "01_the_question.ipynb"
CELLS = ["from course import brief, mine", 'brief.glossary("01")', "mine.progress()"]
TABLES = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea table"


@pytest.fixture
def opened(notebook, tmp_path):
    write_notebook(tmp_path / "words.ipynb", CELLS)
    found = notebook(tmp_path / "words.ipynb", LESSON)
    found.run_all()
    expect(found.page.locator(TABLES)).to_have_count(2)
    return found


def heading(page: Page, text: str):
    return page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) h2", has_text=text)


def test_a_word_leads_to_its_place_and_from_there_to_the_next(opened):
    page = opened.page
    page.get_by_role("rowheader", name="signal").get_by_role("link").press("Enter")
    expect(heading(page, "Signalling is not stepping")).to_be_in_viewport()
    # the lesson is open and was not run: its own words, as saved, lead on
    page.locator(TABLES).last.get_by_role("rowheader", name="reset").get_by_role("link").press("Enter")
    expect(heading(page, "A title with a question mark")).to_be_in_viewport()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_and_map_are_clean_for_axe_and_fit_into_a_narrow_window(opened, theme):
    page = opened.page
    opened.theme(theme)
    opened.narrow()
    found = Axe().run(page, context=".jp-OutputArea").response["violations"]
    assert not found, [(each["id"], each["nodes"][0]["html"]) for each in found]
    expect(page.get_by_role("progressbar", name="0 of 8")).to_be_visible()
    wide = "e => e.closest('.jp-OutputArea-output').scrollWidth - e.closest('.jp-OutputArea-output').clientWidth"
    assert page.locator(TABLES).last.evaluate(wide) == 0, "the map needs no scrolling sideways"
    page.get_by_role("rowheader", name="1 · The question").get_by_role("link").press("Enter")
    expect(heading(page, "A title with a question mark")).to_be_attached()
