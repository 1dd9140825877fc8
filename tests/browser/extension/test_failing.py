"""What stands in a lesson's way when it is opened, and what becomes of it: one line says it, and how to go on."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Notebook
from tests.browser.extension.changed import LESSON, changed
from tests.browser.extension.test_opening import RUN_AT, asking
from tests.grading.classroom import ASSIGNMENT, Classroom

READY = 90_000
KERNELS = {"ends-at-once": ["false"]}


@pytest.fixture
def broken(lab, context, tmp_path):
    """broken(kernel): open a lesson that asks for a kernel of this name, which may not exist or can't start."""
    for name, argv in KERNELS.items():
        folder = lab.home / "jupyter_data_dir" / "kernels" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "kernel.json").write_text(json.dumps({"argv": argv, "display_name": name, "language": "other"}))
    page = context.new_page()

    def opened(kernel: str) -> Notebook:
        file = changed(tmp_path, lambda cells: None)
        notebook = json.loads(file.read_text("utf-8"))
        notebook["metadata"]["kernelspec"] = {"name": kernel, "display_name": kernel, "language": "python"}
        (lab.root / f"{kernel}.ipynb").write_text(json.dumps(notebook), "utf-8")
        found = Notebook(page, lab, f"{kernel}.ipynb")
        page.goto(lab.address(found.path))
        return found

    yield opened
    page.evaluate("async () => { await window.jupyterapp?.serviceManager.sessions.shutdownAll(); }")


def line(opened):
    return opened.page.locator(".rds-line")


def whole(opened) -> None:
    """The lesson has run, to its last panel."""
    expect(line(opened)).to_contain_text("Ready.", timeout=READY)
    expect(opened.page.locator(".rs-panel")).to_have_count(asking(LESSON))


def take_python(opened) -> None:
    opened.page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.changeKernel({name: 'python3'})")


def test_a_kernel_that_ends_at_once_is_said_and_another_is_taken(broken):
    opened = broken("ends-at-once")
    expect(line(opened)).to_contain_text("Python has not started yet, so nothing was run.", timeout=READY)
    take_python(opened)
    whole(opened)


def test_a_copy_under_another_name_is_a_lesson(lesson, tmp_path):
    opened = lesson(changed(tmp_path, lambda cells: None, name="Copy of 1 (2) – ours.ipynb"))
    whole(opened)


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    room = Classroom(tmp_path_factory.mktemp("classroom"))
    room.generate()
    return room.root / "release" / ASSIGNMENT


def test_an_assignment_is_never_run_by_itself_and_has_its_button_validate(notebook, release):
    opened = notebook(release / f"{ASSIGNMENT}.ipynb", release / "questions.toml")
    expect(line(opened)).to_contain_text("This is an assignment, so nothing was run by itself.", timeout=READY)
    opened.idle()
    opened.page.wait_for_timeout(1500)
    assert not any(opened.page.evaluate(RUN_AT))
    expect(opened.page.get_by_role("button", name="Validate", exact=True)).to_be_visible()


def test_a_lesson_in_which_a_cell_gives_points_is_an_assignment(notebook, tmp_path):
    def graded(cells):
        own = {"grade": True, "grade_id": "own", "locked": False, "points": 1, "schema_version": 3, "solution": True}
        cells[-1]["metadata"]["nbgrader"] = own | {"task": False, "cell_type": "markdown"}

    opened = notebook(changed(tmp_path, graded))
    expect(line(opened)).to_contain_text("This is an assignment", timeout=READY)
    assert not any(opened.page.evaluate(RUN_AT))


@pytest.mark.own_page  # JupyterLab leaves the menu of a narrow tool bar behind
def test_a_lesson_has_no_button_validate_that_would_call_it_a_success(lesson):
    opened = lesson(LESSON)
    validate = opened.page.locator(".validate-button")
    expect(validate).to_have_count(1)
    expect(validate).to_be_hidden()
    opened.narrow()
    more = opened.page.get_by_role("button", name="More commands")
    more.click()
    expect(opened.page.locator(".jp-Toolbar-responsive-popup")).to_be_visible()
    expect(opened.page.locator(".jp-Toolbar-responsive-popup .validate-button")).to_have_count(1)
    expect(opened.page.locator(".validate-button")).to_be_hidden()
