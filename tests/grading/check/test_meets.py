"""Whether anybody can meet a key: for each kind of question a condition that can't be met, and one that can."""

from typing import Any

import msgspec
import pytest

from course.kinds import KINDS
from grading.check.meet import meetable, meetable_beside

ITEMS = [{"id": each, "text": each} for each in "abc"]
QUESTIONS = {
    "probability": {"items": ITEMS, "at_most": [["a", "b"]]},
    "forecast": {"items": ITEMS, "settled_by": dict.fromkeys("abc", "A day.")},
    "rank": {"items": ITEMS},
    "classify": {
        "items": ITEMS,
        "categories": [{"id": "x", "text": "x", "max": 1}, {"id": "y", "text": "y"}],
    },
    "choose_one": {"choices": ITEMS},
    "choose_many": {"choices": ITEMS, "min": 2, "alone": ["c"]},
    "weigh": {"signals": ["S01", "S02"]},
    "deal": {"issues": ["order", "detainees"]},
    "argue": {
        "propositions": [{"id": each, "text": each, "negation": f"not {each}"} for each in "SDR"],
        "conclusions": [{"form": form, "of": [each]} for each in "SD" for form in ("is", "not")],
    },
}
IS_S, NOT_S = {"form": "is", "of": ["S"]}, {"form": "not", "of": ["S"]}
RULE = {"form": "only_if", "of": ["D", "S"]}
MOVE = ["DPRK", "order", "steps-first"]
CASES: list[tuple[str, list[dict[str, Any]], bool]] = [
    ("probability", [{"between": {"a": [0.1, 0.3]}}, {"between": {"a": [0.3, 0.5]}}], True),
    ("probability", [{"between": {"a": [0.1, 0.3]}}, {"between": {"a": [0.4, 0.5]}}], False),
    ("probability", [{"between": {"a": [0.6, 0.9], "b": [0, 0.5]}}], False),
    ("probability", [{"between": {"a": [0, 0.5], "b": [0.6, 0.9]}}], True),
    ("probability", [{"between": {"c": [0.6, 0.4]}}], False),
    ("probability", [{"between": {"a": [0.6, 1]}, "adds_up": [{"parts": ["a", "b"]}]}], False),
    ("probability", [{"any": [{"between": {"a": [0.9, 0.1]}}, {"between": {"a": [0.8, 0.2]}}]}], False),
    ("probability", [{"any": [{"between": {"a": [0.9, 0.1]}}, {"between": {"a": [0.1, 0.2]}}]}], True),
    ("forecast", [{"between": {"a": [0.6, 0.9], "b": [0, 0.5]}}], True),
    ("forecast", [{"between": {"a": [0.6, 0.9], "b": [0, 0.5]}, "at_most": [["a", "b"]]}], False),
    (
        "forecast",
        [{"adds_up": [{"parts": ["a", "b"], "whole": "c"}], "between": {"c": [0, 0.1], "a": [0.3, 1]}}],
        False,
    ),
    ("forecast", [{"adds_up": [{"parts": ["a", "b", "c"]}], "between": {"c": [0, 0.1], "a": [0.3, 1]}}], True),
    ("rank", [{"before": [["a", "b"]]}, {"before": [["b", "c"]]}], True),
    ("rank", [{"before": [["a", "b"]]}, {"before": [["b", "c"], ["c", "a"]]}], False),
    ("rank", [{"before": [["a", "b"]], "not": {"any": [{"before": [["a", "c"]]}, {"before": [["c", "a"]]}]}}], False),
    ("classify", [{"places": {"a": "x"}}, {"places": {"b": "y"}}], True),
    ("classify", [{"places": {"a": "x"}}, {"places": {"b": "x"}}], False),
    ("classify", [{"places": {"a": ["x", "y"]}, "not": {"places": {"a": ["x", "y"]}}}], False),
    ("choose_one", [{"chose": ["a", "b"]}, {"chose": ["b", "c"]}], True),
    ("choose_one", [{"chose": ["a"]}, {"chose": ["b"]}], False),
    ("choose_many", [{"includes": ["a"]}, {"includes": ["b"]}], True),
    ("choose_many", [{"includes": ["a"]}, {"excludes": ["a"]}], False),
    ("choose_many", [{"includes": ["a"], "excludes": ["b"]}], False),
    ("choose_many", [{"includes": ["a", "c"]}], False),
    ("weigh", [{"rates": {"S01": [0, 2]}}, {"rates": {"S01": [2, 3]}}], True),
    ("weigh", [{"rates": {"S01": [0, 1]}}, {"rates": {"S01": [2, 3]}}], False),
    ("deal", [{"proposes": {"order": "steps-first"}}, {"relaxes": [MOVE]}], True),
    ("deal", [{"proposes": {"order": "steps-frist"}}], False),
    ("deal", [{"proposes": {"order": "to-an-envoy"}}], False),
    ("deal", [{"relaxes": [["DPRC", "order", "steps-first"]]}], False),
    ("deal", [{"agreed": True}, {"agreed": False}], False),
    ("argue", [{"grants": [RULE, NOT_S]}, {"concludes": [{"form": "not", "of": ["D"]}]}], True),
    ("argue", [{"grants": [IS_S]}, {"grants": [NOT_S]}], False),
    ("argue", [{"within": [RULE], "grants": [IS_S]}], False),
    ("argue", [{"concludes": [IS_S]}, {"concludes": [NOT_S]}], False),
    ("argue", [{"concludes": [{"form": "is", "of": ["R"]}]}], False),
    ("argue", [{"shows": ["valid"], "within": [RULE]}, {"concludes": [IS_S]}], False),
]


@pytest.mark.parametrize(("kind", "conditions", "can"), CASES)
def test_a_key_that_nobody_can_meet_is_told_from_one_that_somebody_can(kind, conditions, can):
    record = KINDS[kind]
    asked = {"type": kind, "id": "q", "title": "Q", "prompt": "Q?"} | QUESTIONS[kind]
    question = msgspec.convert(asked, record)
    wanted = msgspec.convert(conditions, list[record.condition])
    assert not [fault for each in wanted if kind not in ("argue", "deal") for fault in each.faults(question)]
    assert meetable(question, wanted) is can


@pytest.mark.parametrize("kind", ["choose_one", "choose_many"])
@pytest.mark.parametrize("conditions", [[], [0], [1], [0, 1]])
def test_which_options_go_with_a_key_is_what_is_found_of_each_by_itself(kind, conditions):
    record = KINDS[kind]
    question = msgspec.convert({"type": kind, "id": "q", "title": "Q", "prompt": "Q?"} | QUESTIONS[kind], record)
    known = {"choose_one": [{"chose": ["a", "b"]}, {"chose": ["b", "c"]}]}.get(
        kind, [{"excludes": ["b"]}, {"any": [{"includes": ["a"]}, {"includes": ["c"]}]}]
    )
    wanted = msgspec.convert([known[n] for n in conditions], list[record.condition])
    having = {each: question.having(each) for each in "abc"}
    alone = {each for each, has in having.items() if meetable(question, [*wanted, has])}
    assert meetable_beside(question, wanted, having) == alone
