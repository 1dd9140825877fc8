"""A signal weighed where it was read: panels of several signals, and the board, write one answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.asked.standing import State
from course.journal import Journal
from course.panels import Panel
from course.questions import BankError, load_bank
from tests.paths import LESSON_BANKS, ROOT

BOARD = {q.id: q for path in LESSON_BANKS for q in load_bank(path).questions}["weigh-cards"]
HALF = {"step": 1, "credibility": 0.5, "same_as": None}
FULL = {"step": -2, "credibility": 1.0, "same_as": None}


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path / "journal.json")


@pytest.fixture(autouse=True)
def in_notebooks_of_their_own(monkeypatch):
    """No panel hears at once of what another has written, as if each stood in another notebook."""
    monkeypatch.setattr("course.panels.panel.tell", lambda *_: None)


class Page:
    """A page of a panel: it knows what it was shown, and says so when it writes."""

    def __init__(self, panel: Panel) -> None:
        self.panel, self.seq = panel, 0
        self.shows()

    def shows(self) -> None:
        self.base, self.value, self.heard = self.panel.status["saved_at"], self.panel.value, self.seq

    def save(self, value, kind: str = "save") -> dict:
        self.seq += 1
        stands_on = {"base": self.base, "began": self.value, "heard": self.heard}
        self.panel._handle_custom_msg({"kind": kind, "value": value, "seq": self.seq, "view": "v", **stands_on}, [])
        return self.panel.status

    def weigh(self, signal: str, rating: dict, prior: float | None = None) -> dict:
        value = dict(self.value or {})
        if prior is not None:
            value["prior"] = prior
        return self.save({**value, "ratings": {**value.get("ratings", {}), signal: rating}})


def test_each_panel_writes_its_own_signal_and_keeps_the_others(journal):
    pages = {signal: Page(Panel(BOARD.in_part(signal), journal)) for signal in ("S01", "S04", "S09")}
    pages["S01"].weigh("S01", HALF, prior=0.2)
    pages["S04"].weigh("S04", FULL)  # of S01 this page has not heard
    pages["S09"].weigh("S09", HALF)
    assert journal.answer("weigh-cards").value == {"prior": 0.2, "ratings": {"S01": HALF, "S04": FULL, "S09": HALF}}
    assert all(page.panel.status["state"] == "answered" for page in pages.values())


def test_the_signal_is_judged_and_not_what_is_left_of_the_board(journal):
    part = BOARD.in_part("S04")
    assert part.stand({"prior": 0.2, "ratings": {"S01": HALF}}).state is State.NOT_ATTEMPTED
    assert part.stand({"prior": 0.2, "ratings": {"S04": {"step": 1}}}).reasons == (
        "Still to say: how far you believe it.",
    )
    assert part.stand({"ratings": {"S04": HALF}}).reasons == ("The prior is missing.",)
    assert part.stand({"prior": 0.2, "ratings": {"S04": HALF}}).state is State.ANSWERED
    assert part.stand({"prior": 0.2, "ratings": {"S04": {"step": 9}}}).state is State.INCOHERENT
    assert part.stand([1]).state is State.INCOHERENT


def test_a_rating_that_another_notebook_has_changed_is_not_replaced(journal):
    here, there = (Page(Panel(BOARD.in_part("S04"), Journal(journal.path))) for _ in range(2))
    there.weigh("S04", FULL, prior=0.2)
    status = here.weigh("S04", HALF, prior=0.3)
    assert status["conflict"]["words"]
    assert journal.answer("weigh-cards").value["ratings"]["S04"] == FULL


def test_a_rating_of_another_signal_elsewhere_is_no_conflict(journal):
    here, there = (Page(Panel(BOARD.in_part(signal), Journal(journal.path))) for signal in ("S01", "S04"))
    here.weigh("S01", HALF, prior=0.2)
    here.shows()
    there.weigh("S04", FULL)
    assert "conflict" not in here.weigh("S01", FULL)
    assert journal.answer("weigh-cards").value["ratings"] == {"S04": FULL, "S01": FULL}


def test_the_prior_is_replaced_only_by_a_page_that_has_changed_it(journal):
    first, second = (Page(Panel(BOARD.in_part(signal), Journal(journal.path))) for signal in ("S01", "S04"))
    first.weigh("S01", HALF, prior=0.2)
    second.panel.found(journal.answer("weigh-cards"))
    second.shows()
    first.shows()
    first.weigh("S01", HALF, prior=0.6)
    second.weigh("S04", FULL)  # still shows a prior of 20 %
    assert journal.answer("weigh-cards").value["prior"] == 0.6


@pytest.mark.parametrize("rated", [False, True], ids=["nothing of its own saved", "its own signal rated"])
def test_a_prior_changed_elsewhere_stays_when_the_page_has_not_shown_it_yet(journal, rated):
    first, second = (Page(Panel(BOARD.in_part(signal), journal)) for signal in ("S01", "S04"))
    first.weigh("S01", HALF, prior=0.2)
    if rated:
        second.weigh("S04", HALF, prior=0.2)
    first.panel.found(journal.answer("weigh-cards"), here=True)
    second.panel.found(journal.answer("weigh-cards"), here=True)
    first.shows()
    second.shows()
    first.weigh("S01", HALF, prior=0.6)
    second.panel.found(journal.answer("weigh-cards"), here=True)  # sent to the page, which has not heard of it yet
    second.weigh("S04", FULL)
    assert journal.answer("weigh-cards").value == {"prior": 0.6, "ratings": {"S01": HALF, "S04": FULL}}


# The whole board, beside panels of single signals and other boards


@pytest.fixture
def both(journal):
    """A board and the panel of S04, each in a notebook of its own; S01 and S04 are rated."""
    journal.save("weigh-cards", {"prior": 0.2, "ratings": {"S01": HALF, "S04": HALF}, "cells": {"h": {"S01": 1}}})
    return [Page(Panel(asked, Journal(journal.path))) for asked in (BOARD, BOARD.in_part("S04"))]


def test_the_board_keeps_what_it_has_not_changed_as_the_journal_has_it(journal, both):
    board, part = both
    part.weigh("S04", FULL)
    status = board.save({"prior": 0.3, "ratings": {"S01": FULL, "S04": HALF}, "cells": {"h": {"S01": 1, "S02": 2}}})
    assert "conflict" not in status
    assert journal.answer("weigh-cards").value == {
        "prior": 0.3,
        "ratings": {"S01": FULL, "S04": FULL},
        "cells": {"h": {"S01": 1, "S02": 2}},
    }
    assert board.panel.value == journal.answer("weigh-cards").value, "the board shows what came of both"


def test_what_a_board_begins_with_is_saved_with_the_first_change(journal):
    board = Page(Panel(BOARD, journal))
    board.value = {"ratings": {"S01": HALF, "S04": FULL}}  # carried over, and saved nowhere yet
    board.save({**board.value, "prior": 0.2})
    assert journal.answer("weigh-cards").value == {"prior": 0.2, "ratings": {"S01": HALF, "S04": FULL}}


def test_what_the_board_clears_is_gone_and_what_came_meanwhile_stays(journal, both):
    board, part = both
    part.weigh("S04", FULL)
    other = Page(Panel(BOARD.in_part("S09"), Journal(journal.path)))
    other.weigh("S09", HALF)
    board.shows()
    board.save({"prior": 0.2, "ratings": {"S04": FULL}, "cells": {"h": {"S01": 1}}})
    assert journal.answer("weigh-cards").value["ratings"] == {"S04": FULL, "S09": HALF}
    board.shows()
    board.save(None)
    assert not journal.answer("weigh-cards").value


def test_one_signal_rated_in_two_ways_is_told_and_nothing_replaced(journal, both):
    board, part = both
    part.weigh("S04", FULL)
    third = {"step": 3, "credibility": 1.0, "same_as": None}
    status = board.weigh("S04", third)
    assert status["conflict"]
    assert journal.answer("weigh-cards").value["ratings"]["S04"] == FULL
    board.base = status["conflict"]["saved_at"]  # “Save mine instead”
    board.weigh("S04", third)
    assert journal.answer("weigh-cards").value["ratings"] == {"S01": HALF, "S04": third}


def test_only_what_is_shown_is_committed(journal, both):
    board, part = both
    board.save({"prior": 0.2, "ratings": dict.fromkeys(BOARD.signals, HALF)})
    board.shows()
    part.shows()
    part.weigh("S04", FULL)
    assert board.save(board.value, "commit")["conflict"]
    assert not journal.history("weigh-cards", "commit")
    board.shows()
    board.save(board.value, "commit")
    assert journal.history("weigh-cards", "commit")[0].value["ratings"]["S04"] == FULL


def test_quick_changes_of_one_board_follow_one_another(journal, both):
    board, part = both
    first = {**board.value, "ratings": {**board.value["ratings"], "S01": FULL}}
    board.save(first)
    part.weigh("S04", FULL)
    board.save({**first, "ratings": {**first["ratings"], "S01": HALF, "S09": HALF}})  # no answer has come back yet
    assert journal.answer("weigh-cards").value["ratings"] == {"S01": HALF, "S04": FULL, "S09": HALF}


def test_cleared_only_this_signal_goes_and_a_prior_that_is_taken_back(journal):
    journal.save("weigh-cards", {"prior": 0.2, "ratings": {"S01": HALF, "S04": FULL}, "cells": {}})
    page = Page(Panel(BOARD.in_part("S04"), journal))
    page.save({"prior": 0.2})
    assert journal.answer("weigh-cards").value == {"prior": 0.2, "ratings": {"S01": HALF}, "cells": {}}
    page.save(None)
    assert journal.answer("weigh-cards").value == {"ratings": {"S01": HALF}, "cells": {}}
    assert page.panel.status["saved_at"] is None


def test_what_stands_in_the_journal_and_is_no_weighing_is_not_lost_without_a_word(journal):
    page = Page(Panel(BOARD.in_part("S04"), journal))
    journal.save("weigh-cards", ["something", "else"])
    assert page.weigh("S04", FULL, prior=0.2)["conflict"]
    assert journal.answer("weigh-cards").value == ["something", "else"]


def test_the_page_gets_one_card_and_of_the_others_only_those_met_before(journal):
    question = Panel(BOARD.in_part("S04"), journal).question
    assert [each["id"] for each in question["options"]] == ["S04"]
    assert [each["id"] for each in question["met"]] == ["S01", "S02", "S03"]
    assert question["commit"] == ""
    assert "readings" not in str(Panel(BOARD.in_part("S04"), journal).feedback)


@pytest.mark.parametrize(
    ("name", "item", "says"), [("weigh-cards", "S14", "S01"), ("cards-lever", "lever", "asked whole")]
)
def test_what_can_not_be_asked_alone_is_refused_by_name(name, item, says):
    question = {q.id: q for path in LESSON_BANKS for q in load_bank(path).questions}[name]
    with pytest.raises(BankError, match=says):
        question.in_part(item)


def test_a_graded_weighing_is_asked_whole():
    banks = (load_bank(path) for path in sorted((ROOT / "grading" / "source").glob("*/questions.toml")))
    graded = next(q for bank in banks for q in bank.questions if q.kind == "weigh")
    with pytest.raises(BankError, match="asked whole"):
        graded.in_part(graded.signals[0])


ANSWERS = st.none() | st.fixed_dictionaries(
    {},
    optional={
        "prior": st.none() | st.floats(0.01, 0.99),
        "ratings": st.dictionaries(st.sampled_from(BOARD.signals), st.sampled_from([HALF, FULL])),
        "cells": st.just({"H1": {"S01": 1}}),
    },
)


@given(ANSWERS, ANSWERS, ANSWERS)
def test_nothing_of_another_signal_is_ever_lost_or_taken_from_the_page(there, value, base):
    part = BOARD.in_part("S04")
    made = part.merged(there, value, base)
    if there is not None:
        others = {s: r for s, r in there.get("ratings", {}).items() if s != "S04"}
        assert {s: r for s, r in (made or {}).get("ratings", {}).items() if s != "S04"} == others
        assert (made or {}).get("cells") == there.get("cells")
        assert part.own(made) == (part.own(there) if part.own(value) == part.own(base) else part.own(value))


@given(ANSWERS, ANSWERS, ANSWERS)
def test_of_each_item_the_pages_change_wins_and_all_else_stays(there, value, base):
    made = _flat(BOARD.merged(there, value, base))
    if there is None:
        assert made == _flat(value)
        return
    was, mine, theirs = _flat(base), _flat(value), _flat(there)
    for item in {*was, *mine, *theirs, *made}:
        wanted = theirs.get(item) if mine.get(item) == was.get(item) else mine.get(item)
        assert made.get(item) == wanted, item


def _flat(answer) -> dict:
    """The prior, each rating and each cell, by name; blanks are left out."""
    answer = answer or {}
    cells = {(h, s): step for h, row in answer.get("cells", {}).items() for s, step in row.items()}
    found = {"prior": answer.get("prior"), **answer.get("ratings", {}), **cells}
    return {name: each for name, each in found.items() if each is not None}
