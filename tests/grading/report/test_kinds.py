"""What readers of answers make of a kind of question that says nothing particular to them."""

import random
from types import SimpleNamespace

import msgspec
import pytest

from course.asked import Asked, Key, Option
from course.asked.by_item import OfItems, lines
from course.asked.standing import ANSWERED
from course.kinds import KINDS
from grading.check.keys import key_faults, right
from grading.check.texts import text_faults
from grading.report.choices import MOST_LINES, choices
from tests.validity.models import by_habit, by_sound, careless, guess


class OnALine(OfItems, frozen=True, kw_only=True, tag="on_a_line"):
    """Put events on a line. Answer: {item id: year}. Nothing but what every kind has to say is said."""

    def standing(self, value):
        return ANSWERED

    def in_words(self, answer):
        return lines(self, answer, lambda item, year: f"{item}: {year}")


ASKED = OnALine(id="q", title="T", prompt="P", items=(Option("a", "One"), Option("b", "Two")))
KEY = msgspec.convert({"criteria": [{"id": "c", "when": {}}]}, Key[ASKED.condition])


def counted(answers):
    marks = [SimpleNamespace(question="q", asked="q", answer=each) for each in answers]
    learners = [SimpleNamespace(record=SimpleNamespace(items=(mark,))) for mark in marks]
    assignment = SimpleNamespace(questions=(ASKED,), keys={"q": KEY})
    return [*choices(SimpleNamespace(learners=learners, assignment=assignment), "q", "T")]


def test_its_answers_are_counted_in_words_and_few_are_not_told():
    rows = counted([{"a": 2000, "b": 2001}] * 4 + [{"a": 2000, "b": 1999}] * 2 + [None])
    assert [(row.choice, row.chosen, row.n) for row in rows] == [("One: 2000", 6, 6), ("Two: 2001", 4, 6)]
    assert {row.right for row in rows} == {None}


def test_no_more_lines_are_counted_than_anybody_reads():
    rows = counted([{"a": year} for year in range(MOST_LINES + 9) for _ in range(3)])
    assert len(rows) == MOST_LINES


def test_it_passes_the_check_and_has_no_right_choices():
    assert not [*key_faults(ASKED, KEY)]
    assert right(ASKED, KEY) == []
    assert [*text_faults(ASKED, None, ())] == []
    assert list(OnALine.left_out([ASKED])) == []


def test_it_has_no_table_and_no_part_and_guessers_leave_it_blank():
    chance = random.Random(1)
    assert (ASKED.class_table, ASKED.part, ASKED.of_the_brief) == (None, None, False)
    assert ASKED.class_rows("q", [{"a": 1}], 3) == ()
    assert [each(ASKED, chance) for each in (guess, by_sound, by_habit)] == [None] * 3
    assert careless(ASKED, {"a": 1}, 0, chance) == {"a": 1}
    assert careless(ASKED, {"a": 1}, 1, chance) is None


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_of_the_course_says_how_it_is_guessed(kind):
    assert kind.guess is not Asked.guess
