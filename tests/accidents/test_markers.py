"""Two people mark the same essays: each kind of accident has its right outcome."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.accidents.markers import CHAIR, FIRST, LEARNERS, SECOND, Person, Room
from tests.accidents.registry import Kind, cases, shows
from tests.grading.formgrader import formgrader


@pytest.fixture(scope="module")
def markers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    room = Room(tmp_path_factory.mktemp("markers"))
    room.prepare(LEARNERS)
    with ExitStack() as open_:
        room.people = {}
        for name in (FIRST, SECOND, CHAIR):
            room.marker = name
            room.people[name] = Person(room, open_.enter_context(formgrader(room)))
        room.marker = ""
        yield room


@pytest.mark.parametrize(("part", "kind"), cases("markers"))
def test_outcome(part: str, kind: Kind, request: pytest.FixtureRequest):
    shows(part, kind, request)
