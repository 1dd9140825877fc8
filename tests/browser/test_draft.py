"""Room to draft, in a real JupyterLab: what is written is in the journal, and is there again after a reload."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.pages import panel, write_asking

HERE = Path(__file__).parent
TITLE = "Room to draft"


def test_what_is_written_is_kept(notebook, tmp_path):
    write_asking(tmp_path / "draft.ipynb", ("notes",))
    (tmp_path / "questions.toml").write_bytes((HERE / "every_type.toml").read_bytes())
    opened = notebook(tmp_path / "draft.ipynb", tmp_path / "questions.toml")
    opened.run_all()
    box = panel(opened.page, TITLE).get_by_role("textbox", name=TITLE)
    box.focus()
    cells = len(opened.cell_sources())
    opened.page.keyboard.type("add a draft: bb dd")
    opened.page.keyboard.press("Enter")
    opened.page.keyboard.type("<b>two</b>")
    assert len(opened.cell_sources()) == cells, "no letter reaches the command mode"
    expect(panel(opened.page, TITLE)).to_contain_text("6 words")
    expect(panel(opened.page, TITLE).get_by_role("status").last).to_contain_text("Saved")
    said = "add a draft: bb dd\n<b>two</b>"
    assert opened.journal["answers"]["notes"]["value"] == said
    panel(opened.page, TITLE).get_by_role("button", name="Keep this version").click()
    box.press("End")
    opened.page.keyboard.type(" more")
    expect(panel(opened.page, TITLE)).to_contain_text("7 words")
    opened.page.wait_for_timeout(1500)
    assert opened.journal["answers"]["notes"]["value"] == said + " more"
    opened.open()
    opened.run_all()
    expect(panel(opened.page, TITLE).get_by_role("textbox", name=TITLE)).to_have_value(said + " more")
