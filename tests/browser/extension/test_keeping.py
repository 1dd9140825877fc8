"""What is saved is seen: an answer stands in the notebook's file, its export and its print; and nobody is asked."""

import contextlib
import json
import os
import re
import subprocess
import sys
import urllib.request

from playwright.sync_api import expect

from tests.browser.extension.changed import LESSON
from tests.browser.extension.test_opening import DIRTY
from tests.browser.pages import panel

TITLE = "A title with a question mark"
ANSWER = "The author has found that a reset has begun."
SAID = re.compile(rf"Your answer \(\d{{4}}-\d\d-\d\d, \d\d:\d\d UTC\):\s*(</strong></p>)?\s*<ul>\s*<li>{ANSWER}")


def respond(opened) -> None:
    title = panel(opened.page, TITLE)
    title.get_by_role("radio", name="The author has found").check()
    expect(title.get_by_role("status")).to_contain_text("Saved")


def html_of(text: str) -> str:
    """The stored forms of the questions in a notebook's file."""
    outputs = [each for c in json.loads(text)["cells"] for each in c.get("outputs", [])]
    return "\n".join("".join(each.get("data", {}).get("text/html", "")) for each in outputs)


def saved_soon(opened, file) -> None:
    for _ in range(60):
        with contextlib.suppress(json.JSONDecodeError):  # read while the server writes it
            if SAID.search(html_of(file.read_text("utf-8"))):
                return
        opened.page.wait_for_timeout(250)
    raise AssertionError("the answer is not in the file")


def test_a_lesson_opened_and_closed_asks_nothing_and_its_file_is_as_it_was(lesson):
    opened = lesson(LESSON)
    file = opened.lab.root / opened.path
    opened.page.wait_for_timeout(4000)
    opened.run("application:close")
    expect(opened.page.locator(".jp-NotebookPanel")).to_have_count(0)
    expect(opened.page.locator(".jp-Dialog")).to_have_count(0)
    assert file.read_bytes() == LESSON.read_bytes()


def test_an_answer_is_in_the_file_its_export_and_its_print_and_closing_asks_nothing(lesson, tmp_path):
    opened = lesson(LESSON)
    file = opened.lab.root / opened.path
    respond(opened)
    saved_soon(opened, file)
    assert html_of(file.read_text("utf-8")).count("Your answer (") == 1
    assert not opened.page.evaluate(DIRTY)

    # As from a terminal, and as JupyterLab's menu does for export and print.
    command = [sys.executable, "-m", "nbconvert", "--to", "html", "--output-dir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert SAID.search((tmp_path / file.with_suffix(".html").name).read_text("utf-8"))
    address = f"{opened.lab.url}nbconvert/html/{opened.path}?token={opened.lab.token}"
    assert SAID.search(urllib.request.urlopen(address, timeout=60).read().decode())

    opened.run("application:close")
    expect(opened.page.locator(".jp-NotebookPanel")).to_have_count(0)
    expect(opened.page.locator(".jp-Dialog")).to_have_count(0)


def test_what_a_learner_edits_is_left_to_them_and_what_another_window_saved_is_not_asked_about(lesson):
    opened = lesson(LESSON)
    file = opened.lab.root / opened.path
    later = file.stat().st_mtime + 60
    os.utime(file, (later, later))
    respond(opened)
    opened.page.wait_for_timeout(4000)
    expect(opened.page.locator(".jp-Dialog")).to_have_count(0)
    assert file.read_bytes() == LESSON.read_bytes()
    opened.page.evaluate(
        "() => jupyterapp.shell.currentWidget.content.model.cells.get(0).sharedModel.setSource('# Mine')"
    )
    panel(opened.page, TITLE).get_by_role("radio", name="The author raises").check()
    opened.page.wait_for_timeout(4000)
    assert file.read_bytes() == LESSON.read_bytes()
    assert opened.page.evaluate(DIRTY)
