"""A signal, a question, a lesson, an assignment and a graded question, added to a copy as CONTRIBUTING.md tells."""

import json
import re

import pytest
from frictionless import Package

from course.journal import Journal
from tests.extend.copies import Copy
from tests.extend.cycle import Cycle
from tests.extend.steps import load
from tests.paths import ROOT

STEPS, WRONG = load("steps.toml"), load("wrong.toml")["wrong"]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
RIGHT = {
    "harbour-first": ["kyodo", "earlier", "guess"],
    "harbour-second": {"august": "report", "covert": "report", "minister": "fact", "chips": "inference"},
    "harbour-third": {"condition": 1, "journey": 2, "kyodo": 3},
}
MISREAD = {
    "harbour-first": ["kyodo", "proven"],
    "harbour-second": {"august": "fact", "covert": "fact", "minister": "fact", "chips": "inference"},
    "harbour-third": {"condition": 3, "journey": 2, "kyodo": 1},
}


@pytest.fixture(scope="module")
def extended(tmp_path_factory):
    """The copy, extended."""
    copy = Copy(tmp_path_factory.mktemp("copy"))
    made = copy.python("-m", "grading.new", "harbour").split()
    assert all((copy.root / path).is_file() for path in made)
    for step in (step for steps in STEPS.values() for step in steps):
        step.apply(copy.root)
    said = copy.check()
    assert "fit together" in said
    assert "Note: grading/source/harbour/harbour.ipynb: cell “about”: still the example's text" in said
    return copy


@pytest.mark.parametrize("path", STEPS)
def test_the_guide_names_every_file_that_the_steps_change(path):
    for step in STEPS[path]:
        general = re.sub(r"harbour", "<name>", step.file)
        general = re.sub(r"(notebooks|questions)/\d\d_\w+", r"\1/<lesson>", general)
        assert f"`{general}`" in GUIDE, general


def test_a_signal_is_in_the_tables_on_the_board_and_among_the_moves(extended):
    assert Package(str(extended.root / "data" / "datapackage.json")).validate().valid
    found = extended.value("""
from course import ask, brief
signals = brief.signals()
board = ask("weigh-all")
found = {
    "last": signals.index[-1],
    "claims": list(signals.loc["S17", "claims"]),
    "move": brief.moves().loc["BM24", "happening"],
    "board": [card["title"] for card in board.question["options"]],
    "shown": repr(board),
}""")
    assert (found["last"], found["claims"], found["move"]) == ("S17", ["C001"], "A signal is made up.")
    assert len(found["board"]) == 17
    assert "A signal made up for a test" in found["board"]
    assert "A signal made up for a test" in found["shown"]


@pytest.fixture(scope="module")
def lessons(extended, tmp_path_factory):
    """Outputs of the lesson with another question, and of the new lesson; and the journal that they found."""
    journal = tmp_path_factory.mktemp("journal") / "journal.json"
    Journal(journal).commit("start-made-up", "test")
    return extended.run_notebooks("00_start_here", "09_made_up", journal=journal), journal


def test_a_question_is_asked_in_its_lesson_and_its_answer_kept(extended, lessons):
    outputs, journal = lessons
    assert "A made-up question" in outputs["00_start_here"]["new-start-made-up"]
    assert re.search(r"^0 · Start here +1 of 4 ", outputs["00_start_here"]["map"], re.MULTILINE)
    told = extended.value(
        """
from course import ask
from course.journal import Journal
panel = ask("start-made-up")
found = [panel.value, panel.feedback["verdict"], panel.feedback["remarks"][0]["says"]]""",
        journal,
    )
    assert told[:2] == ["test", "✓ This fits the brief."]
    assert "It was added in a test." in str(told[2])


def test_a_lesson_runs_and_is_on_the_map(extended, lessons):
    outputs, _ = lessons
    assert "Kyodo News" in outputs["09_made_up"]["claim"]
    assert "A made-up choice" in outputs["09_made_up"]["voice"]
    assert "made up" in outputs["09_made_up"]["words"]
    assert re.search(r"^9 · Made up +0 of 1 ", outputs["00_start_here"]["map"], re.MULTILINE)


@pytest.fixture(scope="module")
def graded(extended, tmp_path_factory):
    """The new assignment, with a question more than the example, gone through by three learners."""
    answers = {"right": RIGHT, "misread": MISREAD, "blank": {}}
    return Cycle(extended.root, tmp_path_factory.mktemp("class"), "harbour", answers)


def test_a_new_assignment_and_its_new_question_are_scored(graded):
    assert graded.points("right") == {"harbour-first": 3, "harbour-second": 3, "harbour-third": 2}
    assert graded.points("misread") == {"harbour-first": 0, "harbour-second": 0, "harbour-third": 0}
    assert graded.points("blank") == {"harbour-first": 0, "harbour-second": 0, "harbour-third": 0}


def test_feedback_speaks_of_the_misreading_and_of_the_new_question(graded):
    assert "You may have read it as: The secret visits are proven facts in the brief." in graded.feedback("misread")
    assert "One of them stands in the introduction." in graded.feedback("misread")
    assert "One of them stands in the introduction." not in graded.feedback("right")


def test_what_is_released_holds_no_key(graded):
    assert {path.name for path in graded.released.iterdir()} == {"harbour.ipynb", "questions.toml"}
    released = "\n".join(path.read_text("utf-8") for path in graded.released.iterdir())
    assert "harbour-third" in released
    assert not re.search("Compare the numbers of the claims|criteria|MARK SCHEME|Anchor", released)


@pytest.fixture(scope="module")
def said(extended):
    """What the check says of each wrong step."""
    return json.loads(extended.python("-m", "tests.extend.try_wrong"))


@pytest.mark.parametrize("step", WRONG, ids=lambda step: step.does)
def test_a_forgotten_or_wrong_step_is_said_with_its_place(said, step):
    told = said[step.does]
    assert any(all(part in fault for part in step.says) for fault in told), told
    assert all("\n" not in fault for fault in told)
