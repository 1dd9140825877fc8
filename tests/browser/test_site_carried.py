"""Work that is handed in from a browser tab, taken along, brought back; and what is refused, with nothing changed."""

import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from course.journal import Journal
from tests.browser import site as sites
from tests.browser.conftest import THEMES
from tests.browser.pages import press
from tests.grading.classroom import ANSWER_CELL, ASSIGNMENT, Classroom, work
from tests.grading.learners import Learner, load_learners

ESSAY = "What was written in a browser tab, and kept there."
JOURNAL = f"{ASSIGNMENT}/journal.json"
SOURCE = """([id, text]) => jupyterapp.shell.currentWidget.content.model.sharedModel.cells
  .find((cell) => cell.id === id).setSource(text)"""
HOLDS = """async ([path, text]) => {
  const { content } = await jupyterapp.serviceManager.contents.get(path, { content: true });
  return JSON.stringify(content).includes(text);
}"""
ALL = """async () => {
  const { contents } = jupyterapp.serviceManager, found = {};
  const look = async (path) => {
    for (const each of (await contents.get(path, { content: true })).content) {
      if (each.type === "directory") await look(each.path);
      else found[each.path] = JSON.stringify((await contents.get(each.path, { content: true })).content);
    }
  };
  await look("");
  return found;
}"""


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    room = Classroom(tmp_path_factory.mktemp("class"))
    room.generate()
    return room


def zipped(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def bring_back(page: Page, name: str, data: bytes, says: str) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Bring work back").press("Enter")
    chooser.value.set_files({"name": name, "mimeType": "application/octet-stream", "buffer": data})
    expect(page.locator(".rds-kept")).to_contain_text(says, timeout=sites.LONG)


def downloaded(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).press("Enter")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def refused(page: Page, journal: bytes, notebook: bytes, folder: Path) -> None:
    """Everything that is nothing of this assignment's leaves all files as they were."""
    lessons = Journal(folder / "lessons.json")
    lessons.save("start-save", "at-once")
    whole = zipped(**{JOURNAL: journal, f"{ASSIGNMENT}/{ASSIGNMENT}.ipynb": notebook})
    broken = bytearray(whole)
    broken[whole.index(JOURNAL.encode()) + len(JOURNAL) + 40] ^= 255
    before = page.evaluate(ALL)
    for name, data, says in (
        ("essay.docx", b"text", "neither a journal.json nor a zip archive"),
        ("holiday.zip", zipped(**{"a.jpg": b"1"}), "holds no journal.json"),
        ("half.zip", whole[: len(whole) // 2], "no zip archive, or not all of one"),
        ("broken.zip", bytes(broken), "The zip archive is damaged"),
        ("two.zip", zipped(**{JOURNAL: journal, "b/journal.json": journal}), "holds several journals"),
        (
            "notebook.zip",
            zipped(**{JOURNAL: journal, "a.ipynb": b"{"}),
            "a.ipynb in that zip archive is no sound notebook",
        ),
        ("journal.json", journal[:-40], "expected a course journal"),
        ("journal.json", b'{"a": 1}', "it is no journal of this course"),
        ("journal.json", lessons.path.read_bytes(), "the journal of another assignment, or of the lessons"),
    ):
        bring_back(page, name, data, says)
        expect(page.locator(".rds-kept")).to_contain_text("Nothing was changed.")
    assert page.evaluate(ALL) == before


def settled(page: Page) -> None:
    """Wait until the notebook, which is saved a little after each change, has been saved."""
    page.wait_for_function("() => !jupyterapp.shell.currentWidget.context.model.dirty", timeout=60_000)


def looks_right(page: Page) -> None:
    """What is above the notebook, as axe-core finds it, in every theme and in a narrow window."""
    page.evaluate("() => jupyterapp.shell.collapseLeft()")
    for width in (1400, 400):
        page.set_viewport_size({"width": width, "height": 1000})
        for theme in THEMES.values():
            page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', { theme })", theme)
            page.wait_for_function("theme => document.body.dataset.jpThemeName === theme", arg=theme)
            found = Axe().run(page, context={"include": [[".rds-bar"]]}).response["violations"]
            assert [(rule["id"], node["html"]) for rule in found for node in rule["nodes"]] == []
    page.set_viewport_size({"width": 1400, "height": 1000})


FULL = """() => {
  const { put } = IDBObjectStore.prototype;
  window.emptied = () => { IDBObjectStore.prototype.put = put; };
  IDBObjectStore.prototype.put = () => { throw new DOMException("It is full.", "QuotaExceededError"); };
}"""


def test_an_assignment_is_brought_back_written_on_and_handed_in_and_gets_the_same_points(
    site_address: str, classroom: Classroom, context: BrowserContext, tmp_path: Path
) -> None:
    learner = next(each for each in load_learners() if sum(each.points) > 5 and not each.done)
    released, home = classroom.root / "release" / ASSIGNMENT, tmp_path / "home"
    shutil.copytree(released, home)
    work(home, Learner(learner.id, learner.answers, essay="Written at home."))
    taken = {f"{ASSIGNMENT}/{each.name}": each.read_bytes() for each in home.iterdir() if each.is_file()}
    page = context.new_page()
    page.goto(f"{site_address}lab/index.html?path={ASSIGNMENT}/{ASSIGNMENT}.ipynb")
    expect(page.locator(".rds-line").first).to_contain_text("This is an assignment", timeout=sites.LONG)
    page.get_by_role("button", name="Run its cells").press("Enter")
    shown = page.locator(".rs-panel")
    expect(shown.first).to_be_visible(timeout=sites.LONG)
    looks_right(page)
    expect(page.locator(".rds-line").first).to_have_text("", timeout=sites.LONG)
    settled(page)
    downloaded(page, "Hand in")  # what nbgrader's Validate says elsewhere
    expect(page.locator(".rds-kept")).to_contain_text("Not complete in it: “", timeout=60_000)
    refused(page, taken[JOURNAL], taken[f"{ASSIGNMENT}/{ASSIGNMENT}.ipynb"], tmp_path)

    # Into a journal that answers nothing; what came is in the panels.
    many = len(learner.answers)
    bring_back(page, "home.zip", zipped(**taken), f"{many} answers that only that file held")
    found = sites.journal(page, JOURNAL)["answers"]
    assert {name: each["value"] for name, each in found.items()} == learner.answers
    expect(page.locator(".rds-kept")).to_contain_text("The notebook that came with it is in the folder “brought back")
    beside = [text for path, text in page.evaluate(ALL).items() if path.startswith("brought back")]
    assert len(beside) == 1
    assert "Written at home." in beside[0]

    # Work goes on here and there: what was answered apart is asked about, and what is here stands until then.
    place = next(iter(learner.answers))
    there = Journal(home / "journal.json")
    there.save(place, None)
    sites.run(page, f"from course.journal import Journal; Journal().save({place!r}, {found[place]['value']!r})")
    mine = sites.journal(page, JOURNAL)["answers"][place]
    bring_back(page, "journal.json", there.path.read_bytes(), "Both hold an answer of their own to")
    assert sites.journal(page, JOURNAL)["answers"][place] == mine
    sites.run(page, f"Journal().join(keep=[{place!r}])")

    # What is typed is saved by itself, a little later.
    page.evaluate(SOURCE, [ANSWER_CELL, ESSAY])
    page.wait_for_function(HOLDS, arg=[f"{ASSIGNMENT}/{ASSIGNMENT}.ipynb", ESSAY], timeout=60_000)
    name, archive = downloaded(page, "Hand in")
    assert name == f"{ASSIGNMENT}.zip"
    expect(page.locator(".rds-kept")).to_have_text(f"{name} was downloaded. Hand this file in.")
    with zipfile.ZipFile(io.BytesIO(archive)) as handed:
        assert handed.testzip() is None
        assert ESSAY in handed.read(f"{ASSIGNMENT}/{ASSIGNMENT}.ipynb").decode()
        assert json.loads(handed.read(JOURNAL))["answers"].keys() == learner.answers.keys()
    folder = classroom.root / "downloaded" / ASSIGNMENT / "archive"
    folder.mkdir(parents=True)
    (folder / "tab.zip").write_bytes(archive)
    classroom.run("zip_collect", ASSIGNMENT)
    classroom.hand_in(Learner("lab", learner.answers, essay=ESSAY))
    classroom.run("autograde", ASSIGNMENT)
    assert points(classroom, "tab") == points(classroom, "lab")
    assert sum(points(classroom, "tab").values()) == pytest.approx(sum(learner.points))


def points(room: Classroom, learner: str) -> dict[str, float]:
    """What was given for each question."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{room.root / 'gradebook.db'}", "reading-diplomatic-signals") as book:
        grades = book.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, learner).grades
        return {grade.name: grade.auto_score or 0.0 for grade in grades}


def test_what_the_browser_does_not_store_is_not_called_saved(site_address: str, context: BrowserContext) -> None:
    page = sites.opened(context, site_address)
    first = page.get_by_role("region", name="A first panel")
    # As Chromium does it. Of its own quota it looks at most twice a minute.
    page.evaluate(FULL)
    first.get_by_role("radio").first.focus()
    press(page, "Space")
    status = first.locator(".rs-status")
    expect(status).to_contain_text("Not saved: ", timeout=60_000)
    expect(status).to_contain_text("the browser did not store it, perhaps because its storage is full")
    assert "start-save" not in (sites.journal(page) or {"answers": {}})["answers"]
    page.get_by_role("button", name="Take my work along").press("Enter")
    expect(page.locator(".rds-kept")).to_contain_text("an answer in this notebook is not saved", timeout=60_000)
    page.evaluate("() => emptied()")
    first.get_by_role("radio").nth(1).focus()
    press(page, "Space")
    expect(status).to_contain_text("Saved", timeout=60_000)
    assert "start-save" in sites.journal(page)["answers"]
    name, journal = downloaded(page, "Take my work along")
    assert (name, json.loads(journal)["answers"]) == ("journal.json", sites.journal(page)["answers"])
