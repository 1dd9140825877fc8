"""Before the first lesson is open: each kind of accident has its right outcome."""

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.accidents import elsewhere
from tests.accidents.registry import Kind, cases, shows
from tests.browser import environments
from tests.paths import ROOT
from tests.project.test_start import Newcomer

ODD = "Ümit's course #1 (100%20) & 😀?"
"""Everything that a folder's name may hold and that means something in an address."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of somebody whose Jupyter is set up for other work, with the course in a folder, and its environment."""
    home = tmp_path_factory.mktemp("elsewhere")
    course = home / ODD
    for path in ("course/start.py", "requirements.lock", "pyproject.toml", "notebooks/00_start_here.ipynb"):
        (course / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, course / path)
    environments.under_another_name(course / ".venv", course)
    return home


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[elsewhere.Server]:
    """The course's JupyterLab, as they start it."""
    env = {"HOME": str(home), **elsewhere.settle_in(home)}
    process, running = elsewhere.start([sys.executable, "course/start.py"], home / ODD, env)
    yield running
    os.killpg(process.pid, signal.SIGTERM)
    process.stderr.close()
    process.wait(30)


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory: pytest.TempPathFactory) -> Newcomer:
    """Somebody whose environment is there already, so that each try needs only what is new."""
    someone = Newcomer(tmp_path_factory.mktemp("newcomer"))
    someone.starts()
    return someone


@pytest.mark.parametrize(("part", "kind"), cases("setup"))
def test_outcome(part: str, kind: Kind, request: pytest.FixtureRequest):
    shows(part, kind, request)
