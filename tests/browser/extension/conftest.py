"""A JupyterLab with the course's own extension, and a learner's settings: cells off the screen are not in the way."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Lab, Notebook, serve


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with serve(tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("root"), extension=True) as running:
        yield running


@pytest.fixture
def lesson(notebook: Callable[..., Notebook]) -> Callable[..., Notebook]:
    """lesson(file, *others): as `notebook`; returns when the extension says that the lesson is ready."""

    def opened(*files):
        found = notebook(*files)
        expect(found.page.locator(".rds-line")).to_contain_text("Ready.", timeout=60_000)
        return found

    return opened
