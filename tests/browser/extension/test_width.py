"""Charts fill their place, whatever stands beside the notebook; text does not run on in a wide window."""

from tests.browser.extension.changed import LESSON

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
        for each in at_rest(page, CHARTS)[1:]:
            assert each["over"] <= 0, (width, beside, "scrolls")
            assert min(each["place"], 900) - 45 < each["drawn"] <= each["place"], (width, beside)
    page.set_viewport_size({"width": 1920, "height": 900})
    assert 700 < max(at_rest(page, TEXTS)) <= 960


def at_rest(page, look):
    """What `look` gives once it has not changed for half a second: a side bar and a chart follow a window in steps."""
    seen, same = page.evaluate(look), 0
    for _ in range(200):
        page.wait_for_timeout(100)
        now = page.evaluate(look)
        same = same + 1 if now == seen else 0
        if same == 5 and len(now) > 1:
            return now
        seen = now
    raise AssertionError(f"still moving: {seen}")
