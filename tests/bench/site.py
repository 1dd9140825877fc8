"""The course as a static site: its size, the wait for a panel in a browser tab, and the memory that a tab holds.

    python -m tests.bench.site

Beside `make lab`, which `everyday` measures: run both in one go on a machine that does nothing else.
"""

import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from grading.site.build import Wanted, build
from tests.bench.memory import held
from tests.browser import site as sites
from tests.browser.conftest import CHROMIUM, chromium

LESSONS = {"00": "00_start_here.ipynb", "02": "02_north_koreas_cards.ipynb"}


def size(folder: Path) -> float:
    """MB of the files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def visit(context: BrowserContext, address: str, lesson: str) -> tuple[float, float]:
    """Open a lesson: seconds to its first panel, and until all of it has run."""
    page = context.new_page()
    start = time.perf_counter()
    page.goto(f"{address}lab/index.html?path={lesson}")
    expect(page.locator(".rs-panel .rs-status").first).to_be_visible(timeout=sites.LONG)
    panel = time.perf_counter() - start
    sites.ready(page)
    return panel, time.perf_counter() - start


def tab(browser: Browser) -> float:
    """MiB that the largest process of pages holds."""
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return max(held(each["id"]) for each in told if each["type"] == "renderer")


def main(times: int = 3) -> None:
    """Print all of it."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        offline = sites.built(Path(folder, "offline"))
        lean = build(Wanted(Path(folder, "lean"), sites.kept(), given=sites.given()))
        print(f"site: offline {size(offline):.0f} MB, with Python from elsewhere {size(lean):.0f} MB")
        with sites.served(offline) as address:
            for name, lesson in LESSONS.items():
                taken = []
                for _ in range(times):
                    browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM)
                    context = browser.new_context(viewport={"width": 1400, "height": 1000})
                    cold = visit(context, address, lesson)
                    context.pages[0].close()
                    warm = visit(context, address, lesson)
                    taken.append((*cold, *warm, tab(browser)))
                    browser.close()
                cold, done, warm, again, memory = (statistics.median(part) for part in zip(*taken, strict=True))
                panels = f"first panel {cold:.1f} s cold, {warm:.1f} s warm"
                whole = f"all of it {done:.1f} s cold, {again:.1f} s warm"
                print(f"lesson {name}, {times} runs: {panels}; {whole}; the tab holds {memory:.0f} MiB")


if __name__ == "__main__":
    main()
