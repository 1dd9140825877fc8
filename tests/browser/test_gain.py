"""The check-in of lesson 0 and a question asked again in lesson 2, by keyboard, in the lessons as shipped."""

import json

from playwright.sync_api import expect

from course.gain.draw import IN, place
from course.gain.read import asked, families
from course.journal import parse
from tests.browser.pages import panel, press
from tests.paths import ROOT

AGAIN = "A title with a question mark"


def answers(opened):
    return opened.journal["answers"]


def test_a_learner_answers_the_check_in_and_is_told_nothing(notebook):
    opened = notebook(ROOT / "notebooks" / "00_start_here.ipynb")
    opened.run_all()
    page = opened.page
    expect(page.get_by_role("button", name="Commit my answer")).to_have_count(len(families()) + 1)
    record = parse((opened.lab.root / opened.path).with_name("journal.json").read_bytes(), "journal.json")
    drawn = asked(record, families())[IN]
    for question in drawn.values():
        shown = panel(page, question.title)
        shown.get_by_role("radio").first.focus()
        press(page, "Space")
        expect(shown.get_by_role("status")).to_contain_text("Saved")
        shown.get_by_role("button", name="Commit my answer").press("Enter")
        expect(shown.locator(".rs-status")).to_contain_text("Committed")
        expect(shown.locator(".rs-remark")).to_have_count(0)
        expect(shown.locator(".rs-verdict")).to_have_count(0)
    kept = answers(opened)
    assert {place(IN, each.id) for each in drawn.values()} == {each for each in kept if each.startswith(IN)}
    assert all(kept[place(IN, each.id)]["committed_at"] for each in drawn.values())


def test_what_went_wrong_is_asked_again_and_told_by_keyboard(notebook, tmp_path):
    at = "2026-03-01T09:00:00.000000Z"
    wrong = {"value": "hopes", "saved_at": at, "committed_at": at, "revision": 1}
    tried = {"at": at, "question": "title-mark", "event": "commit", "value": wrong["value"]}
    journal = {"format": "course-journal", "version": 1, "seed": 7, "created_at": at}
    journal |= {"answers": {"title-mark": wrong}, "log": [tried]}
    (tmp_path / "journal.json").write_text(json.dumps(journal), encoding="utf-8")
    opened = notebook(ROOT / "notebooks" / "02_north_koreas_cards.ipynb", tmp_path / "journal.json")
    opened.run_all()
    page = opened.page
    shown = panel(page, AGAIN)
    shown.get_by_role("radio").first.focus()
    press(page, "Space")
    shown.get_by_role("button", name="Check my answer").press("Enter")
    expect(shown.locator(".rs-status")).to_contain_text("Checked")
    kept = answers(opened)
    assert kept["title-mark"] == wrong, "the first answer of the lesson stays"
    assert kept["again-02-title-mark"]["committed_at"]
