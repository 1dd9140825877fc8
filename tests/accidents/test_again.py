"""Grading again, and changing an assignment after it was handed in: each kind of accident has its right outcome."""

from pathlib import Path

import pytest

from tests.accidents.again import Copy, copied, graded
from tests.accidents.registry import Kind, cases, shows
from tests.grading.classroom import Classroom


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    return graded(tmp_path_factory.mktemp("class"))


@pytest.fixture
def again(room: Classroom, tmp_path: Path) -> Copy:
    return lambda: copied(room, tmp_path / "copy")


@pytest.mark.parametrize(("part", "kind"), cases("again"))
def test_outcome(part: str, kind: Kind, request: pytest.FixtureRequest):
    shows(part, kind, request)
