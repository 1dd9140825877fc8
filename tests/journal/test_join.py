"""Two journals as one, whatever they hold: nothing is lost, nothing is replaced unasked, whatever the order."""

import shutil
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.journal import Answer, Event, Journal, JournalValueError, Record, compare, join
from course.journal.bounds import check
from course.journal.record import decode, encode

QUESTIONS = ("a", "b", "c")
values = st.sampled_from([0, 1, 0.5, "x", {"k": 1}, None])


def at(n: int) -> str:
    return f"2026-01-01T00:00:{n:02}.000000Z"


@st.composite
def journals(draw: st.DrawFn, start: Record | None = None) -> Record:
    """What a course of answers, commits and hints makes of an empty journal, or of one that was there before."""
    begun = Record(format="course-journal", version=1, seed=1, created_at=at(0), answers={}, log=())
    record = start or begun
    now = int(record.log[-1].at[17:19]) if record.log else 0
    for _ in range(draw(st.integers(0, 5))):
        now += draw(st.integers(0, 3))  # 0: a clock that was set back
        question, kind = draw(st.sampled_from(QUESTIONS)), draw(st.sampled_from(["answer", "commit", "hint"]))
        value = draw(values)
        log = (*record.log, Event(at(now), question, kind, value))
        answers, before = record.answers, record.answers.get(question)
        if kind != "hint":
            committed = at(now) if kind == "commit" else before.committed_at if before else None
            answers = {**answers, question: Answer(value, at(now), committed, before.revision + 1 if before else 1)}
        record = msgspec.structs.replace(record, answers=answers, log=log)
    return record


@st.composite
def apart(draw: st.DrawFn) -> tuple[Record, Record, Record]:
    """Three journals that went on from one, each on its own computer."""
    common = draw(journals())
    return draw(journals(common)), draw(journals(common)), draw(journals(common))


def log_of(record: Record) -> list[bytes]:
    return sorted(msgspec.json.encode(e) for e in record.log)


@given(apart())
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost_and_no_answer_is_replaced(three: tuple[Record, Record, Record]) -> None:
    mine, *rest = three
    others = dict(zip("xy", rest, strict=True))
    found, joined = compare(mine, others), join(mine, others)
    check(decode(encode(joined)))
    assert {q: joined.answers[q] for q in mine.answers} == mine.answers
    for question, name in found.only.items():
        assert joined.answers[question].value == others[name].answers[question].value
    assert not set(found.only) & set(found.different)
    own = [e for e in joined.log if e in mine.log]
    assert [e for e in own if mine.log.count(e) == 1] == [e for e in mine.log if mine.log.count(e) == 1]
    assert [e.at for e in joined.log] == sorted(e.at for e in joined.log)
    for other in rest:
        assert {e for e in map(repr, other.log) if question_of(e) not in found.different} <= {*map(repr, joined.log)}
    left = compare(joined, others)
    assert not left.only
    assert set(left.different) == set(found.different)


def question_of(text: str) -> str:
    return text.partition("question='")[2][0]


@given(apart())
@settings(max_examples=150, deadline=None)
def test_the_order_and_repetition_of_joining_change_nothing(three: tuple[Record, Record, Record]) -> None:
    mine, x, y = three
    both = join(mine, {"x": x, "y": y})
    assert join(mine, {"y": y, "x": x}) == both
    assert join(both, {"x": x, "y": y}) == both
    if not compare(mine, {"x": x, "y": y}).different:
        one_by_one, other_way = join(join(mine, {"x": x}), {"y": y}), join(join(mine, {"y": y}), {"x": x})
        assert log_of(one_by_one) == log_of(other_way) == log_of(both)
        for each in (one_by_one, other_way):
            assert {q: a.value for q, a in each.answers.items()} == {q: a.value for q, a in both.answers.items()}


@given(apart())
@settings(max_examples=100, deadline=None)
def test_what_differs_is_settled_by_naming_it_and_only_so(three: tuple[Record, Record, Record]) -> None:
    mine, other, _ = three
    for question in compare(mine, {"x": other}).different:
        kept, taken = join(mine, {"x": other}, keep=[question]), join(mine, {"x": other}, take={question: "x"})
        assert kept.answers[question] == mine.answers[question]
        assert taken.answers[question].value == other.answers[question].value
        for each in (kept, taken):
            assert question not in compare(each, {"x": other}).different
            assert {repr(e) for e in (*mine.log, *other.log) if e.question == question} <= {*map(repr, each.log)}


def test_two_copies_that_differ_from_one_another_are_not_chosen_between(tmp_path: Path) -> None:
    mine = Journal(tmp_path / "journal.json")
    mine.save("other", 0)
    for name, value in (("journal (1).json", 1), ("journal (2).json", 2)):
        shutil.copy(mine.path, tmp_path / name)
        Journal(tmp_path / name).save("q", value)
    mine.join()
    assert mine.answer("q") is None
    assert len(mine.notices) == 2
    mine.join(take={"q": "journal (2).json"})
    answer = mine.answer("q")
    assert answer is not None
    assert answer.value == 2
    assert [e.value for e in mine.history("q")] == [1, 2, 2]
    assert mine.notices == []


def test_a_copy_that_holds_no_such_answer_is_named_and_nothing_changes(tmp_path: Path) -> None:
    mine = Journal(tmp_path / "journal.json")
    mine.save("q", 0)
    before = mine.path.read_bytes()
    with pytest.raises(JournalValueError, match=r"journal \(1\)\.json holds no answer to 'q'"):
        mine.join(take={"q": "journal (1).json"})
    assert mine.path.read_bytes() == before


def test_a_journal_begun_apart_is_named_as_such(tmp_path: Path) -> None:
    mine = Journal(tmp_path / "journal.json")
    mine.save("q", 0)
    Journal(tmp_path / "journal-B.json").save("r", 1)
    assert "begun apart from this journal: make sure that it is yours" in mine.notices[0]


@pytest.mark.parametrize(
    "name", ["journal-notes.txt", "journals.json", "journal2.json", "my journal.json", "journal.json.bak"]
)
def test_other_files_are_no_copies(tmp_path: Path, name: str) -> None:
    mine = Journal(tmp_path / "journal.json")
    mine.save("q", 0)
    Journal(tmp_path / "x.json").save("r", 1)
    (tmp_path / "x.json").rename(tmp_path / name)
    (tmp_path / "journal-data.json").write_text('{"format": "other"}')
    (tmp_path / "journal (9).json").write_bytes(b"\xff" * 100)
    assert mine.notices == []
