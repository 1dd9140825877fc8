"""Forecasts in a real JupyterLab: by keyboard, hidden until committed, kept over a restart."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import later
from tests.browser.pages import press
from tests.paths import ROOT

LESSON = ROOT / "notebooks" / "07_hindsight.ipynb"
TEST_BY_2014, TEST_BY_2015 = "test by 31 Dec 2014", "test by 31 Dec 2015"


@pytest.fixture
def opened(notebook):
    found = notebook(LESSON)
    found.run_all()
    expect(found.page.locator(".rs-panel")).to_have_count(5)
    return found


def event(page: Page, text: str):
    return page.get_by_role("region", name="Your forecasts").get_by_role("group", name=re.compile(text))


def give(page: Page, text: str, percent: int) -> None:
    event(page, text).get_by_role("spinbutton").focus()
    press(page, "ControlOrMeta+a", *str(percent), "Tab")


def commit(page: Page) -> None:
    page.get_by_role("region", name="Your forecasts").get_by_role("button", name="Commit my answer").press("Enter")


def test_slider_number_and_word_follow_one_another(opened):
    page = opened.page
    one = event(page, TEST_BY_2014)
    word, number, slider = one.get_by_role("combobox"), one.get_by_role("spinbutton"), one.get_by_role("slider")
    expect(word).to_have_value("")
    expect(number).to_have_value("")
    word.focus()
    press(page, *["ArrowDown"] * 2)
    expect(number).to_have_value("13")
    expect(slider).to_have_attribute("aria-valuetext", "13 %")
    for percent, term in ((0, "almost no chance"), (20, "unlikely"), (50, "roughly even chance"), (80, "likely"),
                          (81, "very likely"), (100, "almost certain")):  # fmt: skip
        give(page, TEST_BY_2014, percent)
        expect(word.locator("option:checked")).to_have_text(term)
    slider.focus()
    press(page, "Home", "ArrowRight", "ArrowRight", "ArrowRight")
    expect(number).to_have_value("3")
    expect(word.locator("option:checked")).to_have_text("almost no chance")


def test_what_does_not_fit_is_told_at_once_and_nothing_is_revealed_before_the_commitment(opened):
    page, sources = opened.page, opened.cell_sources()
    status = page.get_by_role("region", name="Your forecasts").locator(".rs-status")
    assert not {text for text in later.texts() if text in page.locator("body").inner_text()}
    give(page, TEST_BY_2014, 40)
    give(page, TEST_BY_2015, 10)
    expect(status).to_contain_text("Not everything fits together")
    expect(status).to_contain_text(
        "can’t be more probable than “Will North Korea conduct a nuclear test by 31 Dec 2015"
    )
    commit(page)
    expect(status).to_contain_text("still to judge")
    opened.run_all()
    assert not {text for text in later.texts() if text in page.locator("body").inner_text()}

    numbers = page.get_by_role("region", name="Your forecasts").get_by_role("spinbutton")
    for n in range(numbers.count()):
        if numbers.nth(n).input_value() == "":
            numbers.nth(n).focus()
            press(page, "3", "0", "Tab")
    give(page, TEST_BY_2015, 40)
    give(page, "test by 31 Jan 2016", 45)
    expect(status).to_contain_text("Complete.")
    expect(status).not_to_contain_text("Not everything fits together")
    commit(page)
    expect(status).to_contain_text("Committed.")
    assert opened.journal["answers"]["hindsight-forecasts"]["committed_at"]
    assert opened.cell_sources() == sources, "a key typed in the panel reached JupyterLab"

    opened.restart()
    opened.run_all()
    body = page.locator("body")
    expect(body).to_contain_text("The test came on 6 January 2016, six days after the second date.")
    expect(body).to_contain_text("one half to everything")
    expect(event(page, TEST_BY_2014).get_by_role("spinbutton")).to_have_value("40")
