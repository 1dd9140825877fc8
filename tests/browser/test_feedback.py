"""What is said of a checked answer stands beside the item that it is about, and goes when the answer changes."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import press, write_asking

KERNEL = "jupyterapp.shell.currentWidget.sessionContext.session.kernel"
RIGHT = {
    "reactor": "iaea",
    "progress": "iaea",
    "option": "author",
    "force": "author",
    "bombs": "nobody",
    "tested": "nobody",
}


@pytest.fixture
def asked(notebook, tmp_path):
    """asked(*ids): a notebook that asks these questions of the lessons, all run."""

    def open_it(*ids):
        write_asking(tmp_path / "said.ipynb", ids)
        opened = notebook(tmp_path / "said.ipynb")
        opened.run_all()
        expect(opened.page.locator(".rs-panel")).to_have_count(len(ids))
        return opened

    return open_it


def place(shown, answer) -> None:
    """Place every item of a classification."""
    for item, category in answer.items():
        shown.locator(f"fieldset[data-item={item}] input[value={category}]").check()


def test_one_remark_is_open_beside_its_item_and_the_others_are_folded(asked):
    opened = asked("cards-who-says")
    page, shown = opened.page, opened.page.locator(".rs-panel")
    place(shown, RIGHT | {"reactor": "author", "tested": "iaea", "force": "nobody"})
    shown.get_by_role("button", name="Check my answer").click()
    expect(shown.locator(".rs-verdict")).to_contain_text("✗ Not yet: 3 of 6 fit the brief.")
    remarks = shown.locator(".rs-spot .rs-remark")
    expect(remarks).to_have_count(3)
    for item in ("reactor", "tested", "force"):
        expect(shown.locator(f"fieldset[data-item={item}] .rs-remark")).to_have_count(1)
    expect(shown.locator("div.rs-remark:visible")).to_have_count(1)
    shown.get_by_role("button", name="Begin with").press("Enter")
    assert page.evaluate("document.activeElement.matches('.rs-spot > div.rs-remark')")
    folded = shown.locator(".rs-spot details.rs-remark > summary").first
    folded.focus()
    press(page, "Enter")
    expect(shown.locator(".rs-spot details.rs-remark > p").first).to_be_visible()
    place(shown, {"reactor": "iaea"})
    expect(shown.locator(".rs-remark, .rs-verdict")).to_have_count(0)


def test_what_was_said_goes_without_a_kernel(asked):
    opened = asked("cards-who-says", "precondition-build")
    page, shown = opened.page, opened.page.locator(".rs-panel").first
    place(shown, RIGHT)
    shown.get_by_role("button", name="Check my answer").click()
    expect(shown.locator(".rs-verdict")).to_contain_text("✓")
    argument = opened.page.locator(".rs-panel").last
    argument.get_by_role("button", name="Add a premise").click()
    argument.locator("[id$='-0-form']").select_option("only_if")
    for n, letter in enumerate(("R", "D")):
        argument.locator(f"[id$='-0-slot-{n}']").select_option(letter)
    argument.get_by_role("group", name="Conclusion").get_by_role("radio").first.check()
    verdict = argument.locator(".ar-picture .rs-verdict")
    expect(verdict).to_be_visible()
    page.evaluate(f"() => {KERNEL}.shutdown()")
    place(shown, {"reactor": "author"})
    expect(shown.locator(".rs-remark, .rs-verdict")).to_have_count(0)
    argument.locator("[id$='-0-slot-0']").select_option("D")
    expect(verdict).to_be_hidden()
    expect(argument.locator("svg.ar-svg")).to_be_hidden()


def test_a_remark_on_a_premise_stands_in_its_block(asked):
    opened = asked("precondition-build")
    shown = opened.page.locator(".rs-panel")
    for n, (form, *of) in enumerate((("only_if", "R", "D"), ("if", "S", "D"), ("not", "D"))):
        shown.get_by_role("button", name="Add a premise").click()
        shown.locator(f"[id$='-{n}-form']").select_option(form)
        for slot, letter in enumerate(of):
            shown.locator(f"[id$='-{n}-slot-{slot}']").select_option(letter)
    shown.get_by_role("group", name="Conclusion").get_by_role("radio").first.check()
    expect(shown.locator(".rs-status")).to_contain_text("Complete")
    expect(shown.locator(".ar-block").nth(1)).to_contain_text("It does no work")
    shown.get_by_role("button", name="Check my answer").click()
    expect(shown.locator(".ar-block").nth(1).locator(".rs-remark").first).to_be_visible()
    expect(shown.locator(".ar-block").first.locator(".rs-remark")).to_have_count(0)
    expect(shown.locator("div.rs-remark:visible")).to_have_count(1)


def test_a_wrong_choice_is_marked(asked):
    opened = asked("title-mark")
    shown = opened.page.locator(".rs-panel").first
    shown.get_by_role("radio").first.check()
    right = shown.locator("input[value=asks]")
    wrong = shown.locator("input[value=finds]")
    wrong.check()
    shown.get_by_role("button", name="Check my answer").click()
    beside = shown.locator(".rs-row:has(input[value=finds]) + .rs-spot")
    expect(beside).to_contain_text("Without the question mark")
    right.check()
    expect(beside).to_be_hidden()
    shown.get_by_role("button", name="Check my answer").click()
    expect(shown.locator(".rs-row:has(input[value=asks]) + .rs-spot")).to_contain_text("✓")
