"""What a browser tab says is saved is saved: over a reload, a new start of the browser, and one killed in mid-save."""

import json
import os
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error, Page, expect

from course.journal import parse
from tests.browser import site as sites
from tests.browser.conftest import CHROMIUM, chromium
from tests.browser.pages import panel, press

KILLS = 3
# Saves without end, and says after each that it is saved.
SAVES = """
from course.journal import Journal
n = 0
while True:
    Journal().save(f"round-{kill}-{{n}}", "x" * 500)
    print(f"saved round-{kill}-{{n}}")
    n += 1
"""
HEARD = """code => {
  const kernel = jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  kernel.requestExecute({ code, store_history: false }).onIOPub = ({ content }) => console.log(content.text ?? "");
}"""


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@contextmanager
def started(browser, profile: Path) -> Iterator[BrowserContext]:
    """A browser of its own, with a profile that outlives it."""
    context = browser.browser_type.launch_persistent_context(
        str(profile), executable_path=chromium(), args=CHROMIUM, viewport={"width": 1400, "height": 1000}
    )
    context.set_default_timeout(60_000)
    try:
        yield context
    finally:
        with suppress(Error):  # that the browser was killed may be noticed only now
            context.close()


def kill(profile: Path) -> None:
    """Kill the browser of a profile, as a crash would, and all its processes with it."""
    of = f"--user-data-dir={profile}".encode()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if of in words:
            os.kill(int(folder.name), signal.SIGKILL)


def stored(page: Page, address: str) -> dict:
    """The journal, read before anything of the course runs, and sound."""
    page.goto(f"{address}index.html")
    found = sites.journal(page)
    parse(json.dumps(found).encode(), "journal.json")
    return found["answers"]


def killed_while_saving(page: Page, profile: Path, number: int) -> set[str]:
    """Which answers were said to be saved before the browser was killed."""
    said: list[str] = []
    page.on("console", lambda message: said.extend(re.findall(r"saved (round-\S+)", message.text)))
    page.evaluate(HEARD, SAVES.format(kill=number))
    end = time.monotonic() + 60
    while len(said) < 5 + number:
        assert time.monotonic() < end, "nothing was saved"
        page.wait_for_timeout(20)
    page.wait_for_timeout(37 * number)  # not always at the same moment of a save
    kill(profile)
    return set(said)


def test_answers_outlive_a_reload_another_browser_and_kills_in_mid_save(
    site_address: str, browser, profile: Path
) -> None:
    with started(browser, profile) as context:
        page = sites.opened(context, site_address)
        assert page.locator(".jp-OutputArea-output[data-mime-type*=stderr]").count() == 0
        first = panel(page, "A first panel")
        mine = first.get_by_role("radio", name="As soon as I make or change it.")
        mine.focus()
        press(page, "Space")
        expect(first.get_by_role("status")).to_contain_text("Saved")
        assert sites.journal(page)["answers"]["start-save"]["value"] == "at-once"
        prior = panel(page, "Your prior")
        for n in range(2):  # an answer that is begun holds a null, which Pyodide gives as something else
            prior.get_by_role("spinbutton").nth(n).focus()
            page.keyboard.type(str(20 - 10 * n))
            page.keyboard.press("Tab")
        expect(prior.get_by_role("status")).to_contain_text("Complete")
        kept = sites.journal(page)["answers"]
        page.reload()
        sites.ready(page)
        assert sites.journal(page)["answers"] == kept
        expect(mine).to_be_checked()
        expect(panel(page, "Your prior").get_by_role("status")).to_contain_text("Complete")
        promised = page.evaluate("() => navigator.storage.persisted()")
        expect(page.locator(".rds-kept")).to_contain_text("until you clear its data" if promised else "take them along")
        acknowledged = killed_while_saving(page, profile, 0)
    for number in range(1, KILLS):
        with started(browser, profile) as context:
            page = context.new_page()
            found = stored(page, site_address)
            assert acknowledged | set(kept) <= set(found)
            page.goto(f"{site_address}lab/index.html?path=00_start_here.ipynb")
            sites.ready(page)
            expect(panel(page, "A first panel").get_by_role("radio", name="As soon as I make")).to_be_checked()
            acknowledged |= killed_while_saving(page, profile, number)
    with started(browser, profile) as context:
        found = stored(context.new_page(), site_address)
        assert acknowledged | set(kept) <= set(found)
        assert {name: found[name] for name in kept} == kept
