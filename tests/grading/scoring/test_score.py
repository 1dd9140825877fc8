"""Scoring a submission, its record, and what is laid into the notebook for nbgrader to read."""

import copy
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.utils import determine_grade

from course.kinds import ChooseOne
from course.questions import Bank, Key, State
from grading.handout.assignment import Assignment, Claim, disagreements
from grading.handout.guard import leaks
from grading.reading.handed import Fault
from grading.reading.submission import Submission
from grading.scoring import record, score
from grading.scoring.record import Flag, ItemMark, Scores
from grading.scoring.score import score_submission
from grading.showing.essays import Given, Task
from grading.showing.page import compose
from grading.showing.rebuild import lay_in, lay_results
from tests.grading.reading.test_submission import PRISTINE, RELEASED

CHOICES = [{"id": "good", "text": "The right one"}, {"id": "bad", "text": "The <b>wrong</b> one"}]
QUESTION = msgspec.convert(
    {"type": "choose_one", "id": "q", "title": "Title", "prompt": "Prompt", "points": 0.3, "choices": CHOICES},
    ChooseOne,
)
KEY = msgspec.convert(
    {
        "question": "q",
        "criteria": [
            {"id": "first", "points": 0.1, "when": {"chose": ["good"]}, "missed": "Look at it again (C002)."},
            {"id": "second", "points": 0.2, "when": {"chose": ["good"]}, "missed": "And here."},
        ],
        "remarks": [{"when": {"chose": ["bad"]}, "says": "Because.", "misconception": "M01", "reread": ["C001"]}],
    },
    Key[ChooseOne.condition],
)
CLAIMS = {i: Claim(i, f"place {i}", f"paraphrase {i}") for i in ("C001", "C002", "C003")}
ASSIGNMENT = Assignment("a", Bank(Path("questions.toml"), (QUESTION,)), {"q": KEY}, {"M01": "A misreading"}, CLAIMS)
CELL = new_code_cell('ask("q")', metadata={"nbgrader": {"grade": True, "points": 0.3, "grade_id": "q"}})
FAULTS = [
    ("journal-missing", {"q"}),
    ("journal-damaged", {"q"}),
    ("not-a-journal", {"q"}),
    ("notebook-missing", {"e"}),
    ("notebook-unreadable", {"e"}),
    ("folder-linked", {"q", "e"}),
]


WRITTEN = (*RELEASED[:3], msgspec.structs.replace(RELEASED[3], source="My essay."))


def handed_in(answer: object = None, *faults: Fault) -> Submission:
    return Submission({"q": answer} if answer is not None else {}, WRITTEN, faults)


def scored(answer: object = None, *faults: Fault) -> Scores:
    return score_submission(ASSIGNMENT, PRISTINE, handed_in(answer, *faults), "ada")


def test_a_sum_of_fractions_is_never_above_the_maximum_that_nbgrader_accepts():
    assert 0.1 + 0.2 > 0.3
    [item] = scored("good").items
    assert item.points == 0.3
    assert laid(scored("good")) == 0.3


def test_a_wrong_answer_earns_nothing_and_its_misconception_is_named():
    [item] = scored("bad").items
    assert (item.points, item.misconceptions) == (0, ("M01",))


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    )
)
def test_no_answer_but_the_right_one_earns_points(answer: object):
    assert scored(answer).items[0].points == (0.3 if answer == "good" else 0)


@pytest.mark.parametrize(("code", "touched"), FAULTS)
def test_each_fault_makes_a_person_look_at_what_it_touches(code: str, touched: set[str]):
    assert scored("good", Fault(code, "Says so.")).to_look_at() == touched


def test_answers_to_other_questions_are_noted_and_earn_nothing():
    submission = Submission({"q": "bad", "elsewhere": "good"}, WRITTEN, ())
    found = score_submission(ASSIGNMENT, PRISTINE, submission, "ada")
    assert found.items[0].points == 0
    assert [f.code for f in found.flags] == ["answers-unknown"]
    assert "elsewhere" in found.flags[0].says


def test_a_scorer_that_fails_on_one_answer_gives_it_nothing_and_says_so(monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr(score, "score", fail)
    found = scored("good")
    assert found.items == (ItemMark("q", State.INCOHERENT, (), None, 0.0, 0.3),)
    assert found.to_look_at() == {"q"}
    assert "unforeseen" in found.flags[0].says


def test_the_record_reads_back_as_it_was_written():
    for found in (scored("good"), scored("bad", Fault("journal-damaged", "Says so.")), scored({"x": [1.5, None]})):
        assert record.decode(record.encode(found)) == found


def test_a_record_of_another_form_is_refused():
    data = record.encode(scored("good")).replace(b'"version": 1', b'"version": 2')
    with pytest.raises(msgspec.ValidationError):
        record.decode(data)


# the notebook


def laid(scores: Scores) -> float:
    notebook = new_notebook(cells=[copy.deepcopy(CELL)])
    lay_results(notebook, scores, ASSIGNMENT)
    points, most = determine_grade(notebook.cells[0])
    assert most == 0.3
    return points


@pytest.mark.parametrize(("answer", "points"), [("good", 0.3), ("bad", 0), (None, 0), (7, 0)])
def test_nbgrader_reads_the_points_that_were_given(answer: object, points: float):
    assert laid(scored(answer)) == points


def test_a_graded_cell_without_a_result_stops_the_saving():
    empty = Scores("a", "ada", (), (), ())
    with pytest.raises(KeyError):
        laid(empty)


def test_what_the_grader_sees_is_escaped():
    notebook = new_notebook(cells=[copy.deepcopy(CELL)])
    flags = (Flag("x", "<script>alert(1)</script>", ("q",)),)
    lay_results(notebook, msgspec.structs.replace(scored("bad"), flags=flags), ASSIGNMENT)
    shown = notebook.cells[0].outputs[0].data["text/html"]
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown
    assert "The &lt;b&gt;wrong&lt;/b&gt; one" in shown
    assert "A misreading" in shown


def test_flags_stand_at_the_top_and_nowhere_if_there_are_none():
    for faults, first in (((), "intro"), ((Fault("journal-missing", "Says so."),), "course-flags")):
        notebook = copy.deepcopy(PRISTINE.notebook)
        lay_in(notebook, scored("good", *faults))
        assert notebook.cells[0].id == first


def test_only_essay_and_flags_are_laid_into_the_released_notebook():
    notebook = copy.deepcopy(PRISTINE.notebook)
    blank = Submission({}, tuple(RELEASED), ())
    lay_in(notebook, score_submission(ASSIGNMENT, PRISTINE, blank, "ada"))
    assert notebook == PRISTINE.notebook
    lay_in(notebook, scored("good"))
    assert [c for c in notebook.cells if c.id != "e-answer"] == [
        c for c in PRISTINE.notebook.cells if c.id != "e-answer"
    ]


# the page


def page(answer: object, points: float, comment: str = ""):
    given = {"q": Given(points, 0.3), "e": Given(0, 10, comment)}
    return compose(ASSIGNMENT, scored(answer), given, {"e": Task("Task\n=== BEGIN MARK SCHEME ===\nsecret")})


def test_a_wrong_answer_is_told_what_it_shows_and_where_to_read():
    [item] = page("bad", 0).items
    assert item.look_again == ("Look at it again (C002).", "And here.")
    assert [(r.says, r.misread) for r in item.remarks] == [("Because.", "A misreading")]
    assert [c.id for c in item.reread] == ["C001", "C002"]
    assert not item.changed


def test_a_right_answer_is_told_nothing_more():
    [item] = page("good", 0.3).items
    assert (item.look_again, item.remarks, item.reread) == ((), (), ())


@pytest.mark.parametrize("answer", [None, 7])
def test_a_blank_or_broken_answer_gets_no_hints(answer: object):
    assert page(answer, 0).items[0].look_again == ()


def test_points_that_a_person_changed_are_said_to_be_changed():
    assert page("bad", 0.2).items[0].changed
    assert page("bad", 0.2).points == 0.2


def test_the_automatic_comment_is_not_shown_as_a_persons():
    assert page("bad", 0, "No response.").essays[0].comment == ""
    assert page("bad", 0, "Well argued.").essays[0].comment == '<p dir="auto">Well argued.</p>'


def test_a_late_penalty_is_taken_off_but_never_below_nothing():
    given = {"q": Given(0.3, 0.3), "e": Given(0, 10)}
    assert compose(ASSIGNMENT, scored("good"), given, {"e": Task("")}, 0.1).points == pytest.approx(0.2)
    assert compose(ASSIGNMENT, scored("good"), given, {"e": Task("")}, 5).points == 0


# what must agree before anything is generated or graded


def notebook_with(**changes: object):
    notebook = copy.deepcopy(PRISTINE.notebook)
    notebook.cells[1].metadata.nbgrader = {**notebook.cells[1].metadata.nbgrader, "points": 0.3, **changes}
    return notebook


def test_a_notebook_that_fits_its_bank_has_no_faults():
    assert list(disagreements(ASSIGNMENT.bank, notebook_with())) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"points": 3}, "has 3 points; questions.toml says 0.3"),
        ({"grade_id": "r"}, "has no cell"),
        ({"grade": False}, "has no cell"),
        ({"grade_id": "e"}, "two cells have the id “e”"),
    ],
)
def test_each_disagreement_of_a_cell_is_named(change: dict[str, object], said: str):
    assert any(said in fault for fault in disagreements(ASSIGNMENT.bank, notebook_with(**change)))


def test_a_cell_that_does_more_than_ask_is_named():
    notebook = notebook_with()
    notebook.cells[1].source = 'ask("q"); 1'
    assert any('reads ask("q") and nothing else' in f for f in disagreements(ASSIGNMENT.bank, notebook))


def test_a_graded_cell_without_a_question_is_named():
    notebook = notebook_with()
    extra = copy.deepcopy(notebook.cells[1])
    extra.metadata.nbgrader["grade_id"] = "extra"
    notebook.cells.append(extra)
    assert any("“extra” is graded, but" in f for f in disagreements(ASSIGNMENT.bank, notebook))


def test_a_task_without_a_place_to_write_is_named():
    notebook = notebook_with()
    del notebook.cells[3]
    assert any("“e” has no answer cell" in f for f in disagreements(ASSIGNMENT.bank, notebook))


@pytest.mark.parametrize("text", ["a misreading", "look at it\n  AGAIN (c002).", "x Because. y"])
def test_text_of_the_key_is_found_however_it_is_wrapped(text: str):
    assert list(leaks(text, ASSIGNMENT))


def test_the_public_side_of_a_question_is_no_leak():
    assert not list(leaks("Title Prompt The right one The <b>wrong</b> one Read C001", ASSIGNMENT))
