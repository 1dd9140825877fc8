"""What the extension lays over a lesson: code folded away, and numbers that open what they stand for."""

import json
import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import THEMES, Notebook, new_context
from tests.browser.extension.changed import cell, changed, code
from tests.browser.extension.test_opening import asking
from tests.browser.pages import press
from tests.browser.warm_page import VIEWPORT
from tests.paths import ROOT

CARDS = ROOT / "notebooks" / "02_north_koreas_cards.ipynb"
EDITORS = ".jp-CodeCell .jp-Cell-inputWrapper:visible"
OURS = (".rds-bar", ".rds-caption", ".rds-ref", ".rds-note")


@pytest.fixture(scope="module")
def kept(lab, browser):
    """The lesson, opened once for all that only read in it."""
    folder = lab.root / "reading"
    folder.mkdir()
    shutil.copy(CARDS, folder)
    context = new_context(browser)
    opened = Notebook(context.new_page(), lab, f"{folder.name}/{CARDS.name}")
    opened.open()
    expect(opened.page.locator(".rds-line")).to_contain_text("Ready.", timeout=60_000)
    expect(opened.page.locator(".rs-panel")).to_have_count(asking(CARDS), timeout=60_000)
    yield opened
    opened.page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    context.close()


@pytest.fixture
def cards(kept):
    """That lesson as it was when it had been opened: at its top, nothing in focus, light and wide."""
    page = kept.page
    page.set_viewport_size(VIEWPORT)
    kept.theme("light")
    page.mouse.move(5, 5)
    page.evaluate("() => { document.activeElement?.blur(); jupyterapp.shell.currentWidget.content.scrollToItem(0); }")
    if page.evaluate("() => jupyterapp.shell.leftCollapsed"):
        kept.run("application:toggle-left-area")
    expect(note(kept)).to_have_count(0)
    return kept


def number(opened, text, where=".jp-RenderedMarkdown"):
    return opened.page.locator(f"{where} .rds-ref", has_text=text).first


def note(opened):
    return opened.page.locator(".rds-note")


def code_cells() -> int:
    return sum(each["cell_type"] == "code" for each in json.loads(CARDS.read_text("utf-8"))["cells"])


def test_code_is_folded_and_one_control_lays_it_all_open_also_the_next_time(lesson):
    cards = lesson(CARDS)
    page, editors = cards.page, cards.page.locator(EDITORS)
    expect(editors).to_have_count(0)
    expect(page.locator(".rds-caption")).to_have_count(code_cells())
    page.get_by_role("button", name="Show all code").focus()
    press(page, "Enter")
    expect(editors).to_have_count(code_cells())
    cards.open()
    expect(page.locator(".rds-line")).to_contain_text("Ready.", timeout=60_000)
    expect(editors).to_have_count(code_cells())
    page.get_by_role("button", name="Hide all code").click()
    expect(editors).to_have_count(0)


def test_one_cell_is_opened_by_its_caption_and_by_who_wants_to_edit_it(lesson):
    cards = lesson(CARDS)
    page, editors = cards.page, cards.page.locator(EDITORS)
    names = page.locator(".rds-caption").evaluate_all("all => all.map(each => each.getAttribute('aria-label'))")
    assert len(set(names)) == code_cells()
    caption = page.get_by_role("button", name=names[0], exact=True)
    caption.focus()
    press(page, "Space")
    expect(editors).to_have_count(1)
    expect(caption).to_have_attribute("aria-expanded", "true")
    press(page, "Enter")
    expect(editors).to_have_count(0)
    expect(caption).to_be_focused()
    page.evaluate(
        """() => { const {content} = jupyterapp.shell.currentWidget; content.activeCellIndex =
             content.widgets.findIndex(cell => cell.model.id === 'kinds-chart'); content.activate(); }"""
    )
    press(page, "Enter")
    expect(editors).to_have_count(1)
    expect(editors.locator(".cm-content")).to_be_focused()


def test_a_comment_at_its_head_is_a_caption_and_only_code_as_shipped_is_folded(notebook, tmp_path):
    def change(cells):
        cell(cells, "releases")["source"] = ["print('mine')"]
        return [*cells, code("print('more')", "more")]

    opened = notebook(changed(tmp_path, change, CARDS))
    expect(opened.page.locator(".rds-line")).to_contain_text("The code of one cell")
    expect(opened.page.locator(EDITORS)).to_have_count(2)
    expect(opened.page.locator(".rds-caption")).to_have_count(code_cells() - 1)


def test_a_number_opens_by_focus_is_read_through_by_tab_and_goes_by_escape(cards):
    page, first = cards.page, number(cards, "E060")
    first.focus()
    expect(note(cards)).to_be_visible()
    expect(first).to_have_attribute("aria-expanded", "true")
    described = page.locator(f"#{first.get_attribute('aria-describedby')}")
    expect(described).to_contain_text("E060 · Event, 2013-02")
    press(page, "Tab")
    link = note(cards).get_by_role("link")
    expect(link).to_be_focused()
    assert link.get_attribute("href").startswith("http")
    press(page, "Escape")
    expect(note(cards)).to_have_count(0)
    expect(first).to_be_focused()
    press(page, "Enter")
    expect(note(cards)).to_be_visible()
    for _ in range(8):  # no trap
        press(page, "Tab")
    expect(note(cards).filter(has_text="E060")).to_have_count(0)
    assert page.evaluate("jupyterapp.shell.currentWidget.content.mode") == "command"


def test_a_signal_leads_to_its_claims_and_back(cards):
    signal = number(cards, "S04", "th")
    signal.focus()
    expect(note(cards)).to_contain_text("Signal, 2012-12: Detained American: Kenneth Bae")
    press(cards.page, "Tab", "Enter")
    expect(note(cards)).to_contain_text("C040 · Claim")
    expect(note(cards)).to_contain_text("The brief: North Korea's Cards, Detained Americans")
    press(cards.page, "Enter")
    expect(note(cards)).to_contain_text("S04 · Signal")
    press(cards.page, "Escape")
    expect(signal).to_be_focused()


def test_a_note_by_hover_can_be_pointed_at_stays_and_is_dismissed(cards):
    page = cards.page
    page.mouse.move(700, 600)
    page.mouse.wheel(0, 800)
    page.wait_for_timeout(500)
    number(cards, "C030").hover()
    expect(note(cards)).to_be_visible()
    note(cards).hover()
    page.wait_for_timeout(800)
    expect(note(cards)).to_be_visible()
    press(page, "Escape")
    expect(note(cards)).to_have_count(0)
    page.mouse.move(5, 5)
    number(cards, "C030").hover()
    expect(note(cards)).to_be_visible()
    page.mouse.move(5, 5)
    expect(note(cards)).to_have_count(0)


def test_at_400_px_by_touch_a_note_is_whole(cards):
    page = cards.page
    cards.narrow()
    for text, where in (("C030", ".jp-RenderedMarkdown"), ("D04", "th"), ("S10", "th")):
        found = number(cards, text, where)
        found.scroll_into_view_if_needed()
        found.dispatch_event("pointerdown", {"pointerType": "touch", "bubbles": True})
        found.focus()
        found.dispatch_event("click", {"pointerType": "touch", "bubbles": True})
        expect(note(cards)).to_contain_text(text)
        box = note(cards).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 400
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 800
        press(page, "Escape")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_numbers_in_controls_code_and_pictures_stay_text_and_none_is_marked_twice(cards):
    assert cards.page.locator(":is(a, button, label, summary, code, pre, svg) .rds-ref, .rds-ref .rds-ref").count() == 0
    texts = cards.page.locator(".rds-ref").all_text_contents()
    assert len(texts) > 100
    assert all(re.fullmatch(r"[CDES]\d{2,3}|BG\d{2}", each) for each in texts)
    prose = [
        re.findall(r"\b(?:C\d{3}|E\d{3}|S\d{2}|D\d{2}|BG\d{2})\b", "".join(each["source"]))
        for each in json.loads(CARDS.read_text("utf-8"))["cells"] if each["cell_type"] == "markdown"
    ]  # fmt: skip
    assert cards.page.locator(".jp-RenderedMarkdown .rds-ref").count() == sum(map(len, prose))


def test_axe_finds_nothing_in_any_look(cards):
    page, found = cards.page, {}
    for width in (1400, 400):
        page.set_viewport_size({"width": width, "height": 1000})
        for theme in THEMES:
            cards.theme(theme)
            number(cards, "D04", "th").focus()
            expect(note(cards)).to_be_visible()
            result = Axe().run(page, context={"include": [[each] for each in OURS]}).response["violations"]
            found[theme, width] = [(rule["id"], node["html"][:200]) for rule in result for node in rule["nodes"]]
            page.evaluate("document.activeElement.blur()")
    assert not {look: each for look, each in found.items() if each}


def test_marks_in_prose_are_not_saved(cards):
    number(cards, "C030").focus()
    cards.run("docmanager:save")
    saved = json.loads((cards.lab.root / cards.path).read_text("utf-8"))
    shipped = json.loads(CARDS.read_text("utf-8"))
    assert [(c["source"], c["metadata"]) for c in saved["cells"]] == [
        (c["source"], c["metadata"]) for c in shipped["cells"]
    ]
    assert not re.search(r"\brds-", json.dumps(saved))
