"""Every assignment through nbgrader's real commands, for the synthetic learners and for two who don't reason.

`test_roundtrip.py` takes one assignment through everything that can happen; this takes each through what must.
"""

import html
import random
import re
import shutil
from pathlib import Path

import msgspec
import pytest
from nbgrader.api import Gradebook

from course.journal import Journal
from course.kinds import ChooseMany, ChooseOne
from grading.handout.assignment import AssignmentError, load_assignment
from grading.handout.guard import leaks
from grading.report.gather import gather
from grading.report.tables import report
from tests import warm
from tests.grading.classroom import Classroom
from tests.paths import ROOT
from tests.validity.assignments import EXPERT, load, names
from tests.validity.models import by_habit, guess

AGREES, GUESSES, BLANK = "agrees-by-habit", "guesses", "blank"
DONE_ELSEWHERE = "precondition"


class Graded:
    """A class that has handed in one assignment, autograded and with feedback."""

    def __init__(self, folder, name):
        self.assessed, self.room = load(name), Classroom(folder)
        chance, questions = random.Random(name), self.assessed.bank.questions
        self.drawn: dict[str, dict[str, str]] = {}
        self.answers = {
            **self.assessed.learners,
            AGREES: {q.id: by_habit(q, chance) for q in questions},
            GUESSES: {q.id: guess(q, chance) for q in questions},
            BLANK: {},
        }
        self.room.run("generate_assignment", name)
        for who, given in self.answers.items():
            handed_in = self.room.root / "submitted" / who / name
            shutil.copytree(self.room.root / "release" / name, handed_in)
            journal = Journal(handed_in / "journal.json")
            self.drawn[who] = self.assessed.drawn(journal.seed)
            for place, question in self.drawn[who].items():
                if question in given:
                    journal.save(place, given[question])
        self.room.run("autograde", name)
        self.room.run("generate_feedback", name)
        self.assignment = load_assignment(name, self.room.root / "release" / name, self.room.root / "keys")

    def earned(self, who):
        """Question to points, from scoring."""
        scores = self.assessed.scores(self.answers[who])
        return {place: scores[question].points for place, question in self.drawn[who].items()}

    def points(self, who):
        """Question to points, from nbgrader's grade book; the essay left out."""
        name = self.assessed.name
        with Gradebook(f"sqlite:///{self.room.root / 'gradebook.db'}", "reading-diplomatic-signals") as gradebook:
            grades = gradebook.find_submission_notebook(name, name, who).grades
            return {g.name: g.score for g in grades if g.name != f"{name}-essay"}

    def feedback(self, who):
        name = self.assessed.name
        return (self.room.root / "feedback" / who / name / f"{name}.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=[name for name in names() if name != DONE_ELSEWHERE])
def graded(request, tmp_path_factory):
    return Graded(tmp_path_factory.mktemp(request.param), request.param)


def test_the_table(graded, capsys):
    """nbgrader's grade book says what scoring says, for everybody."""
    rows = [["learner", *(str(n) for n, _ in enumerate(graded.assessed.bank.places, 1)), "sum"]]
    for who in graded.answers:
        found = graded.points(who)
        assert found == graded.earned(who)
        rows.append([who, *(f"{p:g}" for p in found.values()), f"{sum(found.values()):g}"])
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    with capsys.disabled():
        print(f"\n{graded.assessed.name}: {graded.assessed.asked_total:g} points")
        for row in rows:
            print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def test_who_reasons_gets_full_marks_whatever_the_opinion(graded):
    for who in {EXPERT, "dissenter"} & set(graded.answers):
        assert sum(graded.points(who).values()) == graded.assessed.asked_total


def test_who_agrees_by_habit_or_guesses_does_not(graded):
    for who in (AGREES, GUESSES):
        assert sum(graded.points(who).values()) < 0.4 * graded.assessed.asked_total
    assert sum(graded.points(BLANK).values()) == 0


def text(page):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_feedback_names_the_misreading(graded):
    told = graded.assignment.misconceptions
    for misconception, who in graded.assessed.holders.items():
        assert f"You may have read it as: {told[misconception]}" in text(graded.feedback(who))


def test_feedback_says_where_to_begin(graded):
    assert "Where to begin" not in text(graded.feedback(EXPERT))
    assert "Without an answer:" in text(graded.feedback(BLANK))
    told = graded.assignment.misconceptions
    for misconception, who in graded.assessed.holders.items():
        scores = graded.assessed.scores(graded.answers[who])
        shown = sum(misconception in scores[asked].misconceptions for asked in graded.drawn[who].values())
        begins = f"{shown} of your answers point to one reading: {told[misconception]}" in text(graded.feedback(who))
        assert begins == (shown > 1), who


def test_nothing_handed_out_holds_the_key(graded):
    released = graded.room.root / "release" / graded.assessed.name
    for path in released.iterdir():
        assert not list(leaks(path.read_text(encoding="utf-8"), graded.assignment)), path
    for who, given in graded.answers.items():
        told = text(graded.feedback(who))
        assert "Anchor" not in told
        asked = [graded.assessed.bank[each] for each in graded.drawn[who].values()]
        for question in asked:
            # A number may stand in another question's items, too.
            elsewhere = [o.text for q in asked if q is not question for o in q.options]
            if isinstance(question, ChooseOne | ChooseMany):
                chosen = given.get(question.id, [])
                other = [c.text for c in question.choices if c.id not in chosen]
                other = [each for each in other if not any(each in text for text in elsewhere)]
                assert not [each for each in other if each in told], "a choice the learner did not make"


def test_the_class_report_says_what_the_grade_book_says(graded):
    name, root = graded.assessed.name, graded.room.root
    found = gather(name, root)
    assert {each.name for each in found.learners} == set(graded.answers)
    assert {each.name: each.points for each in found.learners} == {who: graded.points(who) for who in graded.answers}
    made = report(found, {each.name: each.name for each in found.learners})
    assert made.total == graded.assessed.asked_total
    assert len(made.shares) == made.n == len(graded.answers)
    assert {row.id for row in made.misreadings} >= set(graded.assessed.holders)
    assert [row.question for row in made.items] == list(graded.assessed.bank.places)
    blank = next(row for row in made.learners if row.who == BLANK)
    assert len(blank.why) == 2
    # The expert has left the essay blank, beside a journal that is full.
    assert next(row for row in made.learners if row.who == EXPERT).why == ("something waits to be looked at",)
    looked = tuple(msgspec.structs.replace(each, waits=False) for each in found.learners)
    made_then = report(msgspec.structs.replace(found, learners=looked), {each.name: each.name for each in looked})
    assert next(row for row in made_then.learners if row.who == EXPERT).why == (), "a person has looked"
    for row in made.made["signals"]:
        assert row.lowers + row.none + row.raises == pytest.approx(1)
        assert row.n >= 3


def test_the_report_is_a_page_without_names_unless_asked_for(graded):
    name, root = graded.assessed.name, graded.room.root
    command = ["-m", "grading.report", name, "--root", str(root)]
    told = {}
    for option in ([], ["--names"], []):
        done = warm.run([*command, *option], ROOT)
        done.check_returncode()
        page = Path(done.stdout.strip())
        told[bool(option)] = page.read_text(encoding="utf-8")
        files = {path.name for path in page.parent.iterdir()}
        assert files >= {"report.html", "report.json", "items.csv", "learners.csv", "misreadings.csv"}
        assert (AGREES in (page.parent / "learners.csv").read_text("utf-8")) == bool(option)
    assert f">{AGREES}<" in told[True]
    # One id is also the name of a column.
    assert not [who for who in graded.answers if who != BLANK and f">{who}<" in told[False]]
    assert "<script" not in told[True]
    assert told[True].count("<svg") == told[True].count('<svg role="img" aria-label="')


def test_a_report_of_nothing_says_so_in_one_line(graded, tmp_path):
    for root, assignment, says in (
        (tmp_path, graded.assessed.name, "no such grade book"),
        (graded.room.root, "nothing", "no such file"),
    ):
        with pytest.raises(AssignmentError) as error:
            gather(assignment, root)
        assert says in str(error.value)
        assert "\n" not in str(error.value)
