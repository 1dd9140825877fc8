"""Which choice was made by how many, and where items were placed. The key says which is right."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from course.asked import Asked, Key
from course.asked.prose import as_text
from course.questions import ChooseMany, ChooseOne, Classify, State
from course.scoring import score
from grading.report.gather import Class
from grading.report.rows import ChoiceRow, told


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
    match question:
        case ChooseOne() | ChooseMany():
            counts = Counter(c for a in given for c in ([a] if isinstance(question, ChooseOne) else a))
            for choice in question.choices:
                right = None if key.dropped else _chosen_rightly(question, choice.id, key)
                yield ChoiceRow(place, title, "", as_text(choice.text), right, told(counts[choice.id]), len(given))
        case Classify():
            placed = Counter(pair for a in given for pair in a.items() if pair[1] is not None)
            for item in question.items:
                wanted = set(_places([c.when for c in key.criteria], item.id))
                for category in question.categories:
                    right = None if key.dropped or not wanted else category.id in wanted
                    row = (place, title, as_text(item.text), as_text(category.text), right)
                    yield ChoiceRow(*row, told(placed[item.id, category.id]), len(given))
        case _:
            pass


def _chosen_rightly(question: ChooseOne | ChooseMany, choice: str, key: Key[Any]) -> bool | None:
    """Whether the key wants a choice; None where it says nothing of it."""
    if isinstance(question, ChooseOne):
        points = {c.id: score(question, c.id, key).points for c in question.choices}
        return points[choice] > 0 and points[choice] == max(points.values())
    whens = [c.when for c in key.criteria]
    wanted, unwanted = set(_named(whens, "includes")), set(_named(whens, "excludes"))
    return True if choice in wanted else False if choice in unwanted else None


def _within(whens: Iterable[Any]) -> Iterator[Any]:
    for when in whens:
        yield when
        yield from _within(when.any)


def _named(whens: Iterable[Any], member: str) -> Iterator[str]:
    for when in _within(whens):
        yield from getattr(when, member)


def _places(whens: Iterable[Any], item: str) -> Iterator[str]:
    for when in _within(whens):
        if item in when.places:
            wanted = when.places[item]
            yield from (wanted,) if isinstance(wanted, str) else wanted
