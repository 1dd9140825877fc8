"""What learners write and persons mark: each kind of accident has its right outcome."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.accidents.essays import Room
from tests.accidents.registry import Kind, cases, shows
from tests.grading.formgrader import formgrader


@pytest.fixture(scope="module")
def essays(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Room]:
    room = Room(tmp_path_factory.mktemp("essays"))
    with formgrader(room.room) as client:
        context = browser.new_context(viewport={"width": 1400, "height": 900})
        room.open(client, context.new_page())
        yield room
        context.close()


@pytest.mark.parametrize(("part", "kind"), cases("essays"))
def test_outcome(part: str, kind: Kind, request: pytest.FixtureRequest):
    shows(part, kind, request)
