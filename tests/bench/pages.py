"""Open pages of feedback in a browser, with script allowed, and see what a learner's words do."""

from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import CHROMIUM, chromium
from tests.hostile.watch import Watched


def harmful(pages: Mapping[str, Path]) -> set[str]:
    """The kinds in whose page script ran, a dialog or window opened, or the learner's host was asked.

    Every link on the page is pressed, as a reader may.
    """
    found = set()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM)
        for kind, path in pages.items():
            context = browser.new_context()
            watched = Watched(context.new_page())
            # What a page asks of strangers never ends in an answer here; the rest is there at once.
            watched.page.goto(path.as_uri(), wait_until="domcontentloaded")
            watched.page.wait_for_timeout(500)
            if watched.page.url.startswith("file:"):
                watched.page.evaluate("document.querySelectorAll('a, summary').forEach(a => a.click())")
                watched.page.wait_for_timeout(100)
            if not watched.page.url.startswith("file:") or watched.harm():
                found.add(kind)
            context.close()
        browser.close()
    return found
