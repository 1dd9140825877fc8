"""What is downloaded from a platform or handed in through the exchange: each kind of accident has its right outcome."""

import pytest

from tests.accidents.collecting import both_doors, by_hand, of_canvas, of_moodle, of_others
from tests.accidents.registry import Kind, cases, shows

__all__ = ["both_doors", "by_hand", "of_canvas", "of_moodle", "of_others"]


@pytest.mark.parametrize(("part", "kind"), cases("collecting"))
def test_outcome(part: str, kind: Kind, request: pytest.FixtureRequest):
    shows(part, kind, request)
