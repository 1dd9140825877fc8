"""Arguments and deals in a real JupyterLab, by keyboard, and what a screen reader is given."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import panel, press, write_asking
from tests.paths import ARGUE

IDS = ("argument", "deal", "graded-argument")


@pytest.fixture
def opened(notebook, tmp_path):
    """A notebook with an argument, a deal, and a graded argument, all run."""
    write_asking(tmp_path / "argue.ipynb", IDS)
    (tmp_path / "questions.toml").write_bytes(ARGUE.read_bytes())
    found = notebook(tmp_path / "argue.ipynb", tmp_path / "questions.toml")
    found.run_all()
    expect(found.page.locator(".rs-panel")).to_have_count(len(IDS))
    return found


def premise(page: Page, number: int, form: str, *of: str) -> None:
    """Add a premise with nothing but keys; choose from a list by its first letters, as anybody would."""
    argument = panel(page, "Build the argument")
    argument.get_by_role("button", name="Add a premise").press("Enter")
    shape = argument.get_by_label(f"Premise {number}: form")
    expect(shape).to_be_focused()
    options = shape.locator("option").all_inner_texts()
    for _ in range(options.index(form)):
        press(page, "ArrowDown")
    expect(argument.get_by_label(f"Premise {number}: form")).to_be_focused()
    press(page, "Tab")  # over the button that removes
    for letter in of:
        press(page, "Tab", letter)


def conclude(page: Page) -> None:
    panel(page, "Build the argument").get_by_role("radio").first.focus()
    press(page, "Space")


def test_the_argument_is_built_broken_and_repaired_by_keyboard(opened):
    page = opened.page
    argument, sources = panel(page, "Build the argument"), opened.cell_sources()
    verdict = argument.locator(".ar-picture .rs-verdict")
    premise(page, 1, "X only if Y or Z", "D", "S", "W")
    premise(page, 2, "not: X", "S")
    premise(page, 3, "not: X", "W")
    conclude(page)
    expect(verdict).to_contain_text("does not follow")
    counter = argument.locator(".ar-counter")
    expect(counter).to_contain_text("Your premises allow a world in which")
    expect(counter.get_by_role("listitem")).to_have_text(
        ["relations are reset", "North Korea takes no concrete steps", "Washington keeps its condition",
         "no substantive talks take place"]
    )  # fmt: skip
    expect(counter).to_contain_text("the author leaves unsaid")
    premise(page, 4, "X only if Y", "R", "D")
    expect(verdict).to_contain_text("The conclusion follows")
    expect(counter).to_have_count(0)

    # Broken: the converse. Talks are certain after steps, but nothing says that they need them.
    shape = argument.get_by_label("Premise 1: form")
    shape.focus()
    press(page, *["ArrowUp"] * 2)
    expect(argument.get_by_label("Premise 1: form")).to_have_value("if")
    argument.get_by_label("Premise 1: X").focus()
    press(page, "S", "Tab", "D")
    expect(verdict).to_contain_text("does not follow")
    expect(counter).to_contain_text("substantive talks take place")
    argument.get_by_role("button", name="Check my answer").press("Enter")
    expect(argument.locator(".ar-block").first).to_contain_text("That makes steps enough")

    # Repaired, in other words: nothing comes of it if neither happens.
    argument.get_by_label("Premise 1: form").focus()
    press(page, *["ArrowDown"] * 2)
    for name, letter in zip("XYZ", "DSW", strict=True):
        argument.get_by_label(f"Premise 1: {name}").focus()
        press(page, letter)
    expect(verdict).to_contain_text("The conclusion follows")
    argument.locator(".ar-cited summary").first.focus()
    press(page, "Enter", "Tab", "Space")
    expect(argument.locator(".ar-cited summary").first).to_contain_text("cites C025")
    argument.get_by_role("button", name="Check my answer").press("Enter")
    expect(argument.locator(".rs-feedback")).to_contain_text("This fits the brief")
    assert opened.cell_sources() == sources, "a key typed in the panel reached JupyterLab"

    opened.restart()
    opened.run_all()
    expect(verdict).to_contain_text("The conclusion follows")
    said = opened.journal["answers"]["argument"]["value"]
    assert said["premises"][0] == {"form": "only_if_either", "of": ["D", "S", "W"], "claims": ["C025"]}
    assert len(said["premises"]) == 4


def test_an_idle_premise_is_shown_as_idle_in_picture_and_words(opened):
    page = opened.page
    argument = panel(page, "Build the argument")
    premise(page, 1, "not: X", "R")
    premise(page, 2, "X", "Q")
    conclude(page)
    expect(argument.locator(".ar-box.ar-idle")).to_have_count(1)
    expect(argument.locator(".ar-box.ar-needed")).to_have_count(1)
    argument.get_by_text("The same in words").click()
    expect(argument.locator(".ar-words li").nth(1)).to_contain_text("idle: it does no work")
    assert "idle" in (argument.locator(".ar-svg desc").text_content() or "")


def test_the_picture_says_it_in_words_and_fits_any_window(opened):
    page = opened.page
    argument = panel(page, "Build the argument")
    premise(page, 1, "X only if Y or Z", "D", "S", "W")
    premise(page, 2, "not: X", "S")
    premise(page, 3, "not: X", "W")
    premise(page, 4, "X only if Y", "R", "D")
    conclude(page)
    svg = argument.locator(".ar-svg")
    expect(svg.locator(".ar-box")).to_have_count(6)  # four premises, a step, the conclusion
    expect(svg.locator(".ar-word").first).to_have_text("so")
    for width in (1400, 400):
        page.set_viewport_size({"width": width, "height": 1000})
        if width == 400:
            opened.narrow()
        said = " ".join(svg.locator("text").all_text_contents())
        for clause in (
            "Relations are reset only if",
            "North Korea takes no concrete steps.",
            "so, from 1, 2, 3",
            "not: R",
        ):
            assert clause in said, "cut, or only letters"
        out = svg.evaluate(
            """(svg) => {
              const boxes = [...svg.querySelectorAll(".ar-box")].map((box) => box.getBoundingClientRect());
              const edge = svg.getBoundingClientRect();
              const texts = [...svg.querySelectorAll(".ar-label")].map((text) => text.getBoundingClientRect());
              const inside = (a, b) => a.left >= b.left && a.right <= b.right
                && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
              const over = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
              return [texts.filter((text) => !boxes.some((box) => inside(text, box))).length,
                boxes.filter((box) => box.left < edge.left - 1 || box.right > edge.right + 1).length,
                boxes.filter((a, n) => boxes.some((b, m) => m > n && over(a, b))).length];
            }"""
        )
        assert out == [0, 0, 0], f"at {width} px: texts out of their boxes, boxes out of the picture, boxes on boxes"
    premise_left = argument.get_by_role("button", name="Remove premise 4")
    premise_left.press("Enter")
    expect(svg.locator(".ar-line.ar-breaks").first).to_be_attached()
    assert "does not follow" in " ".join(svg.locator("text").all_text_contents())


def test_contradictory_premises_are_called_so(opened):
    page = opened.page
    premise(page, 1, "X", "S")
    premise(page, 2, "not: X", "S")
    conclude(page)
    expect(panel(page, "Build the argument").locator(".ar-picture .rs-verdict")).to_contain_text("contradict")


def test_a_graded_argument_begins_with_what_is_given_and_is_not_judged_here(opened):
    graded = opened.page.get_by_role("region", name="Graded argument")
    expect(graded.locator(".ar-block")).to_have_count(2)
    graded.get_by_role("radio").first.check()
    expect(graded.locator(".rs-status")).to_contain_text("Complete")
    assert graded.locator(".ar-picture").count() == 0
    graded.get_by_role("button", name="Remove premise 1").press("Enter")
    expect(graded.locator(".ar-block")).to_have_count(1)


def test_a_deal_is_proposed_relaxed_and_agreed_by_keyboard(opened):
    page = opened.page
    deal = panel(page, "Propose a deal")
    expect(deal).to_contain_text("Zone of agreement: empty")
    for name in ("Talks first, no conditions", "Left open", "Freed to a senior envoy", "Six-Party Talks"):
        deal.get_by_label(name).focus()
        press(page, "Space")
    verdict = deal.locator(".rs-verdict").first
    expect(verdict).to_have_text("US walks away.")
    expect(deal.locator(".bd-radios .dl-why").filter(has_text="C025").first).to_contain_text("US walks away")
    for left in (2, 1, 0):
        deal.get_by_role("button", name="Suppose US accepted it").first.press("Enter")
        expect(deal.get_by_role("button", name="Suppose US accepted it")).to_have_count(left)
    expect(verdict).to_have_text("✓ Nobody walks away.")
    expect(deal).to_contain_text("deals that everybody accepts")
    expect(deal.locator(".rs-status")).to_contain_text("Complete")
    grid = deal.get_by_role("table", name="Who accepts what")
    talks = grid.get_by_role("row", name="Talks first, no conditions")
    expect(talks).to_contain_text("Proposed")
    expect(talks.get_by_role("cell")).to_have_text(["(✓)supposed to accept", "✓accepts", "(✓)supposed to accept"])
    deal.get_by_role("button", name="Take it back").first.press("Enter")
    expect(verdict).to_have_text("US walks away.")
    opened.restart()
    opened.run_all()
    expect(verdict).to_have_text("US walks away.")
    assert len(opened.journal["answers"]["deal"]["value"]["relaxed"]) == 2


def test_a_button_of_a_deal_stays_where_it_is_while_the_answer_is_saved(opened):
    deal = panel(opened.page, "Propose a deal")
    deal.get_by_label("Talks first, no conditions").check()
    expect(deal.locator(".rs-status")).to_contain_text("Saved")
    focused = deal.evaluate_handle(
        """(deal) => {
            deal.querySelector("input[type=radio]:not(:checked)").click();
            const offers = [...deal.querySelectorAll("button")];
            const first = offers.find(({ textContent }) => textContent.startsWith("Suppose"));
            first.focus();
            return first;
        }"""
    )
    expect(deal.locator(".rs-status")).to_contain_text("Saved")
    assert focused.evaluate("(node) => node === document.activeElement")


def test_a_narrow_window_needs_no_sideways_scrolling(opened):
    page = opened.page
    opened.narrow()
    premise(page, 1, "X only if Y or Z", "D", "S", "W")
    conclude(page)
    wide = "panels => panels.filter(p => p.scrollWidth > p.clientWidth + 1).length"
    assert page.locator(".rs-panel").evaluate_all(wide) == 0
