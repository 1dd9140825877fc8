"""What a learner reads in feedback about an essay: the own text, its points by criterion, and the comment.

Never in it: the mark scheme.
"""

from collections.abc import Iterable, Mapping

import msgspec

from course.asked.prose import as_text
from grading.handout.scheme import read_scheme
from grading.marking.standing import CHANGED, UNKNOWN
from grading.reading.candidates import TAKE
from grading.reading.seen import visible
from grading.scoring.essay import PICTURES
from grading.scoring.record import EssayMark, Flag, Scores
from grading.showing.counting import asked
from grading.showing.escaping import Shown
from grading.showing.markdown import as_html
from grading.showing.written import Written, written


class Given(msgspec.Struct, frozen=True):
    """What the grade book says about a cell: points now, points possible, a comment, and whether a person must look."""

    points: float
    max_points: float
    comment: str = ""
    waits: bool = False


class Task(msgspec.Struct, frozen=True):
    """What is known of an essay besides the record.

    Attributes:
        source: the task in markdown, which may hold the mark scheme.
        pictures: of the essay.
        criteria: number of a criterion to the points that a person gave.
    """

    source: str
    pictures: tuple[Shown, ...] = ()
    criteria: Mapping[str, float] = {}


class Met(msgspec.Struct, frozen=True):
    """What a criterion of an essay earned, in the words of the task."""

    name: str
    points: float
    max_points: float


class EssayText(msgspec.Struct, frozen=True):
    """One essay of the page. `prompt` is markdown of the assignment; `comment` is safe HTML."""

    id: str
    prompt: str
    written: Written
    criteria: tuple[Met, ...]
    comment: str
    given: Given
    notes: tuple[str, ...]


def essay_text(essay: EssayMark, scores: Scores, given: Given, task: Task) -> EssayText:
    """The part of the page about an essay."""
    # The comment that autograding left is for whoever grades, or says the same as the notes; only a person's is shown.
    notes, said = " ".join(f.says for f in scores.about(essay.task)), given.comment
    for why in (CHANGED, UNKNOWN):
        said = said.removeprefix(why).strip()
    comment = "" if said in {"", notes, "No response."} else as_html(given.comment).html
    prompt = read_scheme(task.source).released.strip()
    shown = written(essay, task.pictures, asked(prompt))
    return EssayText(essay.task, prompt, shown, _met(task, given), comment, given, about(scores, essay.task))


def _met(task: Task, given: Given) -> tuple[Met, ...]:
    """The criteria as a person marked them; none if the mark was changed since without them."""
    if not task.criteria or abs(sum(task.criteria.values()) - given.points) > 1e-6:
        return ()
    return tuple(
        Met(
            f"{c.number}. {as_text(c.name)}" if c.name else f"Criterion {c.number}",
            task.criteria[c.number],
            c.max_points,
        )
        for c in read_scheme(task.source).criteria
        if c.number in task.criteria
    )


def about(scores: Scores, item: str) -> tuple[str, ...]:
    """What the flags tell a learner about a question or an essay."""
    return told(scores.about(item))


def told(flags: Iterable[Flag]) -> tuple[str, ...]:
    """What a learner is told of flags: each once, not what the page shows anyway, and not what a grader can do."""
    says = (f.says.removesuffix(TAKE).rstrip() for f in flags if f.code != PICTURES)
    return tuple(dict.fromkeys(visible(each) for each in says))
