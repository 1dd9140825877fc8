"""course.weighing meets the worked cases, which are computed in another way and with 60 digits (make_cases.py)."""

import json
import math

import msgspec
import pytest

from course import weighing
from course.kinds.weigh.answer import SignalRating
from tests.paths import CASES
from tests.weighing import make_cases

FILE = json.loads(CASES.read_text("utf-8"))
NEAR = FILE["tolerance"]
ALL = FILE["cases"]


def test_the_file_is_what_its_maker_makes():
    assert CASES.read_text("utf-8") == make_cases.text()
    assert FILE["limit"] == weighing.LIMIT
    assert FILE["tolerance"] == weighing.TOLERANCE


def judgement(case) -> weighing.Judgement:
    return msgspec.convert(case, weighing.Judgement)


def table(case) -> weighing.Table:
    return msgspec.convert(case, weighing.Table)


def odds(case):
    return {"log_odds": weighing.log_odds(case["probability"])}


def probability(case):
    return {"probability": weighing.probability(case["log_odds"])}


def once(case):
    return {"once": weighing.once(case["weights"], case.get("news", ()))}


def moves(case):
    return {"moves": msgspec.convert(case["rating"], SignalRating).moves}


def weigh(case):
    given, line = judgement(case["judgement"]), case["line"]
    made = weighing.weigh(given)
    found = {**msgspec.to_builtins(made), "steps": [list(step) for step in made.steps]}
    moves = {
        move: {row.signal: [row.log_odds, row.probability] for row in weighing.one_at_a_time(given, move)}
        for move in ("drop", "flip")
    }
    even = weighing.break_even_prior(given, line)
    smallest = {m: msgspec.to_builtins(weighing.smallest_change(given, line, m)) for m in ("drop", "flip")}
    return {**found, **moves, "break_even": [even.log_odds, even.probability], "smallest": smallest}


def worlds(case):
    return msgspec.to_builtins(weighing.worlds(case["prior"], case["evidence"], case["seen"]))


def hypotheses(case):
    given = table(case["table"])
    rows = {row.hypothesis: [row.inconsistency, row.consistency, row.coverage] for row in weighing.standings(given)}
    spread = weighing.diagnosticity(given)
    return {"standings": rows, "diagnosticity": spread, "least": list(weighing.least_inconsistent(given))}


def change(case):
    found = weighing.change(judgement(case["earlier"]), judgement(case["later"]))
    rows = {row.signal: [row.earlier, row.later, row.log_odds, row.probability] for row in found.signals}
    return {**msgspec.structs.asdict(found), "signals": rows}


def agreement(case):
    given, held = judgement(case["judgement"]), table(case["table"])
    found = weighing.agreement(given, held, case["reset"])
    pairs = weighing.same_order(weighing.weigh(given).weights, weighing.diagnosticity(held))
    return {**msgspec.structs.asdict(found), "pairs": [pairs.same, pairs.opposite, pairs.tied]}


COMPUTE = {f.__name__: f for f in (odds, probability, once, moves, weigh, worlds, hypotheses, change, agreement)}


def meets(found, expected, where):
    match expected:
        case dict():
            assert set(expected) == set(found), where
            for key, each in expected.items():
                meets(found[key], each, f"{where}.{key}")
        case list():
            assert len(found) == len(expected), where
            for n, each in enumerate(expected):
                meets(found[n], each, f"{where}[{n}]")
        case bool() | str() | None:
            assert found == expected, where
        case _:
            assert found == pytest.approx(expected, rel=NEAR, abs=NEAR), where


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case['kind']} {case['name']}")
def test_a_case(case):
    found, expected = COMPUTE[case["kind"]](case), case["expected"]
    meets({name: found[name] for name in expected}, expected, case["name"])
    if "probability" in expected:  # near 0 an absolute tolerance would say nothing
        assert math.isclose(found["probability"], expected["probability"], rel_tol=NEAR) or case["kind"] == "change"


def test_every_kind_of_case_is_there():
    assert {case["kind"] for case in ALL} == set(COMPUTE)
