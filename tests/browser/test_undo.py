"""What a learner changes can be taken back, in every kind of panel, and what is only tried out is kept apart."""

import csv
import io
import json
import re
import time

import pytest
from playwright.sync_api import expect

from course.kinds import KINDS
from course.questions import load_bank
from tests.browser.pages import at_rest, panel, press, write_asking, write_notebook
from tests.paths import ARGUE, EVERY_TYPE, FORETELL, ROOT, WEIGH

BLANK = ("not_attempted", "incomplete")
ANSWER = (ROOT / "tests" / "browser" / "answer.js").read_text("utf-8")
UNDO = (ROOT / "course" / "panels" / "js" / "undo.js").read_text("utf-8")
BANKS = [load_bank(path) for path in (EVERY_TYPE, ARGUE, FORETELL, WEIGH)]
ONE_OF_A_KIND = {q.kind: q for bank in reversed(BANKS) for q in reversed(bank.questions)}
GUESS = "nth => document.querySelectorAll('.es-row').forEach(row => row.children[nth + 2].click())"
PRESS = """([id, name]) => {
  const panel = [...document.querySelectorAll('.rs-panel')].find(p => p.querySelector('h3').textContent.startsWith(id));
  const button = [...panel.querySelectorAll('button')].find(b => b.textContent === name);
  let n = 0;
  while (!button.disabled && !button.hidden && n < 100) { button.click(); n += 1; }
  return n;
}"""


@pytest.fixture
def asked(notebook, tmp_path):
    """asked(*questions): a notebook that asks them, all run."""

    def open_it(*questions):
        write_asking(tmp_path / "undo.ipynb", [q.id for q in questions])
        texts = [path.read_text("utf-8") for path in (EVERY_TYPE, ARGUE, FORETELL, WEIGH)]
        (tmp_path / "questions.toml").write_text("\n".join(texts), "utf-8")
        opened = notebook(tmp_path / "undo.ipynb", tmp_path / "questions.toml")
        opened.run_all()
        expect(opened.page.locator(".rs-panel")).to_have_count(len(questions))
        return opened

    return open_it


def holds(opened, name: str, wanted) -> None:
    """Wait until the journal holds this; `wanted` says whether a value is it."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        value = opened.journal.get("answers", {}).get(name, {}).get("value")
        if wanted(value):
            return
        time.sleep(0.1)
    raise AssertionError(f"{name}: {value}")


def test_every_change_of_every_kind_is_taken_back_and_made_again(asked):
    assert set(ONE_OF_A_KIND) == set(KINDS)
    opened = asked(*ONE_OF_A_KIND.values())
    page = opened.page
    for nth in (0, 1):
        page.evaluate(ANSWER, [nth, False])
        page.evaluate(GUESS, nth)
        for question in ONE_OF_A_KIND.values():
            expect(panel(page, question.title).locator(".rs-status")).to_contain_text("Saved")
        # Boards and numbers rest before they are sent.
        answers = at_rest(page, lambda: opened.journal, 1.5)["answers"]
    made = {name: each["value"] for name, each in answers.items()}
    for question in ONE_OF_A_KIND.values():
        assert page.evaluate(PRESS, [question.title, "Undo"]) >= 1, question.kind
        holds(
            opened, question.id, lambda value, q=question: q.stand(value).state.value in ("not_attempted", "incomplete")
        )
        assert page.evaluate(PRESS, [question.title, "Redo"]) >= 1, question.kind
        holds(opened, question.id, lambda value, q=question: value == made[q.id])
        shown = panel(page, question.title)
        shown.get_by_role("button", name="Clear my answer").click()
        holds(opened, question.id, lambda value, q=question: value in (None, "", [], {}))
        shown.get_by_role("button", name="Undo").click()
        holds(opened, question.id, lambda value, q=question: value == made[q.id])


def test_the_keys_take_back_where_the_focus_is(asked):
    opened = asked(ONE_OF_A_KIND["classify"], ONE_OF_A_KIND["probability"])
    page, sources = opened.page, opened.cell_sources()
    classes, chance = panel(page, "Classify"), panel(page, "How probable?")
    classes.get_by_role("radio").first.focus()
    press(page, "Space")
    expect(classes.get_by_role("status")).to_contain_text("1 of 2")
    press(page, "ArrowRight")
    holds(opened, "classes", lambda value: value == {"a": "report"})
    press(page, "Control+z")
    holds(opened, "classes", lambda value: value == {"a": "fact"})
    expect(classes.get_by_role("radio").first).to_be_checked()
    press(page, "Control+Shift+z")
    holds(opened, "classes", lambda value: value == {"a": "report"})
    press(page, "Control+z", "Control+z", "Control+z")
    holds(opened, "classes", lambda value: not value)
    # A slider that was dragged through many values rests only at some of them.
    slider = chance.get_by_role("slider").first
    slider.focus()
    press(page, "ArrowLeft")
    holds(opened, "chance", lambda value: value == {"talks": 0.49})
    press(page, "Control+z")
    holds(opened, "chance", lambda value: not value)
    expect(slider).to_have_attribute("aria-valuetext", "not set")
    assert opened.cell_sources() == sources


def test_what_was_changed_elsewhere_since_stays(asked):
    page = asked(ONE_OF_A_KIND["choose_one"]).page
    taken = page.evaluate(f"""() => {{ {UNDO}
      return [
        takenBack({{ a: 1, b: 2 }}, {{ a: 1 }}, {{}}),
        takenBack({{ a: 3, b: 2 }}, {{ a: 1, b: 2 }}, {{ b: 2 }}),
        takenBack({{ r: {{ s: 1, t: 5 }} }}, {{ r: {{ s: 1 }} }}, {{ r: {{ s: 0 }} }}),
        takenBack(null, {{ a: 1 }}, {{ a: 2 }}),
        takenBack({{ a: 1 }}, null, {{ a: 2, b: 3 }}),
        takenBack(["x"], ["y"], []),
      ]; }}""")
    assert taken == [{"b": 2}, {"a": 3, "b": 2}, {"r": {"s": 0, "t": 5}}, None, {"a": 1, "b": 3}, ["x"]]


def test_where_one_signal_is_weighed_the_prior_is_taken_back_too(notebook, tmp_path):
    write_notebook(tmp_path / "one.ipynb", ["from course import ask", 'ask("small-board", "S04")'])
    (tmp_path / "questions.toml").write_bytes(WEIGH.read_bytes())
    opened = notebook(tmp_path / "one.ipynb", tmp_path / "questions.toml")
    opened.run_all()
    shown = opened.page.locator(".rs-panel")
    prior = shown.get_by_role("slider", name=re.compile("Before any signal"))
    prior.focus()
    press(opened.page, "ArrowLeft")
    holds(opened, "small-board", lambda value: value == {"prior": 0.49})
    shown.get_by_role("button", name="Undo").click()
    holds(opened, "small-board", lambda value: not value)
    expect(prior).to_have_attribute("aria-valuetext", "not set")
    shown.get_by_role("button", name="Redo").click()
    holds(opened, "small-board", lambda value: value == {"prior": 0.49})


def finish(page, title: str) -> None:
    page.evaluate(ANSWER, [0, False])
    expect(panel(page, title).locator(".bd-whole")).to_be_visible()
    expect(panel(page, title).locator(".rs-status")).to_contain_text("Complete")
    page.wait_for_timeout(600)


def test_what_is_tried_out_is_apart_from_the_answer(asked, context):
    board = load_bank(WEIGH)["small-board"]
    opened = asked(board)
    page, shown = opened.page, panel(opened.page, board.title)
    finish(page, board.title)
    answer = opened.journal["answers"]["small-board"]["value"]
    context.grant_permissions(["clipboard-read", "clipboard-write"])

    def taken() -> tuple[str, list[dict[str, str]], dict]:
        shown.get_by_role("button", name="Copy", exact=True).click()
        expect(shown.locator(".bd-note").filter(has_text="Copied as a table")).to_be_visible()
        rows = [*csv.DictReader(io.StringIO(page.evaluate("navigator.clipboard.readText()")), delimiter="\t")]
        with page.expect_download() as saved:
            shown.get_by_role("button", name="Save as JSON").click()
        expect(shown.locator(".bd-note").filter(has_text="Copied as a table")).to_have_count(0)
        with page.expect_download() as table:
            shown.get_by_role("button", name="Save as CSV").click()
        return table.value.suggested_filename, rows, json.loads(saved.value.path().read_text("utf-8"))

    name, rows, record = taken()
    assert (name, {row["holds"] for row in rows}, record["holds"]) == ("small-board.csv", {"my answer"}, "my answer")
    assert rows[0]["signal"] == "S01"
    shown.get_by_role("button", name="What if").click()
    for other in ("Clear my answer", "Commit my answer"):
        expect(shown.get_by_role("button", name=other)).to_be_hidden()
    effect = shown.locator("[id$=S01-effect]")
    moved = effect.get_attribute("aria-valuetext")
    effect.focus()
    press(page, "ArrowLeft", "ArrowLeft")
    page.wait_for_timeout(500)
    tried = effect.get_attribute("aria-valuetext")
    assert tried != moved
    expect(shown.locator("svg.bd-svg title")).to_have_text("What if: from prior to posterior")
    name, rows, record = taken()
    assert (name, {row["holds"] for row in rows}, record["holds"]) == (
        "small-board-what-if.csv",
        {"what if"},
        "what if",
    )
    assert (record["answer"], record["what_if"] != record["answer"]) == (answer, True)
    effect.focus()
    press(page, "Control+z")
    assert effect.get_attribute("aria-valuetext") == moved
    press(page, "Control+Shift+z")
    assert effect.get_attribute("aria-valuetext") == tried
    shown.get_by_role("button", name="Reset the what-if").click()
    assert effect.get_attribute("aria-valuetext") == moved
    shown.get_by_role("button", name="Undo").click()
    assert effect.get_attribute("aria-valuetext") == tried
    shown.get_by_role("button", name="Back to my answer").click()
    page.wait_for_timeout(500)
    assert opened.journal["answers"]["small-board"]["value"] == answer
    expect(shown.get_by_role("button", name="Clear my answer")).to_be_visible()
    shown.get_by_role("button", name="What if").click()
    effect.focus()
    press(page, "ArrowLeft")
    page.wait_for_timeout(500)
    shown.get_by_role("button", name="Take this as my answer").click()
    holds(opened, "small-board", lambda value: value != answer)
    shown.get_by_role("button", name="Undo").click()
    holds(opened, "small-board", lambda value: value == answer)
    expect(shown.get_by_role("button", name="Back to my answer")).to_be_visible()
