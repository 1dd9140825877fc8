"""A class that has answered, as plain values: no nbgrader, no files."""

import random

from grading.handout.assignment import Assignment
from grading.handout.fit import check_source
from grading.reading.submission import Submission
from grading.report.gather import Class, Learner
from grading.scoring.record import EssayMark
from grading.scoring.score import score_journal
from grading.showing.essays import Given, Task
from grading.showing.page import Page, compose
from tests.paths import ROOT
from tests.validity.assignments import EXPERT, load
from tests.validity.models import careless


def assignment(name: str) -> Assignment:
    """An assignment as it stands in the grading room."""
    return check_source(name, ROOT / "grading" / "source" / name, ROOT / "grading" / "keys")


def learners(name: str, count: int) -> dict[str, Submission]:
    """What learners hand in: those that are data, one who leaves all blank, and readers of all skills."""
    assessed, chance = load(name), random.Random(count)
    answers = {**dict(list(assessed.learners.items())[: count // 2]), "blank": {}}
    while len(answers) < count:
        slip = chance.random()
        answers[f"reader-{len(answers)}"] = {
            q.id: careless(q, assessed.learners[EXPERT][q.id], slip, chance) for q in assessed.bank.questions
        }
    return {
        who: Submission({place: given[q] for place, q in assessed.drawn(0).items() if q in given}, (), ())
        for who, given in answers.items()
    }


def classroom(name: str, count: int) -> Class:
    """A class whose essays still wait."""
    asked = assignment(name)
    found = []
    for who, handed_in in learners(name, count).items():
        scores = score_journal(asked, handed_in, who)
        points = {i.question: i.points for i in scores.items}
        found.append(Learner(who, points, None, 0.0, scores, ("2014-10-01",) * len(handed_in.answers or {})))
    return Class(asked, {i.question: i.max_points for i in found[0].record.items}, tuple(found))


def feedback(name: str, who: str, count: int = 8) -> Page:
    """The feedback that a learner of a class reads, with an essay that waits."""
    asked, scores = assignment(name), score_journal(assignment(name), learners(name, count)[who], who)
    given = {i.question: Given(i.points, i.max_points) for i in scores.items} | {"essay": Given(0, 6, waits=True)}
    tasks = {"essay": Task("## Essay\n\nArgue.")}
    essay = EssayMark("essay", "My thesis.\nMy reason.", "", 6)
    return compose(asked, type(scores)(name, who, scores.items, (essay,), ()), given, tasks)
