"""Charts fill their place, whatever stands beside the notebook; text does not run on in a wide window."""

from playwright.sync_api import expect

from tests.browser.extension.changed import LESSON
from tests.browser.pages import at_rest

CHARTS = """() => [...document.querySelectorAll('.vega-embed')].map((chart) => ({
    place: chart.clientWidth,
    drawn: chart.querySelector('svg').getBoundingClientRect().width,
    over: chart.closest('.jp-OutputArea-output').scrollWidth - chart.closest('.jp-OutputArea-output').clientWidth,
}))"""
TEXTS = "() => [...document.querySelectorAll('.jp-MarkdownOutput')].map((each) => each.clientWidth)"
FULL = "() => [...document.querySelectorAll('.vega-embed svg')].some(svg => svg.getBoundingClientRect().width > 600)"


def test_a_timeline_is_as_wide_as_its_place_and_follows_a_side_bar(lesson):
    opened = lesson(LESSON)
    page = opened.page
    page.wait_for_function(FULL)
    for width, beside in ((1400, True), (1100, True), (1100, False), (640, False), (400, False)):
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("() => jupyterapp.shell.leftCollapsed") == beside:
            opened.run("application:toggle-left-area")
        expect(page.locator(".vega-embed svg").nth(1)).to_be_attached()
        timelines = at_rest(page, lambda: page.evaluate(CHARTS))[1:]
        assert timelines
        for each in timelines:
            assert each["over"] <= 0, (width, beside, "scrolls")
            assert min(each["place"], 900) - 45 < each["drawn"] <= each["place"], (width, beside)
    page.set_viewport_size({"width": 1920, "height": 900})
    assert 700 < max(at_rest(page, lambda: page.evaluate(TEXTS))) <= 960
