"""Two learners fetch an assignment, get different variants, and read feedback that is true of their own answers."""

import re
import shutil
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import Locator, expect

from course.asked import Asked
from course.scoring import score
from tests.browser.pages import press
from tests.grading.classroom import ASSIGNMENT, Classroom, begun
from tests.validity.assignments import load

LEARNERS = {"learner-1": 0, "learner-2": 5}
"""Learner to the place of the variants that their seeds draw."""
RIGHT, WRONG = "condition-restated", "argument-gap"
OF = load(ASSIGNMENT)


@pytest.fixture
def room(tmp_path: Path) -> Classroom:
    room = Classroom(tmp_path)
    room.generate()
    room.run("release_assignment", ASSIGNMENT)
    return room


def fetched(room: Classroom, who: str) -> Path:
    desk = room.desk(who)
    room.run("fetch_assignment", ASSIGNMENT, cwd=desk)
    return desk / ASSIGNMENT


def text(question: Asked, choice: str) -> str:
    return next(option.text for option in question.options if option.id == choice)


def choose(panel: Locator, text: str) -> None:
    """With keys alone: to the choice, and take it."""
    radio = panel.get_by_role("radio", name=text, exact=True)
    radio.focus()
    press(panel.page, "Space")
    expect(radio).to_be_checked()
    expect(panel.get_by_role("status").first).to_contain_text("Saved")


def test_two_learners_get_different_variants_and_true_feedback(notebook, room):
    prompts = {}
    for who, variant in LEARNERS.items():
        folder = fetched(room, who)
        journal = begun(folder / "journal.json", variant).path
        opened = notebook(folder / f"{ASSIGNMENT}.ipynb", folder / "questions.toml", journal)
        opened.run_all()
        page, drawn = opened.page, OF.drawn(variant)
        expect(page.locator(".rs-panel")).to_have_count(len(drawn))
        prompts[who] = page.locator(".rs-panel").all_inner_texts()

        right, wrong = OF.bank[drawn[RIGHT]], OF.bank[drawn[WRONG]]
        good = OF.learners["expert"][right.id]
        bad = next(c.id for c in wrong.choices if score(wrong, c.id, OF.keys[wrong.id]).remarks
                   and c.id != OF.learners["expert"][wrong.id])  # fmt: skip
        choose(page.get_by_role("region", name=re.compile(re.escape(right.title))).first, text(right, good))
        choose(page.get_by_role("region", name=re.compile(re.escape(wrong.title))).first, text(wrong, bad))
        opened.page.wait_for_timeout(300)
        shutil.copytree((opened.lab.root / opened.path).parent, room.root / "submitted" / who / ASSIGNMENT)

        room.run("autograde", ASSIGNMENT, "--student", who)
        room.run("generate_feedback", ASSIGNMENT, "--student", who)
        with Gradebook(f"sqlite:///{room.root / 'gradebook.db'}", "reading-diplomatic-signals") as book:
            notebook_of = book.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, who)
            points = {g.name: g.auto_score for g in notebook_of.grades}
        assert points[RIGHT] == right.points
        assert points[WRONG] == 0
        reader = page.context.new_page()
        reader.set_content(room.feedback(who))
        told = " ".join(reader.locator("body").inner_text().split())
        due = {remark.says for remark in score(wrong, bad, OF.keys[wrong.id]).remarks}
        assert not [each for each in due if " ".join(each.split()) not in told]
        silent = {remark.says for remark in OF.keys[wrong.id].remarks} - due
        assert not [each for each in silent if " ".join(each.split()) in told]

    first, second = prompts.values()
    assert sum(a != b for a, b in zip(first, second, strict=True)) == len(first)
