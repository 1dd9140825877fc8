"""To and from a learning platform: each kind of accident has its right outcome."""

import pytest

from tests.accidents.platform import PlatformClass
from tests.accidents.registry import Kind, cases, shows


@pytest.fixture(scope="module")
def platform_class(tmp_path_factory: pytest.TempPathFactory) -> PlatformClass:
    """A class that was collected from both platforms, graded, and given feedback, with nbgrader's real commands."""
    return PlatformClass(tmp_path_factory.mktemp("platform"))


@pytest.mark.parametrize(("part", "kind"), cases("platform"))
def test_outcome(part: str, kind: Kind, request: pytest.FixtureRequest):
    shows(part, kind, request)
