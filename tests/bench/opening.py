"""Each lesson opened with a fresh kernel, to its last panel, with no click and no scroll.

    python -m tests.bench.opening

The course's extension runs the lesson; the settings are those of a learner. The time is from the address to the line
“Ready.”, and the last panel has to be there then, the page at its top.
"""

import shutil
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.conftest import CHROMIUM, Lab, Notebook, chromium, serve
from tests.browser.extension.test_opening import SCROLLED, asking
from tests.paths import LESSON_NOTEBOOKS


def opened(page: Page, lab: Lab, path: Path) -> float:
    """Seconds until a lesson is ready; raises AssertionError if a panel is missing or the page was scrolled."""
    lesson = Notebook(page, lab, path.name)
    start = time.perf_counter()
    page.goto(lab.address(lesson.path))
    expect(page.locator(".rds-line")).to_contain_text("Ready.", timeout=120_000)
    taken = time.perf_counter() - start
    expect(page.locator(".rs-panel")).to_have_count(asking(path))
    assert page.evaluate(SCROLLED) == 0, path.stem
    page.evaluate("async () => { await jupyterapp.serviceManager.sessions.shutdownAll(); }")
    return taken


def main() -> None:
    """Print the seconds of each lesson."""
    print("a lesson opened with a fresh kernel, to its last panel, with no click and no scroll")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home, root = Path(folder, "home"), Path(folder, "root")
        home.mkdir()
        root.mkdir()
        for path in LESSON_NOTEBOOKS:
            shutil.copy(path, root)
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM)
        with serve(home, root, extension=True, cold=True) as lab:
            page = browser.new_page(viewport={"width": 1400, "height": 1000})
            for path in LESSON_NOTEBOOKS:
                print(f"  {path.stem:<24}{opened(page, lab, path):6.1f} s, {asking(path)} panels")
        browser.close()


if __name__ == "__main__":
    main()
