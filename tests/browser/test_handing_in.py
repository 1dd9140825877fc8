"""From the page to the feedback: an argument is built in an assignment, handed in, graded, and read about."""

import re
import shutil

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.pages import press
from tests.grading.classroom import ASSIGNMENT, Classroom, begun
from tests.paths import ROOT

LEARNER = "at-the-keyboard"
TITLE = re.compile("Build an argument")
LETTERS = "BXTCH"
"""Of the first variant: what is asked, a waiver, talks, the end, a sign."""


@pytest.fixture
def room(tmp_path):
    room = Classroom(tmp_path)
    room.generate()
    return room


def premise(argument: Locator, number: int, form: str, *of: str) -> None:
    """Add a premise with keys: its form by arrows, its propositions by their letters."""
    page = argument.page
    argument.get_by_role("button", name="Add a premise").press("Enter")
    set_form(argument, number, form)
    for name, letter in zip("XYZ", of, strict=False):
        argument.get_by_label(f"Premise {number}: {name}").focus()
        press(page, letter)


def set_form(argument: Locator, number: int, form: str) -> None:
    shape = argument.get_by_label(f"Premise {number}: form")
    shape.focus()
    options = shape.locator("option").all_inner_texts()
    press(argument.page, "Home", *["ArrowDown"] * options.index(form))


def cite(argument: Locator, number: int, claim: str) -> None:
    block = argument.locator(".ar-block").nth(number - 1)
    block.locator("summary").focus()
    press(argument.page, "Enter")
    block.get_by_label(re.compile(f"^{claim} ")).focus()
    press(argument.page, "Space")
    expect(block.locator("summary")).to_contain_text(claim)


def whole(argument: Locator, letters: str, end: str) -> None:
    """Build an argument as the brief's is built, of the letters of deed, waiver, talks and end."""
    deed, waiver, talks, last = letters[:4]
    premise(argument, 1, "X only if Y or Z", talks, deed, waiver)
    premise(argument, 2, "not: X", deed)
    premise(argument, 3, "not: X", waiver)
    premise(argument, 4, "X only if Y", last, talks)
    argument.get_by_role("radio", name=f"not: “{end}”").focus()
    press(argument.page, "Space")


def the_brief(argument: Locator) -> None:
    """Build the brief's argument."""
    whole(argument, "SWDR", "relations are reset")
    cite(argument, 1, "C025")


def rule(argument: Locator, form: str, *of: str) -> None:
    """Put another rule in the place of the first premise."""
    set_form(argument, 1, form)
    for name, letter in zip("XYZ", of, strict=False):
        argument.get_by_label(f"Premise 1: {name}").focus()
        press(argument.page, letter)


def tried_in_the_lesson(notebook) -> None:
    """Build, break, read the world that the broken premises allow, and mend."""
    opened = notebook(ROOT / "notebooks" / "04_the_precondition.ipynb")
    opened.run_all()
    argument = opened.page.get_by_role("region", name="Build the argument", exact=True)
    verdict, counter = argument.locator(".ar-picture .rs-verdict"), argument.locator(".ar-counter")
    the_brief(argument)
    expect(verdict).to_contain_text("The conclusion follows")
    rule(argument, "if X, then Y", "S", "D")
    expect(verdict).to_contain_text("does not follow")
    expect(counter).to_contain_text("Your premises allow a world in which")
    expect(counter.get_by_role("listitem").filter(has_text="relations are reset")).to_have_count(1)
    expect(counter.get_by_role("listitem").filter(has_text="takes no concrete steps")).to_have_count(1)
    rule(argument, "X only if Y or Z", "D", "S", "W")
    expect(verdict).to_contain_text("The conclusion follows")
    expect(argument.locator(".rs-status")).to_contain_text("Saved")


def test_an_argument_is_built_broken_repaired_handed_in_graded_and_explained(notebook, room):
    tried_in_the_lesson(notebook)
    release = room.root / "release" / ASSIGNMENT
    journal = begun(room.folder / "journal.json").path
    opened = notebook(release / f"{ASSIGNMENT}.ipynb", release / "questions.toml", journal)
    opened.run_all()
    page = opened.page
    argument = page.get_by_role("region", name=TITLE)
    whole(argument, LETTERS, "a new contract is signed")
    expect(argument.locator(".rs-status")).to_contain_text("Complete")
    assert argument.locator(".ar-picture").count() == 0, "a graded argument is judged when it is handed in"

    first = hand_in(opened, room, "whole")
    assert first["argument-build"] == 5

    rule(argument, "if X, then Y", "B", "T")
    expect(argument.locator(".rs-status")).to_contain_text("Saved")
    expect(argument.get_by_label("Premise 1: form")).to_have_value("if")
    broken = hand_in(opened, room, "broken")
    assert broken["argument-build"] == 1

    reader = page.context.new_page()
    reader.set_content(room.feedback(f"{LEARNER}-broken"))
    feedback = reader.locator("body")
    expect(feedback).to_contain_text("treats something as enough, and it’s only needed")
    expect(feedback).to_contain_text("Premise 1: if “the union ends its blockade”")
    told = feedback.inner_text()
    assert "only if “the union ends its blockade” or" not in told
    assert not re.search(r"grants|within =|shows =", told)

    page.bring_to_front()
    rule(argument, "X only if Y or Z", "T", "B", "X")
    expect(argument.get_by_label("Premise 1: form")).to_have_value("only_if_either")
    expect(argument.locator(".rs-status")).to_contain_text("Saved")
    assert hand_in(opened, room, "mended")["argument-build"] == 5


def hand_in(opened, room: Classroom, kind: str) -> dict[str, float]:
    """Hand in the folder as it is now; question to points, from the grade book."""
    from nbgrader.api import Gradebook

    who = f"{LEARNER}-{kind}"
    opened.page.wait_for_timeout(300)
    shutil.copytree((opened.lab.root / opened.path).parent, room.root / "submitted" / who / ASSIGNMENT)
    room.run("autograde", ASSIGNMENT, "--student", who)
    room.run("generate_feedback", ASSIGNMENT, "--student", who)
    with Gradebook(f"sqlite:///{room.root / 'gradebook.db'}", "reading-diplomatic-signals") as gradebook:
        return {g.name: g.score for g in gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, who).grades}
