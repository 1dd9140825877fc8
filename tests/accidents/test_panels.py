"""What is typed, what “Saved” is said of, and the journal's file: each kind of accident has its right outcome."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.accidents.panels import Box, asked
from tests.accidents.registry import Kind, cases, shows
from tests.browser.conftest import Lab


def _box(browser: Browser, lab: Lab, locale: str, folder: str, *ids: str) -> Iterator[Box]:
    with asked(browser, lab, folder, ("chance", "one", *ids), locale) as opened:
        yield Box(opened, lab.root / folder)


@pytest.fixture(scope="module")
def english(browser: Browser, lab: Lab) -> Iterator[Box]:
    """With a forecast as well; it shares its journal with the German notebook."""
    yield from _box(browser, lab, "en-GB", "shared", "foretell")


@pytest.fixture(scope="module")
def german(browser: Browser, lab: Lab) -> Iterator[Box]:
    yield from _box(browser, lab, "de-DE", "shared")


@pytest.fixture(scope="module")
def persian(browser: Browser, lab: Lab) -> Iterator[Box]:
    yield from _box(browser, lab, "fa-IR", "persian")


@pytest.fixture(scope="module")
def hindi(browser: Browser, lab: Lab) -> Iterator[Box]:
    yield from _box(browser, lab, "hi-IN", "hindi")


@pytest.mark.parametrize(("part", "kind"), cases("panels"))
def test_outcome(part: str, kind: Kind, request: pytest.FixtureRequest):
    shows(part, kind, request)
