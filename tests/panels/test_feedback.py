"""Feedback on a checked answer: what is most useful first, each remark with the item that it is about."""

import json

import pytest

from course.argument import Statement
from course.asked.chances_condition import ChancesWhen
from course.asked.place import fits, place
from course.asked.prose import runs
from course.journal import Journal
from course.kinds.argue.answer import parse as argued
from course.kinds.argue.condition import ArgueWhen
from course.kinds.choose_many.question import ChooseManyWhen
from course.kinds.choose_one.question import ChooseOneWhen
from course.kinds.classify.question import ClassifyWhen
from course.kinds.deal.answer import parse as dealt
from course.kinds.deal.condition import DealWhen
from course.kinds.estimate.question import EstimateWhen
from course.kinds.rank.question import RankWhen
from course.kinds.weigh.answer import parse as weighed
from course.kinds.weigh.condition import WeighWhen
from course.panels import Panel
from course.panels.check import feedback
from course.questions import load_bank
from tests.paths import LESSON_BANKS

LESSONS = [q for path in LESSON_BANKS for q in load_bank(path).questions if q.key is not None]
BY_ID = {q.id: q for q in LESSONS}


ARGUMENT = argued(
    {
        "premises": [
            {"form": "only_if", "of": ["R", "D"], "claims": ["C001"]},
            {"form": "not", "of": ["D"], "claims": []},
            {"form": "is", "of": ["Q"], "claims": []},
        ],
        "conclusion": {"form": "not", "of": ["R"]},
    }
)


def said(form, *of):
    return Statement(form, of)


PLACES = (
    (ClassifyWhen(places={"a": "x"}), {"a": "x", "b": "y"}, "a"),
    (ClassifyWhen(places={"a": "x", "b": "y"}), {"a": "x", "b": "y"}, ""),
    (ClassifyWhen(not_=ClassifyWhen(places={"a": "x"})), {"a": "y"}, "a"),
    (ClassifyWhen(any=(ClassifyWhen(places={"a": "x"}), ClassifyWhen(places={"a": "y"}))), {"a": "y"}, "a"),
    (ChooseOneWhen(chose=("a", "b")), "b", "b"),
    (ChooseManyWhen(includes=("a",)), ["a", "b"], "a"),
    (ChooseManyWhen(excludes=("c",)), ["a", "b"], ""),  # beside “c” it would say that c is missing
    (ChooseManyWhen(includes=("a",), excludes=("c",)), ["a"], ""),
    (RankWhen(before=(("b", "a"),)), {"a": 2, "b": 1}, "b"),
    (ChancesWhen(between={"a": (0, 0.5)}), {"a": 0.2}, "a"),
    (ChancesWhen(at_most=(("a", "b"),)), {"a": 0.2, "b": 0.3}, "a"),
    (EstimateWhen(between={"a": (0, 5)}), {"a": 2}, "a"),
    (DealWhen(proposes={"talks": "first"}), dealt({"terms": {"talks": "first"}}), "talks"),
    (DealWhen(proposes={"talks": "first"}, agreed=False), dealt({"terms": {"talks": "first"}}), ""),
    (WeighWhen(rates={"S01": (1, 3)}), weighed({"ratings": {"S01": {"step": 2}}}), "S01"),
    (WeighWhen(together=(("S01", "S02"),)), weighed({}), ""),
    (WeighWhen(coherent=("direction",)), weighed({}), "conclusion"),
    (ArgueWhen(says=(said("not", "D"),)), ARGUMENT, "1"),
    (ArgueWhen(concludes=(said("not", "R"),)), ARGUMENT, "conclusion"),
    (ArgueWhen(not_=ArgueWhen(within=(said("only_if", "R", "D"), said("not", "D")))), ARGUMENT, "2"),
    (ArgueWhen(not_=ArgueWhen(shows=("cited",))), ARGUMENT, "1"),
    (ArgueWhen(not_=ArgueWhen(shows=("no_idle",))), ARGUMENT, "2"),
    (ArgueWhen(not_=ArgueWhen(shows=("valid",))), ARGUMENT, ""),
    (ArgueWhen(grants=(said("not", "D"),), concludes=(said("not", "R"),)), ARGUMENT, ""),
)


@pytest.mark.parametrize(("condition", "answer", "wanted"), PLACES, ids=range(len(PLACES)))
def test_a_condition_is_about_the_item_that_the_answer_shows(condition, answer, wanted):
    assert place(condition, answer) == wanted


FITS = (
    ([ClassifyWhen(places={"a": "x"}), ClassifyWhen(places={"b": "y"})], {"a": "x", "b": "x"}, {"a": True, "b": False}),
    ([ClassifyWhen(places={"a": ("x", "y")})], {"a": "y"}, {"a": True}),
    ([ChooseOneWhen(chose=("a",))], "b", {"b": False}),
    ([ChooseManyWhen(includes=("a", "b"), excludes=("c",))], ["a", "c"], {"a": True, "c": False}),
    ([RankWhen(before=(("a", "b"), ("b", "c")))], {"a": 1, "b": 3, "c": 2}, {"a": True, "b": False, "c": False}),
    (
        [ChancesWhen(between={"a": (0, 0.5)}), ChancesWhen(at_most=(("a", "b"),))],
        {"a": 0.4, "b": 0.3},
        {"a": False, "b": False},
    ),
    ([WeighWhen(rates={"S01": (1, 3)})], weighed({"ratings": {"S01": {"step": -1}}}), {"S01": False}),
    (
        [ClassifyWhen(any=(ClassifyWhen(places={"a": "x"}), ClassifyWhen(places={"b": "x"})))],
        {"a": "x", "b": "y"},
        {"a": True, "b": True},
    ),
    ([ClassifyWhen(any=(ClassifyWhen(places={"a": "x"}), ClassifyWhen(places={"a": "z"})))], {"a": "y"}, {"a": False}),
    ([ClassifyWhen(not_=ClassifyWhen(places={"a": "x"}))], {"a": "x"}, {"a": False}),
    ([ArgueWhen(shows=("valid",))], ARGUMENT, {}),
)


@pytest.mark.parametrize(("conditions", "answer", "wanted"), FITS, ids=range(len(FITS)))
def test_items_are_judged_one_by_one(conditions, answer, wanted):
    assert fits(conditions, answer) == wanted


def test_the_verdict_counts_items_as_the_learner_sees_them():
    question = BY_ID["cards-who-says"]
    right = {
        "reactor": "iaea",
        "progress": "iaea",
        "option": "author",
        "force": "author",
        "bombs": "nobody",
        "tested": "nobody",
    }
    assert feedback(question, right)["verdict"] == "✓ This fits the brief."
    told = feedback(question, right | {"reactor": "author", "tested": "iaea"})
    assert told["verdict"] == "✗ Not yet: 4 of 6 fit the brief."
    assert told["wrong"] == ["reactor", "tested"]
    assert {r["place"] for r in told["remarks"] if r["kind"] == "note"} == {"reactor", "tested"}


def test_what_is_right_is_said_last_and_where_to_look_after_what_was_chosen():
    question = next(q for q in LESSONS if {o.id for o in q.options} >= {"near", "deadlock", "never"})
    told = feedback(question, ["near", "never"])
    assert told["remarks"][0]["place"] == "never"
    assert [r["kind"] for r in told["remarks"]] == ["note", "note", "missed", "missed"]
    assert told["remarks"][1]["place"] == "", "beside it, the remark would say which one is missing"
    assert told["verdict"] == "✗ Not yet: 1 of 2 fits the brief."
    assert feedback(question, ["near"])["verdict"].endswith("something is missing.")


def leaves(value):
    match value:
        case str():
            yield value
        case list() | tuple():
            for each in value:
                yield from leaves(each)
        case dict():
            for each in value.values():
                yield from leaves(each)


@pytest.mark.parametrize("question", LESSONS, ids=lambda q: q.id)
def test_every_remark_stands_somewhere_and_shows_no_marks_of_markdown(question):
    spots = {o.id for o in question.options} | {"", "conclusion", *map(str, range(10))}
    chosen = [
        value for value in (question.agree(), *(question.tries([c.when for c in question.key.criteria]) or ())) if value
    ]
    for value in chosen[:40]:
        told = feedback(question, value)
        assert {r["place"] for r in told["remarks"]} <= spots
        assert all(r["says"] for r in told["remarks"] if r["kind"] != "wrong")
        text = json.dumps([*leaves(told)])
        assert "**" not in text
        assert "`" not in text
    for each in (*question.hints, *(r.says for r in question.key.remarks), *(c.missed for c in question.key.criteria)):
        assert not any("**" in part or "`" in part for _, part in runs(each)), each


LACKS = (
    ("cards-who-says", {"reactor": "iaea", "progress": None}, ["progress", "bombs", "option", "tested", "force"]),
    ("cards-who-says", None, ["reactor", "progress", "bombs", "option", "tested", "force"]),
    ("cards-who-says", {"no-item": "iaea"}, []),
    ("goals-deal", {"terms": {"order": "steps-first"}}, None),
    ("title-mark", None, []),
)


@pytest.mark.parametrize(("name", "value", "wanted"), LACKS, ids=range(len(LACKS)))
def test_a_refused_answer_says_at_each_item_what_is_missing(name, value, wanted, tmp_path):
    question = BY_ID[name]
    panel = Panel(question, Journal(tmp_path / "journal.json"))
    panel._handle_custom_msg({"kind": "commit", "value": value, "seq": 1, "view": "v"}, [])
    if wanted is None:
        wanted = [o.id for o in question.options if o.id not in value["terms"]]
        assert wanted
    assert panel.status["refused"]
    assert set(panel.feedback.get("lacking", [])) == set(wanted)
    panel._handle_custom_msg({"kind": "save", "value": value, "seq": 2, "view": "v"}, [])
    assert "lacking" not in panel.feedback, "only where the button was pressed"
