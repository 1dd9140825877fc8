"""nbgrader's Validate button, pressed by a learner in the assignment as it is released."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from course.questions import load_bank
from tests.grading.classroom import ASSIGNMENT, Classroom


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    room = Classroom(tmp_path_factory.mktemp("classroom"))
    room.generate()
    return room.root / "release" / ASSIGNMENT


def test_validate_names_what_is_not_answered(notebook, release):
    opened = notebook(release / f"{ASSIGNMENT}.ipynb", release / "questions.toml")
    opened.run_all()
    page = opened.page
    first, *rest = load_bank(release / "questions.toml").questions
    page.get_by_role("region", name=first.title).get_by_role("radio").first.check()
    expect(page.get_by_role("region", name=first.title).get_by_role("status")).to_contain_text("Saved")
    opened.run("docmanager:save")
    page.get_by_role("button", name="Validate", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("is not attempted", timeout=60_000)
    for question in rest:
        expect(dialog).to_contain_text(question.title)
    expect(dialog).not_to_contain_text(first.title)
    expect(dialog).not_to_contain_text("Traceback")
