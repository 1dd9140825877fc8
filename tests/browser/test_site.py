"""The course as a static site, in a browser that reaches no other host: answers are kept, none is lost, all count."""

import copy
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from course.labextension.place import EXTENSION
from course.server.outputs import settle
from tests.browser import site as sites
from tests.browser.pages import panel, press
from tests.grading.classroom import ANSWER_CELL, ASSIGNMENT, Classroom, work
from tests.grading.learners import Learner, load_learners

FIRST = "A first panel"
EACH = 15
ESSAY = "What was written in a browser tab, and kept there."
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
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    room = Classroom(tmp_path_factory.mktemp("class"))
    room.generate()
    return room


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with sites.served(site) as found:
        yield found


@pytest.fixture
def elsewhere(context: BrowserContext) -> Iterator[list[str]]:
    """What a page asked of another host than the site's."""
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    yield asked
    assert not [url for url in asked if "127.0.0.1" not in url and not url.startswith(("blob:", "data:"))]


def test_lesson_00_by_keyboard_is_there_after_a_reload(address: str, context: BrowserContext, elsewhere) -> None:
    page = sites.opened(context, address)
    assert page.locator(".jp-OutputArea-output[data-mime-type*=stderr]").count() == 0
    first = panel(page, FIRST)
    mine = first.get_by_role("radio", name="As soon as I make or change it.")
    mine.focus()
    press(page, "Space")
    expect(first.get_by_role("status")).to_contain_text("Saved")
    assert sites.journal(page)["answers"]["start-save"]["value"] == "at-once"
    prior = panel(page, "Your prior")
    for n in range(2):  # an answer that is begun holds a null, which Pyodide gives as something else
        prior.get_by_role("spinbutton").nth(n).focus()
        page.keyboard.type(str(20 - 10 * n))
        page.keyboard.press("Tab")
    expect(prior.get_by_role("status")).to_contain_text("Complete")
    kept = sites.journal(page)["answers"]
    page.reload()
    sites.ready(page)
    assert sites.journal(page)["answers"] == kept
    expect(mine).to_be_checked()
    expect(panel(page, "Your prior").get_by_role("status")).to_contain_text("Complete")
    expect(page.locator(".rds-kept")).to_contain_text("kept in this browser")


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


def test_an_assignment_is_brought_back_written_on_and_handed_in_and_gets_the_same_points(
    address: str, classroom: Classroom, context: BrowserContext, tmp_path: Path
) -> None:
    learner = next(each for each in load_learners() if sum(each.points) > 5 and not each.done)
    at_home = tmp_path / "home"
    at_home.mkdir()
    work(at_home, Learner(learner.id, learner.answers))
    page = context.new_page()
    page.goto(f"{address}lab/index.html?path={ASSIGNMENT}/{ASSIGNMENT}.ipynb")
    expect(page.locator(".rds-line").first).to_contain_text("This is an assignment", timeout=sites.LONG)
    bring_back(page, at_home / "journal.json")
    journal = sites.journal(page, f"{ASSIGNMENT}/journal.json")
    assert {name: each["value"] for name, each in journal["answers"].items()} == learner.answers
    page.evaluate(
        """([id, text]) => jupyterapp.shell.currentWidget.content.model.sharedModel.cells
            .find((cell) => cell.id === id).setSource(text)""",
        [ANSWER_CELL, ESSAY],
    )
    with page.expect_download() as download:
        page.get_by_role("button", name="Hand in").click()
    archive = Path(download.value.path()).read_bytes()
    with zipfile.ZipFile(io.BytesIO(archive)) as handed:
        assert handed.testzip() is None
        assert ESSAY in handed.read(f"{ASSIGNMENT}/{ASSIGNMENT}.ipynb").decode()
    folder = classroom.root / "downloaded" / ASSIGNMENT / "archive"
    folder.mkdir(parents=True)
    (folder / "tab.zip").write_bytes(archive)
    classroom.run("zip_collect", ASSIGNMENT)
    classroom.hand_in(Learner("lab", learner.answers, essay=ESSAY))
    classroom.run("autograde", ASSIGNMENT)
    assert points(classroom, "tab") == points(classroom, "lab")
    assert sum(points(classroom, "tab").values()) == pytest.approx(sum(learner.points))


def bring_back(page: Page, file: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Bring work back").click()
    chooser.value.set_files(file)
    expect(page.locator(".rds-kept")).to_contain_text("Brought back", timeout=sites.LONG)


def points(room: Classroom, learner: str) -> dict[str, float]:
    """What was given for each question."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{room.root / 'gradebook.db'}", "reading-diplomatic-signals") as book:
        grades = book.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, learner).grades
        return {grade.name: grade.auto_score or 0.0 for grade in grades}


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
