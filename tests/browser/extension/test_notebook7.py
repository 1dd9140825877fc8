"""The same in Notebook 7, which nbgrader brings along."""

import shutil

from playwright.sync_api import expect

from tests.browser.conftest import serve
from tests.browser.extension.changed import cell, changed
from tests.browser.extension.test_opening import asking
from tests.browser.pages import press
from tests.paths import ROOT

CARDS = ROOT / "notebooks" / "02_north_koreas_cards.ipynb"


def test_a_lesson_opens_and_works_and_a_changed_one_says_why_not(context, tmp_path):
    root = tmp_path / "lessons"
    root.mkdir()
    shutil.copy(CARDS, root)

    def change(cells):
        cell(cells, "import")["source"] = ["print('mine')"]

    changed(root, change, CARDS, "changed.ipynb")
    with serve(tmp_path / "home", root, app="notebook", extension=True) as server:
        page = context.new_page()
        page.goto(f"{server.url}notebooks/{CARDS.name}?token={server.token}")
        line = page.locator(".rds-line")
        expect(line).to_have_text("Ready.", timeout=90_000)
        expect(page.locator(".rs-panel")).to_have_count(asking(CARDS))
        expect(page.locator(".jp-CodeCell .jp-Cell-inputWrapper:visible")).to_have_count(0)
        page.locator(".jp-RenderedMarkdown .rds-ref", has_text="C030").first.focus()
        expect(page.locator(".rds-note")).to_contain_text("C030 · Claim")
        press(page, "Escape")
        expect(page.locator(".rds-note")).to_have_count(0)
        page.goto(f"{server.url}notebooks/changed.ipynb?token={server.token}")
        expect(line).to_contain_text("nothing was run by itself", timeout=60_000)
