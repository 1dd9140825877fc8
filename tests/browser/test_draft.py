"""Room to draft: what is typed is kept over a restart, and none of its keys reach JupyterLab."""

from playwright.sync_api import expect

from tests.browser.pages import panel, press, write_asking

BANK = """[[question]]
id = "notes"
type = "draft"
title = "Notes"
prompt = "Make notes for your memo."
items = [{ id = "answer", text = "My answer" }, { id = "why", text = "Why" }]
"""


def test_a_draft_is_kept_as_it_is_typed(notebook, tmp_path):
    write_asking(tmp_path / "draft.ipynb", ("notes",))
    (tmp_path / "questions.toml").write_text(BANK, encoding="utf-8")
    opened = notebook(tmp_path / "draft.ipynb", tmp_path / "questions.toml")
    opened.run_all()
    sources = opened.cell_sources()
    shown = panel(opened.page, "Notes")
    expect(shown.get_by_role("button").filter(visible=True)).to_have_text(["Clear my answer"])

    box = shown.get_by_role("textbox", name="My answer")
    box.focus()
    press(opened.page, "a", "b", "Enter", "d", "d", "Shift+Enter", "x")
    expect(shown.get_by_role("status")).to_contain_text("Saved")
    expect(box).to_be_focused()
    press(opened.page, "Tab")
    expect(shown.get_by_role("textbox", name="Why")).to_be_focused()
    kept = box.input_value()
    assert kept.startswith("ab\ndd")
    assert opened.journal["answers"]["notes"]["value"] == {"answer": kept}
    assert opened.cell_sources() == sources, "a key typed in the panel reached JupyterLab"

    opened.restart()
    opened.run_all()
    expect(panel(opened.page, "Notes").get_by_role("textbox", name="My answer")).to_have_value(kept)
