"""Every type of panel, in a real JupyterLab: by keyboard, in every theme, narrow, over a restart and a reload."""

from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import panel, press, write_asking, write_notebook

HERE = Path(__file__).parent
IDS = ("one", "many", "classes", "order", "chance")


@pytest.fixture
def every_type(notebook, tmp_path):
    """A notebook with one panel of each type, all run."""
    write_asking(tmp_path / "every_type.ipynb", IDS)
    (tmp_path / "questions.toml").write_bytes((HERE / "every_type.toml").read_bytes())
    opened = notebook(tmp_path / "every_type.ipynb", tmp_path / "questions.toml")
    opened.run_all()
    expect(opened.page.locator(".rs-panel")).to_have_count(len(IDS))
    return opened


def answer_by_keyboard(page: Page) -> None:
    """From the first control of the first panel to the last of the last, with nothing but keys."""
    one = panel(page, "Choose one")
    one.get_by_role("radio").first.focus()
    press(page, "Space", "ArrowDown")  # the second
    expect(one.get_by_role("status")).to_contain_text("Saved")

    press(page, *["Tab"] * 2)  # hint, clear
    assert page.evaluate("document.activeElement.textContent") == "Clear my answer"

    many = panel(page, "Choose several")
    many.get_by_role("checkbox").first.focus()
    press(page, "Space", "Tab", "Space")
    expect(many.get_by_role("status")).to_contain_text("Complete")

    classes = panel(page, "Classify")
    classes.get_by_role("radio").first.focus()
    press(page, "ArrowRight")
    expect(classes.get_by_role("status")).to_contain_text("1 of 2 still to place")
    press(page, "Tab", "ArrowLeft")
    expect(classes.get_by_role("status")).to_contain_text("Complete")

    order = panel(page, "Rank")
    order.get_by_role("combobox").first.focus()
    press(page, "1", "Tab", "2", "Tab", "2")
    expect(order.get_by_role("status")).to_contain_text("Rank 2 is given more than once")
    press(page, "ArrowDown")
    expect(order.get_by_role("status")).to_contain_text("Complete")

    chance = panel(page, "How probable?")
    chance.get_by_role("slider").first.focus()
    press(page, *["ArrowLeft"] * 10)
    press(page, "Tab", "Tab")
    press(page, "Home", *["ArrowRight"] * 5)
    expect(chance.get_by_role("status")).to_contain_text("Complete")


ANSWERS = {
    "one": "b",
    "many": ["a", "b"],
    "classes": {"a": "report", "b": "inference"},
    "order": {"a": 1, "b": 2, "c": 3},
    "chance": {"talks": 0.4, "reset": 0.05},
}


def values(journal: dict) -> dict:
    return {name: answer["value"] for name, answer in journal["answers"].items()}


def test_every_type_by_keyboard_survives_restart_and_reload(every_type):
    page = every_type.page
    sources = every_type.cell_sources()
    answer_by_keyboard(page)
    assert values(every_type.journal) == ANSWERS
    assert every_type.cell_sources() == sources, "a key typed in a panel reached JupyterLab"

    every_type.restart()
    every_type.run_all()
    shows_answers(page)

    every_type.open()
    every_type.run_all()
    shows_answers(page)
    assert values(every_type.journal) == ANSWERS


def shows_answers(page: Page) -> None:
    expect(panel(page, "Choose one").get_by_label("The second")).to_be_checked()
    expect(panel(page, "Choose several").get_by_label("None of these")).not_to_be_checked()
    expect(panel(page, "Choose several").get_by_label("The first")).to_be_checked()
    expect(panel(page, "Classify").get_by_role("radio", checked=True)).to_have_count(2)
    expect(panel(page, "Rank").get_by_label("Reset")).to_have_value("3")
    expect(panel(page, "How probable?").get_by_role("slider").last).to_have_value("5")
    expect(panel(page, "How probable?").get_by_role("status")).to_contain_text("Saved")


KEYED = (
    ("Choose one", "radio"),
    ("Choose several", "checkbox"),
    ("Rank", "combobox"),
    ("How probable?", "slider"),
    ("How probable?", "spinbutton"),
    ("Choose one", "button"),
)


def test_letters_never_reach_command_mode(every_type):
    page, cells = every_type.page, len(every_type.cell_sources())
    for title, role in KEYED:
        panel(page, title).get_by_role(role).first.focus()
        press(page, "a", "b", "d", "d", "x", "y", "m", "0", "0")
        assert len(every_type.cell_sources()) == cells, f"{title}: {role}"
    kinds = page.evaluate("() => [...jupyterapp.shell.currentWidget.content.model.cells].map(c => c.type)")
    assert set(kinds) == {"code"}


def test_nothing_is_selected_before_the_learner_selects(every_type):
    page = every_type.page
    assert page.locator(".rs-panel input:checked").count() == 0
    expect(panel(page, "How probable?").get_by_role("slider").first).to_have_attribute("aria-valuetext", "not set")
    expect(panel(page, "How probable?").get_by_role("spinbutton").first).to_have_value("")
    assert not every_type.journal["answers"]


def test_incoherence_is_shown_and_does_not_block(every_type):
    page = every_type.page
    chance = panel(page, "How probable?")
    chance.get_by_role("spinbutton").first.fill("10")
    chance.get_by_role("spinbutton").last.fill("30")
    expect(chance.get_by_role("status")).to_contain_text("can't be more probable")
    assert every_type.journal["answers"]["chance"]["value"] == {"talks": 0.1, "reset": 0.3}


def test_saved_tells_the_truth_when_the_kernel_is_busy(every_type):
    page = every_type.page
    page.evaluate(
        """() => { jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute(
             {code: 'import time; time.sleep(6)'}); }"""
    )
    one = panel(page, "Choose one")
    one.get_by_label("The first").check()
    expect(one.locator(".rs-status")).to_have_text("Saving…")
    expect(one.get_by_role("alert")).to_contain_text("Not saved")
    expect(one.get_by_role("status")).to_contain_text("Saved", timeout=15_000)
    assert every_type.journal["answers"]["one"]["value"] == "a"


def test_saved_tells_the_truth_when_the_kernel_is_gone(every_type):
    page = every_type.page
    page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.shutdown()")
    one = panel(page, "Choose one")
    one.get_by_label("The first").check()
    expect(one.get_by_role("alert")).to_contain_text("Not saved")


def test_saved_tells_the_truth_when_the_disk_refuses(every_type):
    page, folder = every_type.page, (every_type.lab.root / every_type.path).parent
    (folder / "journal.json").unlink(missing_ok=True)
    (folder / "journal.json").mkdir()
    one = panel(page, "Choose one")
    one.get_by_label("The first").check()
    expect(one.get_by_role("alert")).to_contain_text("Not saved")


def test_two_notebooks_write_one_journal(every_type, context):
    other = context.new_page()
    copy = every_type.path.replace("every_type.ipynb", "copy.ipynb")
    folder = every_type.lab.root / every_type.path
    folder.with_name("copy.ipynb").write_bytes(folder.read_bytes())
    second = type(every_type)(other, every_type.lab, copy)
    second.open()
    second.run_all()
    panel(other, "Rank").get_by_role("combobox").first.select_option("2")
    expect(panel(other, "Rank").get_by_role("status")).to_contain_text("Saved")
    panel(every_type.page, "Choose one").get_by_label("The third").check()
    expect(panel(every_type.page, "Choose one").get_by_role("status")).to_contain_text("Saved")
    assert values(every_type.journal) == {"order": {"a": 2}, "one": "c"}


def test_hints_come_by_degree_and_are_remembered(every_type):
    page = every_type.page
    one = panel(page, "Choose one")
    one.get_by_role("button", name="Hint (2 left)").press("Enter")
    expect(one).to_contain_text("Read the sentence again.")
    expect(one).not_to_contain_text("Look for only if.")
    every_type.restart()
    every_type.run_all()
    expect(panel(page, "Choose one")).to_contain_text("Read the sentence again.")
    panel(page, "Choose one").get_by_role("button", name="Hint (1 left)").press("Enter")
    expect(panel(page, "Choose one")).to_contain_text("Look for only if.")
    expect(panel(page, "Choose one").get_by_role("button", name="No more hints")).to_be_disabled()


def test_usable_at_400_px(every_type):
    page = every_type.page
    every_type.narrow()
    wide = page.locator(".rs-panel").evaluate_all("all => all.filter(p => p.scrollWidth > p.clientWidth + 1).length")
    assert wide == 0
    answer_by_keyboard(page)
    assert values(every_type.journal) == ANSWERS


def test_a_saved_notebook_reads_without_a_kernel(every_type):
    page = every_type.page
    every_type.run("docmanager:save")
    page.wait_for_function("() => !jupyterapp.shell.currentWidget.context.model.dirty")
    saved = nbformat.read(every_type.lab.root / every_type.path, 4)
    for cell in saved.cells[1:]:
        assert set(cell.outputs[0].data) == {"text/html", "text/plain"}
    every_type.open()
    expect(page.locator(".jp-OutputArea-output", has_text="Which of these is a necessary condition?")).to_be_visible()
    expect(page.locator("body")).not_to_contain_text("model not found")


def test_panels_compose_as_ipywidgets(notebook, tmp_path):
    source = 'import ipywidgets\nfrom course import ask\nipywidgets.VBox([ask("one"), ask("many")])'
    write_notebook(tmp_path / "box.ipynb", [source])
    (tmp_path / "questions.toml").write_bytes((HERE / "every_type.toml").read_bytes())
    opened = notebook(tmp_path / "box.ipynb", tmp_path / "questions.toml")
    opened.run_all()
    panel(opened.page, "Choose several").get_by_label("The second").check()
    expect(panel(opened.page, "Choose several").get_by_role("status")).to_contain_text("Saved")
    assert values(opened.journal) == {"many": ["b"]}
