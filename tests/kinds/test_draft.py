"""A draft: kept in the journal as it is written, never graded, never checked."""

import msgspec
import pytest

from course.asked.form import static_text
from course.journal import Journal
from course.kinds import Draft
from course.kinds.draft.question import MOST
from course.panels import Panel
from course.panels.page import page_question
from course.questions import BankError, State, load_bank
from tests.paths import ROOT

BANK = """[[question]]
id = "notes"
type = "draft"
title = "Notes"
prompt = "Write."
items = [{ id = "answer", text = "My *answer*" }, { id = "why", text = "Why" }]
"""


@pytest.fixture
def question(tmp_path):
    (tmp_path / "bank.toml").write_text(BANK, encoding="utf-8")
    return load_bank(tmp_path / "bank.toml")["notes"]


@pytest.mark.parametrize(
    ("value", "state"),
    [
        (None, State.NOT_ATTEMPTED),
        ({}, State.NOT_ATTEMPTED),
        ({"answer": " \n "}, State.NOT_ATTEMPTED),
        ({"why": "Because."}, State.ANSWERED),
        ({"answer": "é" * MOST, "why": None}, State.ANSWERED),
        ({"answer": "a" * (MOST + 1)}, State.INCOHERENT),
        ({"answer": 7}, State.INCOHERENT),
        ({"other": "Text"}, State.INCOHERENT),
        ("Text", State.INCOHERENT),
    ],
)
def test_whatever_is_written_is_enough(question, value, state):
    assert question.stand(value).state is state


def test_a_draft_reads_with_its_heads_on_one_line_each(question):
    assert question.in_words({"why": "<b>One</b>\n\ntwo", "answer": "Yes"}) == ("My answer: Yes", "Why: <b>One</b> two")
    assert question.in_words({"why": ["no text"], "else": "x"}) == ("(2 that the question does not have)",)


@pytest.mark.parametrize("more", ["points = 2", '[question.key]\ncriteria = [{ id = "a", when = {}, missed = "b" }]'])
def test_a_draft_that_is_to_be_graded_or_checked_is_refused(tmp_path, more):
    (tmp_path / "bank.toml").write_text(BANK + more, encoding="utf-8")
    with pytest.raises(BankError):
        load_bank(tmp_path / "bank.toml")


def test_points_are_refused_by_name(question):
    (fault,) = msgspec.structs.replace(question, points=2).faults()
    assert fault == "points: expected none; a draft isn’t graded."


def test_what_is_typed_is_kept_and_there_is_nothing_to_commit(question, tmp_path):
    assert page_question(question, 1, lambda _: None)["commit"] == ""
    said = {"answer": "A reset: 5 %\nby then"}
    panel = Panel(question, Journal(tmp_path / "journal.json"))
    panel._handle_custom_msg({"kind": "save", "value": said, "seq": 1, "view": "v"}, [])
    assert panel.status["state"] == State.ANSWERED
    assert Journal(tmp_path / "journal.json").answer("notes").value == said
    assert "My answer" in static_text(question)


def test_the_last_lesson_has_room_to_draft_the_memo():
    bank = load_bank(ROOT / "data" / "questions" / "08_transfer.toml")
    (draft,) = (each for each in bank.questions if isinstance(each, Draft))
    assert len(draft.items) == 4, "a head for each criterion of the memo"
