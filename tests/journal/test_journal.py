"""The learner's journal in one process: what is kept, what is refused, and what is said about it."""

import gc
import json
import math
import os
import re
import stat
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from course.journal import (
    Journal,
    JournalDamaged,
    JournalError,
    JournalLocked,
    JournalTooLarge,
    JournalTooNew,
    JournalUnavailable,
    JournalValueError,
    JournalWarning,
    NotAJournal,
    Record,
    files,
    on_disk,
    parse,
    store,
)
from course.journal.record import MAX_BYTES, MAX_DEPTH, MAX_INTEGER, MAX_MEMBERS, decode, encode
from course.schemas import published, schema, text

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-MAX_INTEGER, MAX_INTEGER)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4)
    ),
    max_leaves=12,
)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal.json")


@pytest.fixture
def sample(tmp_path: Path) -> dict[str, Any]:
    """A real journal as plain JSON, to be spoilt in one place at a time."""
    journal = Journal(tmp_path / "sample.json")
    journal.save("condition-order", "steps-first")
    journal.commit("what-counts", {"visit": "signal", "freeze": "step"})
    journal.note("what-counts", "hint", 1)
    loaded: dict[str, Any] = json.loads(journal.path.read_bytes())
    return loaded


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


# What is kept


def test_a_saved_answer_is_read_back_by_another_journal(journal: Journal) -> None:
    saved = journal.save("condition-order", {"b": 0.25, "a": [True, None, "é"]})
    assert Journal(journal.path).answer("condition-order") == saved
    assert saved.value == {"a": [True, None, "é"], "b": 0.25}
    assert (saved.revision, saved.committed_at) == (1, None)
    assert TIME.fullmatch(saved.saved_at)
    assert journal.answer("another") is None


def test_the_file_is_sorted_indented_utf8_with_a_final_line_break(journal: Journal) -> None:
    journal.save("place", {"z": "Panmunjŏm", "a": 1})
    text = journal.path.read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    assert "Panmunjŏm" in text
    assert json.loads(text)["format"] == "course-journal"
    assert json.loads(text)["version"] == 1


def test_a_commit_keeps_its_time_through_later_saves_and_stays_in_the_log(journal: Journal) -> None:
    journal.save("prior", 0.1)
    first = journal.commit("prior", 0.2)
    later = journal.save("prior", 0.3)
    assert first.committed_at == first.saved_at
    assert (later.value, later.revision, later.committed_at) == (0.3, 3, first.committed_at)
    assert later.saved_at > first.saved_at
    second = journal.commit("prior", 0.4)
    assert second.committed_at is not None
    assert second.committed_at > str(first.committed_at)
    assert [(e.event, e.value) for e in journal.history("prior")] == [
        ("answer", 0.1),
        ("commit", 0.2),
        ("answer", 0.3),
        ("commit", 0.4),
    ]


def test_a_note_is_logged_and_changes_no_answer(journal: Journal) -> None:
    saved = journal.save("prior", 0.1)
    journal.note("prior", "hint", {"degree": 1})
    journal.note("other", "reveal")
    assert journal.answer("prior") == saved
    assert journal.answer("other") is None
    assert [(e.event, e.value) for e in journal.history("prior")] == [("answer", 0.1), ("hint", {"degree": 1})]
    assert [(e.event, e.value) for e in journal.history("other")] == [("reveal", None)]


def test_two_journals_on_one_file_lose_nothing_of_each_other(journal: Journal) -> None:
    other = Journal(journal.path)
    journal.save("a", 1)
    other.save("b", 2)
    journal.save("c", 3)
    other.save("a", 4)
    record = journal.read()
    assert {q: a.value for q, a in record.answers.items()} == {"a": 4, "b": 2, "c": 3}
    assert record.answers["a"].revision == 2
    assert [e.value for e in record.log] == [1, 2, 3, 4]


def test_what_a_caller_does_to_a_value_afterwards_changes_nothing(journal: Journal) -> None:
    value = ["a"]
    journal.save("ranks", value)
    value.append("b")
    snapshot = journal.read()
    snapshot.answers["ranks"].value.append("c")  # type: ignore[union-attr]
    del snapshot.answers["ranks"]
    journal.save("other", 1)
    assert [e.value for e in journal.history("ranks")] == [["a"]]
    assert journal.answer("ranks") is not None


def test_reading_an_absent_journal_makes_no_file(journal: Journal) -> None:
    record = journal.read()
    assert (record.answers, record.log) == ({}, ())
    assert journal.answer("x") is None
    assert journal.history("x") == []
    assert journal.notices == []
    assert names(journal.path.parent) == []


def test_the_seed_is_made_once_for_all(journal: Journal) -> None:
    shown = journal.read().seed
    assert journal.seed == shown
    assert journal.path.exists()
    journal.save("a", 1)
    assert {journal.seed, journal.read().seed, Journal(journal.path).seed} == {shown}


def test_seeds_differ_between_learners(tmp_path: Path) -> None:
    assert len({Journal(tmp_path / f"{n}.json").seed for n in range(20)}) == 20


def test_the_seed_of_a_journal_in_a_mistyped_folder_makes_no_folder(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "absent" / "journal.json")
    with pytest.raises(JournalUnavailable):
        _ = journal.seed
    assert not (tmp_path / "absent").exists()


def test_the_path_comes_from_the_argument_the_environment_or_the_current_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COURSE_JOURNAL", raising=False)
    assert Journal().path == tmp_path / "journal.json"
    monkeypatch.setenv("COURSE_JOURNAL", "")
    assert Journal().path == tmp_path / "journal.json"
    monkeypatch.setenv("COURSE_JOURNAL", "mine.json")
    journal = Journal()
    assert journal.path == tmp_path / "mine.json"
    assert Journal("other.json").path == tmp_path / "other.json"
    assert names(tmp_path) == []
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    journal.save("a", 1)
    assert (tmp_path / "mine.json").exists()


# Time


def test_time_never_runs_backwards_in_a_journal(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([f"2014-10-21T12:00:0{s}.000000Z" for s in (5, 5, 6, 2, 7)])
    monkeypatch.setattr(store, "_now", lambda: next(clock))
    for value in range(4):
        journal.save("a", value)
    assert [e.at[17:19] for e in journal.history("a")] == ["05", "06", "06", "07"]
    saved = journal.answer("a")
    assert saved is not None
    assert saved.saved_at == journal.history("a")[-1].at


def test_times_in_the_file_have_six_decimals_even_when_they_are_zero(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(store.datetime):  # type: ignore[misc,name-defined]
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return cls(2014, 10, 21, tzinfo=tz)

    monkeypatch.setattr(store, "datetime", Clock)
    assert journal.save("a", 1).saved_at == "2014-10-21T00:00:00.000000Z"
    assert parse(journal.path.read_bytes(), "journal").created_at == "2014-10-21T00:00:00.000000Z"


# Values


@given(json_values)
@example(-0.0)
@example(5e-324)
@example(1e22)
@example([1, 1.0, True, "1"])
@settings(max_examples=60, deadline=None)
def test_every_json_value_comes_back_the_same(value: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal(Path(folder, "journal.json"))
        journal.save("q", value)
        journal.note("q", "check", value)
        answer = Journal(journal.path).answer("q")
        assert answer is not None
        assert repr_sorted(answer.value) == repr_sorted(value)
        assert repr_sorted(journal.history("q")[1].value) == repr_sorted(value)


def repr_sorted(value: Any) -> str:
    """Tells 1 from 1.0 from True and 0.0 from -0.0, which `==` does not; the order of keys is no part of a value."""
    if isinstance(value, dict):
        return repr([(k, repr_sorted(v)) for k, v in sorted(value.items())])
    return repr([repr_sorted(v) for v in value]) if isinstance(value, list) else repr(value)


class Text(str):
    __slots__ = ()


def nested(depth: int) -> Any:
    value: Any = 0
    for _ in range(depth):
        value = [value]
    return value


CIRCULAR: list[Any] = []
CIRCULAR.append(CIRCULAR)


@pytest.mark.parametrize(
    "value",
    [
        math.nan,
        math.inf,
        [-math.inf],
        {"a": {"b": math.nan}},
        MAX_INTEGER + 1,
        "\ud800",
        {"\udfff": 1},
        {1: 2},
        ("a",),
        {"a"},
        b"bytes",
        Text("subclass"),
        object(),
        nested(MAX_DEPTH + 1),
        nested(100_000),
        [0] * (MAX_MEMBERS + 1),
        {"a": [[]] * MAX_MEMBERS},
        CIRCULAR,
    ],
    ids=lambda v: type(v).__name__,
)
def test_a_value_that_is_no_plain_json_is_refused_and_nothing_changes(journal: Journal, value: Any) -> None:
    journal.save("a", nested(MAX_DEPTH))
    before = journal.path.read_bytes()
    for write in (journal.save, journal.commit):
        with pytest.raises(JournalValueError, match=r"journal\.json.*'a'.*nothing was saved: expected"):
            write("a", value)
    with pytest.raises(JournalValueError):
        journal.note("a", "hint", value)
    assert journal.path.read_bytes() == before


@pytest.mark.parametrize("name", ["", "A", "a b", "-a", "a-", "a--b", "a\n", "é", "../a", "a" * 101])
def test_a_wrong_question_or_kind_is_refused(journal: Journal, name: str) -> None:
    with pytest.raises(JournalValueError, match="lower-case words"):
        journal.save(name, 1)
    with pytest.raises(JournalValueError, match="lower-case words"):
        journal.note("a", name)
    assert not journal.path.exists()


@pytest.mark.parametrize("kind", ["answer", "commit"])
def test_a_note_cannot_pass_for_an_answer(journal: Journal, kind: str) -> None:
    with pytest.raises(JournalValueError, match=kind):
        journal.note("a", kind, 1)
    assert not journal.path.exists()


def test_a_journal_that_would_outgrow_its_reader_is_not_written(journal: Journal) -> None:
    journal.save("a", 1)
    before = journal.path.read_bytes()
    with pytest.raises(JournalTooLarge, match="nothing was saved"):
        journal.save("a", "x" * MAX_BYTES)
    assert journal.path.read_bytes() == before
    assert parse(before, "journal") == journal.read()


# The pure reader


def spoilt(data: bytes, old: bytes, new: bytes) -> bytes:
    assert data.count(old) >= 1
    return data.replace(old, new, 1)


DAMAGE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda d: b"", "empty"),
    "blank": (lambda d: b" \r\n\t", "empty"),
    "zeros, as after a power cut": (lambda d: b"\0" * len(d), "empty"),
    "truncated": (lambda d: d[: len(d) // 2], "complete JSON"),
    "two documents": (lambda d: d + d, "complete JSON"),
    "not JSON": (lambda d: b"import os", "complete JSON"),
    "not UTF-8": (lambda d: spoilt(d, b"steps-first", b"steps-f\xefrst"), "UTF-8"),
    "UTF-16": (lambda d: d.decode().encode("utf-16"), "complete JSON"),
    "two byte order marks": (lambda d: b"\xef\xbb\xbf" * 2 + d, "complete JSON"),
    "NaN": (lambda d: spoilt(d, b'"steps-first"', b"NaN"), "complete JSON"),
    "-Infinity": (lambda d: spoilt(d, b'"steps-first"', b"-Infinity"), "complete JSON"),
    "a number beyond floats": (lambda d: spoilt(d, b'"steps-first"', b"1e999"), "not a sound"),
    "an endless integer": (lambda d: spoilt(d, b'"steps-first"', b"9" * 5000), "not a sound"),
    "an integer that JavaScript would round": (
        lambda d: spoilt(d, b'"steps-first"', b"9007199254740993"),
        "integers within",
    ),
    "half a surrogate pair": (lambda d: spoilt(d, b'"steps-first"', b'"\\udc00"'), "complete JSON"),
    "the other half": (lambda d: spoilt(d, b'"steps-first"', b'"\\ud800"'), "complete JSON"),
    "a control character": (lambda d: spoilt(d, b"steps-first", b"steps\x01first"), "complete JSON"),
    "nested too deep": (
        lambda d: spoilt(d, b'"steps-first"', b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1)),
        "nested",
    ),
    "millions of empty lists": (
        lambda d: spoilt(d, b'"steps-first"', b"[" + b"[]," * 5_000_000 + b"1]"),
        "at most 10,000 members",
    ),
    "nested without end": (lambda d: spoilt(d, b'"steps-first"', b"[" * 5_000_000), "nested|complete JSON"),
    "nested without end, balanced": (
        lambda d: spoilt(d, b'"steps-first"', b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
        "nested",
    ),
    "a doubled question": (
        lambda d: spoilt(d, b'"answers": {', b'"answers": {"what-counts": ' + answer_bytes(d) + b","),
        "'what-counts' stands twice",
    ),
    "a doubled member": (lambda d: spoilt(d, b'"version": 1', b'"version": 1, "version": 1'), "'version' stands twice"),
    "a doubled key in a value": (
        lambda d: spoilt(d, b'"steps-first"', b'{"a": 1, "b": 2, "a": 1}'),
        "'a' stands twice",
    ),
    "a doubled key, one spelt with an escape": (
        lambda d: spoilt(d, b'"steps-first"', b'{"a": 1, "\\u0061": 2}'),
        "'a' stands twice",
    ),
}


def answer_bytes(data: bytes) -> bytes:
    return json.dumps(json.loads(data)["answers"]["what-counts"]).encode()


@pytest.mark.parametrize("damage", DAMAGE, ids=str)
def test_damaged_bytes_get_one_message_that_names_the_file(sample: dict[str, Any], damage: str) -> None:
    spoil, said = DAMAGE[damage]
    data = json.dumps(sample).encode()
    with pytest.raises(JournalDamaged, match=said) as caught:
        parse(spoil(data), "submitted/m07/journal.json")
    message = str(caught.value)
    assert message.startswith("submitted/m07/journal.json: ")
    assert "\n" not in message
    assert len(message) < 300


MISSHAPEN = {
    "seed as text": ("seed", "1"),
    "seed as a truth value": ("seed", True),
    "negative seed": ("seed", -1),
    "seed with a fraction": ("seed", 1.5),
    "immense seed": ("seed", 2**60),
    "version 0": ("version", 0),
    "version as text": ("version", "1"),
    "version as a truth value": ("version", True),
    "no version": ("version", ...),
    "no log": ("log", ...),
    "no answers": ("answers", ...),
    "answers as a list": ("answers", []),
    "log as an object": ("log", {}),
    "an unknown member": ("grade", 100),
    "local time": ("created_at", "2014-10-21T12:00:00.000000+09:00"),
    "time without a fraction": ("created_at", "2014-10-21T12:00:00Z"),
    "a time that does not exist": ("created_at", "2014-02-30T12:00:00.000000Z"),
    "a time in other digits": ("created_at", "２０１４-10-21T12:00:00.000000Z"),
    "a time and a line break": ("created_at", "2014-10-21T12:00:00.000000Z\n"),
    "time as a number": ("created_at", 1413892800),
    "no commit time": ("answers.what-counts.committed_at", ...),
    "wrong commit time": ("answers.what-counts.committed_at", ""),
    "wrong save time": ("answers.what-counts.saved_at", "yesterday"),
    "no value": ("answers.what-counts.value", ...),
    "revision 0": ("answers.what-counts.revision", 0),
    "revision as text": ("answers.what-counts.revision", "1"),
    "an unknown member of an answer": ("answers.what-counts.score", 1),
    "a question in capitals": ("answers.What", {}),
    "an event without a time": ("log.0.at", ...),
    "an event at no time": ("log.0.at", "2014-13-01T00:00:00.000000Z"),
    "an event of no kind": ("log.0.event", ""),
    "an event on no question": ("log.0.question", "<script>"),
    "an unknown member of an event": ("log.0.who", "m07"),
}


def put(document: Any, place: str, value: Any) -> None:
    *way, last = place.split(".")
    for step in way:
        document = document[int(step) if step.isdigit() else step]
    if value is ...:
        del document[last]
    else:
        document[last] = value


@pytest.mark.parametrize("fault", MISSHAPEN, ids=str)
def test_a_misshapen_journal_is_refused_and_the_place_is_named(sample: dict[str, Any], fault: str) -> None:
    place, value = MISSHAPEN[fault]
    if fault == "a question in capitals":
        value = sample["answers"]["what-counts"]
    parse(json.dumps(sample).encode(), "journal")
    put(sample, place, value)
    with pytest.raises(JournalDamaged, match=r"^journal: not a sound course journal\. ") as caught:
        parse(json.dumps(sample).encode(), "journal")
    assert place.split(".")[0] in str(caught.value)


@pytest.mark.parametrize("other", ["{}", "[]", "7", '"x"', "null", '{"format": "notebook"}', '{"nbformat": 4}'])
def test_other_json_is_not_a_journal(other: str) -> None:
    with pytest.raises(NotAJournal, match=r'^x\.json: .*"course-journal"'):
        parse(other.encode(), "x.json")


@pytest.mark.parametrize("rest", ["", ', "answers": []', ', "entries": [1, 2]'])
def test_a_newer_journal_is_told_from_a_damaged_one(rest: str) -> None:
    with pytest.raises(JournalTooNew, match=r"^x\.json: .*version 7.*version 1") as caught:
        parse(f'{{"format": "course-journal", "version": 7{rest}}}'.encode(), "x.json")
    assert (caught.value.found, caught.value.known) == (7, 1)


def test_a_file_over_the_limit_is_refused_unread() -> None:
    with pytest.raises(JournalTooLarge, match=r"^x\.json: .*20,000,000"):
        parse(b"[" * (MAX_BYTES + 1), "x.json")


def test_one_byte_order_mark_and_other_line_ends_are_tolerated(sample: dict[str, Any]) -> None:
    plain = parse(json.dumps(sample).encode(), "x")
    assert parse(b"\xef\xbb\xbf" + json.dumps(sample, indent=2).replace("\n", "\r\n").encode(), "x") == plain


def test_a_journal_saved_by_an_editor_with_a_byte_order_mark_goes_on(journal: Journal) -> None:
    journal.save("a", 1)
    journal.path.write_bytes(b"\xef\xbb\xbf" + journal.path.read_bytes())
    assert journal.answer("a") is not None
    assert journal.answer("a") is not None  # now from the bytes it knows
    assert journal.save("a", 2).revision == 2


@given(st.binary(max_size=200))
@settings(max_examples=300)
def test_arbitrary_bytes_raise_nothing_but_a_journal_error(data: bytes) -> None:
    with pytest.raises(JournalError, match=r"^source: "):
        parse(data, "source")


def parsed_or_refused(data: bytes) -> Record | None:
    try:
        return parse(data, "source")
    except JournalError as error:
        message = str(error)
    assert message.startswith("source: ")
    return None


VALID = encode(
    parse(
        b'{"format":"course-journal","version":1,"seed":1,"created_at":"2014-10-21T12:00:00.000000Z","answers":'
        b'{"q":{"value":{"\xc3\xa9":[1,2.5,"x"]},"saved_at":"2014-10-21T12:00:00.000000Z","committed_at":null,'
        b'"revision":1}},"log":[{"at":"2014-10-21T12:00:00.000000Z","question":"q","event":"answer","value":1e5}]}',
        "sample",
    )
)


@given(st.lists(st.tuples(st.integers(0, len(VALID) - 1), st.binary(max_size=3)), min_size=1, max_size=3))
@settings(max_examples=400)
def test_a_journal_with_altered_bytes_is_read_soundly_or_refused(changes: list[tuple[int, bytes]]) -> None:
    data = VALID
    for place, new in changes:
        data = data[:place] + new + data[place + 1 :]
    record = parsed_or_refused(data)
    if record is not None:
        assert parse(encode(record), "source") == record == decode(data)


@given(json_values)
@settings(max_examples=200)
def test_any_json_document_raises_nothing_but_a_journal_error(value: Any) -> None:
    shell = json.loads(VALID)
    for document in (value, {"format": "course-journal", "version": value}, {**shell, "answers": value}):
        parsed_or_refused(json.dumps(document).encode())


# The published schema


def test_the_committed_schema_is_the_one_the_structs_make() -> None:
    assert published("journal") == text("journal")


def test_the_schema_is_a_schema_and_accepts_a_real_journal(sample: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema("journal"))
    jsonschema.Draft202012Validator(schema("journal")).validate(sample)


# What only a reader can tell: a line break that `$` lets pass in Python's own regular expressions, and the calendar.
BEYOND_SCHEMA = {"a time that does not exist", "an event at no time", "a time and a line break"}


@pytest.mark.parametrize("fault", [f for f in MISSHAPEN if f not in BEYOND_SCHEMA], ids=str)
def test_the_schema_refuses_what_the_reader_refuses(sample: dict[str, Any], fault: str) -> None:
    place, value = MISSHAPEN[fault]
    put(sample, place, value)
    assert not jsonschema.Draft202012Validator(schema("journal")).is_valid(sample)


# Damage


def read_it(journal: Journal) -> None:
    assert journal.read().answers == {}


def save_it(journal: Journal) -> None:
    assert journal.save("after", 1).revision == 1


@pytest.mark.parametrize("touch", [read_it, save_it])
def test_a_journal_torn_at_any_byte_is_set_aside_whole(journal: Journal, touch: Any) -> None:
    journal.save("a", 1)
    whole = journal.path.read_bytes()
    for length in range(len(whole) - 1):  # without the final line break it is still complete
        for old in journal.path.parent.glob("journal*"):
            old.unlink()
        journal.path.write_bytes(whole[:length])
        fresh = Journal(journal.path)
        with pytest.warns(JournalWarning, match="kept as journal") as caught:
            touch(fresh)
        [aside] = journal.path.parent.glob("journal.damaged-*.json")
        assert re.fullmatch(r"journal\.damaged-\d{8}T\d{6}Z\.json", aside.name)
        assert aside.read_bytes() == whole[:length]
        assert aside.name in str(caught[0].message)
        assert len(fresh.notices) == 1
        assert aside.name in fresh.notices[0]
        assert journal.path.exists() == (touch is save_it)


def test_damage_that_happens_while_a_notebook_is_open_is_seen(journal: Journal) -> None:
    journal.save("a", 1)
    journal.path.write_bytes(b"\0" * 100)
    with pytest.warns(JournalWarning):
        journal.save("b", 2)
    assert list(journal.read().answers) == ["b"]


def test_no_damaged_file_ever_replaces_an_earlier_one(journal: Journal) -> None:
    for number in range(5):
        journal.path.write_bytes(b"damaged %d" % number)
        with pytest.warns(JournalWarning):
            journal.save("a", number)
    asides = sorted(journal.path.parent.glob("journal.damaged-*.json"))
    assert {a.read_bytes() for a in asides} == {b"damaged %d" % n for n in range(5)}
    assert len(journal.notices) == 5
    asides[0].unlink()
    assert len(journal.notices) == 4
    assert len(Journal(journal.path).notices) == 4


def test_with_warnings_as_errors_the_damaged_file_is_kept_and_the_next_call_works(journal: Journal) -> None:
    journal.path.write_bytes(b"{")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(JournalWarning):
            journal.save("a", 1)
        assert not journal.path.exists()
        assert journal.save("a", 1).revision == 1
    assert [p.read_bytes() for p in journal.path.parent.glob("journal.damaged-*")] == [b"{"]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b'{"format": "course-journal", "version": 2, "pages": []}', JournalTooNew),
        (b'{"nbformat": 4, "cells": []}', NotAJournal),
        (b" " * (MAX_BYTES + 1), JournalTooLarge),
    ],
)
def test_a_file_that_is_not_ours_to_change_is_left_alone(journal: Journal, content: bytes, error: type) -> None:
    journal.path.write_bytes(content)
    for call in (
        journal.read,
        lambda: journal.seed,
        lambda: journal.save("a", 1),
        lambda: journal.commit("a", 1),
        lambda: journal.note("a", "hint"),
    ):
        with pytest.raises(error, match=r"left as it (is|was)"):
            call()
    assert journal.path.read_bytes() == content
    assert [n for n in names(journal.path.parent) if not n.endswith(".lock")] == ["journal.json"]


# The file and its folder


def test_permissions_are_kept(journal: Journal) -> None:
    journal.save("a", 1)
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o666 & ~umask
    journal.path.chmod(0o640)
    journal.save("a", 2)
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o640


def test_a_symbolic_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "lesson").mkdir()
    link, target = tmp_path / "lesson" / "journal.json", tmp_path / "home" / "mine.json"
    link.symlink_to("../home/mine.json")
    linked = Journal(link)
    assert linked.read().answers == {}
    linked.save("a", 1)
    Journal(target).save("b", 2)
    linked.save("c", 3)
    assert set(linked.read().answers) == {"a", "b", "c"}
    assert link.is_symlink()
    assert names(tmp_path / "lesson") == ["journal.json"]
    target.write_bytes(b"torn")
    with pytest.warns(JournalWarning):
        linked.save("d", 4)
    assert link.is_symlink()
    assert [a.read_bytes() for a in target.parent.glob("mine.damaged-*.json")] == [b"torn"]
    assert len(linked.notices) == 1


@pytest.mark.parametrize("call", ["read", "save"])
def test_what_is_no_file_is_refused_in_plain_words(tmp_path: Path, call: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    for name, said in (
        ("folder", "not a file"),
        ("pipe", "not a file"),
        ("loop", "link"),
        ("gone/j.json", "create it"),
    ):
        journal = Journal(tmp_path / name)
        with pytest.raises(JournalUnavailable, match=said) as caught:
            _ = journal.read() if call == "read" else journal.save("a", 1)
        assert str(tmp_path / name) in str(caught.value)
    assert {"folder", "pipe", "loop"} == {n for n in names(tmp_path) if not n.startswith(".")}


def test_a_folder_removed_under_an_open_notebook_is_reported_not_remade(tmp_path: Path) -> None:
    folder = tmp_path / "lesson"
    folder.mkdir()
    journal = Journal(folder / "journal.json")
    journal.save("a", 1)
    folder.rename(tmp_path / "moved")
    with pytest.raises(JournalUnavailable, match="folder does not exist"):
        journal.save("a", 2)
    with pytest.raises(JournalUnavailable, match="folder does not exist"):
        journal.read()
    assert not folder.exists()
    (tmp_path / "moved").rename(folder)
    assert journal.save("a", 2).revision == 2


def test_a_current_directory_that_is_gone_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.delenv("COURSE_JOURNAL", raising=False)
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(JournalUnavailable, match="current directory"):
        Journal()
    monkeypatch.chdir(tmp_path)


def test_a_journal_in_use_is_waited_for_and_then_reported(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.save("a", 1)
    monkeypatch.setattr(on_disk, "LOCK_SECONDS", 0.05)
    with files.locked(journal.path):
        with pytest.raises(JournalLocked, match=r"nothing was saved.*0\.05 s"):
            journal.save("a", 2)
        assert journal.answer("a") is not None  # reading needs no lock
    assert journal.save("a", 2).revision == 2


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_a_step_that_fails_leaves_the_old_journal_and_no_other_file(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    journal.save("a", 1)
    before, around = journal.path.read_bytes(), names(journal.path.parent)

    def fail(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os if step == "fsync" else Path, step, fail)
        with pytest.raises(JournalUnavailable, match=r"nothing was saved: the disk or your quota is full"):
            journal.save("a", 2)
    assert journal.path.read_bytes() == before
    assert names(journal.path.parent) == around
    assert journal.save("a", 3).revision == 2


def test_data_reach_the_disk_before_the_name_does_and_the_name_before_save_returns(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.save("a", 1)
    order: list[str] = []
    fsync, rename = os.fsync, Path.replace

    def see_fsync(descriptor: int) -> None:
        mode = os.fstat(descriptor)
        order.append("folder" if stat.S_ISDIR(mode.st_mode) else f"file of {mode.st_size}")
        fsync(descriptor)

    def see_replace(source: Path, target: Path) -> Path:
        order.append("replace")
        return rename(source, target)

    monkeypatch.setattr(os, "fsync", see_fsync)
    monkeypatch.setattr(Path, "replace", see_replace)
    journal.save("a", 2)
    assert order == [f"file of {journal.path.stat().st_size}", "replace", "folder"]


def test_a_rename_that_another_process_hinders_for_a_moment_is_tried_again(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, refusals = Path.replace, iter([True, True, False])

    def busy(source: Path, target: Path) -> Path:
        if next(refusals):
            raise PermissionError(13, "the file is in use by another process")
        return rename(source, target)

    monkeypatch.setattr(files, "_WAITS", (0.0, 0.0, 0.0))  # as on Windows
    monkeypatch.setattr(Path, "replace", busy)
    assert journal.save("a", 1).revision == 1
    assert journal.answer("a") is not None


# Cost


def test_importing_the_journal_is_cheap() -> None:
    code = "import sys, course.journal; print(sorted({'pandas', 'jsonschema', 'asyncio', 'altair'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_save_on_a_long_log_takes_milliseconds(journal: Journal) -> None:
    journal.save("q", {f"item-{n}": 0.25 for n in range(5)})
    record = json.loads(journal.path.read_bytes())
    record["log"] *= 2000
    journal.path.write_text(json.dumps(record), encoding="utf-8")
    journal.save("q", 1)
    gc.disable()  # it would look through what other tests left
    start, saves = time.process_time(), 10  # not wall time: the disk is not what is measured
    try:
        for n in range(saves):
            journal.save("q", n)
        took = time.process_time() - start
    finally:
        gc.enable()
    assert took / saves < 0.025
    assert len(journal.read().log) == 2000 + 1 + saves
