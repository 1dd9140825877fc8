"""What learners hand in without knowing what they do: each kind of accident has its right outcome."""

import pytest

from tests.accidents.reading import Graded
from tests.accidents.registry import Kind, cases, shows


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """A class in which everybody had an accident, graded in one batch."""
    return Graded(tmp_path_factory.mktemp("reading"))


@pytest.mark.parametrize(("part", "kind"), cases("reading"))
def test_outcome(part: str, kind: Kind, request: pytest.FixtureRequest):
    shows(part, kind, request)
