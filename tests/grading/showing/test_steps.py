"""What a learner reads first in feedback, what is folded, and why so many points were given; and why points change."""

from pathlib import Path

import msgspec
import pytest

from course.asked import Key
from course.kinds import Classify
from course.questions import Bank
from course.scoring import CriterionScore, score
from grading.check.keys import key_faults
from grading.handout.assignment import Assignment, Claim
from grading.reading.candidates import TAKE
from grading.regrade.changes import _why
from grading.scoring.record import Flag, ItemMark, Scores
from grading.scoring.score import _mark
from grading.showing.essays import Given
from grading.showing.feedback import render
from grading.showing.page import compose
from grading.showing.show import item_html

ITEMS = ("a", "b", "c", "d", "e")
QUESTION = msgspec.convert(
    {
        "type": "classify", "id": "q", "title": "Title", "prompt": "Prompt", "points": 4, "claims": ["C003"],
        "items": [{"id": each, "text": f"Item {each}"} for each in ITEMS],
        "categories": [{"id": each, "text": each.upper()} for each in ("x", "y", "z")],
    },
    Classify,
)  # fmt: skip
TOLD = {
    "criteria": [
        {"id": "first", "points": 1, "when": {"places": {"a": "x", "b": "x"}}, "missed": "Look here (C001)."},
        {
            "id": "second",
            "points": 3,
            "when": {"places": {"c": "y", "d": "y", "e": "y"}},
            "missed": "There (C001, C002).",
        },
    ],
    "remarks": [
        {"when": {"places": {"d": "z"}}, "says": "It is no z."},
        {"when": {"places": {"e": "z"}}, "says": "You took z for it.", "misconception": "M01", "reread": ["C002"]},
    ],
}
CLAIMS = {i: Claim(i, f"place {i}", f"paraphrase {i}") for i in ("C001", "C002", "C003")}
RIGHT = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "y"}


def key(**changes: object) -> Key:
    return msgspec.convert(TOLD | changes, Key[QUESTION.condition])


def mark(answer: object, by: Key | None = None) -> ItemMark:
    return _mark(score(QUESTION, answer, by or key()), answer, QUESTION, None)


def page(answer: object, *flags: Flag):
    item = mark(answer)
    assignment = Assignment("a", Bank(Path("questions.toml"), (QUESTION,)), {"q": key()}, {"M01": "Misread"}, CLAIMS)
    return compose(assignment, Scores("a", "ada", (item,), (), flags), {"q": Given(item.points, 4, "", False)}, {})


def test_a_misreading_comes_first_and_a_claim_stands_there_once():
    [item] = page(RIGHT | {"b": "y", "d": "z", "e": "z"}).items
    told = [(step.says, step.misread, [claim.id for claim in step.reread]) for step in item.steps]
    assert told == [
        ("You took z for it.", "Misread", ["C002"]),
        ("It is no z.", "", []),
        ("Look here (C001).", "", ["C001"]),
        ("There (C001, C002).", "", []),
    ]


def test_one_step_is_open_and_the_others_are_folded():
    shown = render(page(RIGHT | {"d": "z", "e": "z"}))
    first, folded = shown.split("<details><summary>More to look at (2)</summary>")
    assert "You took z for it." in first
    assert "It is no z." in folded
    assert "It is no z." not in first


def test_the_page_says_why_so_many_points_were_given():
    shown = render(page(RIGHT | {"e": "z"}))
    assert "<strong>3.2 of 4 points: 4 of 5 right.</strong>" in shown
    assert "Half or fewer earn nothing" in shown


def test_of_what_is_not_there_nothing_is_said():
    [item] = page({"a": "x", "c": "x"}).items
    assert item.why == "1 of 5 right"
    assert (item.steps, item.look_again, item.remarks) == ((), (), ())
    assert [claim.id for claim in item.reread] == ["C003"]


def test_who_grades_sees_what_was_met_missed_and_not_judged():
    shown = item_html(QUESTION, mark({"a": "x", "b": "x"}), (), {})
    assert "0 of 4 (2 of 5 right)" in shown
    assert "<th scope='row'>Met</th><td dir='auto'>first</td>" in shown
    assert "<th scope='row'>Not judged</th><td dir='auto'>second</td>" in shown


WIDER = [TOLD["criteria"][0], TOLD["criteria"][1] | {"when": {"places": {"c": "y", "d": "y", "e": ["y", "z"]}}}]
EARLIER = (CriterionScore("first", 1, 1, ""), CriterionScore("second", 0, 3, "There."))


@pytest.mark.parametrize(
    ("was", "why"),
    [
        (mark(RIGHT | {"e": "z"}), "right 4 of 5 items → 5 of 5 items, second is met now"),
        (None, "the question is new"),
        (
            msgspec.structs.replace(mark(RIGHT | {"e": "z"}), counted=None, criteria=EARLIER, points=1.0),
            "right by criteria → 5 of 5 items, second is met now",
        ),
        (
            msgspec.structs.replace(mark(RIGHT | {"e": "z"}, key(criteria=WIDER)), max_points=3.0, points=3.0),
            "worth 3 → 4",
        ),
    ],
)
def test_why_points_change_is_said_by_items_and_by_criteria(was, why):
    assert _why(was, mark(RIGHT | {"e": "z"}, key(criteria=WIDER))) == why


def test_a_record_of_an_earlier_version_still_tells_what_was_met():
    old = '{"id": "first", "points": 1.0, "max_points": 1.0, "missed": ""}'
    assert msgspec.json.decode(old, type=CriterionScore) == CriterionScore("first", 1, 1, "", judged=True, met=True)


def test_an_item_that_no_criterion_names_is_refused():
    some = [TOLD["criteria"][0], TOLD["criteria"][1] | {"when": {"places": {"c": "y", "d": "y"}}}]
    assert [each for each in key_faults(QUESTION, key(criteria=some)) if "“e”" in each] == [
        "item “e”: points are given by items; expected a criterion that says what is right."
    ]
    several = [*TOLD["criteria"], {"id": "third", "when": {"not": {"places": {"a": "y", "b": "y"}}}, "missed": "No."}]
    assert any("deny one item at a time" in each for each in key_faults(QUESTION, key(criteria=several)))


def test_a_learner_is_not_told_what_a_grader_can_do():
    differs, shown = f"“copy.json” answers q. It was not taken. {TAKE}", "Pictures are attached to the essay: “a.png”."
    flags = Flag("copies-differ", differs, ("q",), look=True), Flag("essay-pictures", shown, ("q",))
    told = page(RIGHT, *flags)
    assert told.notes == told.items[0].notes == ("“copy.json” answers q. It was not taken.",)


def test_claims_to_read_first_are_those_of_questions_that_were_answered():
    again = msgspec.structs.replace(QUESTION, id="r")
    bank, keys = Bank(Path("questions.toml"), (QUESTION, again)), {"q": key(), "r": key()}
    assignment = Assignment("a", bank, keys, {"M01": "Misread"}, CLAIMS)

    def read(answer: object) -> str:
        items = (mark(answer), msgspec.structs.replace(mark(None), question="r"))
        given = {i.question: Given(i.points, 4) for i in items}
        return render(compose(assignment, Scores("a", "ada", items, (), ()), given, {}))

    some, nothing = read({"a": "x"}), read(None)
    assert "In the questions that you answered, most points were lost in" in some
    assert "Read these first" in some
    assert "Without an answer: Title; Title." in nothing
    assert "Read these first" not in nothing
