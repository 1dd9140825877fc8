"""Room to draft: a text that is kept, and that nothing marks."""

import pytest

from course.asked import BankError, State
from course.asked.form import static_html
from course.kinds import Draft
from course.kinds.draft.question import MOST
from course.mine.progress import how_far
from course.panels import Panel
from course.questions import load_bank
from tests.panels.test_panels import tell

ROOM = Draft(id="room", title="Room", prompt="Write what you **like**.")


@pytest.mark.parametrize(
    ("value", "state"),
    [
        (None, State.NOT_ATTEMPTED),
        ("", State.NOT_ATTEMPTED),
        (" \n\t", State.NOT_ATTEMPTED),
        ("I think", State.ANSWERED),
        ("x" * MOST, State.ANSWERED),
        ("x" * (MOST + 1), State.INCOHERENT),
        (["I", "think"], State.INCOHERENT),
        (3, State.INCOHERENT),
        ({"text": "I think"}, State.INCOHERENT),
    ],
)
def test_where_a_draft_stands(value, state):
    assert ROOM.stand(value).state is state


def test_a_draft_reads_as_its_paragraphs_and_nothing_in_it_is_markup():
    said = "First **not bold**.\n\n  <b>Second</b>.\n"
    assert ROOM.in_words(said) == ("First **not bold**.", "<b>Second</b>.")
    assert ROOM.in_words(["a"]) == ROOM.in_words({"a": "b"}) == ("(1 that the question does not have)",)
    assert ROOM.in_words(None) == ROOM.in_words("  ") == ()
    assert "<strong>like</strong>" in static_html(ROOM)


def test_a_draft_is_saved_as_it_was_written_and_a_version_can_be_kept(journal):
    text = "Zwölf “Sätze”, 한국어.\n\nAnd a line."
    panel = Panel(ROOM, journal)
    tell(panel, "save", text)
    assert panel.status["state"] == "answered"
    assert journal.answer("room").value == text
    tell(panel, "commit", text, 2)
    tell(panel, "save", text + " More.", 3)
    assert [event.value for event in journal.history("room", "commit")] == [text]
    assert Panel(ROOM, journal).value == text + " More."


def test_a_draft_counts_as_answered_on_the_map(journal):
    rows = [{"id": "01_first", "title": "First", "minutes": 20}]
    journal.save("room", "I think")
    assert how_far(rows, {"01_first": (ROOM,)}, journal.read().answers).stages[0].answered == 1


@pytest.mark.parametrize("line", ["points = 3", '[question.key]\ncriteria = [{ id = "a", when = {}, missed = "m" }]'])
def test_a_draft_has_neither_points_nor_key(tmp_path, line):
    path = tmp_path / "questions.toml"
    path.write_text(f'[[question]]\nid = "room"\ntype = "draft"\ntitle = "T"\nprompt = "P"\n{line}\n', "utf-8")
    with pytest.raises(BankError, match="draft"):
        load_bank(path)
