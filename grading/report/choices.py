"""What was chosen by how many, or said, where a kind of question has no choices. The key says which is right."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from course.asked import Asked, Key, State
from grading.report.gather import Class
from grading.report.rows import ChoiceRow, told

MOST_LINES = 40
"""Lines of answers in words that are counted of one question."""


def choices(of: Class, place: str, title: str) -> Iterator[ChoiceRow]:
    """The rows of a graded cell; of a pool, those of each question that was drawn."""
    marks = [item for each in of.learners for item in each.record.items if item.question == place]
    for asked in sorted({mark.asked for mark in marks}):
        question = next((q for q in of.assignment.questions if q.id == asked), None)
        if question is not None:
            answers = [mark.answer for mark in marks if mark.asked == asked]
            yield from _rows(place, title, question, of.assignment.keys[asked], answers)


def _rows(place: str, title: str, question: Asked, key: Key[Any], answers: list[Any]) -> Iterator[ChoiceRow]:
    given = [a for a in answers if question.stand(a).state in (State.ANSWERED, State.INCOMPLETE)]
    picks = question.picks(key)
    if picks is None:
        yield from _lines(place, title, question, given)
        return
    counts = Counter(each for a in given for each in question.chosen(a))
    for pick in picks:
        right = None if key.dropped else pick.wanted
        yield ChoiceRow(place, title, pick.item, pick.choice, right, told(counts[pick.id]), len(given))


def _lines(place: str, title: str, question: Asked, given: list[Any]) -> Iterator[ChoiceRow]:
    """What was said most, line by line; what fewer said than can be told is left out, as the line itself would tell."""
    counts = Counter(line for a in given for line in {*question.in_words(a)})
    common = sorted(((line, n) for line, n in counts.items() if told(n)), key=lambda each: (-each[1], each[0]))
    yield from (ChoiceRow(place, title, "", line, None, n, len(given)) for line, n in common[:MOST_LINES])
