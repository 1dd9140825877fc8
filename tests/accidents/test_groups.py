"""Groups that hand in together: each kind of accident has its right outcome."""

import pytest

from tests.accidents.groups import graded, room
from tests.accidents.registry import Kind, cases, shows

__all__ = ["graded", "room"]


@pytest.mark.parametrize(("part", "kind"), cases("groups"))
def test_outcome(part: str, kind: Kind, request: pytest.FixtureRequest):
    shows(part, kind, request)
