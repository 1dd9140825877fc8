"""A teacher writes a bank. What is wrong with it is said once, with the file, the question and what was expected."""

import pytest

from course.questions import BankError, load_bank
from course.questions.find import find_question
from course.scoring.keys import load_keys
from tests.paths import EVERY_TYPE, LESSON_BANKS

GOOD = """
[[question]]
id = "q"
type = "choose_one"
title = "T"
prompt = "P"
points = 2
choices = [{ id = "a", text = "A" }, { id = "b", text = "B" }]
"""
INLINE = "key = {{ criteria = [{{ id = “k”, when = {{ {} }} }}] }}"
KEY = '[[key]]\nquestion = "q"\ncriteria = [{ id = "k", points = 2, when = { chose = ["a"] }, missed = "m" }]\n'


def written(tmp_path, text, name="questions.toml"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_good_bank_loads(tmp_path):
    assert load_bank(written(tmp_path, GOOD)).ids == ("q",)
    assert load_bank(EVERY_TYPE).ids == ("one", "many", "classes", "order", "chance", "count", "notes")


@pytest.mark.parametrize("path", LESSON_BANKS, ids=lambda p: p.stem)
def test_lesson_banks_load(path):
    from course.tables import read

    assert load_bank(path, {r["id"] for r in read("claims")}).questions


@pytest.mark.parametrize(
    ("new", "old", "says"),
    [
        ('id = "Q 1"', 'id = "q"', ("“Q 1”", "id:", "matching regex")),
        ('type = "essay"', 'type = "choose_one"', ("“q”", "type", "choose_one, choose_many", "essay")),
        ("", 'title = "T"\n', ("“q”", "title")),
        ("points = 0", "points = 2", ("“q”", "points", "> 0")),
        ('points = "2"', "points = 2", ("“q”", "points", "float", "str")),
        ("chioces", "choices", ("“q”", "chioces")),
        ('{ id = "a", text = "B" }', '{ id = "b", text = "B" }', ("“q”", "“a”", "twice")),
        ('points = 2\nclaims = ["C999"]', "points = 2", ("“q”", "claims", "C999")),
        ('points = 2\nclaims = ["25"]', "points = 2", ("“q”", "claims")),
        (f"points = 2\n{INLINE.format('chose = [“a”]')}", "points = 2", ("“q”", "grading/keys/")),
        (INLINE.format("chose = [“z”]"), "points = 2", ("“q”", "“k”", "“z”")),
        (INLINE.format("places = { a = “x” }"), "points = 2", ("“q”", "places", "chose")),
        (INLINE.format(""), "points = 2", ("“q”", "at least one condition")),
    ],
)
def test_a_wrong_bank_names_the_question_and_what_was_expected(tmp_path, new, old, says):
    assert old in GOOD
    with pytest.raises(BankError) as error:
        load_bank(written(tmp_path, GOOD.replace(old, new.replace("“", '"').replace("”", '"'))), {"C001"})
    for part in ("questions.toml", *says):
        assert part in str(error.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[question]\n", "not TOML"),
        (b"\xff\xfe", "UTF-8"),
        ("", "at least one [[question]]"),
        ("question = 3", "at least one [[question]]"),
        (GOOD + "[other]\n", "“other”"),
        (GOOD + GOOD, "twice"),
    ],
)
def test_a_file_that_is_no_bank(tmp_path, text, says):
    with pytest.raises(BankError, match=r"questions\.toml") as error:
        load_bank(written(tmp_path, text))
    assert says in str(error.value)


def test_a_missing_file(tmp_path):
    with pytest.raises(BankError, match="no such file"):
        load_bank(tmp_path / "questions.toml")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("points = 2, when", "points = 1, when", ("expected 2 points", "add up to 1")),
        ('question = "q"', 'question = "p"', ("“p”", "expected the id of a question")),
        ("[[key]]", KEY + "[[key]]", ("“q”", "twice")),
        ('"a"', '"c"', ("“k”", "“c”")),
    ],
)
def test_a_wrong_key_names_the_question(tmp_path, old, new, says):
    bank = load_bank(written(tmp_path, GOOD))
    assert load_keys(written(tmp_path, KEY, "key.toml"), bank)
    with pytest.raises(BankError) as error:
        load_keys(written(tmp_path, KEY.replace(old, new, 1), "key.toml"), bank)
    for part in ("key.toml", *says):
        assert part in str(error.value)


def test_a_graded_question_needs_a_key(tmp_path):
    bank = load_bank(written(tmp_path, GOOD + GOOD.replace('"q"', '"r"')))
    with pytest.raises(BankError, match="“r”"):
        load_keys(written(tmp_path, KEY, "key.toml"), bank)


POOL = (GOOD + GOOD.replace('"q"', '"r"')).replace('title = "T"', 'title = "T"\npool = "drawn"')


def test_a_seed_draws_from_a_pool(tmp_path):
    bank = load_bank(written(tmp_path, GOOD.replace('"q"', '"first"') + POOL))
    assert bank.places == ("first", "drawn")
    assert [bank.draw("drawn", seed).id for seed in range(4)] == ["q", "r", "q", "r"]
    assert bank.draw("first", 7).id == "first"
    with pytest.raises(KeyError):
        bank.draw("nothing", 0)


def test_a_drawn_question_is_asked_under_the_name_of_its_pool(tmp_path):
    written(tmp_path, POOL)
    assert find_question("drawn", tmp_path, lambda: 1).id == "drawn"
    assert find_question("r", tmp_path, lambda: 0).pool == "drawn"
    with pytest.raises(BankError, match="Did you mean drawn"):
        find_question("drawm", tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('id = "r"', 'id = "drawn"', ("“drawn”", "a name of its own")),
        ('pool = "drawn"\n', "", ("“drawn”", "at least two", "“r”")),
        ("points = 2", "points = 3", ("“r”", "as many points as “q”")),
    ],
)
def test_a_pool_that_cannot_be_drawn_from(tmp_path, old, new, says):
    with pytest.raises(BankError) as error:
        load_bank(written(tmp_path, POOL.replace(old, new, 1)))
    for part in says:
        assert part in str(error.value)
