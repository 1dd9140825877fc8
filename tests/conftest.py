"""What every test needs: a journal of its own, never a learner's."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from course.journal import Journal

# What nbval would take for a lesson.
collect_ignore_glob = ["extend/files/*.ipynb"]

# A slow machine is no fault.
settings.register_profile("course", deadline=None)
settings.load_profile("course")

_folder = pytest.StashKey[tempfile.TemporaryDirectory]()


def pytest_configure(config: pytest.Config) -> None:
    # Lessons run by nbval write where this says, and not beside the notebooks, where a learner's journal may lie.
    config.stash[_folder] = tempfile.TemporaryDirectory(prefix="course-tests-")
    os.environ["COURSE_JOURNAL"] = str(Path(config.stash[_folder].name) / "journal.json")


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[_folder].cleanup()


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    """An empty journal, and the one that everything finds which looks for the learner's."""
    monkeypatch.setenv("COURSE_JOURNAL", str(tmp_path / "journal.json"))
    return Journal()
