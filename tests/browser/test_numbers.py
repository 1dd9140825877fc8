"""What is typed into a box for a percentage is what is meant: the pure reader (js/number.js), and the box itself."""

import json
import re
from importlib.resources import files

import pytest
from playwright.sync_api import expect

from tests.browser.pages import panel, press, write_asking
from tests.browser.test_accessibility import found_in_every_look
from tests.paths import EVERY_TYPE, ROOT

CASES = json.loads((ROOT / "tests" / "data" / "percentages.json").read_text("utf-8"))["cases"]


@pytest.fixture(scope="module")
def reader(browser):
    page = browser.new_page()
    page.add_script_tag(content=(files("course.panels") / "js" / "number.js").read_text("utf-8"))
    yield page
    page.close()


@pytest.mark.parametrize("case", CASES, ids=[ascii(case["typed"]) for case in CASES])
def test_what_is_typed_is_what_is_meant(reader, case):
    read = reader.evaluate("text => readPercent(text)", case["typed"])
    assert read.get("either") == case.get("either")
    if "value" in case:
        assert read == {"value": case["value"]}
    else:
        assert "value" not in read
        assert case.get("fault", "may mean") in read["fault"]
        assert case["typed"].strip() in read["fault"]


def test_a_probability_is_shown_with_all_its_digits_and_reads_back(reader):
    values = [0, 0.001, 0.007, 0.07, 0.125, 0.29, 0.57, 0.999, 1, 1e-9, 0.1 + 0.2, 1 / 3, 0.9999999999999999]
    shown = reader.evaluate("values => values.map(inPercent)", values)
    assert shown[:9] == ["0", "0.1", "0.7", "7", "12.5", "29", "57", "99.9", "100"]
    assert shown[-1] != "100"
    again = reader.evaluate("texts => texts.map(text => readPercent(`${text} %`).value)", shown)
    assert again == pytest.approx(values, 1e-15)


@pytest.fixture
def chance(notebook, tmp_path):
    write_asking(tmp_path / "chance.ipynb", ["chance"])
    (tmp_path / "questions.toml").write_bytes(EVERY_TYPE.read_bytes())
    opened = notebook(tmp_path / "chance.ipynb", tmp_path / "questions.toml")
    opened.run_all()
    expect(panel(opened.page, "How probable?")).to_be_visible()
    return opened


def stored(opened) -> dict:
    return opened.journal["answers"].get("chance", {}).get("value", {})


def test_a_box_says_what_it_cannot_read_and_keeps_the_answer_that_stands(chance):
    page, shown = chance.page, panel(chance.page, "How probable?")
    box, line = shown.get_by_role("spinbutton").first, shown.locator(".rs-status")
    box.fill("30")
    expect(line).to_contain_text("Saved")
    for typed in ("70e", "150", "-5", "12-15", "1e2"):
        box.fill(typed)
        press(page, "Enter")
        expect(box).to_have_attribute("aria-invalid", "true")
        expect(box).to_have_accessible_description(re.compile("Your answer stays 30 %"))
        expect(shown.get_by_role("alert")).to_contain_text(f"Not saved: “{typed}”")
        assert stored(chance) == {"talks": 0.3}
    shown.get_by_role("spinbutton").last.fill("20,5")
    press(page, "Tab")
    expect(line).to_contain_text("Complete")
    expect(line).to_contain_text("Not saved: “1e2”")
    assert stored(chance) == {"talks": 0.3, "reset": 0.205}
    expect(box).to_have_value("1e2")
    box.fill("99,9 %")
    press(page, "Tab")
    expect(shown.get_by_role("status")).to_contain_text("Saved")
    expect(box).to_have_value("99.9")
    expect(shown.get_by_role("slider").first).to_have_value("99")
    assert stored(chance) == {"talks": 0.999, "reset": 0.205}


def test_what_may_mean_two_things_is_asked(chance):
    page, shown = chance.page, panel(chance.page, "How probable?")
    box = shown.get_by_role("spinbutton").first
    box.focus()
    page.keyboard.type("0,7")
    expect(shown).to_contain_text("“0,7” may mean 0.7 % or 70 %.")
    assert stored(chance) == {}
    shown.get_by_role("button", name="70 %").press("Enter")
    expect(shown.get_by_role("status")).to_contain_text("Saved")
    expect(box).to_have_value("70")
    expect(box).to_be_focused()
    assert stored(chance) == {"talks": 0.7}


def test_a_lone_nought_on_the_way_to_a_fraction_is_no_certainty(chance):
    page, shown = chance.page, panel(chance.page, "How probable?")
    box = shown.get_by_role("spinbutton").first
    box.fill("30")
    expect(shown.get_by_role("status")).to_contain_text("Saved")
    box.fill("0")
    expect(shown.locator(".rs-status")).to_contain_text("Saving")
    expect(shown.get_by_role("status")).to_contain_text("Saved")
    assert stored(chance) == {"talks": 0}
    box.press("End")
    page.keyboard.type(",7")
    expect(shown).to_contain_text("Your answer stays 30 %.")
    press(page, "Tab")
    expect(shown.locator(".rs-status")).to_contain_text("Saved")
    assert stored(chance) == {"talks": 0.3}


def test_arrows_step_and_slider_and_box_follow_one_another(chance):
    page, shown = chance.page, panel(chance.page, "How probable?")
    box, slider = shown.get_by_role("spinbutton").first, shown.get_by_role("slider").first
    box.focus()
    press(page, "ArrowUp", "ArrowUp", "PageDown")
    expect(box).to_have_value("41")
    expect(slider).to_have_attribute("aria-valuetext", "41 %")
    expect(box).to_have_attribute("aria-valuenow", "41")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("99,5")
    press(page, "Enter", "ArrowUp")
    expect(box).to_have_value("99,5")
    slider.focus()
    press(page, "Home")
    expect(box).to_have_value("0")
    expect(shown.get_by_role("status")).to_contain_text("Saved")
    assert stored(chance) == {"talks": 0}


def test_what_is_said_of_a_number_is_accessible_in_every_look(chance):
    page, shown = chance.page, panel(chance.page, "How probable?")
    for box, typed in zip(shown.get_by_role("spinbutton").all(), ("0,7", "150"), strict=True):
        box.fill(typed)
        press(page, "Tab")
    expect(shown.get_by_role("alert")).to_contain_text("Not saved: “150” is more than 100 %. Nothing is saved here.")
    choice = shown.get_by_role("button", name="0.7 %")
    expect(choice).to_have_accessible_name("0.7 % Official talks on denuclearization")
    chance.run("application:toggle-left-area")
    assert not found_in_every_look(chance, 1400, 400)
    assert shown.evaluate("panel => panel.scrollWidth <= panel.clientWidth + 1")
