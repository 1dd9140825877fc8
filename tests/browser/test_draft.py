"""Room to draft: what is typed is kept over a restart, and none of its keys reach JupyterLab."""

from playwright.sync_api import expect

from tests.browser.pages import panel, press, write_asking
from tests.paths import EVERY_TYPE

TITLE = "Room to draft"


def test_a_draft_is_kept_as_it_is_typed(notebook, tmp_path):
    write_asking(tmp_path / "draft.ipynb", ("notes",))
    (tmp_path / "questions.toml").write_bytes(EVERY_TYPE.read_bytes())
    opened = notebook(tmp_path / "draft.ipynb", tmp_path / "questions.toml")
    opened.run_all()
    sources = opened.cell_sources()
    shown = panel(opened.page, TITLE)
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
    expect(panel(opened.page, TITLE).get_by_role("textbox", name="My answer")).to_have_value(kept)
