"""A lesson opens and works; nothing but a lesson as shipped is run by itself."""

import hashlib
import json
import re

import pytest
from playwright.sync_api import expect

from course.gain.read import families
from course.labextension.place import EXTENSION
from tests.browser.extension.changed import LESSON, cell, changed, code
from tests.browser.pages import panel, write_notebook
from tests.paths import LESSON_NOTEBOOKS, NOTEBOOKS

RUN_AT = (
    "() => [...jupyterapp.shell.currentWidget.content.model.cells].map(c => c.type === 'code' ? c.executionCount : 0)"
)
SCROLLED = "() => Math.round(jupyterapp.shell.currentWidget.content.outerNode.scrollTop)"
DIRTY = "() => jupyterapp.shell.currentWidget.context.model.dirty"


def asking(path) -> int:
    """How many panels a lesson shows: one for a question, two asked again, and one of each family of a check."""
    each = {"ask(": 1, "retrieve(": 2, "check_in(": len(families()), "check_out(": len(families())}
    sources = ["".join(c["source"]) for c in json.loads(path.read_text("utf-8"))["cells"]]
    return sum(n for source in sources for call, n in each.items() if source.startswith(call))


def line(opened):
    return opened.page.locator(".rds-line")


def not_run(opened) -> None:
    """Nothing was run, also after a while in which it would have been."""
    expect(line(opened)).to_contain_text("nothing was run by itself", timeout=30_000)
    opened.idle()
    opened.page.wait_for_timeout(1500)
    assert not any(opened.page.evaluate(RUN_AT))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_lesson_reaches_its_last_panel_with_no_click_and_no_scroll(lesson, path):
    opened = lesson(path)
    expect(opened.page.locator(".rs-panel")).to_have_count(asking(path))
    assert all(count is not None for count in opened.page.evaluate(RUN_AT))
    assert opened.page.evaluate(SCROLLED) == 0
    expect(opened.page.locator("[data-mime-type='application/vnd.jupyter.stderr']")).to_have_count(0)
    assert not opened.page.evaluate(DIRTY)
    opened.run("application:close")
    expect(opened.page.locator(".jp-Dialog")).to_have_count(0)


def test_answers_are_there_after_a_reload_with_the_same_kernel_and_the_reader_is_where_they_were(lesson):
    opened = lesson(LESSON)
    title = panel(opened.page, "A title with a question mark")
    title.get_by_role("radio", name="The author has found").check()
    expect(title.get_by_role("status")).to_contain_text("Saved")
    who = opened.page.locator(".jp-CodeCell").filter(has=panel(opened.page, "What has to come first?"))
    opened.page.wait_for_timeout(4500)  # until the extension lets go of the place
    who.evaluate("cell => cell.scrollIntoView({block: 'start'})")
    opened.page.wait_for_timeout(500)
    before = who.evaluate("cell => cell.getBoundingClientRect().top")
    opened.open()
    expect(line(opened)).to_contain_text("Ready.", timeout=60_000)
    expect(panel(opened.page, "A title with a question mark").get_by_label("The author has found")).to_be_checked()
    opened.page.wait_for_timeout(3000)
    assert abs(who.evaluate("cell => cell.getBoundingClientRect().top") - before) < 5
    assert opened.page.evaluate(SCROLLED) > 1000


def test_one_changed_code_cell_and_nothing_is_run_until_the_learner_says_so(notebook, tmp_path):
    def change(cells):
        cell(cells, "ask-thesis-bounds")["source"] = ['ask("thesis-bounds") ']

    opened = notebook(changed(tmp_path, change))
    not_run(opened)
    expect(line(opened)).to_contain_text('The code of one cell (“ask("thesis-bounds")”) is not the lesson\'s own')
    opened.page.get_by_role("button", name="Run its cells").click()
    expect(opened.page.locator(".rs-panel")).to_have_count(asking(LESSON), timeout=60_000)


ATTACK = "import pathlib; pathlib.Path('taken').touch()"


def _all_other(cells):
    for each in cells:
        if each["cell_type"] == "code":
            each["source"] = ATTACK


def _appended(cells):
    cell(cells, "import")["source"] = [*cell(cells, "import")["source"], "\n", ATTACK]


def _doubled(cells):
    return [code(ATTACK, "import"), *cells]


def _turned(cells):
    return cells[::-1]


def _lost(cells):
    return [each for each in cells if each["id"] != "events"]


@pytest.mark.parametrize("change", [_all_other, _appended, _doubled, _turned, _lost])
def test_a_notebook_with_our_ids_and_other_code_is_not_run(notebook, tmp_path, change):
    opened = notebook(changed(tmp_path, change))
    not_run(opened)
    assert not [*(opened.lab.root / opened.path).parent.glob("taken")]


def test_cells_that_were_added_are_not_run_and_the_lesson_is(lesson, tmp_path):
    opened = lesson(
        changed(tmp_path, lambda cells: [*cells[:3], code(ATTACK, "mine"), *cells[3:], code(ATTACK, "at-end")])
    )
    expect(line(opened)).to_have_text("Ready. 2 cells of your own were not run.")
    expect(opened.page.locator(".rs-panel")).to_have_count(asking(LESSON))
    assert not [*(opened.lab.root / opened.path).parent.glob("taken")]


def test_a_lesson_as_shipped_takes_no_code_from_its_folder(lesson, tmp_path):
    names = ("course", "pandas", "altair", "anywidget", "bottleneck", "numexpr", "pyarrow")
    for name in names:
        (tmp_path / f"{name}.py").write_text(f"{ATTACK}\nraise ImportError\n")
    opened = lesson(LESSON, *(tmp_path / f"{name}.py" for name in names))
    expect(opened.page.locator(".rs-panel")).to_have_count(asking(LESSON))
    assert not [*(opened.lab.root / opened.path).parent.glob("taken")]


def test_a_notebook_that_uses_the_course_says_why_it_is_not_run_and_another_says_nothing(notebook, tmp_path):
    write_notebook(tmp_path / "mine.ipynb", ["from course import ask", 'ask("title-mark")'])
    write_notebook(tmp_path / "other.ipynb", [ATTACK])
    opened = notebook(tmp_path / "mine.ipynb", tmp_path / "other.ipynb")
    not_run(opened)
    expect(line(opened)).to_contain_text("is not a lesson of the course as shipped")
    opened.path = opened.path.replace("mine", "other")
    opened.open()
    opened.page.wait_for_timeout(1500)
    expect(opened.page.locator(".rds-bar")).to_have_count(0)
    assert not any(opened.page.evaluate(RUN_AT))


def test_a_restart_makes_the_panels_anew(lesson):
    opened = lesson(LESSON)
    opened.page.evaluate("() => { document.querySelectorAll('.rs-panel').forEach(p => { p.dataset.old = '1'; }); }")
    opened.page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.restartKernel()")
    expect(opened.page.locator(".rs-panel[data-old]")).to_have_count(0, timeout=60_000)
    expect(line(opened)).to_contain_text("Ready.", timeout=60_000)
    title = panel(opened.page, "A title with a question mark")
    title.get_by_role("radio", name="The author has found").check()
    expect(title.get_by_role("status")).to_contain_text("Saved")


def test_another_kernel_makes_the_panels_anew(lesson):
    opened = lesson(LESSON)
    opened.page.evaluate("() => { document.querySelectorAll('.rs-panel').forEach(p => { p.dataset.old = '1'; }); }")
    opened.page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.changeKernel({name: 'python3'})")
    expect(opened.page.locator(".rs-panel[data-old]")).to_have_count(0, timeout=60_000)
    expect(line(opened)).to_contain_text("Ready.", timeout=60_000)


def test_an_answer_that_could_not_be_saved_is_still_there_after_a_restart(lesson):
    opened = lesson(LESSON)
    opened.page.evaluate(
        "code => { jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute({code}); }",
        "import time; time.sleep(600)",
    )
    title = panel(opened.page, "A title with a question mark")
    title.get_by_role("radio", name="The author has found").check()
    expect(title.get_by_role("alert")).to_contain_text("Not saved")
    opened.page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.restartKernel()")
    expect(line(opened)).to_contain_text("was not saved is still where you left it", timeout=60_000)
    expect(title.get_by_role("radio", name="The author has found")).to_be_checked()


RUN_ONE = """id => {
    const {content, context} = jupyterapp.shell.currentWidget;
    content.activeCellIndex = content.widgets.findIndex(cell => cell.model.id === id);
    return jupyterapp.commands.execute('notebook:run-cell');
}"""


def test_a_single_cell_of_a_lesson_runs_what_it_needs(notebook, tmp_path):
    def change(cells):
        cell(cells, "ask-thesis-bounds")["source"] = ['ask("thesis-bounds") ']

    opened = notebook(changed(tmp_path, change))
    not_run(opened)
    opened.page.evaluate(RUN_ONE, "ask-title-mark")
    expect(panel(opened.page, "A title with a question mark")).to_be_visible(timeout=60_000)
    expect(opened.page.locator(".rs-panel")).to_have_count(1)


def test_a_single_cell_below_a_changed_one_says_what_to_do_and_the_button_does_it(notebook, tmp_path):
    def change(cells):
        cell(cells, "import")["source"] = ["from course import ask, brief, charts  # mine"]

    opened = notebook(changed(tmp_path, change))
    not_run(opened)
    opened.page.evaluate(RUN_ONE, "ask-title-mark")
    expect(line(opened)).to_contain_text("This cell needs what the cells above it set up", timeout=30_000)
    opened.page.get_by_role("button", name=re.compile("Run the cells above")).click()
    expect(panel(opened.page, "A title with a question mark")).to_be_visible(timeout=60_000)


def test_running_all_cells_besides_makes_no_panel_twice(notebook):
    opened = notebook(LESSON)
    opened.run_all()
    expect(line(opened)).to_contain_text("Ready.", timeout=60_000)
    opened.page.evaluate("() => { document.querySelectorAll('.rs-panel').forEach(p => { p.dataset.old = '1'; }); }")
    opened.page.wait_for_timeout(1500)
    expect(opened.page.locator(".rs-panel[data-old]")).to_have_count(asking(LESSON))


@pytest.mark.parametrize("path", LESSON_NOTEBOOKS[:2], ids=lambda path: path.stem)
def test_a_saved_lesson_holds_no_trace_and_what_was_shipped(lesson, path):
    opened = lesson(path)
    opened.run("docmanager:save")
    saved = json.loads((opened.lab.root / opened.path).read_text("utf-8"))
    shipped = json.loads(path.read_text("utf-8"))
    assert not re.search(r"\brds-", json.dumps(saved))
    for now, then in zip(saved["cells"], shipped["cells"], strict=True):
        assert {**now, "outputs": 0, "execution_count": 0} == {**then, "outputs": 0, "execution_count": 0}
        shown, held = ([o["data"] for o in each.get("outputs", [])] for each in (now, then))
        assert [d.get("text/html") for d in shown] == [d.get("text/html") for d in held]
    for each in (saved, shipped):
        each["metadata"].pop("language_info")
    assert saved["metadata"] == shipped["metadata"]


@pytest.mark.parametrize("length", [0, 3, 55, 56, 63, 64, 119, 120, 1000, 70_000])
def test_the_hash_of_a_page_without_crypto_is_sha_256(lab, context, length):
    page = context.new_page()
    module = f"{lab.url}lab/extensions/{EXTENSION}/static/sha256.js"
    page.goto(module)  # any page of the same place
    text = ("aß€😀\n" * length)[:length]
    found = page.evaluate("async ([module, text]) => (await import(module)).sha256(text)", [module, text])
    assert found == hashlib.sha256(text.encode("utf-8")).hexdigest()
