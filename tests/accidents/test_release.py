"""What is about to be handed out: each kind of accident has its right outcome."""

import pytest

from tests.accidents.registry import Kind, cases, shows


@pytest.mark.parametrize(("part", "kind"), cases("release"))
def test_outcome(part: str, kind: Kind, request: pytest.FixtureRequest):
    shows(part, kind, request)
