"""The graded arguments, with their keys and what the expert answers: whole, a part less, in a circle, cited amiss."""

import tomllib
from itertools import combinations
from typing import Any

import msgspec
import pytest

from course.asked import Key
from course.kinds import Argue
from course.scoring import score
from tests.paths import ROOT


def arguments() -> dict[str, tuple[Argue, Key[Any], dict[str, Any]]]:
    """By id: the question, its key, and the expert's answer. Only arguments are read, whatever else a bank asks."""
    found = {}
    for path in sorted((ROOT / "grading" / "source").glob("*/questions.toml")):
        name = path.parent.name
        keys = tomllib.loads((ROOT / "grading" / "keys" / f"{name}.toml").read_text("utf-8"))["key"]
        expert = tomllib.loads((ROOT / "tests" / "data" / f"{name}_learners.toml").read_text("utf-8"))["expert"]
        for table in tomllib.loads(path.read_text("utf-8"))["question"]:
            if table["type"] == "argue":
                (key,) = (each for each in keys if each["question"] == table["id"])
                made = msgspec.convert(key, Key[Argue.condition])
                found[table["id"]] = msgspec.convert(table, Argue), made, expert[table["id"]]
    return found


ALL = arguments()


def points(name: str, premises: Any, conclusion: Any) -> float:
    question, key, _ = ALL[name]
    return score(question, {"premises": [*premises], "conclusion": conclusion}, key).points


@pytest.mark.parametrize("name", ALL)
def test_the_expert_earns_all_and_with_a_premise_less_no_longer(name):
    question, _, answer = ALL[name]
    premises, so = answer["premises"], answer["conclusion"]
    assert points(name, premises, so) == question.points
    for less in combinations(premises, len(premises) - 1):
        assert points(name, less, so) < question.points


@pytest.mark.parametrize("name", ALL)
def test_each_further_premise_of_the_expert_earns_as_much_or_more(name):
    premises, so = ALL[name][2]["premises"], ALL[name][2]["conclusion"]
    for size in range(len(premises)):
        for some in combinations(premises, size):
            for more in (each for each in premises if each not in some):
                assert points(name, [*some, more], so) >= points(name, some, so)


@pytest.mark.parametrize("name", ALL)
def test_a_circle_earns_nothing(name):
    premises, so = ALL[name][2]["premises"], ALL[name][2]["conclusion"]
    begged = {**so, "claims": []}
    assert points(name, [begged], so) == points(name, [*premises, begged], so) == 0


@pytest.mark.parametrize("name", [name for name, (question, *_) in ALL.items() if question.citable])
def test_every_claim_at_every_premise_earns_less(name):
    question, _, answer = ALL[name]
    everywhere = [{**each, "claims": [*question.citable]} for each in answer["premises"]]
    assert points(name, everywhere, answer["conclusion"]) < question.points
