"""Texts were held against their sources: `tests/facts` has a row for every sentence of a lesson that cites an id."""

import pytest

from tests.facts import FACTS, NAMES, OWN, VERDICTS, cited, facts, gone, known, sentences, unchecked

TABLES = sorted(path.stem for path in FACTS.glob("*.csv"))

tables = pytest.mark.parametrize("name", TABLES)


def test_every_lesson_and_assignment_has_its_table():
    assert sorted(NAMES) == TABLES


@tables
def test_every_sentence_that_cites_an_id_has_been_checked(name):
    assert unchecked(name) == [], "check these against their sources, then add a row: python -m tests.facts"


@tables
def test_every_checked_sentence_still_stands(name):
    assert [(fact.where, fact.sentence) for fact in gone(name)] == [], "the text has changed: check it again"


@tables
def test_every_row_names_its_sources(name):
    for fact in facts(name):
        assert fact.sources, fact
        assert fact.ids <= known(), fact
        assert cited(fact.sentence) <= fact.ids, fact


@tables
def test_every_row_says_what_was_found(name):
    rows = facts(name)
    assert {fact.verdict for fact in rows} <= VERDICTS
    assert all(fact.note for fact in rows if fact.verdict == "mended")
    assert len({(fact.where, fact.sentence) for fact in rows}) == len(rows)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two “three.” Four?\nFive (C001).", ["One.", "Two “three.”", "Four?", "Five (C001)."]),
        ("The U.S. Congress sat. **Then** it rose.", ["The U.S. Congress sat.", "**Then** it rose."]),
        ("# Title\n\n- one (C001)\n- two, and\n  more", ["Title", "one (C001)", "two, and more"]),
        ("| a | b |\n|---|---|\n| c. D | C002 |\n\nAfter.", ["a | b", "c. D | C002", "After."]),
        ("North\xa0Korea: 3 rounds. `kind` says so.", ["North Korea: 3 rounds.", "`kind` says so."]),
        ("1. **First.** It is so\n2. Second", ["**First.**", "It is so", "Second"]),
    ],
)
def test_a_text_falls_into_its_sentences(text, parts):
    assert sentences(text) == parts


def test_the_courses_own_word_is_no_id():
    assert cited(OWN) == set()
