"""A plugin for every run of pytest, of notebooks alone, too: a journal of its own, never a learner's."""

import os
import tempfile
from pathlib import Path

import pytest

_folder = pytest.StashKey[tempfile.TemporaryDirectory]()


def pytest_configure(config: pytest.Config) -> None:
    # Lessons run by nbval write where this says, and not beside the notebooks, where a learner's journal may lie.
    config.stash[_folder] = tempfile.TemporaryDirectory(prefix="course-tests-")
    os.environ["COURSE_JOURNAL"] = str(Path(config.stash[_folder].name) / "journal.json")


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[_folder].cleanup()
