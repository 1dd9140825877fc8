"""All sixteen signals weighed where they are read, in a window of 400 px, with a finger."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Notebook
from tests.browser.in_place import by_touch, of
from tests.browser.pages import panel
from tests.paths import LESSON_NOTEBOOKS

LESSONS = {
    "02_north_koreas_cards": [f"S{n:02}" for n in range(1, 11)],
    "03_us_reshuffling": [f"S{n:02}" for n in range(11, 17)],
    "06_weighing_it_all": [],
}


@pytest.fixture
def touched(browser, lab, tmp_path):
    """A page of a window with a touch screen, and the folder of the lessons."""
    folder = lab.root / "touched"
    folder.mkdir()
    for path in LESSON_NOTEBOOKS:
        if path.stem in LESSONS:
            (folder / path.name).write_bytes(path.read_bytes())
    context = browser.new_context(viewport={"width": 400, "height": 800}, has_touch=True)
    context.set_default_timeout(20_000)
    page = context.new_page()
    yield page
    page.evaluate("async () => { await window.jupyterapp?.serviceManager.sessions.shutdownAll(); }")
    context.close()


def test_sixteen_signals_in_place_by_touch_are_found_on_the_last_board(touched, lab):
    page, before = touched, None
    for name, signals in LESSONS.items():
        if before:
            page.evaluate("async () => { await window.jupyterapp.serviceManager.sessions.shutdownAll(); }")
        opened = Notebook(page, lab, f"touched/{name}.ipynb")
        opened.open()
        opened.narrow()
        opened.run_all()
        expect(page.locator(".rs-panel").last).to_be_attached()
        opened.idle()
        for n, signal in enumerate(signals):
            if n == 0 and before is None:
                ask_first(page, signal)
            start, end = by_touch(page, signal, down=n % 7)
            assert before in (None, start), signal
            assert (n % 7 == 3) == (start == end), signal
            before = end
    whole = panel(page, "The whole board")
    whole.get_by_role("slider", name="Before any signal").tap()
    whole.get_by_role("button", name="Go on to the signals").tap()
    expect(whole.locator(".bd-rating")).to_have_count(16)
    expect(whole.locator(".rs-status")).to_contain_text("Complete")
    rated = opened.journal["answers"]["weigh-all"]["value"]["ratings"]
    assert sorted(rated) == [signal for signals in LESSONS.values() for signal in signals]
    assert all(each["credibility"] for each in rated.values())


def ask_first(page, signal):
    """The prior, by a tap on the knob where it stands: 50 %."""
    asked = of(page, signal)
    first = asked.get_by_role("slider", name="Before any signal")
    asked.get_by_role("button", name="Go on to the signal").tap()
    expect(asked.get_by_role("status").filter(has_text="Say how probable it is first")).to_be_visible()
    assert first.get_attribute("aria-valuetext") == "not set", "no number that was not chosen"
    first.tap()
    expect(first).to_have_attribute("aria-valuetext", "50 %")
    asked.get_by_role("button", name="Go on to the signal").tap()
