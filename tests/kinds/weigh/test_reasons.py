"""The claims offered as reasons, and what becomes of a reason: in an answer, in words, in part, joined, in a report."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.asked.form import static_html, static_text
from course.kinds import Weigh
from course.kinds.weigh.reasons import EACH, about, offered, shown
from course.tables import links, read
from tests.conditions import holds
from tests.kinds.weigh.cases import ABOUT, ASKED, KEY, SIGNALS, WRONG

ALL = tuple(links("signal"))
BOARD = msgspec.structs.replace(ASKED, points=None, conclude=False)
RATED = {"step": 1, "credibility": 0.5}


@given(st.lists(st.sampled_from(ALL), min_size=2, max_size=20, unique=True))
def test_as_many_others_as_claims_about_a_signal_and_few_of_both(signals):
    for signal in signals:
        found = offered(signals, signal)
        right = [claim for claim in found if claim in about(signal)]
        assert 1 <= len(right) == min(EACH, len(about(signal))) == len(found) - len(right)
        assert [*found] == sorted({*found}), "their order would tell"


def test_no_claim_of_a_kindred_signal_is_offered_as_a_wrong_one():
    stories = {row["id"]: row["counts_with"] for row in read("signals")}
    for signal in ALL:
        for claim in {*offered(ALL, signal)} - about(signal):
            for other in (each for each in ALL if claim in about(each)):
                assert not about(signal) & about(other), (signal, claim, other)
                assert stories[signal] is None or stories[signal] != stories[other]


def test_the_seed_draws_the_order_and_nothing_else():
    orders = {tuple(c["id"] for c in shown(SIGNALS, seed, "q")["S01"]) for seed in range(40)}
    assert len(orders) > 20
    assert {frozenset(each) for each in orders} == {frozenset(offered(SIGNALS, "S01"))}
    assert shown(SIGNALS, 3, "q") == shown(SIGNALS, 3, "q")
    assert ASKED.drawn(3)["reasons"].keys() == {*SIGNALS}
    assert msgspec.structs.replace(ASKED, reasons=False).drawn(3) == {}


def test_the_card_does_not_list_the_claims_that_are_about_a_signal():
    assert all(card["claims"] == [] for card in ASKED.cards())
    assert any(card["claims"] for card in msgspec.structs.replace(ASKED, reasons=False).cards())


@pytest.mark.parametrize("form", [static_html, static_text])
def test_without_a_kernel_the_reasons_are_listed(form):
    said = form(ASKED)
    assert all(claim in said for each in ASKED.offers.values() for claim in each)
    assert "Reasons to choose from" not in form(msgspec.structs.replace(ASKED, reasons=False))


@pytest.mark.parametrize(
    ("rating", "needed"),
    [
        ({"step": 1, "credibility": 0.5}, True), ({"step": -3, "credibility": 0.05}, True),
        ({"step": 0, "credibility": 1.0}, False), ({"step": 2, "credibility": 0.0}, False),
        ({"step": 0, "credibility": 1.0, "counts": [10, 9]}, True), ({"step": 1}, False), ({"credibility": 0.5}, False),
    ],
)  # fmt: skip
def test_a_rating_that_has_an_effect_needs_a_reason_and_the_standing_names_it(rating, needed):
    value = {"prior": 0.5, "ratings": {"S01": rating, "S04": RATED | {"because": "C041"}}}
    assert any("A reason is missing for S01." in each for each in ASKED.stand(value).reasons) is needed
    without = msgspec.structs.replace(ASKED, reasons=False)
    assert not any("reason" in each for each in without.stand({"ratings": {"S01": rating}}).reasons)


@pytest.mark.parametrize("because", [WRONG["S01"], "C031"])
def test_a_reason_that_is_offered_stands_right_or_wrong(because):
    assert ASKED.stand({"ratings": {"S01": RATED | {"because": because}}}).state == "incomplete"


@pytest.mark.parametrize("because", ["C036", "C999", "", 3])
def test_one_that_is_not_offered_does_not(because):
    assert ASKED.stand({"ratings": {"S01": RATED | {"because": because}}}).state == "incoherent"


def test_a_reason_where_none_is_asked_for_is_told():
    quiet = msgspec.structs.replace(BOARD, reasons=False)
    assert "reason" in " ".join(quiet.stand({"ratings": {"S01": RATED | {"because": "C031"}}}).reasons)


def test_an_answer_of_before_reasons_were_asked_still_reads():
    value = {"prior": 0.5, "ratings": dict.fromkeys(SIGNALS, RATED)}
    standing = BOARD.stand(value)
    assert (standing.state, standing.reasons) == ("incomplete", (f"A reason is missing for {', '.join(SIGNALS)}.",))
    assert len(BOARD.in_words(value)) == 1 + len(SIGNALS)


def test_in_words_a_reason_is_named():
    said = ASKED.in_words({"ratings": {"S01": RATED | {"because": "C031"}}})
    assert said == ("S01 Yongbyon reactor back in operation: raises slightly, credibility 50%, because of C031",)


def test_one_signal_alone_asks_for_its_reason_and_shows_what_the_board_shows():
    one, value = BOARD.in_part("S04"), {"prior": 0.5, "ratings": {"S04": RATED}}
    assert "A reason is missing" in " ".join(one.stand(value).reasons)
    assert one.stand({"prior": 0.5, "ratings": {"S04": RATED | {"because": "C041"}}}).state == "answered"
    assert one.drawn(7)["reasons"]["S04"] == BOARD.drawn(7)["reasons"]["S04"]
    assert one.cards()[0]["claims"] == []
    assert all(claim in static_text(one) for claim in BOARD.offers["S04"])


def test_reasons_of_two_panels_are_joined_and_two_reasons_for_one_signal_clash():
    began = {"prior": 0.5, "ratings": {"S01": RATED, "S04": RATED}}
    mine = {"prior": 0.5, "ratings": {"S01": RATED | {"because": "C031"}, "S04": RATED}}
    theirs = {"prior": 0.5, "ratings": {"S01": RATED, "S04": RATED | {"because": "C041"}}}
    both = {"prior": 0.5, "ratings": {"S01": mine["ratings"]["S01"], "S04": theirs["ratings"]["S04"]}}
    assert BOARD.merged(theirs, mine, began) == both
    assert BOARD.in_part("S01").merged(theirs, mine, began) == both
    assert not BOARD.clash(theirs, mine, began)
    other = {"prior": 0.5, "ratings": {"S01": RATED | {"because": "C032"}, "S04": RATED}}
    assert BOARD.clash(other, mine, began)
    assert BOARD.in_part("S01").clash(other, mine, began)


def test_a_reason_is_carried_over_where_it_is_offered():
    later = Weigh(id="l", title="T", prompt="P", signals=("S01", "S13"), ratings_from=("q",), reasons=True)
    said = {"ratings": {"S01": RATED | {"because": "C031"}, "S13": RATED | {"because": "C999"}}}
    found = later.begun({"q": said}.get)["start"]["ratings"]
    assert (found["S01"].get("because"), found["S13"].get("because")) == ("C031", None)
    quiet = msgspec.structs.replace(later, reasons=False)
    assert "because" not in quiet.begun({"q": said}.get)["start"]["ratings"]["S01"]


def test_the_report_counts_which_reason_was_given():
    picks = {each.id: each.wanted for each in ASKED.picks(KEY)}
    assert picks["S01", "C031"] is True
    assert picks["S01", WRONG["S01"]] is False
    value = {"ratings": {"S01": RATED | {"because": "C031"}, "S04": RATED}}
    assert [*ASKED.chosen(value)] == [("S01", "C031")]
    assert msgspec.structs.replace(ASKED, reasons=False).picks(KEY) == ()


@pytest.mark.parametrize(
    ("when", "reasons", "met"),
    [
        ({"reasoned": 2}, ("C031", "C041"), True), ({"reasoned": 2}, ("C031", WRONG["S04"]), False),
        ({"reasoned": 5}, ("C031", "C041"), True), ({"reasoned": 1}, (None, None), False),
        ({"reasoned": 1, "astray": 0}, ("C031", WRONG["S04"]), False),
        ({"reasoned": 1, "astray": 1}, ("C031", WRONG["S04"]), True),
        ({"not": {"reasoned": 1}}, (WRONG["S01"], None), True),
    ],
)  # fmt: skip
def test_so_many_reasons_or_all_that_are_rated(when, reasons, met):
    rated = {s: RATED | ({"because": b} if b else {}) for s, b in zip(("S01", "S04"), reasons, strict=True)}
    assert holds(when, {"ratings": rated}) is met


def test_a_key_may_ask_only_for_what_learners_are_told():
    quiet = msgspec.structs.replace(ASKED, reasons=False)
    for asked, members, says in (
        (quiet, {"reasoned": 2}, "reasons = true"), (ASKED, {"reasoned": 6}, "at most 5"),
        (ASKED, {"coherent": ("varied",)}, "varied = true"), (quiet, {"given": {"astray": 1}}, "reasons = true"),
    ):  # fmt: skip
        when = msgspec.convert(members, ASKED.condition)
        assert says in " ".join(when.faults(asked)), members
    varied = msgspec.structs.replace(ASKED, varied=True)
    assert not [*msgspec.convert({"coherent": ("varied",)}, ASKED.condition).faults(varied)]


def test_where_ratings_have_to_differ_instruction_and_standing_say_so():
    varied = msgspec.structs.replace(ASKED, varied=True)
    same = {"prior": 0.5, "ratings": {s: RATED | {"because": ABOUT[s][0]} for s in SIGNALS}}
    assert "have to differ" in varied.instruction
    assert "All your signals weigh the same" in " ".join(varied.stand(same).notes)
    same["ratings"]["S01"] = {"step": -2, "credibility": 1.0, "because": "C031"}
    assert varied.stand(same).notes == ()
    assert "differ" not in ASKED.instruction


def test_a_signal_without_claims_can_have_no_reason():
    transfer = Weigh(id="t", title="T", prompt="P", signals=("IR01", "IR02"), reasons=True)
    with pytest.raises(Exception, match="expected claims about “IR01”"):
        transfer.look_up()
