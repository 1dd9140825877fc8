"""The check-in and the check-out: what is drawn, which answers count, and what was gained between them."""

import json
import random

import msgspec
import pytest
from hypothesis import given as over
from hypothesis import strategies as st

from course import check_in, check_out, gain, portfolio
from course.asked.prose import as_text
from course.gain.draw import IN, MOMENTS, OUT, drawn, place
from course.gain.measure import measure, normalised
from course.gain.read import asked, families, minutes, told
from course.gain.share import FILE, MAX_BYTES, NotAGainError, read, shared, written
from course.journal import Journal
from course.questions.find import lesson_banks
from course.tables import read as table
from grading.check.keys import right

AMONG = families()
NAMES = {family: [each.id for each in own] for family, own in AMONG.items()}
FITS = {each.id: right(each, each.key)[0] for own in AMONG.values() for each in own}


def answer(journal: Journal, moment: str, wrong=(), leave=(), commit: bool = True) -> None:
    """Answer all families but those left, rightly but for those that are to be wrong."""
    for family, question in asked(journal.read(), AMONG)[moment].items():
        if family in leave:
            continue
        fits = FITS[question.id]
        value = next(o.id for o in question.options if (o.id != fits) == (family in wrong))
        (journal.commit if commit else journal.save)(place(moment, question.id), value)


@over(st.integers(0, 2**53 - 1), st.integers(2, 9))
def test_the_check_out_asks_another_question_of_every_family(seed, n):
    found = drawn({"a": [str(each) for each in range(n)]}, seed, ())
    assert found[IN]["a"] != found[OUT]["a"]


def test_every_pair_of_questions_is_drawn():
    pairs = {(f[IN]["a"], f[OUT]["a"]) for f in (drawn({"a": "pqrs"}, seed, ()) for seed in range(12))}
    assert len(pairs) == 4 * 3


def test_what_was_answered_is_asked_again_under_another_seed():
    first = drawn(NAMES, 5, ())
    answered = {place(IN, each) for each in first[IN].values()}
    for seed in range(24):
        found = drawn(NAMES, seed, answered)
        assert found[IN] == first[IN]
        assert not {*found[IN].values()} & {*found[OUT].values()}


def test_families_are_short_equally_hard_to_guess_and_asked_nowhere_else():
    assert 6 <= len(AMONG) <= 8
    assert minutes(AMONG) < 6
    lessons = {as_text(q.prompt) for bank in lesson_banks() for q in bank.questions}
    for own in AMONG.values():
        assert len(own) >= 4
        assert len({len(each.options) for each in own}) == 1
        lengths = [len(" ".join((each.prompt, *each.names())).split()) for each in own]
        assert max(lengths) <= 1.35 * min(lengths)
        assert not {as_text(each.prompt) for each in own} & lessons
        assert all(not each.claims for each in own), "no brief is needed"


def test_nobody_is_told_right_or_wrong(journal):
    for sheet in (check_in(), check_out()):
        assert len(sheet.children) == len(AMONG)
        for shown in sheet.children:
            assert shown.question["commit"] == "Commit my answer"
            value = shown.question["options"][0]["id"]
            shown._handle_custom_msg({"kind": "commit", "value": value, "seq": 1, "view": "v"}, [])
            assert shown.feedback == {"checked": False}
            assert journal.answer(shown.name).committed_at
    said = json.dumps([each.question for sheet in (check_in(), check_out()) for each in sheet.children])
    assert not [r.says for own in AMONG.values() for q in own for r in q.key.remarks if r.says in said]


def test_the_questions_stay_and_the_form_without_a_kernel_is_the_same_for_everybody(journal, tmp_path, monkeypatch):
    before = [each.name for each in check_in().children]
    answer(journal, IN)
    assert [each.name for each in check_in().children] == before
    text = check_in()._repr_mimebundle_()["text/html"]
    names = set()
    for n in range(8):
        monkeypatch.setenv("COURSE_JOURNAL", str(tmp_path / f"{n}.json"))
        sheet = check_in()
        assert sheet._repr_mimebundle_()["text/html"] == text
        names.add(sheet.children[0].name)
    assert len(names) > 1


def points(journal):
    return gain.points(gain.given(journal.read(), AMONG), AMONG)


def test_the_first_commitment_counts(journal):
    answer(journal, IN, wrong=AMONG)
    answer(journal, IN)
    assert set(points(journal)[IN].values()) == {0.0}


def test_without_a_commitment_what_was_said_last_before_the_check_out_counts(journal):
    answer(journal, IN, wrong=AMONG, commit=False)
    answer(journal, IN, wrong={"gain-base"}, commit=False)
    answer(journal, OUT, commit=False)
    answer(journal, IN, commit=False)  # knowing better
    assert points(journal)[IN]["gain-base"] == 0
    assert sum(points(journal)[IN].values()) == len(AMONG) - 1
    assert not told(gain.given(journal.read(), AMONG), AMONG), "only committed answers can't be mended when told"


def test_what_is_no_answer_is_left_out(journal):
    question = asked(journal.read(), AMONG)[IN]["gain-base"]
    journal.commit(place(IN, question.id), {"no": "choice"})
    assert points(journal) == {IN: {}, OUT: {}}


def test_gain_is_measured_where_both_were_answered():
    found = measure({"a": 0, "b": 1, "c": 0.5}, {"a": 1, "b": 1, "d": 1})
    assert (found.families, found.before, found.after, found.raw) == (("a", "b"), 1, 2, 1)
    assert (found.only_before, found.only_after) == (("c",), ("d",))
    assert found.normalised == 1


@pytest.mark.parametrize(
    ("before", "after", "expected"), [(2, 5, 0.5), (0, 8, 1), (4, 4, 0), (4, 2, -0.5), (8, 8, None), (8, 6, None)]
)
def test_the_normalised_gain_is_the_share_of_what_was_left(before, after, expected):
    assert normalised(before, after, 8) == expected


def test_the_portfolio_tells_nothing_before_the_check_out_is_committed(journal):
    answer(journal, IN, wrong={"gain-act"})
    answer(journal, OUT, leave={"gain-base"})
    folder = portfolio.write().folder
    page = (folder / "portfolio.html").read_text("utf-8")
    assert f"I answered 8 of {len(AMONG)} questions; at the check-out I have committed 7" in page
    says = [r.says for own in AMONG.values() for q in own for r in q.key.remarks]
    stored = (folder / "portfolio.json").read_text("utf-8")
    assert not [each for each in says if as_text(each) in page or as_text(each) in stored]
    assert json.loads(stored)["gained"]["before"] is None
    answer(journal, OUT)
    page = (portfolio.write().folder / "portfolio.html").read_text("utf-8")
    assert "<strong>7 right before and 8 after</strong>" in page
    assert "Of what was still to be gained, that is 100 %" in page
    for row in table("gain_families"):
        assert f"… {row['asks']}</td>" in page
    assert "What this can’t show" in page


def test_the_file_to_hand_in_holds_these_answers_and_nothing_else(journal):
    journal.save("prior", {"talks": 0.5, "reset": 0.3})
    answer(journal, IN)
    data = (portfolio.write().folder / FILE).read_bytes()
    found = read(data, "it")
    assert found == shared(journal.read(), gain.given(journal.read(), AMONG))
    assert {each.moment for each in found.answers} == {IN}
    assert str(journal.seed) not in data.decode()
    assert "prior" not in data.decode()
    assert journal.read().created_at[:10] not in data.decode()
    assert shared(Journal(journal.path).read(), ()).learner == found.learner
    assert shared(msgspec.structs.replace(journal.read(), seed=journal.seed ^ 1), ()).learner != found.learner


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda d: d | {"format": "other"}, "format"),
        (lambda d: d | {"learner": "ada"}, "learner"),
        (lambda d: d | {"more": 1}, "more"),
        (
            lambda d: d | {"answers": [d["answers"][0] | {"moment": "later"}]},
            "answer 1: expected check-in",
        ),
        (lambda d: d | {"answers": [d["answers"][0] | {"question": "<b>"}]}, "answer 1"),
        (lambda d: d | {"answers": d["answers"] * 40}, "answers"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_named(journal, change, says):
    answer(journal, IN)
    good = json.loads(written(shared(journal.read(), gain.given(journal.read(), AMONG))))
    with pytest.raises(NotAGainError, match=f"^it: .*{says}"):
        read(json.dumps(change(good)).encode(), "it")


@over(st.binary(max_size=200))
def test_bytes_from_anybody_are_refused_in_a_line(data):
    with pytest.raises(NotAGainError, match=r"^it: "):
        read(data, "it")


def test_a_file_that_is_too_large_is_refused():
    with pytest.raises(NotAGainError, match="at most"):
        read(b" " * (MAX_BYTES + 1), "it")


def test_guessing_earns_what_chance_gives():
    chance = random.Random(1)
    mean = sum(chance.choice(q.options).id == FITS[q.id] for _ in range(500) for own in AMONG.values() for q in own)
    expected = sum(500 * len(own) / len(own[0].options) for own in AMONG.values())
    assert mean == pytest.approx(expected, rel=0.03)


def test_both_moments_have_their_tool():
    assert MOMENTS == (IN, OUT)
    assert [sheet().children[0].name.startswith(m) for sheet, m in ((check_in, IN), (check_out, OUT))] == [True, True]
