"""nbgrader's Validate button, pressed by a learner in the assignment as it is released."""

import re
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
    bank = load_bank(release / "questions.toml")
    # Variants may have titles of their own.
    titles = [{q.title for q in bank.questions if place in (q.id, q.pool)} for place in bank.places]
    first, *rest = (re.compile("|".join(map(re.escape, sorted(each)))) for each in titles)
    region = page.get_by_role("region", name=first)
    region.get_by_role("radio").first.check()
    expect(region.get_by_role("status")).to_contain_text("Saved")
    opened.run("docmanager:save")
    page.get_by_role("button", name="Validate", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("is not attempted", timeout=60_000)
    for title in rest:
        expect(dialog).to_contain_text(title)
    expect(dialog).not_to_contain_text(first)
    expect(dialog).not_to_contain_text("Traceback")
