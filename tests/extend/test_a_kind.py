"""A tenth kind of question, added to a copy as CONTRIBUTING.md tells: a room, a script, and a line in the registry."""

import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Notebook, browser, context, serve  # noqa: F401 - fixtures
from tests.browser.pages import panel, press, write_asking
from tests.extend.copies import Copy
from tests.extend.cycle import Cycle
from tests.extend.steps import load
from tests.paths import ROOT

STEPS = load("kind.toml")
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
DAY = ["dawn", "noon", "dusk", "night"]


@pytest.fixture(scope="module")
def extended(tmp_path_factory):
    """The copy, with the kind and two questions of it."""
    copy = Copy(tmp_path_factory.mktemp("copy"))
    copy.python("-m", "grading.new", "harbour")
    for step in (*STEPS["kind"], *STEPS["asked"]):
        step.apply(copy.root)
    copy.python("-m", "course.schemas")
    assert "fit together" in copy.check()
    return copy


def test_the_guide_names_every_file_that_the_steps_change():
    for step in STEPS["kind"]:
        general = (
            step.file.replace("in_order", "<kind>").replace("question.py", "").replace("<kind>/__init__.py", "<kind>/")
        )
        assert f"`{general}`" in GUIDE, general


def test_nothing_is_edited_but_the_registry():
    edited = {step.file for step in STEPS["kind"] if not step.copy}
    assert edited == {"course/kinds/__init__.py"}
    assert {step.file.split("/in_order")[0] for step in STEPS["kind"] if step.copy} == {
        "course/kinds",
        "course/panels/js/kinds",
    }


def test_the_rooms_are_as_they_should_be(extended):
    tests = ("tests/project/test_kinds.py", "tests/project/test_structure.py", "tests/panels/test_panels.py")
    said = extended.python(
        "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "-k", "in_order or kind or rooms", *tests
    )
    assert re.search(r"\d\d passed", said)
    assert '"in_order"' in (extended.root / "course/schemas/bank.schema.json").read_text("utf-8")


def test_an_answer_stands_in_all_four_ways(extended):
    found = extended.value(f"""
from pathlib import Path
from course.questions import load_bank
asked = load_bank(Path("grading/source/harbour/questions.toml"))["harbour-line"]
found = [asked.stand(value).state.value for value in (None, {DAY[:3]}, ["dawn", "dawn"], ["tea"], "dawn", {DAY})]
""")
    assert found == ["not_attempted", "incomplete", "incoherent", "incoherent", "incoherent", "answered"]


def test_a_key_that_does_not_fit_is_told(extended):
    key = extended.root / "grading/keys/harbour.toml"
    right = key.read_text("utf-8")
    try:
        for old, new, says in (
            ('["night", "dusk"]', '["night", "tea"]', "“tea” is not a choice or item"),
            ("share = 0.8", "before = []", "before"),
        ):
            assert right.count(old) == 1
            key.write_text(right.replace(old, new), "utf-8")
            told = extended.python("-m", "grading.check", succeed=False)
            assert says in told, told
    finally:
        key.write_text(right, "utf-8")


def go(page, act: str, event: str = "", key: str = "Tab") -> None:
    """Move with one key until a button has the focus, and press it: that of an event, or the one with this text."""
    for _ in range(60):
        here = page.evaluate("() => ({ ...document.activeElement.dataset, text: document.activeElement.textContent })")
        if (here.get("act"), here.get("event")) == (act, event) or (not event and here["text"] == act):
            press(page, "Enter")
            return
        press(page, key)
    raise AssertionError(f"no key leads to {act} {event}")


@pytest.fixture(scope="module")
def answered(extended, browser, tmp_path_factory):  # noqa: F811
    """What somebody answers with keys alone, in a real page: the answers by question, and what the page said."""
    home, root, said = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("root"), {}
    shutil.copy(extended.root / "grading/source/harbour/questions.toml", root)
    write_asking(root / "line.ipynb", ["harbour-line", "start-line"])
    with serve(home, root, checkout=extended.root) as lab:
        page = browser.new_page(viewport={"width": 1400, "height": 1000})
        page.set_default_timeout(60_000)
        opened = Notebook(page, lab, "line.ipynb")
        opened.open()
        opened.run_all()
        graded, lesson = panel(page, "A made-up line to be graded"), panel(page, "A made-up line")
        expect(graded).to_contain_text("Not answered yet", timeout=60_000)
        graded.get_by_role("button").first.focus()
        for event in ("dawn", "noon", "night"):
            go(page, "put", event)
        expect(graded).to_contain_text("Incomplete: 1 of 4 still to put on the line.")
        go(page, "put", "dusk")
        expect(graded).to_contain_text("Complete.")
        said["buttons"] = graded.get_by_role("button", name=re.compile("^Earlier It is dusk")).count()
        lesson.get_by_role("button").first.focus()
        for event in ("morning", "noon", "night", "evening"):
            go(page, "put", event)
        go(page, "Check my answer")
        expect(lesson).to_contain_text("✗ Not yet.")
        said["missed"] = lesson.text_content()  # what is folded, too
        go(page, "later", "night", "Shift+Tab")
        go(page, "Check my answer")
        expect(lesson).to_contain_text("✓ This fits the brief.")
        page.reload()
        opened.idle()
        opened.run_all()
        expect(lesson.get_by_role("list").first).to_contain_text("It is morning.", timeout=60_000)
        said["line"] = lesson.get_by_role("list").first.get_by_role("listitem").all_inner_texts()
        answers = {name: each["value"] for name, each in opened.journal["answers"].items()}
        page.evaluate("async () => { await window.jupyterapp?.serviceManager.sessions.shutdownAll(); }")
        page.close()
    return answers, said


def test_it_is_answered_by_keyboard_and_told_in_feedback(answered):
    answers, said = answered
    assert answers == {
        "harbour-line": ["dawn", "noon", "night", "dusk"],
        "start-line": ["morning", "noon", "evening", "night"],
    }
    assert said["buttons"] == 1
    assert "Two stand the wrong way round." in said["missed"]
    assert "After which does it get dark?" in said["missed"]
    assert "Think of one day." not in said["missed"]
    assert [re.match(r"It is \w+", each)[0].split()[-1] for each in said["line"]] == answers["start-line"]


@pytest.fixture(scope="module")
def graded(extended, answered, tmp_path_factory):
    """The assignment gone through by five learners, one of whom hands in what was answered in the page."""
    lines = {
        "right": DAY,
        "keyboard": answered[0]["harbour-line"],
        "begun": DAY[:3],
        "twice": ["dawn", "dawn", "dusk", "night"],
        "blank": None,
    }
    answers = {who: {} if line is None else {"harbour-line": line} for who, line in lines.items()}
    return Cycle(extended.root, tmp_path_factory.mktemp("class"), "harbour", answers)


def test_it_is_scored_with_partial_credit(graded):
    found = {who: graded.points(who)["harbour-line"] for who in ("right", "keyboard", "begun", "twice", "blank")}
    assert found == {"right": 3, "keyboard": 2, "begun": 1, "twice": 0, "blank": 0}


def test_feedback_tells_what_was_missed_and_what_was_answered(graded):
    said = graded.feedback("keyboard")
    assert "Two stand the wrong way round." in said
    assert "After which of them does it get dark?" in said
    assert "See where the day turns." not in said
    assert "An event stands on the line twice." in graded.feedback("twice")
    assert "1 of 4 still to put on the line." in graded.feedback("begun")
    assert "After which of them does it get dark?" not in graded.feedback("right")


def test_it_stands_in_the_class_report(extended, graded):
    page = Path(extended.python("-m", "grading.report", "harbour", "--root", str(graded.room.root)).strip())
    report = json.loads(page.with_name("report.json").read_text("utf-8"))
    [row] = [row for row in report["items"] if row["question"] == "harbour-line"]
    assert (row["title"], row["n"]) == ("A made-up line to be graded", 5)
    assert row["difficulty"] == pytest.approx((3 + 2 + 1) / 15)
    assert "A made-up line to be graded" in page.read_text("utf-8")


def test_it_is_guessed_when_an_assignment_is_tried(extended):
    said = extended.python("-m", "tests.validity", "harbour")
    assert re.search(r"harbour-line +\d\.\d\d", said)
