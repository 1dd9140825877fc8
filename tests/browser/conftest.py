"""JupyterLab in headless Chromium: every other host blocked, no user settings, a free port, no sleeps."""

import json
import os
import secrets
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from course.labextension.place import EXTENSION, FOLDER
from tests import warm
from tests.browser import site as sites
from tests.browser import warm_page
from tests.grading.classroom import ASSIGNMENT, Classroom

ROOT = Path(__file__).parents[2]
CHROMIUM = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip
QUIET = {"apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False}}
SETTINGS = {
    **QUIET,
    # the default windowing leaves cells that are off the screen out of the page, and so out of the tests
    "notebook-extension/tracker": {"windowingMode": "none"},
    "docmanager-extension/plugin": {"autosave": False},
}
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark", "contrast": "JupyterLab Dark High Contrast"}

# A busy machine may take long over what a quiet one does at once.
expect.set_options(timeout=15_000)


def chromium() -> str:
    """Where Chromium is; a failing test says what to install."""
    for name in ("chromium", "chromium-browser", "google-chrome", "chrome"):
        if found := shutil.which(name):
            return found
    pytest.fail("No Chromium found. Install it with: apt-get install chromium")


@dataclass
class Lab:
    """A running JupyterLab: its address with token, the folder it serves, and that of its settings and kernels."""

    url: str
    token: str
    root: Path
    home: Path = Path()

    def address(self, path: str) -> str:
        return f"{self.url}lab/tree/{path}?token={self.token}&reset"


@dataclass
class Notebook:
    """An open notebook and what a learner does with it."""

    page: Page
    lab: Lab
    path: str

    def run(self, command: str) -> None:
        """Run a JupyterLab command; returns when JupyterLab says it is done."""
        self.page.evaluate("name => jupyterapp.commands.execute(name)", command)

    def idle(self) -> None:
        self.page.wait_for_function(
            """() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'""",
            timeout=60_000,
        )

    def open(self) -> None:
        self.page.goto(self.lab.address(self.path))
        self.idle()

    def open_here(self) -> None:
        """Open it in the JupyterLab that is loaded, in the place of what was open."""
        self.page.evaluate(warm_page.OPEN, self.path)
        self.idle()

    def run_all(self) -> None:
        self.run("notebook:run-all-cells")

    def restart(self) -> None:
        self.page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
        self.idle()

    def theme(self, name: str) -> None:
        self.page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', {theme})", THEMES[name])
        # Its name, not only whether it is light: of two dark themes the second has yet to load when the first is shown.
        self.page.wait_for_function("theme => document.body.dataset.jpThemeName === theme", arg=THEMES[name])

    def narrow(self) -> None:
        """A window of 400 px, with JupyterLab's side bar put away, as anybody would there."""
        self.page.set_viewport_size({"width": 400, "height": 800})
        if self.page.evaluate("() => !jupyterapp.shell.leftCollapsed"):
            self.run("application:toggle-left-area")

    @property
    def journal(self) -> dict:
        return json.loads((self.lab.root / self.path).with_name("journal.json").read_text("utf-8"))

    def cell_sources(self) -> list[str]:
        return self.page.evaluate(
            "() => [...jupyterapp.shell.currentWidget.content.model.cells].map(c => c.sharedModel.source)"
        )


@contextmanager
def serve(
    home: Path, root: Path, app: str = "jupyterlab", extension: bool = False, checkout: Path = ROOT, cold: bool = False
) -> Iterator[Lab]:
    """A JupyterLab of its own, or a Notebook 7 (`app="notebook"`): settings and logs in `home`, notebooks in `root`.

    The course comes from `checkout`. It and its kernels are forks of processes that have their packages loaded, unless
    it is to be `cold`, as where time is measured.

    The course's own extension is off unless asked for: most tests run cells themselves, and see what works without it.
    With it, settings are those of a learner.
    """
    switched = home / "jupyter_config_dir" / "labconfig" / "page_config.json"
    switched.parent.mkdir(parents=True, exist_ok=True)
    # The kernel of the static site is installed for contributors, and is of no use here.
    off = {EXTENSION: not extension, "@jupyterlite/pyodide-kernel-extension": True}
    switched.write_text(json.dumps({"disabledExtensions": off}))
    for name, values in (QUIET if extension else SETTINGS).items():
        file = home / "settings/@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))
    token = secrets.token_hex(16)
    folders = {n: str(home / n.lower()) for n in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    own = {"HOME": str(home), "IPYTHONDIR": str(home / "ipython"), "PYTHONPATH": str(checkout)}
    env = {**os.environ, **folders, **({} if cold else warm.kernels(home / "warm")), **own}
    env.pop("COURSE_JOURNAL", None)
    name = "LabApp" if app == "jupyterlab" else "JupyterNotebookApp"
    command = [
        "-m", app, "--no-browser", "--allow-root", "--ip=127.0.0.1", "--ServerApp.port=0",
        f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={root}",
        f"--{name}.user_settings_dir={home}/settings",
        f"--{name}.workspaces_dir={home}/workspaces", f"--{name}.expose_app_in_browser=True",
        # Notebook 7 lists extensions itself, and JupyterLab serves them to it.
        *{f"--{each}.extra_labextensions_path={FOLDER}" for each in (name, "LabApp")},
        "--LabApp.extension_manager=readonly", "--LabApp.news_url=None",
        "--ServerApp.jpserver_extensions={'course.server': True}",
    ]  # fmt: skip
    with (home / "lab.log").open("w") as log:
        server = warm.start(command, root, env, log.fileno(), log.fileno(), cold=cold)
    try:
        running = Lab(_address(server, home, token), token, root, home)
        yield running
        warm_page.close(running.url)
    finally:
        server.terminate()
        try:
            server.wait(60)  # it waits for kernels that are starting
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait(60)


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with serve(tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("root")) as running:
        yield running


def _address(server: warm.Process | subprocess.Popen, home: Path, token: str) -> str:
    end = time.monotonic() + 60
    while True:
        assert server.poll() is None, (home / "lab.log").read_text()
        assert time.monotonic() < end, (home / "lab.log").read_text()
        for file in (home / "jupyter_runtime_dir").glob("jpserver-*.json"):
            try:
                url = json.loads(file.read_text())["url"]
                urllib.request.urlopen(f"{url}api?token={token}", timeout=2).close()
            except (OSError, ValueError):
                continue
            return str(url)
        time.sleep(0.05)


_running: list[Browser] = []


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for the process: Playwright refuses to be started twice, and `tests/accidents` has this fixture, too."""
    if _running:
        yield _running[0]
        return
    with sync_playwright() as playwright:
        _running.append(playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM))
        yield _running[0]
        _running.pop().close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = new_context(browser)
    yield context
    context.close()


def new_context(browser: Browser) -> BrowserContext:
    """What belongs to one user of the browser: as wide as in all tests, with time enough for a busy machine."""
    context = browser.new_context(viewport=warm_page.VIEWPORT)
    context.set_default_timeout(20_000)
    return context


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with the assignment, as `tests.browser.site.built` makes it; made once for all processes."""
    base = tmp_path_factory.getbasetemp()
    common = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    made = common / "site-of-the-course"
    with FileLock(f"{made}.lock"):
        if not made.is_dir():
            room = Classroom(tmp_path_factory.mktemp("released"))
            room.generate()
            sites.built(made, room.root / "release" / ASSIGNMENT)
    return made


@pytest.fixture
def site_address(site: Path) -> Iterator[str]:
    """Where that site is served: a new address, so a browser has nothing of it yet."""
    with sites.served(site) as address:
        yield address


@pytest.fixture
def notebook(lab: Lab, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Notebook]]:
    """notebook(file, *others): copy files into a fresh folder of the server, open the first, and give it back.

    In a page that an earlier test left; a test that names `context`, or is marked `own_page`, gets a new one.
    """
    own = "context" in request.fixturenames or request.node.get_closest_marker("own_page")
    left = [] if own else [page for page in [warm_page.take(lab.url)] if page]
    page = left[0] if left else (request.getfixturevalue("context") if own else new_context(browser)).new_page()
    folder = lab.root / request.node.name.translate(str.maketrans("[]:/", "----"))

    def open_notebook(file: Path, *others: Path) -> Notebook:
        folder.mkdir(exist_ok=True)
        for source in (file, *others):
            shutil.copy(source, folder / source.name)
        opened = Notebook(page, lab, f"{folder.name}/{file.name}")
        if left:
            left.clear()
            opened.open_here()
        else:
            opened.open()
        return opened

    yield open_notebook
    if own:
        page.evaluate("async () => { await window.jupyterapp?.serviceManager.sessions.shutdownAll(); }")
    else:
        warm_page.leave(lab.url, page)
