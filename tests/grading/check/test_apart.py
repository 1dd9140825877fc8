"""Graded items that are a lesson's are refused, and so are keys that contradict a lesson's; both are named."""

import shutil
import time

import pytest

from course.questions import load_bank
from course.questions.find import lesson_banks
from course.scoring.keys import load_keys
from grading.check.agree import agreement_faults
from grading.check.apart import apart_faults
from grading.check.assignments import assignment_faults
from grading.check.meanings import meanings
from grading.check.near import near
from grading.check.rooms import KEYS
from grading.handout.assignment import Assignment

CLASSIFY = """
[[question]]
id = "new-{id}"
type = "classify"
title = "A title"
prompt = "What would each event be, for the harbour?"
points = 2
items = [
  {{ id = "one", text = "{one}" }},
  {{ id = "two", text = "{two}" }},
  {{ id = "three", text = "{three}" }},
  {{ id = "four", text = "The ferry sails at noon, empty." }},
]
categories = [{{ id = "step", text = "{step}" }}, {{ id = "other", text = "Something else" }}]
"""
KEY = """
[[key]]
question = "new-{id}"
criteria = [{{ id = "all", points = 2, when = {{ places = {{ one = "{place}" }} }} }}]
"""
OWN = ("The mayor paints the pier green.", "A gull steals the bread of a clerk.", "Rain falls on the market hall.")
ARGUE = """
[[question]]
id = "new-argument"
type = "argue"
title = "A title"
prompt = "Build it."
points = 2
propositions = [
  {{ id = "A", text = "Pyongyang signals that it is willing to talk", negation = "no" }},
  {{ id = "B", text = "Pyongyang takes concrete steps on its nuclear programme", negation = "no" }},
  {{ id = "E", text = "{third}", negation = "no" }},
  {{ id = "F", text = "{fourth}", negation = "no" }},
  {{ id = "G", text = "{fifth}", negation = "no" }},
]
conclusions = [{{ form = "not", of = ["G"] }}]
"""


@pytest.fixture
def keys(tmp_path):
    for name in ("datapackage.json", "asks.csv", "misconceptions.csv", "misconception_claims.csv"):
        shutil.copy(KEYS / name, tmp_path)
    (tmp_path / "apart.csv").write_text("graded,lesson,why\n", encoding="utf-8")
    return tmp_path


def graded(tmp_path, *questions, key=""):
    (tmp_path / "questions.toml").write_text("\n".join(questions), encoding="utf-8")
    bank, found = load_bank(tmp_path / "questions.toml"), {}
    if key:
        (tmp_path / "key.toml").write_text(key, encoding="utf-8")
        found = load_keys(tmp_path / "key.toml", bank)
    return [Assignment("new", bank, found, {}, {})]


def classify(name="a", lines=OWN, step="It pleases the mayor"):
    return CLASSIFY.format(id=name, one=lines[0], two=lines[1], three=lines[2], step=step)


def faults(tmp_path, keys, *questions):
    return list(apart_faults(graded(tmp_path, *questions), lesson_banks(), keys))


def test_an_item_of_ones_own_passes(tmp_path, keys):
    assert faults(tmp_path, keys, classify()) == []


PARAPHRASE = "Uranium is no longer enriched in Pyongyang; inspectors confirm."
MOVE = "Pyongyang sends all three home and asks for nobody’s visit."


def test_a_lessons_item_is_refused_word_for_word_in_other_words_and_from_a_table(tmp_path, keys):
    same = "Pyongyang stops enriching uranium, and inspectors confirm it."
    for line, home in ((same, "weighing-change-his-mind"), (PARAPHRASE, "weighing-change-his-mind"), (MOVE, "BM19")):
        found = faults(tmp_path, keys, classify(lines=(line, *OWN[1:])))
        assert any("new, “new-a”, “one”" in each and home in each for each in found), (line, found)


def test_an_item_that_stands_in_many_variants_is_told_once(tmp_path, keys):
    found = faults(tmp_path, keys, *(classify(f"v{n}", (MOVE, *OWN[1:])) for n in range(12)))
    assert len(found) == 1
    assert "“new-v0”" in found[0]


def test_short_lines_are_refused_where_most_of_a_question_are_a_lessons(tmp_path, keys):
    lines = ("A reactor that runs again", "The minister comes to New York", "A tour of Europe")
    assert any("lines are those of lesson’s “goals-cards”" in each for each in
               faults(tmp_path, keys, classify(lines=lines)))  # fmt: skip
    assert not any(
        "lines are those of" in each for each in faults(tmp_path, keys, classify(lines=(lines[0], *OWN[1:])))
    )


def test_a_lessons_letters_are_refused_under_other_names_and_others_pass(tmp_path, keys):
    lessons = ("Washington waives its condition", "substantive talks take place", "relations are reset")
    own = ("the ferry sails", "a dam breaks", "bread is dear")
    assert faults(tmp_path, keys, ARGUE.format(third=own[0], fourth=own[1], fifth=own[2])) == []
    found = faults(tmp_path, keys, ARGUE.format(third=lessons[0], fourth=lessons[1], fifth=lessons[2]))
    assert any("new-argument" in each and "precondition-build" in each for each in found)
    assert (
        faults(tmp_path, keys, ARGUE.format(third="the ferry sails", fourth="a dam breaks", fifth="bread is dear"))
        == []
    )


def test_an_accepted_pair_passes_and_one_that_is_not_needed_is_told(tmp_path, keys):
    lesson = "Pyongyang sends all three home and asks for no visitor."
    rows = f"graded,lesson,why\n{MOVE},{lesson},It is shown in a test.\nNo such line,{lesson},None.\n"
    (keys / "apart.csv").write_text(rows, encoding="utf-8")
    found = faults(tmp_path, keys, classify(lines=(MOVE, *OWN[1:])))
    assert [each.split(": ", 1)[1] for each in found] == [
        f"“No such line” and “{lesson}” are not so near, or not both there; take the row out."
    ]


@pytest.mark.parametrize(("place", "told"), [("other", True), ("step", False)])
def test_a_key_that_contradicts_a_lessons_is_refused_and_one_that_agrees_passes(tmp_path, place, told):
    line, step = "Pyongyang stops enrichment, and inspectors are there to see it.", "A step"
    lesson = next(q for bank in lesson_banks() for q in bank.questions if q.id == "precondition-evidence")
    assert line in {option.text for option in lesson.items}
    made = graded(tmp_path, classify(lines=(line, *OWN[1:]), step=step), key=KEY.format(id="a", place=place))
    found = list(agreement_faults(made, lesson_banks()))
    assert bool(found) is told
    assert all("“new-a”" in each and "“precondition-evidence”" in each for each in found)


def test_no_key_of_this_course_contradicts_a_lessons_and_the_check_is_quick():
    begun = time.process_time()
    assert [each for each in assignment_faults() if "Expected keys that agree" in each] == []
    assert time.process_time() - begun < 20


def test_texts_are_near_by_their_telling_words_in_any_order():
    found = near(["The envoy travels to Oslo", "of the"], ["To Oslo a delegation journeys.", "Bread is dear."], 80)
    assert found == {"The envoy travels to Oslo": {"To Oslo a delegation journeys.": 100.0}}
    assert meanings("signals, signalled") == ("signal", "signal")
