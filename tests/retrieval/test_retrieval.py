"""What is asked again: what was wrong, else what is longest ago; the same until the learner comes back another day."""

import itertools
import json

import pytest

from course import retrieve
from course.journal import Journal, store
from course.journal.record import Event, Record
from course.questions import BankError, load_bank
from course.questions.find import lesson_banks
from course.retrieval.choose import Candidate, choose
from course.retrieval.retrieve import NoSuchLessonError
from course.retrieval.seen import again, place
from grading.check.meet import meetable
from tests.paths import ROOT

BANKS = list(lesson_banks())
QUESTIONS = {q.id: q for bank in BANKS for q in bank.questions}
DAY = "2026-03-0"


def test_what_was_wrong_comes_first_and_of_both_the_longest_ago():
    found = choose(
        [
            Candidate("right-old", 1, True, "2026-01-01"),
            Candidate("wrong-new", 1, False, "2026-01-03"),
            Candidate("wrong-old", 2, False, "2026-01-02"),
            Candidate("never", 0),
        ],
        3,
        4,
    )
    assert [each.question for each in found] == ["wrong-old", "wrong-new", "right-old", "never"]


@pytest.mark.parametrize("lesson", range(2, 9))
def test_without_an_answer_it_asks_from_the_lesson_before_and_from_farther_back(lesson):
    candidates = [Candidate(f"{n}-{m}", n) for n in range(lesson) for m in range(3)]
    first, second = choose(candidates, lesson)
    assert first.lesson == lesson - 1 > second.lesson


def test_there_may_be_less_to_ask():
    assert choose([], 5) == []
    assert choose([Candidate("only", 0)], 5) == [Candidate("only", 0)]


def record(*events: tuple[str, str, str, object]) -> Record:
    """A journal with these events: (time, question, kind, value)."""
    log = tuple(Event(f"{at}.000000Z", question, kind, value) for at, question, kind, value in events)
    return Record(
        format="course-journal", version=1, seed=1, created_at="2026-01-01T00:00:00.000000Z", answers={}, log=log
    )


def ids(journal: Record, lesson: int = 3, day: str = f"{DAY}9") -> list[str]:
    return [each.id for each in again(journal, BANKS, lesson, day)]


def at(day: int, hour: int = 9) -> str:
    return f"{DAY}{day}T{hour:02}:00:00"


TITLE = "title-mark"
FITS = next(c for c in QUESTIONS[TITLE].key.criteria[0].when.chose)
FAILS = next(o.id for o in QUESTIONS[TITLE].options if o.id != FITS)
LEVER = "cards-lever"
LEVER_FITS = next(c for c in QUESTIONS[LEVER].key.criteria[0].when.chose)
LEVER_FAILS = next(o.id for o in QUESTIONS[LEVER].options if o.id != LEVER_FITS)
CALL = "cards-call"
CALL_FITS = next(c for c in QUESTIONS[CALL].key.criteria[0].when.chose)


def test_the_first_try_decides_what_was_wrong():
    mended = record(
        (at(1), TITLE, "commit", FAILS),
        (at(1, 10), TITLE, "commit", FITS),
        (at(2), LEVER, "commit", LEVER_FITS),
        (at(2, 10), CALL, "commit", CALL_FITS),
    )
    assert ids(mended) == [place(3, TITLE), place(3, LEVER)]


def test_a_right_answer_here_settles_what_was_wrong():
    settled = record(
        (at(1), TITLE, "commit", FAILS),
        (at(2), LEVER, "commit", LEVER_FITS),
        (at(2, 10), CALL, "commit", CALL_FITS),
        (at(3), place(3, TITLE), "commit", FITS),
    )
    assert ids(settled, 4) == [place(4, LEVER), place(4, CALL)]


def test_the_choice_stays_while_the_learner_works_and_changes_on_another_day():
    before = (
        (at(1), TITLE, "commit", FAILS),
        (at(2), LEVER, "commit", LEVER_FAILS),
        (at(2, 10), CALL, "commit", CALL_FITS),
    )
    shown = ids(record(*before), day=f"{DAY}4")
    assert shown == [place(3, TITLE), place(3, LEVER)]
    answered = (*before, (at(4), shown[0], "commit", FITS), (at(4, 10), shown[1], "commit", LEVER_FITS))
    for n in range(len(before), len(answered) + 1):
        assert ids(record(*answered[:n]), day=f"{DAY}4") == shown
    later = (*answered, (at(4, 11), "reshuffle-staff", "commit", "x"), (at(4, 12), CALL, "commit", "x"))
    assert ids(record(*later), day=f"{DAY}4") == shown
    assert not {*ids(record(*answered), day=f"{DAY}5")} & {*shown}, "none twice while there are others"


def test_what_the_learner_said_in_this_lesson_first_fixes_the_choice():
    before = ((at(4, 8), "reshuffle-staff", "answer", "x"),)
    later = (*before, (at(4, 9), TITLE, "commit", FAILS))
    assert ids(record(*before), day=f"{DAY}4") == ids(record(*later), day=f"{DAY}4")


def test_every_lesson_asks_only_what_came_before_and_stands_by_itself():
    lessons = {q.id: int(bank.path.stem[:2]) for bank in BANKS for q in bank.questions}
    for lesson in range(2, 9):
        found = ids(record(), lesson)
        assert len(found) == 2
        for each in found:
            question = each.removeprefix(place(lesson, ""))
            assert lessons[question] < lesson
            assert QUESTIONS[question].again


def test_what_is_asked_again_does_not_point_at_its_lesson():
    for question in (q for q in QUESTIONS.values() if q.again):
        said = f"{question.prompt} {question.instruction}".lower()
        assert not [word for word in ("above", "below", "this table", "the list", "timeline", "board") if word in said]
        assert question.key is not None
        assert meetable(question, [each.when for each in question.key.criteria])


def test_an_answer_here_is_told_and_leaves_the_first_answer(journal: Journal, monkeypatch):
    clock = itertools.count()
    monkeypatch.setattr(store, "_now", lambda: f"{DAY}1T00:00:{next(clock):02}.000000Z")
    journal.commit(TITLE, FAILS)
    sheet = retrieve("02")
    shown = sheet.children[0]
    assert shown.name == place(2, TITLE)
    assert shown.value is None
    shown._handle_custom_msg({"kind": "commit", "value": FITS, "seq": 1, "view": "v"}, [])
    assert shown.feedback["checked"]
    assert shown.feedback["verdict"].startswith("✓")
    assert journal.answer(TITLE).value == FAILS
    assert journal.answer(place(2, TITLE)).value == FITS


def test_a_lesson_that_is_not_there_is_named(journal):
    with pytest.raises(NoSuchLessonError, match="'01'"):
        retrieve("9")
    assert "nothing" not in repr(retrieve("01")).lower()
    assert "no earlier lesson" in repr(retrieve("00"))


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("0[2-8]_*.ipynb")), ids=lambda p: p.stem)
def test_each_lesson_from_two_on_opens_with_it(path):
    cells = json.loads(path.read_text("utf-8"))["cells"]
    code = ["".join(c["source"]) for c in cells if c["cell_type"] == "code"]
    assert code[1] == f'retrieve("{path.stem[:2]}")'
    assert sum("retrieve(" in each for each in code) == 1


def test_the_course_begins_and_ends_with_the_same_check():
    def code(name):
        cells = json.loads((ROOT / "notebooks" / f"{name}.ipynb").read_text("utf-8"))["cells"]
        return ["".join(c["source"]) for c in cells if c["cell_type"] == "code"]

    first, last = code("00_start_here"), code("08_transfer")
    assert first.index("check_in()") < first.index('ask("prior")')
    assert last.index("check_out()") < next(n for n, each in enumerate(last) if "portfolio.write()" in each)


def test_what_is_asked_again_needs_a_key(tmp_path):
    path = tmp_path / "02_one.toml"
    choices = '[{ id = "a", text = "A" }, { id = "b", text = "B" }]'
    head = f'id = "one"\nagain = true\ntype = "choose_one"\ntitle = "One"\nprompt = "Which?"\nchoices = {choices}\n'
    path.write_text(f"[[question]]\n{head}", encoding="utf-8")
    with pytest.raises(BankError, match="again: expected a key"):
        load_bank(path)
