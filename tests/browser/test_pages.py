"""The pages that open in any browser: portfolio, class report and feedback, as they look and as axe reads them."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from course.portfolio.gather import gather
from course.portfolio.write import page as portfolio_page
from grading.report.tables import report
from grading.report.write import page as report_page
from grading.showing.feedback import render
from tests.grading import synthetic
from tests.portfolio.test_portfolio import full

__all__ = ["full"]  # fixtures: a journal of somebody who went through the whole course


def portfolio(full):
    return portfolio_page(gather())


def class_report(count):
    found = synthetic.classroom("judgement", count)
    return report_page(report(found, {each.name: each.name for each in found.learners}))


PAGES = {
    "portfolio": portfolio,
    "class report": lambda _: class_report(30),
    "report of a small class": lambda _: class_report(4),
    "feedback": lambda _: render(synthetic.feedback("precondition", "reader-5")),
    "feedback on nothing": lambda _: render(synthetic.feedback("precondition", "blank")),
}


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(name, context, full):
    page, axe = context.new_page(), Axe()
    page.set_content(PAGES[name](full))
    assert page.locator("svg").count() == page.locator("svg[role=img][aria-label]").count()
    for scheme, width in (("light", 1200), ("dark", 400)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        found = axe.run(page).response["violations"]
        assert not found, (scheme, width, [(v["id"], v["nodes"][0]["html"]) for v in found])
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        cut = page.locator("svg text").evaluate_all(
            "all => all.filter(t => t.getBBox().x < -10 || t.getBBox().x + t.getBBox().width > "
            "t.ownerSVGElement.clientWidth + 10).map(t => t.textContent)"
        )
        assert not cut, (scheme, width)
