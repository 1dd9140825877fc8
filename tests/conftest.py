"""What every test needs: a journal of its own, never a learner's. `tests/own_journal.py` gives one to each run."""

from pathlib import Path

import pytest
from hypothesis import settings

from course.journal import Journal

# What nbval would take for a lesson.
collect_ignore_glob = ["extend/files/*.ipynb"]

# A slow machine is no fault.
settings.register_profile("course", deadline=None)
settings.load_profile("course")


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    """An empty journal, and the one that everything finds which looks for the learner's."""
    monkeypatch.setenv("COURSE_JOURNAL", str(tmp_path / "journal.json"))
    return Journal()
