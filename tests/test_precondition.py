"""The assignment “precondition”: bank, key and notebook fit, and the questions measure reading, not clicking."""

import itertools
import json
import os
import random
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from course import tables
from course.questions import Argue, Bank, ChooseMany, ChooseOne, Classify, Key, Question, Rank, State, load_bank
from course.questions.model import options
from course.scoring import ItemScore, score
from course.scoring.keys import load_keys
from tests.validity.assignments import load
from tests.validity.models import by_habit, by_sound, guess

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "grading" / "source" / "precondition"
KEYS = ROOT / "grading" / "keys" / "precondition.toml"
LEARNERS = ROOT / "tests" / "data" / "precondition_learners.toml"

CLAIMS = {str(row["id"]): str(row["paraphrase"]) for row in tables.read("claims")}
BANK = load_bank(FOLDER / "questions.toml", CLAIMS)
KEY = load_keys(KEYS, BANK, CLAIMS)
TOTAL = sum(q.points or 0 for q in BANK.questions)
IDS = list(BANK.ids)
CORE = ("M01", "M02", "M03", "M04", "M05", "M07", "M11", "M20")
DRAWN = 3000


LEARNER = load("precondition").learners
HOLDERS = [who for who in LEARNER if who != "expert"]


def scores(given: dict[str, Any], bank: Bank = BANK, key: dict[str, Key] = KEY) -> dict[str, ItemScore]:
    return {q.id: score(q, given[q.id], key[q.id]) for q in bank.questions}


def total(given: dict[str, Any]) -> float:
    return sum(s.points for s in scores(given).values())


def held(who: str) -> str:
    return who.removeprefix("holds-").upper()


def every_answer(question: Question) -> Iterator[Any]:
    """All complete, coherent answers, each once; of arguments a draw."""
    ids = [o.id for o in options(question)]
    match question:
        case ChooseOne():
            yield from ids
        case ChooseMany():
            for n in range(1, len(ids) + 1):
                yield from (list(c) for c in itertools.combinations(ids, n))
        case Classify():
            for places in itertools.product([c.id for c in question.categories], repeat=len(ids)):
                yield dict(zip(ids, places, strict=True))
        case Rank():
            for order in itertools.permutations(range(1, len(ids) + 1)):
                yield dict(zip(ids, order, strict=True))
        case _:  # too many to list; a fixed draw stands for them
            chance = random.Random(question.id)
            yield from (guess(question, chance) for _ in range(DRAWN))


@cache
def every_score(question: str) -> tuple[ItemScore, ...]:
    """The scores of all complete, coherent answers."""
    return tuple(score(BANK[question], a, KEY[question]) for a in every_answer(BANK[question]))


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


# --- bank, key and notebook fit ---------------------------------------------------------------------------------


def test_every_question_has_points_claims_hints_and_no_key_in_the_bank():
    assert len(BANK.questions) >= 14
    for question in BANK.questions:
        assert question.points, question.id
        assert question.claims, question.id
        assert 1 <= len(question.hints) <= 2, question.id
        assert question.key is None, question.id
    assert {type(q) for q in BANK.questions} == {Argue, ChooseOne, ChooseMany, Classify, Rank}


def notebook() -> list[dict[str, Any]]:
    cells: list[dict[str, Any]] = json.loads((FOLDER / "precondition.ipynb").read_text(encoding="utf-8"))["cells"]
    return [c | {"source": "".join(c["source"])} for c in cells]


def graded(cell: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = cell["metadata"].get("nbgrader", {})
    return found


def test_each_question_has_one_graded_cell_that_asks_it_and_nothing_else():
    cells = [c for c in notebook() if graded(c).get("grade")]
    assert [graded(c)["grade_id"] for c in cells] == IDS
    for cell, question in zip(cells, BANK.questions, strict=True):
        meta = graded(cell)
        assert cell["source"] == f'ask("{question.id}")'
        assert cell["cell_type"] == "code"
        assert meta["points"] == question.points
        assert (meta["locked"], meta["solution"], meta["task"], meta["schema_version"]) == (True, False, False, 3)


def test_points_said_in_the_text_are_the_points_given():
    text = "\n".join(c["source"] for c in notebook() if c["cell_type"] == "markdown")
    said = [(int(n), float(p)) for n, p in re.findall(r"## Question (\d+) · ([\d.]+) points", text)]
    assert said == [(n, q.points) for n, q in enumerate(BANK.questions, 1)]
    assert f"questions give {TOTAL:g} points" in text


def test_the_essay_is_a_task_with_public_criteria_a_rubric_and_a_place_to_write():
    (task,) = [c for c in notebook() if graded(c).get("task")]
    assert (graded(task)["grade_id"], graded(task)["points"]) == ("precondition-essay", 10)
    public, scheme = task["source"].split("=== BEGIN MARK SCHEME ===")
    assert sum(int(p) for p in re.findall(r"\| (\d) \|$", public, re.MULTILINE)) == 10
    levels = [re.findall(r"^\| ([\d.]+) \| .+ \| .+ \|$", part, re.MULTILINE) for part in scheme.split("\n**")[2:]]
    assert [len(found) for found in levels] == [4] * 4
    assert sum(float(found[0]) for found in levels) == 10
    assert all(found[-1] == "0" for found in levels)
    assert "Agreement or disagreement with the author is **not** scored" in scheme
    (answer,) = [c for c in notebook() if c["id"] == "precondition-essay-answer"]
    assert answer["cell_type"] == "markdown"
    assert answer["source"] == "Write your answer here."


def test_the_notebook_has_readable_ids_and_no_output():
    cells = notebook()
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", c["id"]) for c in cells)
    assert len({c["id"] for c in cells}) == len(cells)
    assert not any(c.get("outputs") or c.get("execution_count") for c in cells)


def test_stock_nbgrader_releases_neither_key_nor_mark_scheme(tmp_path: Path):
    for file in FOLDER.iterdir():
        if file.is_file():
            target = tmp_path / "source" / "precondition" / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])  # nbgrader calls alembic by name
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", "precondition"],
        cwd=tmp_path, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    released = {p.name: p.read_text(encoding="utf-8") for p in (tmp_path / "release").rglob("*") if p.is_file()}
    assert set(released) == {"precondition.ipynb", "questions.toml"}
    everything = "\n".join(released.values())
    secrets = [c.missed for k in KEY.values() for c in k.criteria] + [r.says for k in KEY.values() for r in k.remarks]
    assert not [s for s in secrets if s in everything]
    assert not re.search(r"MARK SCHEME|Anchor|\bM\d\d\b|misconception|criteria *=", everything)
    assert "Write your answer here." in everything


# --- experts and holders of misreadings ---------------------------------------------------------------------------


@pytest.mark.parametrize("who", LEARNER)
def test_learners_answer_every_question_completely(who: str):
    assert {s.state for s in scores(LEARNER[who]).values()} == {State.ANSWERED}


def test_the_expert_gets_full_marks_and_is_told_no_misreading():
    result = scores(LEARNER["expert"])
    assert {q: s.points for q, s in result.items()} == {q.id: q.points for q in BANK.questions}
    assert not [s.remarks for s in result.values() if s.remarks]


@pytest.mark.parametrize("who", HOLDERS)
def test_a_misreading_costs_points_wherever_it_is_named(who: str):
    result = scores(LEARNER[who])
    named = [s for s in result.values() if held(who) in s.misconceptions]
    assert len(named) >= (2 if held(who) in CORE else 1)
    assert all(s.points < s.max_points for s in named)


@pytest.mark.parametrize("who", HOLDERS)
def test_a_misreading_costs_nothing_where_it_plays_no_part(who: str):
    told = tomllib.loads(LEARNERS.read_text(encoding="utf-8"))[who]
    assert {q for q, s in scores(LEARNER[who]).items() if s.points < s.max_points} == set(told)


@pytest.mark.parametrize("who", HOLDERS)
def test_no_other_misreading_is_named(who: str):
    assert {m for s in scores(LEARNER[who]).values() for m in s.misconceptions} == {held(who)}


def test_every_core_misreading_is_among_the_learners():
    assert {held(who) for who in HOLDERS} >= set(CORE)


def test_every_remark_with_a_name_can_be_met_and_says_what_to_reread():
    for question in BANK.questions:
        for remark in KEY[question.id].remarks:
            assert remark.reread, (question.id, remark.says)
        met = {m for s in every_score(question.id) for m in s.misconceptions}
        met |= {m for given in LEARNER.values() for m in scores(given)[question.id].misconceptions}
        assert met == {r.misconception for r in KEY[question.id].remarks if r.misconception}


# --- clicking earns little ----------------------------------------------------------------------------------------


def guessed(question: str) -> float:
    """A guesser's mean points over all complete and coherent answers with equal chance; exact but for arguments."""
    return mean(s.points for s in every_score(question))


def test_guessers_earn_at_most_15_per_cent():
    by_question = {q: guessed(q) for q in IDS}
    print({q: round(p, 3) for q, p in by_question.items()}, f"{sum(by_question.values()) / TOTAL:.1%}")
    assert sum(by_question.values()) <= 0.15 * TOTAL
    assert all(p <= 0.25 * (BANK[q].points or 0) for q, p in by_question.items()), by_question


@pytest.mark.parametrize(("rule", "bound"), [(by_sound, 0.5), (by_habit, 0.2)])
def test_answering_by_sound_or_by_habit_earns_little(rule: Any, bound: float):
    earned = {q.id: score(q, rule(q, random.Random(q.id)), KEY[q.id]).points for q in BANK.questions}
    print(rule.__name__, earned, f"{sum(earned.values()) / TOTAL:.1%}")
    assert sum(earned.values()) < bound * TOTAL, earned


# --- nothing gives the answer away --------------------------------------------------------------------------------


def right(question: ChooseOne | ChooseMany) -> set[str]:
    answer = LEARNER["expert"][question.id]
    return {answer} if isinstance(answer, str) else set(answer)


CHOOSE = [q for q in BANK.questions if isinstance(q, ChooseOne | ChooseMany)]


def test_the_longest_choice_is_right_no_more_often_than_chance():
    longest = sum(max(q.choices, key=lambda c: len(c.text)).id in right(q) for q in CHOOSE)
    assert longest <= sum(len(right(q)) / len(q.choices) for q in CHOOSE)


def test_right_and_wrong_choices_are_of_like_length():
    for question in CHOOSE:
        good = mean(len(c.text) for c in question.choices if c.id in right(question))
        bad = mean(len(c.text) for c in question.choices if c.id not in right(question))
        assert good == pytest.approx(bad, rel=0.15), question.id


def test_feedback_never_gives_a_right_answer_in_its_words():
    for question in BANK.questions:
        key = KEY[question.id]
        told = [c.missed for c in key.criteria] + [r.says for r in key.remarks]
        assert all(told), question.id
        if isinstance(question, ChooseOne | ChooseMany):
            answers = [c.text for c in question.choices if c.id in right(question)]
        else:
            answers = [c.text for c in question.categories] if isinstance(question, Classify) else []
        for text, answer in itertools.product(told, answers):
            assert not runs(text, min(5, len(words(answer)))) & runs(answer, min(5, len(words(answer)))), text


def test_hints_do_not_repeat_a_choice_or_category():
    for question in BANK.questions:
        texts = [o.text for o in options(question)]
        texts += [c.text for c in question.categories] if isinstance(question, Classify) else []
        for hint, text in itertools.product(question.hints, texts):
            assert not runs(hint, 5) & runs(text, 5), (question.id, hint)
