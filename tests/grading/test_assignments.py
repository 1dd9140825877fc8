"""Every assignment: bank, key and notebook fit, and the questions measure reading, not clicking."""

import csv
import itertools
import json
import os
import random
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from course import tables
from course.kinds import ChooseMany, ChooseOne, Classify, Question, Rank
from course.questions import State
from course.scoring import ItemScore, score
from tests import warm
from tests.paths import ROOT
from tests.validity.assignments import EXPERT, Assessed, load, names
from tests.validity.models import by_habit, by_sound, guess

CLAIMS = {str(row["id"]): str(row["paraphrase"]) for row in tables.read("claims")}
ASSESSED = {name: load(name) for name in names()}
DRAWN = 3000
LISTED = 1000

WANTED = {
    "precondition": {"M01", "M02", "M03", "M04", "M05", "M07", "M11", "M20"},
    "goals": {"M04", "M08", "M12", "M13", "M14", "M15", "M19"},
    "judgement": {"M01", "M05", "M07", "M11", "M14"},
    "signals": {"M04", "M05", "M06", "M09", "M10", "M12", "M15", "M16", "M17", "M18"},
}
"""Misconceptions that an assignment of the course has to catch in at least two questions; another one need not."""

assignments = pytest.mark.parametrize("of", ASSESSED.values(), ids=ASSESSED)
everybody = pytest.mark.parametrize(
    ("of", "who"), [pytest.param(a, who, id=f"{a.name}-{who}") for a in ASSESSED.values() for who in a.learners]
)
holders = pytest.mark.parametrize(
    ("of", "who"), [pytest.param(a, w, id=f"{a.name}-{w}") for a in ASSESSED.values() for w in a.holders.values()]
)


def folder(of: Assessed) -> Path:
    return ROOT / "grading" / "source" / of.name


def held(who: str) -> str:
    return who.removeprefix("holds-").upper()


def every_answer(question: Question) -> Iterator[Any]:
    """All complete, coherent answers, each once; a draw, where they are many."""
    ids = [o.id for o in question.options]
    match question:
        case ChooseOne():
            yield from ids
        case ChooseMany():
            for n in range(1, len(ids) + 1):
                yield from (list(c) for c in itertools.combinations(ids, n))
        case Classify() if len(question.categories) ** len(ids) <= LISTED:
            for places in itertools.product([c.id for c in question.categories], repeat=len(ids)):
                yield dict(zip(ids, places, strict=True))
        case Rank():
            for order in itertools.permutations(range(1, len(ids) + 1)):
                yield dict(zip(ids, order, strict=True))
        case _:  # too many to list; a fixed draw stands for them
            chance = random.Random(question.id)
            yield from (guess(question, chance) for _ in range(DRAWN if question.pool is None else LISTED))


@cache
def every_score(name: str, question: str) -> tuple[ItemScore, ...]:
    """The scores of all complete, coherent answers."""
    of = ASSESSED[name]
    return tuple(score(of.bank[question], a, of.keys[question]) for a in every_answer(of.bank[question]))


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


# --- bank, key and notebook fit ---------------------------------------------------------------------------------


@assignments
def test_every_question_has_points_claims_hints_and_no_key_in_the_bank(of: Assessed):
    for question in of.bank.questions:
        assert question.points, question.id
        assert question.claims, question.id
        assert 1 <= len(question.hints) <= 2, question.id
        assert question.key is None, question.id


@pytest.mark.parametrize("name", WANTED)
def test_an_assignment_of_the_course_is_long_and_asks_in_four_ways(name: str):
    questions = ASSESSED[name].bank.questions
    assert len(questions) >= 9
    assert {type(q) for q in questions} >= {ChooseOne, ChooseMany, Classify, Rank}


def notebook(of: Assessed) -> list[dict[str, Any]]:
    cells: list[dict[str, Any]] = json.loads((folder(of) / f"{of.name}.ipynb").read_text(encoding="utf-8"))["cells"]
    return [c | {"source": "".join(c["source"])} for c in cells]


def graded(cell: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = cell["metadata"].get("nbgrader", {})
    return found


def asked(of: Assessed) -> dict[str, Question]:
    """Graded cell to a question that it asks."""
    return {place: of.bank[question] for place, question in of.drawn(0).items()}


@assignments
def test_each_question_has_one_graded_cell_that_asks_it_and_nothing_else(of: Assessed):
    cells = [c for c in notebook(of) if graded(c).get("grade")]
    assert [graded(c)["grade_id"] for c in cells] == list(of.bank.places)
    for cell, (place, question) in zip(cells, asked(of).items(), strict=True):
        meta = graded(cell)
        assert cell["source"] == f'ask("{place}")'
        assert cell["cell_type"] == "code"
        assert meta["points"] == question.points
        assert (meta["locked"], meta["solution"], meta["task"], meta["schema_version"]) == (True, False, False, 3)


@assignments
def test_points_said_in_the_text_are_the_points_given(of: Assessed):
    text = "\n".join(c["source"] for c in notebook(of) if c["cell_type"] == "markdown")
    said = [(int(n), float(p)) for n, p in re.findall(r"## Question (\d+) · ([\d.]+) points", text)]
    assert said == [(n, q.points) for n, q in enumerate(asked(of).values(), 1)]
    assert f"questions give {of.asked_total:g} points" in text


@assignments
def test_the_essay_is_a_task_with_public_criteria_a_rubric_and_a_place_to_write(of: Assessed):
    tasks = [c for c in notebook(of) if graded(c).get("task")]
    assert len(tasks) == 1 or of.name not in WANTED
    for task in tasks:
        _check_essay(of, task)


def _check_essay(of: Assessed, task: dict[str, Any]) -> None:
    assert (graded(task)["grade_id"], graded(task)["points"]) == (f"{of.name}-essay", 10)
    public, scheme = task["source"].split("=== BEGIN MARK SCHEME ===")
    assert sum(int(p) for p in re.findall(r"\| (\d) \|$", public, re.MULTILINE)) == 10
    levels = [re.findall(r"^\| ([\d.]+) \| .+ \| .+ \|$", part, re.MULTILINE) for part in scheme.split("\n**")[2:]]
    assert [len(found) for found in levels] == [4] * 4 or of.name not in WANTED
    assert sum(float(found[0]) for found in levels) == 10
    assert all(found[-1] == "0" for found in levels)
    assert "Agreement or disagreement with the author is **not** scored" in scheme
    (answer,) = [c for c in notebook(of) if c["id"] == f"{of.name}-essay-answer"]
    assert answer["cell_type"] == "markdown"
    assert answer["source"] == "Write your answer here."


@assignments
def test_the_notebook_has_readable_ids_and_no_output(of: Assessed):
    cells = notebook(of)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", c["id"]) for c in cells)
    assert len({c["id"] for c in cells}) == len(cells)
    assert not any(c.get("outputs") or c.get("execution_count") for c in cells)


@assignments
def test_stock_nbgrader_releases_neither_key_nor_mark_scheme(of: Assessed, tmp_path: Path):
    for file in folder(of).iterdir():
        if file.is_file():
            target = tmp_path / "source" / of.name / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])  # nbgrader calls alembic by name
    done = warm.run(["-m", "nbgrader", "generate_assignment", of.name], tmp_path, os.environ | {"PATH": path})
    assert done.returncode == 0, done.stderr
    released = {p.name: p.read_text(encoding="utf-8") for p in (tmp_path / "release").rglob("*") if p.is_file()}
    assert set(released) == {f"{of.name}.ipynb", "questions.toml"}
    everything = "\n".join(released.values())
    secrets = [c.missed for k in of.keys.values() for c in k.criteria] + [
        r.says for k in of.keys.values() for r in k.remarks
    ]
    assert not [s for s in secrets if s in everything]
    assert not re.search(r"MARK SCHEME|Anchor|\bM\d\d\b|misconception|criteria *=", everything)
    assert "Write your answer here." in everything


# --- experts and holders of misreadings ---------------------------------------------------------------------------


@everybody
def test_learners_answer_every_question_completely(of: Assessed, who: str):
    assert {s.state for s in of.scores(of.learners[who]).values()} == {State.ANSWERED}


@assignments
def test_the_expert_gets_full_marks_and_is_told_no_misreading(of: Assessed):
    result = of.scores(of.learners[EXPERT])
    assert {q: s.points for q, s in result.items()} == {q.id: q.points for q in of.bank.questions}
    assert not [s.misconceptions for s in result.values() if s.misconceptions]


@assignments
def test_whoever_reads_right_and_reasons_well_gets_full_marks_whatever_the_opinion(of: Assessed):
    if "dissenter" in of.learners:
        result = of.scores(of.learners["dissenter"])
        assert sum(s.points for s in result.values()) == of.total
        assert of.learners["dissenter"] != of.learners[EXPERT]


@holders
def test_a_misreading_costs_points_wherever_it_is_named(of: Assessed, who: str):
    result = of.scores(of.learners[who])
    named = [s for s in result.values() if held(who) in s.misconceptions]
    assert len(named) >= (2 if held(who) in WANTED.get(of.name, ()) else 1)
    assert all(s.points < s.max_points for s in named)


@holders
def test_a_misreading_costs_nothing_where_it_plays_no_part(of: Assessed, who: str):
    data = ROOT / "tests" / "data" / f"{of.name}_learners.toml"
    told = tomllib.loads(data.read_text(encoding="utf-8"))[who]
    assert {q for q, s in of.scores(of.learners[who]).items() if s.points < s.max_points} == set(told)


@holders
def test_no_other_misreading_is_named(of: Assessed, who: str):
    assert {m for s in of.scores(of.learners[who]).values() for m in s.misconceptions} == {held(who)}


@assignments
def test_every_misreading_wanted_is_among_the_learners(of: Assessed):
    assert set(of.holders) >= WANTED.get(of.name, set())


def test_each_of_the_twenty_misreadings_is_caught_by_two_questions_or_more():
    with (ROOT / "grading" / "keys" / "misconceptions.csv").open(encoding="utf-8", newline="") as file:
        known = [row["id"] for row in csv.DictReader(file)]
    caught = Counter(
        each
        for of in ASSESSED.values()
        for key in of.keys.values()
        for each in {remark.misconception for remark in key.remarks if remark.misconception}
    )
    assert {each: caught[each] for each in known if caught[each] < 2} == {}
    assert len(known) == 20


@assignments
def test_every_remark_with_a_name_can_be_met_and_says_what_to_reread(of: Assessed):
    learners = [of.scores(given) for given in of.learners.values()]
    for question in of.bank.questions:
        for remark in of.keys[question.id].remarks:
            assert remark.reread, (question.id, remark.says)
        met = {m for s in every_score(of.name, question.id) for m in s.misconceptions}
        met |= {m for scores in learners for m in scores[question.id].misconceptions}
        assert met == {r.misconception for r in of.keys[question.id].remarks if r.misconception}


# --- clicking earns little ----------------------------------------------------------------------------------------


def guessed(of: Assessed, question: str) -> float:
    """A guesser's mean points over all complete and coherent answers; exact but for what is built."""
    return mean(s.points for s in every_score(of.name, question))


@assignments
def test_guessers_earn_at_most_15_per_cent(of: Assessed):
    by_question = {q: guessed(of, q) for q in of.bank.ids}
    print({q: round(p, 3) for q, p in by_question.items()}, f"{sum(by_question.values()) / of.total:.1%}")
    assert sum(by_question.values()) <= 0.15 * of.total
    assert all(p <= 0.25 * (of.bank[q].points or 0) for q, p in by_question.items()), by_question


@pytest.mark.parametrize(("rule", "bound"), [(by_sound, 0.5), (by_habit, 0.2)])
@assignments
def test_answering_by_sound_or_by_habit_earns_little(of: Assessed, rule: Any, bound: float):
    earned = {q.id: score(q, rule(q, random.Random(q.id)), of.keys[q.id]).points for q in of.bank.questions}
    print(rule.__name__, earned, f"{sum(earned.values()) / of.total:.1%}")
    assert sum(earned.values()) < bound * of.total, earned


# --- nothing gives the answer away --------------------------------------------------------------------------------


def right(of: Assessed, question: ChooseOne | ChooseMany) -> set[str]:
    answer = of.learners[EXPERT][question.id]
    return {answer} if isinstance(answer, str) else set(answer)


def choose(of: Assessed) -> list[ChooseOne | ChooseMany]:
    return [q for q in of.bank.questions if isinstance(q, ChooseOne | ChooseMany)]


@assignments
def test_the_longest_choice_is_right_no_more_often_than_chance(of: Assessed):
    longest = sum(max(q.choices, key=lambda c: len(c.text)).id in right(of, q) for q in choose(of))
    assert longest <= sum(len(right(of, q)) / len(q.choices) for q in choose(of))


@assignments
def test_right_and_wrong_choices_are_of_like_length(of: Assessed):
    for question in choose(of):
        good = mean(len(c.text) for c in question.choices if c.id in right(of, question))
        bad = mean(len(c.text) for c in question.choices if c.id not in right(of, question))
        assert good == pytest.approx(bad, rel=0.15), question.id


@assignments
def test_feedback_never_gives_a_right_answer_in_its_words(of: Assessed):
    for question in of.bank.questions:
        key = of.keys[question.id]
        told = [c.missed for c in key.criteria] + [r.says for r in key.remarks]
        assert all(told), question.id
        if isinstance(question, ChooseOne | ChooseMany):
            answers = [c.text for c in question.choices if c.id in right(of, question)]
        else:
            answers = [c.text for c in question.categories] if isinstance(question, Classify) else []
        for text, answer in itertools.product(told, answers):
            assert not runs(text, min(5, len(words(answer)))) & runs(answer, min(5, len(words(answer)))), text


@assignments
def test_hints_do_not_repeat_a_choice_or_category(of: Assessed):
    for question in of.bank.questions:
        texts = [o.text for o in question.options]
        texts += [c.text for c in question.categories] if isinstance(question, Classify) else []
        for hint, text in itertools.product(question.hints, texts):
            assert not runs(hint, 5) & runs(text, 5), (question.id, hint)
