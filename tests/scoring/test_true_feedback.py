"""Every line that a learner reads about an answer is true of it, by a predicate that calls nothing of the course.

A remark is said only of an answer that shows it, and a line about a criterion only where that was judged and is not
met. All keys are held to it, those of assignments and of lessons, over answers right, nearly right, by chance and
unfinished.
"""

import random
from collections import Counter

import pytest

from course.asked import Remark, State
from course.asked.by_item import OfItems
from course.scoring import ItemScore, score
from tests.oracles.keys import holds, lacking
from tests.scoring.generated import Keyed, answers, enough, keyed, mixed
from tests.validity.models import guess

HELD: Counter[str] = Counter()

every_key = pytest.mark.parametrize("of", keyed(), ids=lambda of: of.id)
by_item = pytest.mark.parametrize(
    "of", [of for of in keyed() if isinstance(of.question, OfItems)], ids=lambda of: of.id
)


def said(of: Keyed, found: ItemScore) -> tuple[list[dict], list[dict]]:
    """The conditions, as TOML has them, of the remarks that were shown, and of the criteria told as missed."""
    shown = [id(each) for each in found.remarks]
    remarks = [raw for raw, each in zip(of.told.get("remarks", []), of.key.remarks, strict=True) if id(each) in shown]
    missed = [raw for raw, each in zip(of.told["criteria"], found.criteria, strict=True) if each.missed]
    return remarks, missed


@every_key
def test_every_line_is_true_of_the_answer(of: Keyed):
    kind = of.question.kind
    for value in answers(of, enough(of)):
        HELD[kind] += 1
        found = score(of.question, value, of.key)
        remarks, missed = said(of, found)
        for each in remarks:
            assert holds(kind, each["when"], value, of.asked), (each["says"], value)
        for each in missed:
            assert lacking(kind, each["when"], value, of.asked), (each["missed"], value)
        for raw, each in zip(of.told["criteria"], found.criteria, strict=True):
            assert not (each.missed and not each.judged), (each.id, value)
            assert not each.met or holds(kind, raw["when"], value, of.asked), (each.id, value)


@every_key
def test_of_a_finished_answer_nothing_is_kept_back(of: Keyed):
    kind = of.question.kind
    for value in answers(of, enough(of)):
        found = score(of.question, value, of.key)
        forfeits = any(isinstance(each, Remark) and each not in of.key.remarks for each in found.remarks)
        if found.state is not State.ANSWERED or forfeits:
            continue
        for raw, each in zip(of.told["criteria"], found.criteria, strict=True):
            assert each.met == holds(kind, raw["when"], value, of.asked), (each.id, value)
        if kind not in ("argue", "deal", "weigh", "forecast"):  # there, some lines wait until they can be judged
            assert all(each.judged for each in found.criteria)
            shown = [holds(kind, raw["when"], value, of.asked) for raw in of.told.get("remarks", [])]
            assert sum(shown) == len(found.remarks), value


@by_item
def test_what_is_said_of_an_unfinished_answer_stays_true_whatever_is_added(of: Keyed):
    kind, chance = of.question.kind, random.Random(of.question.id)
    for value in answers(of, enough(of)):
        if of.question.stand(value).state is not State.INCOMPLETE:
            continue
        remarks, missed = said(of, score(of.question, value, of.key))
        for _ in range(4):
            whole = (
                mixed(chance.choice(of.known), guess(of.question, chance), chance, 0.5) | value
                if of.known
                else {**guess(of.question, chance), **value}
            )
            assert all(holds(kind, each["when"], whole, of.asked) for each in remarks), (value, whole)
            assert all(lacking(kind, each["when"], whole, of.asked) for each in missed), (value, whole)


def test_thousands_of_answers_of_each_kind_were_held():
    assert HELD, "run the whole file: the tests above count"
    assert {kind for kind, n in HELD.items() if n < 50} == set()
