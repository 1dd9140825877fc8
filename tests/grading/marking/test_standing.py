"""Whatever happens in whatever order: a person's mark stands for exactly the work it was given for, or waits."""

from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from hypothesis.strategies import sampled_from

from grading.marking.standing import CHANGED, UNKNOWN, Basis, settle

WORK = sampled_from(["", "a", "b", "c"])


class Marking(RuleBasedStateMachine):
    """One grade: handed in, graded, marked; `meant` is the work that lay before whoever gave or confirmed the mark."""

    def __init__(self) -> None:
        super().__init__()
        self.handed_in = self.shown = "a"
        self.basis, self.waits, self.why = Basis("a"), False, ""
        self.mark: int | None = None
        self.meant: str | None = None
        self.given, self.lost = 0, False

    @rule(work=WORK)
    def hand_in(self, work: str) -> None:
        self.handed_in = work

    @rule()
    def autograde(self) -> None:
        """With --force or without, and again after it was killed before the grade book was written."""
        found = settle(self.basis, self.handed_in, marked=self.mark is not None, waited=self.waits)
        self.basis, self.waits, self.why = found.basis, found.waits, found.why
        self.shown = self.handed_in

    @rule()
    def give_or_confirm(self) -> None:
        self.given += 1
        self.mark, self.meant, self.waits, self.why = self.given, self.shown, False, ""

    @rule()
    def take_back(self) -> None:
        self.mark, self.meant, self.waits = None, None, False

    @rule()
    def lose_what_was_kept(self) -> None:
        """As in a grade book of an earlier version, whose record is gone."""
        self.basis, self.lost = Basis(), True
        if self.mark is not None:
            self.meant = None

    @invariant()
    def stands_or_waits(self) -> None:
        if self.mark is None:
            assert not self.waits
            return
        assert self.mark == self.given
        if self.waits:
            assert self.why == CHANGED or (self.why == UNKNOWN and self.lost)
            assert self.meant != self.shown or self.why == UNKNOWN
        elif self.meant is not None:
            assert self.meant == self.shown


TestMarking = Marking.TestCase
TestMarking.settings = settings(max_examples=300, stateful_step_count=30, deadline=None)


def test_asks_for_no_mark_again_without_need():
    basis = settle(Basis("a"), "b", marked=True, waited=False)
    assert (basis.waits, basis.why) == (True, CHANGED)
    assert settle(basis.basis, "b", marked=True, waited=True).why == CHANGED
    back = settle(basis.basis, "a", marked=True, waited=True)
    assert not back.waits
    assert not settle(back.basis, "a", marked=True, waited=False).waits
