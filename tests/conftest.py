"""What every test needs: a journal of its own, never a learner's. `tests/own_journal.py` gives one to each run."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import settings

from course.journal import Journal
from tests import warm

# What nbval would take for a lesson.
collect_ignore_glob = ["extend/files/*.ipynb"]

# A slow machine is no fault. Every machine judges a change by the same examples; `make explore` looks for new ones.
settings.register_profile("course", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "course"))


# Files whose tests take longest, the longest first. `--dist loadfile` hands out whole files in the order of the tests,
# and two processes end at about the same time only if what is handed out last is short.
LONGEST = (
    "project/test_start", "extend/test_another_brief", "hostile/test_hostile", "extend/test_this_brief",
    "extend/test_a_kind", "browser/test_site_kept", "browser/test_site_carried", "browser/test_site_lessons",
    "browser/test_site_built", "browser/test_site",
    "accidents/test_late", "accidents/test_again", "browser/test_accessibility", "grading/test_roundtrip_each",
    "browser/test_whole_course", "grading/test_roundtrip", "browser/test_lessons", "browser/test_board",
    "project/test_release", "accidents/test_setup", "accidents/test_essays", "browser/test_handing_in",
    "browser/test_panels", "browser/test_hostile", "accidents/test_platform", "accidents/test_collecting",
    "accidents/test_reading", "grading/converters/test_commands", "journal/test_crash", "grading/regrade/test_regrade",
    "validity/test_validity", "accidents/test_panels", "browser/test_argument", "grading/scale/test_scale",
    "project/test_portability", "browser/test_numbers", "browser/test_forecasts", "browser/test_bundle",
    "browser/test_words_and_map", "browser/test_make_lab", "browser/test_validate", "grading/test_postgres",
    "browser/test_undo", "scoring/test_parts",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    place = {here / f"{name}.py": number for number, name in enumerate(LONGEST)}
    gone = [path.name for path in place if not path.is_file()]
    assert not gone, f"tests/conftest.py names {gone}, which there is no more"
    items.sort(key=lambda item: place.get(item.path, len(place)))


def pytest_collection_finish() -> None:
    # What is there now, all the tests among it, stays to the end: to look through it again and again takes long.
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def pytest_sessionfinish() -> None:
    warm.stop()


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    """An empty journal, and the one that everything finds which looks for the learner's."""
    monkeypatch.setenv("COURSE_JOURNAL", str(tmp_path / "journal.json"))
    return Journal()
