"""A learner who weighs signals where lessons have read them, by keys or by touch, and looks at what it does."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import press


def of(page: Page, signal: str) -> Locator:
    """The panel of a signal."""
    return page.get_by_role("region", name=f"Weigh {signal}", exact=True)


def belief(panel: Locator) -> str:
    """What the panel says that the signal does to the probability."""
    return panel.locator(".bd-moved").inner_text()


def moved(panel: Locator) -> tuple[str, str]:
    """The probability before and with the signal, in words; raises AssertionError while it does not say so."""
    expect(panel.locator(".bd-moved")).to_contain_text("with it")
    found = re.search(r"Before this signal (.+? %), with it (?:still )?(.+? %)", belief(panel))
    assert found, belief(panel)
    return found[1], found[2]


def by_keys(page: Page, signal: str, down: int) -> tuple[str, str]:
    """Choose the effect that stands so many below the strongest, and 70 %, with nothing but keys."""
    panel = of(page, signal)
    panel.locator("h4").focus()
    page.keyboard.press("Tab")
    while not page.evaluate("document.activeElement.type === 'radio'"):
        page.keyboard.press("Tab")
    assert panel.locator("input:checked").count() == 0, "nothing is preselected"
    press(page, "Space", *["ArrowDown"] * down)
    at_once = moved(panel)
    press(page, "Tab", "Tab", *["ArrowRight"] * 4)
    expect(panel.locator(".rs-status")).to_contain_text("Complete")
    assert (down == 3) == (at_once[0] == at_once[1]), at_once
    return moved(panel)


def by_touch(page: Page, signal: str, down: int) -> tuple[str, str]:
    """The same by taps alone."""
    panel = of(page, signal)
    panel.get_by_role("radio").nth(down).tap()
    moved(panel)
    slider = panel.get_by_role("slider", name="How far do you believe")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box, signal
    page.touchscreen.tap(box["x"] + 0.7 * box["width"], box["y"] + box["height"] / 2)
    expect(panel.locator(".rs-status")).to_contain_text("Complete")
    return moved(panel)
