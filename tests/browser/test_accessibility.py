"""All that is ours, in all nine lessons: by Tab, as a screen reader is told of it, and as axe-core finds it.

Left out are JupyterLab's own menus, side bars, tool bars and editors of cells: `OURS` names what is looked at.
"""

import difflib
import json
import os
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import DEFAULT_OPTIONS, Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser import tree
from tests.browser.conftest import THEMES, Notebook
from tests.browser.pages import press, write_asking
from tests.browser.vision import BLINDNESS, closest, contrast
from tests.paths import ARGUE, EVERY_TYPE, FORETELL, NOTEBOOKS, ROOT, WEIGH

BY_NAME = {path.stem: path for path in NOTEBOOKS}
SNAPSHOTS = ROOT / "tests" / "data" / "accessibility"
ANSWER, WALK, COLOURS = (
    (Path(__file__).parent / f"{name}.js").read_text("utf-8") for name in ("answer", "walk", "colours")
)
# The corner of a table of pandas, and the marks of a chart that has none, are blank: nothing is there to name.
BLANK = [".dataframe th:empty", ".role-mark:empty"]
SCROLLS = "scrollable-region-focusable"
COLOUR = {"runOnly": {"type": "tag", "values": ["cat.color"]}}
OURS = [".rs-panel", ".jp-OutputArea-output", ".jp-MarkdownOutput"]

CLICK = """(start) => [...document.querySelectorAll(".rs-panel button")]
  .filter((button) => !button.hidden && button.textContent.startsWith(start)).forEach((button) => button.click())"""
OPEN = """() => document.querySelectorAll(".rs-panel details").forEach((details) => { details.open = true; })"""
SETTLED = """() => [...document.querySelectorAll(".rs-status")]
  .every((line) => /^(Saved|Not answered)/.test(line.textContent))"""


def settle(opened: Notebook) -> None:
    opened.page.wait_for_function(SETTLED)
    opened.idle()


def answer_and_check(opened: Notebook, nth: int) -> None:
    """Every panel of the page is answered, committed, and asked for a hint."""
    if opened.page.locator(".bd-alone").count():
        opened.page.evaluate(ANSWER, [nth, True])
        settle(opened)
    opened.page.evaluate(ANSWER, [nth, False])
    settle(opened)
    for start in ("Check my answer", "Commit my", "Hint"):
        opened.page.evaluate(CLICK, start)
    settle(opened)


def found_by_axe(page: Page, **options: object) -> list[str]:
    """What axe-core finds in what is ours: rule and node."""
    context = {
        "include": [[each] for each in OURS if page.locator(each).count()],
        "exclude": [[each] for each in BLANK],
    }
    found = Axe().run(page, context=context, options={**DEFAULT_OPTIONS, **options}).response["violations"]
    said = [(rule["id"], node["html"][:200]) for rule in found for node in rule["nodes"]]
    # That wide output scrolls in a box which Tab may pass over is JupyterLab's way with all output.
    return [f"{rule}: {node}" for rule, node in said if not (rule == SCROLLS and "jp-OutputArea-output" in node)]


def found_in_every_look(opened: Notebook, *widths: int) -> dict[str, list[str]]:
    """The same in every theme and width; empty if nothing is found."""
    found = {}
    # Themes differ in colours alone, so that all rules are needed in one of them.
    for theme, options in zip(THEMES, ({}, COLOUR, COLOUR), strict=True):
        opened.theme(theme)
        for width in widths:
            opened.page.set_viewport_size({"width": width, "height": 1000})
            found[f"{theme}, {width} px"] = found_by_axe(opened.page, **options)
    return {look: each for look, each in found.items() if each}


def told_wrongly(page: Page) -> dict[str, list[str]]:
    """What a screen reader would not be told, by panel and, under “”, in the rest of the lesson."""
    root = tree.read(page, ", ".join(OURS[1:]))
    headings = "all => all.map((h) => h.textContent.replace(/\\s+/g, ' ').trim())"
    titles = page.locator(".rs-panel h3").evaluate_all(headings)
    assert len(set(titles)) == len(titles), "two panels with one title"
    found = {each.name: tree.complaints(each) for each in tree.panels(root, titles)}
    found[""] = tree.pictures(root) + tree.tables(root)
    return {where: each for where, each in found.items() if each}


def walk(opened: Notebook, panels: Locator) -> list[str]:
    """What goes wrong on the way through panels with Tab, typing at each stop a letter that JupyterLab would take."""
    page, cells, wrong = opened.page, len(opened.cell_sources()), []
    page.evaluate(WALK)
    for each in panels.all():
        for _ in range(each.evaluate("(panel) => tab.start(panel)")):
            press(page, "b", "Tab")
        wrong += each.evaluate("(panel) => tab.walked(panel)")
    assert len(opened.cell_sources()) == cells, "a letter typed in a panel reached JupyterLab"
    return wrong


@pytest.mark.parametrize("name", BY_NAME)
def test_a_lesson(notebook, name):
    opened = notebook(BY_NAME[name])
    page = opened.page
    opened.run("application:toggle-left-area")
    assert not found_by_axe(page), "as it is saved, with the forms that need no kernel"
    asked = page.get_by_text("To answer, choose Run All Cells from the Run menu.").count()
    drawn = page.get_by_text("questions, drawn for you").all_inner_texts()
    asked += sum(int(each.split()[0]) - 1 for each in drawn)

    opened.run_all()
    expect(page.locator(".rs-panel")).to_have_count(asked)
    settle(opened)
    assert not told_wrongly(page), "before any answer"
    assert not walk(opened, page.locator(".rs-panel"))
    assert not found_by_axe(page), "before any answer"

    answer_and_check(opened, 0)
    opened.run_all()  # what follows from the answers, and panels as they are the next day
    settle(opened)
    page.evaluate(OPEN)
    assert not told_wrongly(page), "answered and checked"
    assert not walk(opened, page.locator(".rs-panel:has(.bd-whole, .ar-block, .dl-why)"))
    assert not found_in_every_look(opened, 1400, 400)


IDS = (
    "one",
    "many",
    "classes",
    "order",
    "chance",
    "count",
    "foretell",
    "argument",
    "deal",
    "small-board",
    "concluding-board",
)
ANSWERED = ("one", "count", "foretell", "argument", "deal", "small-board", "concluding-board")


@pytest.fixture
def every_type(notebook, tmp_path):
    """A notebook with a panel of every type; the seed is fixed, and with it the order of the signals."""
    write_asking(tmp_path / "every_type.ipynb", IDS)
    banks = (EVERY_TYPE, FORETELL, ARGUE, WEIGH)
    (tmp_path / "questions.toml").write_text("\n".join(bank.read_text("utf-8") for bank in banks), "utf-8")
    begun = {"format": "course-journal", "version": 1, "seed": 1, "created_at": "2026-01-01T00:00:00.000000Z"}
    (tmp_path / "journal.json").write_text(json.dumps({**begun, "answers": {}, "log": []}), "utf-8")
    opened = notebook(tmp_path / "every_type.ipynb", tmp_path / "questions.toml", tmp_path / "journal.json")
    opened.run("application:toggle-left-area")
    opened.run_all()
    expect(opened.page.locator(".rs-panel")).to_have_count(len(IDS))
    settle(opened)
    return opened


def differs(name: str, shown: Locator) -> str:
    """How a part of the page differs from what is kept of it in tests/data/accessibility, as a diff.

    With REWRITE=1 in the environment, what is kept is written anew.
    """
    file = SNAPSHOTS / f"{name}.yaml"
    now = re.sub(r"Saved [^.]*\.", "Saved TIME.", shown.aria_snapshot()) + "\n"
    if os.environ.get("REWRITE"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(now, "utf-8")
    kept = file.read_text("utf-8")
    return "\n".join(difflib.unified_diff(kept.splitlines(), now.splitlines(), file.name, "the page", lineterm=""))


SIGNALS = ("up", "down", "sum")


def colours_that_fail(opened: Notebook) -> list[str]:
    """Colours too faint (WCAG 2.2, 1.4.11: 3 to 1 for edges, marks, focus), or too like each other to somebody."""
    wrong = []
    for theme in THEMES:
        opened.theme(theme)
        seen = opened.page.evaluate(COLOURS, ["ground", "edge", "accent", "alarm", *SIGNALS])
        ground = seen.pop("ground")
        wrong += [f"{theme}: {name} is faint" for name, colour in seen.items() if contrast(colour, ground) < 3]
        for kind in BLINDNESS:
            distance, *pair = closest({name: seen[name] for name in SIGNALS}, kind)
            wrong += [f"{theme}, {kind}: {' and '.join(pair)} are alike"] if distance < 20 else []
    return wrong


def test_every_type_of_panel_in_every_state(every_type):
    opened, page = every_type, every_type.page
    assert not colours_that_fail(opened)
    found = {"empty": found_in_every_look(opened, 1400)}
    shown = dict(zip(IDS, page.locator(".rs-panel").all(), strict=True))
    different = [differs(name, each) for name, each in shown.items()]

    for board in ("small-board", "concluding-board"):
        shown[board].locator("input[type=range]").press("Enter")
        shown[board].get_by_role("button", name="Go on").press("Enter")
    settle(opened)
    different.append(differs("small-board-card", shown["small-board"]))
    assert not walk(opened, page.locator(".rs-panel:has(.bd-card)"))
    shown["small-board"].get_by_role("button", name="Skip").press("Enter")
    press(page, "b")  # the focus is on the name of the next signal now
    assert len(opened.cell_sources()) == len(IDS) + 1, "a letter typed in a panel reached JupyterLab"
    found["one signal at a time"] = {"": found_by_axe(page)}

    answer_and_check(opened, 1)
    expect(shown["small-board"]).to_contain_text("Probability of a reset: 80 %.")  # said once the ratings are at rest
    different += [differs(f"{name}-answered", shown[name]) for name in ANSWERED]
    page.evaluate(OPEN)
    assert not told_wrongly(page)
    found["answered"] = found_in_every_look(opened, 1400, 400)

    page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.shutdown()")
    page.evaluate(ANSWER, [0, False])
    expect(page.get_by_role("alert").filter(has_text="Not saved")).to_have_count(len(IDS))
    found["not saved"] = found_in_every_look(opened, 400)
    assert not {state: each for state, each in found.items() if any(each.values())}
    assert not [each for each in different if each]
