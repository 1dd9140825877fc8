"""The claim on which a rating rests, chosen in a real JupyterLab by keyboard."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from course.kinds.weigh.reasons import about
from course.questions import load_bank
from tests.browser.pages import press, write_asking
from tests.browser.test_accessibility import found_by_axe
from tests.browser.test_board import stored
from tests.paths import WEIGH

ASKED = load_bank(WEIGH)["reasons-board"]
SELECT = ".bd-card select[id$='-because']"


@pytest.fixture
def opened(notebook, tmp_path):
    write_asking(tmp_path / "board.ipynb", [ASKED.id])
    (tmp_path / "questions.toml").write_bytes(WEIGH.read_bytes())
    shown = notebook(tmp_path / "board.ipynb", tmp_path / "questions.toml")
    shown.run_all()
    expect(shown.page.locator(".bd-board")).to_have_count(1)
    return shown


def test_a_reason_is_chosen_by_keyboard_and_no_effect_needs_none(opened):
    page, said = opened.page, {}
    page.locator(".bd-board input[type=range]").first.focus()
    press(page, "ArrowLeft", "Tab", "Enter")
    for n, signal in enumerate(ASKED.signals):
        expect(page.locator(".bd-progress")).to_contain_text(f"{n} of 3 weighed")
        shown = page.locator(".bd-card h4").inner_text()[:3]
        assert page.get_by_text("What the brief says, and how firmly").count() == 0, "it would give the reasons away"
        page.locator(".bd-radios input").first.focus()
        effect = 3 if n == 0 else 0  # a signal of no effect, and two strong ones
        press(page, "Space", *["ArrowDown"] * effect, "Tab", "Tab", *["ArrowRight"] * 4)
        said[shown] = {"step": 3 - effect, "credibility": 0.7}
        offered = page.locator(f"{SELECT} option").evaluate_all("all => all.map(each => each.value)")
        assert sorted(offered[1:]) == sorted(ASKED.offers[shown]), signal
        assert page.get_by_label("It rests on the claim").get_attribute("data-lm-suppress-shortcuts") == "true"
        if n:
            page.locator(".bd-card .rs-buttons button").first.press("Enter")
            expect(page.locator(".bd-card .rs-passing")).to_contain_text("Choose the claim")
            page.locator(SELECT).focus()
            place = next(i for i, claim in enumerate(offered) if claim in about(shown))
            press(page, *["ArrowDown"] * place)
            said[shown]["because"] = offered[place]
            expect(page.locator(SELECT)).to_have_value(offered[place])
        else:
            expect(page.locator(".bd-because .bd-note")).to_contain_text("not needed")
        if n == 1:
            pictures(opened, "card")
        page.locator(".bd-card .rs-buttons button").first.press("Enter")
    expect(page.locator(".bd-whole")).to_be_visible()
    expect(page.locator(".rs-status")).to_contain_text("Complete")
    assert stored(opened, ASKED.id) == said
    pictures(opened, "whole")

    plain = next(signal for signal, rating in said.items() if "because" not in rating)
    page.locator(f"[id$='-{plain}-effect']").focus()
    press(page, "ArrowRight")
    expect(page.locator(".rs-status")).to_contain_text(re.compile(f"Incomplete: A reason is missing for {plain}"))
    page.locator(f"[id$='-{plain}-because']").focus()
    press(page, "ArrowDown")
    expect(page.locator(".rs-status")).to_contain_text("Complete")


def pictures(opened, name: str) -> None:
    """What it looks like, light, dark and narrow, in a folder if one is named; nothing may stick out sideways."""
    page, folder, size = opened.page, os.environ.get("PICTURES"), opened.page.viewport_size
    for look in ("light", "dark", "narrow"):
        opened.theme("dark" if look == "dark" else "light")
        if look == "narrow":
            opened.narrow()
        assert found_by_axe(page) == [], (name, look)
        for node in page.locator(".bd-because:visible").all():
            assert node.evaluate("node => node.scrollWidth <= node.clientWidth + 1"), (name, look)
        if folder:
            page.locator(".bd-because").first.scroll_into_view_if_needed()
            page.locator(".bd-because details").first.evaluate("node => { node.open = true; }")
            page.screenshot(path=Path(folder) / f"{name}-{look}.png")
    page.set_viewport_size(size)
