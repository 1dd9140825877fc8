"""What is not complete in an assignment is named, in its order; nothing is said where there is no assignment."""

import json
import shutil
from pathlib import Path

import pytest

from course.journal import Journal
from course.panels.unfinished import unfinished
from tests.paths import EVERY_TYPE


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COURSE_JOURNAL", raising=False)
    return tmp_path


def test_complete_answers_and_questions_without_points_are_left_out(folder):
    shutil.copyfile(EVERY_TYPE, folder / "questions.toml")
    journal = Journal(folder / "journal.json")
    journal.save("one", "a")
    journal.save("order", ["a"])
    journal.save("count", {"facts": 3})
    assert json.loads(unfinished()) == ["Choose several", "Classify", "Rank", "How probable?"]


def test_in_the_folder_of_the_lessons_nothing_is_said(folder):
    assert unfinished() == "[]"
