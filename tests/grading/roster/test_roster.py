"""Lists of learners as files, and hand-ins held against them."""

import pytest

from grading.collecting.found import CANVAS, IN_PART, MOODLE, NOT_TAKEN, TAKEN, Found
from grading.roster.accounts import LEFT, NOTHING, PART, WAITING, Known, accounts
from grading.roster.columns import Person, known, people
from grading.roster.match import match
from grading.roster.text import RosterError, read

ROWS = "id{0}first_name{0}last_name\na{0}A{0}Öne\nb{0}B{0}Two\n"


def listed(data: bytes, **named: str) -> list[Person]:
    return people(read(data, known), named)[0]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_table_is_read_in_every_usual_encoding_and_separator(codec, separator):
    for text in (ROWS, ROWS.replace("\n", "\r\n"), f"\n{ROWS}\n\n"):
        found = listed(text.format(separator).encode(codec))
        assert [(p.id, p.first_name, p.last_name) for p in found] == [("a", "A", "Öne"), ("b", "B", "Two")]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"", "the file is empty"),
        (b"id,first_name\n", "no rows"),
        (b"PK\x03\x04", "a spreadsheet's workbook"),
        (b"id,first_name\na,A\na,B\n", "lines 2 and 3: two learners with the id “a”"),
        (b"id,lms_user_id\na,4\nb,4\n", "lines 2 and 3: two learners with the number “4”"),
        (b"id,first_name\na,A,x\n", "line 2, column 3: “x” is one cell too many"),
        (b'id,first_name\na,"A\nb,B\n', "line 2: a quotation mark opens and does not close"),
        (b"id,first_name\n../a,A\n", "line 2, column “id”: “../a” can't be a learner's id"),
        (b"first_name,last_name\nA,One\n", "expected a column that says who a learner is"),
        (b"id,first_name\na,A\nb,\x81\n", "line 3: byte 0x81 is no letter"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_told_with_its_place(text, says):
    with pytest.raises(RosterError) as error:
        listed(text)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_a_canvas_export_is_read_as_canvas_writes_it():
    text = (
        "Student,ID,SIS User ID,SIS Login ID,Section,Goals (815)\n,,,,,Manual Posting\n    Points Possible,,,,,20\n"
        '"One, A",41,S1,a.one,x,8\n"Student, Test",99,,abc,x,\n"\'=Two, B",42,S2,,x,EX\n'
    )
    found = {p.number: (p.id, p.last_name, p.first_name) for p in listed(text.encode())}
    assert found == {"41": ("a.one", "One", "A"), "42": ("42", "=Two", "B")}


def test_columns_in_another_language_or_named_by_hand():
    text = "Vorname,Nachname,Kennung,E-Mail-Adresse\nA,One,k1,a@example.org\n"
    assert [p.id for p in listed(text.encode())] == ["a@example.org"]
    assert [p.id for p in listed(text.encode(), id="Kennung")] == ["k1"]
    with pytest.raises(RosterError, match="--column id=Nummer"):
        listed(text.encode(), id="Nummer")


def person(who: str, first: str, last: str, number: str = "") -> Person:
    return Person(who, first, last, f"{who}@example.org", number, 2)


def test_nobody_is_guessed():
    people_ = [
        person("a", "A", "One", "41"),
        person("b", "B", "Two"),
        person("c", "B", "Two"),
        person("d", "D", "Four"),
    ]
    rows = [Found("onea", "41", "", CANVAS, "x", TAKEN, ""), Found("p", "41", "", MOODLE, "y", TAKEN, "")]
    found = match(people_, ["onea", "B Two", "Four, D", "d", "p", "stranger"], rows)
    assert {who: p.id for who, (p, _) in found.found.items()} == {"onea": "a", "d": "d"}
    assert {who: {p.id for p in each} for who, each in found.unclear.items()} == {"B Two": {"b", "c"}}
    assert found.unknown == ("Four, D", "p", "stranger"), "Moodle's number is a participant's, and d has work already"


def test_everybody_is_accounted_for_once_and_under_one_name():
    known_ = [Known("a"), Known("b", ("BTwo",)), Known("c", (), "43"), Known("d"), Known("e")]
    rows = [
        Found("B Two", "", "B Two", MOODLE, "class.zip: B", NOT_TAKEN, "it is a link"),
        Found("cc", "43", "", CANVAS, "all.zip: c", NOT_TAKEN, ""),
        Found("d", "", "", "", "d.zip", IN_PART, "a picture was left out"),
        Found("???", "", "", "", "notes.txt", NOT_TAKEN, "nobody's"),
    ]
    found = {(each.learner, each.what): each for each in accounts(known_, rows, {"a", "d"}, {"d"})}
    assert set(found) == {("b", LEFT), ("c", LEFT), ("???", LEFT), ("d", PART), ("a", WAITING), ("e", NOTHING)}
    assert found["b", LEFT].why == "class.zip: B: it is a link"
    assert not found["???", LEFT].known
