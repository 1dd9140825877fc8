"""The course in a browser tab beside JupyterLab: size, the wait for a panel, a whole lesson, and the tab's memory.

    python -m tests.bench.site

One run for both, one after the other, on a machine that does nothing else. JupyterLab's server is up already; what its
start takes, `everyday` measures. Cold is the first visit of a new browser, warm the next in the same.
"""

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Response, expect, sync_playwright

from grading.static_site import compiled
from grading.static_site.build import Wanted, build
from tests.bench.memory import held
from tests.browser import site as sites
from tests.browser.conftest import CHROMIUM, chromium, serve
from tests.paths import NOTEBOOKS

LESSONS = ("00_start_here.ipynb", "02_north_koreas_cards.ipynb")


def size(folder: Path) -> float:
    """MB of the files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def visit(context: BrowserContext, address: str) -> tuple[Page, float, float]:
    """Open a lesson: seconds to its first panel, and until all of it has run."""
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address)
    expect(page.locator(".rs-panel .rs-status").first).to_be_visible(timeout=sites.LONG)
    panel = time.perf_counter() - start
    sites.ready(page)
    return page, panel, time.perf_counter() - start


def tab(browser: Browser) -> float:
    """MiB that the largest process of pages holds."""
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return max(held(each["id"]) for each in told if each["type"] == "renderer")


def row(what: str, address: Callable[[str], str], times: int) -> None:
    """Print what a visit of each lesson takes."""
    with sync_playwright() as playwright:
        for lesson in LESSONS:
            taken = []
            for _ in range(times):
                browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM)
                context = browser.new_context(viewport={"width": 1400, "height": 1000})
                loaded: dict[str, int] = {}  # by address: the page and its service worker both see an answer

                def count(answer: Response, loaded: dict[str, int] = loaded) -> None:
                    loaded[answer.url] = int(answer.headers.get("content-length", 0))

                context.on("response", count)
                page, cold, whole = visit(context, address(lesson))
                first = sum(loaded.values()) / 1e6
                page.evaluate("async () => { await window.jupyterapp?.serviceManager.sessions.shutdownAll(); }")
                page.close()
                _, warm, again = visit(context, address(lesson))
                taken.append((cold, whole, warm, again, tab(browser), first))
                browser.close()
            middle = [statistics.median(part) for part in zip(*taken, strict=True)]
            print(
                f"{what}, {lesson[:2]}, {times} runs: first panel {middle[0]:.1f} s cold, {middle[2]:.1f} s warm; "
                f"all of it {middle[1]:.1f} s cold, {middle[3]:.1f} s warm; the tab holds {middle[4]:.0f} MiB; "
                f"the first visit loads {middle[5]:.0f} MB"
            )


def main(times: int = 3) -> None:
    """Print all of it."""
    with tempfile.TemporaryDirectory() as folder:
        offline = sites.built(Path(folder, "offline"))
        made = bool(compiled.node())
        lean = build(Wanted(Path(folder, "lean"), sites.kept(), given=sites.given(), compiled=made))
        print(f"site: offline {size(offline):.0f} MB, with Python from elsewhere {size(lean):.0f} MB; compiled: {made}")
        with sites.served(offline) as address:
            row("site", lambda lesson: f"{address}lab/index.html?path={lesson}", times)
        home, root = Path(folder, "home"), Path(folder, "lessons")
        root.mkdir()
        for path in NOTEBOOKS:
            shutil.copy(path, root)
        with serve(home, root, extension=True, cold=True) as lab:
            row("JupyterLab", lab.address, times)


if __name__ == "__main__":
    main()
