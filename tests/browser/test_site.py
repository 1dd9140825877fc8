"""The course as a static site, in a browser that reaches no other host: two tabs at once, and where it can’t work."""

import copy
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Route, expect

from course.labextension.place import EXTENSION
from course.server.outputs import settle
from tests.browser import site as sites

EACH = 15
SAVES = """
from course.journal import Journal, JournalError
lost = []
for n in range({each}):
    try:
        Journal().save(f"{tab}-{{n}}", n)
    except JournalError as error:
        lost.append(str(error))
print(len(lost))
"""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with sites.served(site) as found:
        yield found


def test_two_tabs_that_begin_and_save_at_once_lose_nothing(address: str, context: BrowserContext) -> None:
    pages = [context.new_page(), context.new_page()]
    for page in pages:
        page.goto(f"{address}lab/index.html?path=00_start_here.ipynb")
    for page in pages:
        sites.ready(page)
    begun = sites.journal(pages[0])["seed"]
    assert {sites.run(page, "from course.journal import Journal; print(Journal().seed)") for page in pages} == {
        f"{begun}\n"
    }
    for tab, page in enumerate(pages):
        page.evaluate(f"code => {{ window.went = ({sites.RUN})(code); }}", SAVES.format(each=EACH, tab=tab))
    assert [page.evaluate("window.went") for page in pages] == [["ok", "0\n"]] * 2
    names = {f"{tab}-{n}" for tab in range(2) for n in range(EACH)}
    assert names <= set(sites.journal(pages[0])["answers"])


@pytest.mark.parametrize("page_of", ["index.html", "lab/index.html"])
def test_where_nothing_can_be_kept_one_sentence_says_why(site: Path, context: BrowserContext, page_of: str) -> None:
    plain = "http://course.example/"

    def serve(route: Route) -> None:
        path = site / route.request.url.removeprefix(plain).partition("?")[0]
        route.fulfill(path=path) if path.is_file() else route.fulfill(status=404)

    context.route(f"{plain}**", serve)
    for address in (plain, f"{site.as_uri()}/"):
        page = context.new_page()
        page.goto(f"{address}{page_of}")
        expect(page.locator("body")).to_contain_text("This page can’t keep your answers here")
        expect(page.locator("body")).to_contain_text("https:// (or http://localhost)")
        assert page.evaluate("typeof jupyterapp") == "undefined"


def test_with_locks_and_a_storage_nothing_is_said(address: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(address)
    page.wait_for_function("async () => (await indexedDB.databases()).some((each) => each.name.endsWith(' - /'))")
    expect(page.locator("#stop")).to_be_hidden()
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], node["html"]) for rule in found for node in rule["nodes"]] == []


def test_a_saved_notebook_keeps_no_view_of_a_widget_beside_which_html_stands(
    address: str, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(address)
    view = "application/vnd.jupyter.widget-view+json"
    both, alone = {"data": {"text/html": "a", view: {}}}, {"data": {view: {}}}
    notebook = {"metadata": {"widgets": {}, "kept": 1}, "cells": [{"outputs": [both, alone]}, {"source": "text"}]}
    found = page.evaluate(
        "async ([module, notebook]) => (await import(module)).settled(notebook)",
        [f"{address}extensions/{EXTENSION}/static/site/views.js", notebook],
    )
    assert found == settle(copy.deepcopy({**notebook, "cells": [{"outputs": [both, alone]}, {"source": "text"}]}))


def test_archives_of_the_page_are_those_of_everybody_else(address: str, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(address)
    module = f"{address}extensions/{EXTENSION}/static/site/zip.js"
    files = {"a/é.txt": "Grüße 😀\n" * 50, "a/leer.json": ""}
    made = page.evaluate(
        """async ([module, files]) => {
          const { zip } = await import(module), pairs = Object.entries(files);
          const blob = zip(pairs.map(([name, text]) => [name, new TextEncoder().encode(text)]));
          return [...new Uint8Array(await blob.arrayBuffer())];
        }""",
        [module, files],
    )
    with zipfile.ZipFile(io.BytesIO(bytes(made))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name).decode() for name in archive.namelist()} == files
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    read = page.evaluate(
        """async ([module, bytes]) => Object.fromEntries((await (await import(module)).unzip(Uint8Array.from(bytes)))
            .map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))""",
        [module, [*packed.getvalue()]],
    )
    assert read == files
