"""An appendix in code is folded until somebody opens it, and is run with the rest all the same."""

from playwright.sync_api import expect

from tests.paths import LESSON_NOTEBOOKS

(PATH,) = (path for path in LESSON_NOTEBOOKS if path.stem.startswith("06"))
CELL = """(id) => {
  const { widgets } = jupyterapp.shell.currentWidget.content;
  const cell = widgets.find((each) => each.model.id === id);
  return { hidden: cell.node.getClientRects().length === 0 || cell.isHidden, run: cell.model.executionCount ?? null };
}"""
REVEAL = """(id) => {
  const notebook = jupyterapp.shell.currentWidget.content;
  const at = notebook.widgets.findIndex((each) => each.model.id === id);
  notebook.activeCellIndex = at;
  return notebook.scrollToItem(at, "center");
}"""


def test_the_arithmetic_in_pandas_is_folded_and_opens(lesson, tmp_path):
    opened = lesson(PATH)
    expect(opened.page.locator(".rds-line")).not_to_contain_text("nothing was run", timeout=60_000)
    opened.idle()
    opened.page.evaluate(REVEAL, "appendix-head")
    head = opened.page.get_by_role("heading", name="Appendix: the arithmetic in pandas")
    expect(head).to_be_visible()
    folded = opened.page.evaluate(CELL, "appendix-table")
    assert folded["hidden"]
    assert folded["run"] is not None
    assert not opened.page.evaluate(CELL, "summary")["hidden"], "the fold ends where the appendix does"
    opened.page.screenshot(path=tmp_path / "folded.png")
    opened.run("notebook:toggle-heading-collapse")
    opened.page.wait_for_function(f"() => !({CELL})('appendix-table').hidden")
