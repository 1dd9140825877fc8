"""The course in a browser tab, by keyboard: lessons, a panel of each type, charts, the portfolio and the reference."""

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser import site as sites
from tests.browser.pages import panel, press
from tests.browser.warm_page import VIEWPORT
from tests.paths import ARGUE, EVERY_TYPE, FORETELL, WEIGH

# Question of each type: the control that gets the focus, and the keys.
TYPES = {
    "one": ("radio", ["Space"]),
    "many": ("checkbox", ["Space"]),
    "classes": ("radio", ["Space"]),
    "order": ("combobox", ["ArrowDown"]),
    "chance": ("spinbutton", ["2", "0", "Tab"]),
    "count": ("slider", ["ArrowRight"]),
    "notes": ("textbox", ["a", "b", "Tab"]),
    "argument": ("radio", ["Space"]),
    "deal": ("radio", ["Space"]),
    "foretell": ("spinbutton", ["3", "0", "Tab"]),
    "small-board": ("slider", ["ArrowRight"]),
}
PUT = """async ([folder, bank, ids]) => {
  const { contents } = jupyterapp.serviceManager;
  const { path } = await contents.newUntitled({ type: "directory" });
  await contents.rename(path, folder);
  await contents.save(`${folder}/questions.toml`, { type: "file", format: "text", content: bank });
  const empty = { cell_type: "code", metadata: {}, execution_count: null, outputs: [] };
  const sources = ["from course import ask, portfolio", ...ids.map((id) => `ask("${id}")`), "portfolio.write()"];
  const cells = sources.map((source, n) => ({ ...empty, id: `own-${n}`, source }));
  const metadata = { kernelspec: { name: "python", display_name: "Python (Pyodide)", language: "python" } };
  const content = { nbformat: 4, nbformat_minor: 5, metadata, cells };
  await contents.save(`${folder}/all.ipynb`, { type: "notebook", format: "json", content });
  await jupyterapp.commands.execute("docmanager:open", { path: `${folder}/all.ipynb` });
}"""


@pytest.fixture
def elsewhere(context: BrowserContext):
    """Fails if a page asks anything of another host than the site's."""
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    yield
    assert not [url for url in asked if "127.0.0.1" not in url and not url.startswith(("blob:", "data:"))]


def answered(shown: Locator, role: str, keys: list[str]) -> None:
    """Answer a panel by keyboard, and wait until it says that this is saved."""
    shown.get_by_role(role).first.focus()
    press(shown.page, *keys)
    expect(shown.locator(".rs-status")).to_contain_text(re.compile("^Saved "), timeout=60_000)


def follow(page: Page, path: str) -> None:
    """Open another lesson in the same window."""
    page.evaluate("path => void jupyterapp.commands.execute('docmanager:open', { path })", path)
    bar = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .rds-line")
    expect(bar).to_contain_text("Ready", timeout=sites.LONG)


def in_a_narrow_window_the_list_of_files_makes_room_until_it_is_asked_for(page: Page) -> None:
    expect(page.locator("#jp-left-stack")).to_be_hidden()
    assert page.locator(".jp-NotebookPanel").bounding_box()["width"] > 300
    page.get_by_role("tab", name="File Browser").click()
    expect(page.locator("#jp-left-stack")).to_be_visible()


def close(page: Page) -> None:
    """Close the notebook in front and end its kernel."""
    page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    page.evaluate("() => jupyterapp.commands.execute('application:close')")


def test_lessons_01_and_02_the_reference_and_every_type_of_panel_by_keyboard(
    site_address: str, context: BrowserContext, elsewhere
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 400, "height": 800})
    page.goto(f"{site_address}lab/index.html?path=01_the_question.ipynb")
    sites.ready(page)
    in_a_narrow_window_the_list_of_files_makes_room_until_it_is_asked_for(page)
    page.set_viewport_size(VIEWPORT)
    page.evaluate("() => jupyterapp.shell.collapseLeft()")
    assert page.locator(".jp-OutputArea-output[data-mime-type*=stderr]").count() == 0
    answered(page.locator(".rs-panel").first, "radio", ["Space"])
    expect(page.locator(".jp-RenderedVegaCommon5 svg, .jp-RenderedVegaCommon5 canvas").first).to_be_attached()
    close(page)

    follow(page, "02_north_koreas_cards.ipynb")
    answered(panel(page, "Your guess: the cards"), "slider", ["ArrowRight"])
    assert page.locator(".jp-OutputArea-output[data-mime-type*=stderr]").count() == 0
    close(page)

    follow(page, "reference.ipynb")
    expect(page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) table").first).to_be_visible()
    close(page)

    banks = "\n".join(path.read_text("utf-8") for path in (EVERY_TYPE, ARGUE, FORETELL, WEIGH))
    page.evaluate(PUT, ["types", banks, [*TYPES]])
    page.get_by_role("button", name="Run its cells").press("Enter", timeout=sites.LONG)
    shown = page.locator(".rs-panel")
    expect(shown).to_have_count(len(TYPES), timeout=sites.LONG)
    for n, (role, keys) in enumerate(TYPES.values()):
        answered(shown.nth(n), role, keys)
    assert set(sites.journal(page, "types/journal.json")["answers"]) == set(TYPES)
    page.get_by_role("link", name="portfolio/portfolio.html").focus()
    page.keyboard.press("Enter")
    expect(page.frame_locator(".jp-HTMLViewer iframe").get_by_role("heading").first).to_be_visible()
