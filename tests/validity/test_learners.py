"""The synthetic learners do what they are said to do, so that what they earn says something of an assignment."""

import random

import msgspec
import pytest

from course.questions.find import lesson_banks
from course.scoring import score
from grading.check.meanings import meanings
from tests.validity.assignments import EXPERT, load
from tests.validity.curve import CLOSED, spoilt
from tests.validity.dissent import dissents, short
from tests.validity.likeness import Likeness
from tests.validity.lookup import LookUp
from tests.validity.oracle import MOST, hand_ins
from tests.validity.recall import recaller
from tests.validity.reckon import by_model, concluded
from tests.validity.spread import by_seed, shares, spreads, together
from tests.validity.templates import templates

LESSONS = [q for bank in lesson_banks() for q in bank.questions if q.key is not None]
PRECONDITION = load("precondition")


def test_who_recalls_the_lessons_answers_nearly_all_their_questions_rightly():
    keys = {q.id: q.key for q in LESSONS}
    recalled, chance = recaller(LESSONS, keys), random.Random(1)
    won = [score(q, recalled.answer(q, chance), q.key) for q in LESSONS]
    assert sum(each.points for each in won) / sum(each.max_points for each in won) > 0.85


def test_who_recalls_nothing_like_it_guesses():
    question = next(q for q in PRECONDITION.bank.questions if q.__struct_config__.tag == "classify")
    animals = ["zebras", "okapis", "quaggas", "tapirs", "lynxes", "ocelots", "jackals", "marmots"]
    items = [{"id": o.id, "text": animal} for o, animal in zip(question.items, animals, strict=False)]
    strange = msgspec.convert(msgspec.to_builtins(question) | {"items": items, "prompt": "Zebras."}, type(question))
    recalled = recaller([strange], PRECONDITION.keys)
    assert recalled.placed(strange) == {}
    assert {str(recalled.answer(strange, random.Random(n))) for n in range(9)} != {str({})}


def test_synonyms_and_forms_of_a_word_are_one():
    assert meanings("Three detained Americans") == meanings("three prisoners, American")
    like = Likeness(["A senior American comes to visit.", "Sanctions are lifted.", "Nothing else is said here."])
    near, far = like.between(["A former president travels there"], ["A visit by a senior", "Sanctions are lifted."])[0]
    assert near > 0.5 > far


def test_looking_up_a_row_gives_what_its_column_says():
    from course import tables

    claims = {str(row["id"]): row for row in tables.read("claims")}
    found = LookUp([], {})
    question = next(q for q in LESSONS if q.__struct_config__.tag == "classify")
    items = tuple(msgspec.structs.replace(o, text=str(claims[f"C{n:03}"]["paraphrase"])) for n, o in
                  enumerate(question.items, 20))  # fmt: skip
    cells = found.cells(msgspec.structs.replace(question, items=items))
    assert all(cells[o.id]["claims.kind"] == claims[f"C{n:03}"]["kind"] for n, o in enumerate(items, 20))


@pytest.mark.parametrize("share", [0.6, 0.8])
def test_so_many_items_are_right_as_the_curve_says(share):
    expert, chance = PRECONDITION.learners[EXPERT], random.Random(3)
    for question in (q for q in PRECONDITION.bank.questions if q.__struct_config__.tag == "classify"):
        right = expert[question.id]
        made = [spoilt(question, right, share, chance) for _ in range(400)]
        got = sum(each[i] == right[i] for each in made for i in right) / (400 * len(right))
        assert abs(got - share) < 0.03
    assert {"classify", "choose_many", "rank"} == CLOSED


def test_a_model_builds_an_argument_that_holds_and_concludes_rightly_from_any_ratings():
    from course.kinds.argue.answer import parse

    chance = random.Random(5)
    question = next(q for q in PRECONDITION.bank.questions if q.__struct_config__.tag == "argue")
    assert sum(parse(by_model(question, chance)).judged.valid for _ in range(10)) >= 8
    signals = load("signals")
    board = next(q for q in signals.bank.questions if q.__struct_config__.tag == "weigh")
    value = concluded(board, {"prior": 0.5, "ratings": {s: {"step": 1, "credibility": 1.0} for s in board.signals}})
    assert value["conclusion"]["posterior"] == pytest.approx(1 - 1 / (1 + 2 ** len(board.signals)))
    assert (value["conclusion"]["direction"], value["conclusion"]["removal"]) == ("raises", "falls")


def test_dissenters_and_templates_hand_in_whole_answers():
    for name in ("signals", "judgement"):
        assessed = load(name)
        for question in assessed.bank.questions:
            for value in (*dissents(assessed, question).values(), *templates(question).values()):
                assert question.stand(value).state == "answered", (question.id, value)
    assert "reads every signal" not in short(PRECONDITION)


def test_feedback_leads_to_full_marks_and_sooner_from_what_is_mostly_right():
    guessed, nearly = hand_ins(PRECONDITION)
    assert 2 < nearly < guessed <= MOST


def test_chance_alone_makes_no_spread_and_a_difference_does():
    chance = random.Random(7)
    alike = [[float(chance.random() < 0.3) for _ in range(200)] for _ in range(12)]
    unlike = [[float(chance.random() < 0.2 + 0.05 * n) for _ in range(200)] for n in range(12)]
    assert max(together(alike)) - min(together(alike)) < 0.04
    assert 0.4 < max(together(unlike)) - min(together(unlike)) < 0.65


def test_a_variant_that_is_easier_shows_in_the_spread_and_is_what_an_edited_seed_takes():
    judgement = load("judgement")
    pool, variants = next(iter(judgement.families.items()))
    always = {"first": lambda q, _: judgement.learners[EXPERT][q.id] if q is variants[2] else None}
    earned = shares(judgement, always)
    assert spreads(judgement, earned)[pool] == {"first": 1.0}
    best, middle = by_seed(judgement, earned, ["first"])
    points = variants[0].points / judgement.asked_total
    assert (best, middle) == pytest.approx((points, points / len(variants)))
