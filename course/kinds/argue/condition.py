"""What a key may ask of an argument that a learner has built: of what it says, never of how it is put. Pure."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from course.argument import FORMS, Statement, entails
from course.asked.condition import Condition
from course.asked.verdict import HIGHEST, Found, found, verdict
from course.kinds.argue import said
from course.kinds.argue.answer import Argued, Premise
from course.kinds.argue.said import Cited

Shown = Literal["valid", "consistent", "no_idle", "no_circle", "cited"]

FLOOR, WHOLE, PREMISES = 0, 1, HIGHEST
"""Levels of members (`course.asked.verdict.Found`): whether there is enough to judge, the argument, its premises."""


class ArgueWhen(Condition, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What a key may ask of an argument. Only finished premises count.

    A circle earns nothing, whatever a key asks (`Argue.forfeits`). Some members beside others only say whether these
    are judged: `least` beside all, `uses` beside `valid`, and `used`, `valid`, `consistent`, `no_circle` and
    `concludes` beside members about premises. So an argument that keeps to a text and does not follow is not told that
    it strays.
    """

    shows: tuple[Shown, ...] = ()
    """The argument is all of this. valid: the conclusion follows, and no premise contradicts the others; no_idle: it is
    valid, and every premise is in a smallest support of the conclusion; cited: every premise cites a claim; no_circle:
    as said above, for a remark."""
    used: Annotated[int, Meta(ge=1)] | None = None
    """At least so many premises are in use (`course.argument.in_use`), those that say the same counted once."""
    grants: tuple[Statement, ...] = ()
    """The premises together entail every one of these, a rule from the rules alone, without contradicting one
    another."""
    least: Annotated[int, Meta(ge=1)] | None = None
    """Of `grants` not all have to be entailed, but at least so many; each by rules or by facts, as it is one itself."""
    within: tuple[Statement, ...] = ()
    """Every premise keeps to these, what a text says: its rules follow from these rules, its facts from these facts."""
    among: tuple[Statement, ...] = ()
    """Only premises that keep to these are looked at. While there are others, the condition is met or open, never
    missed: a premise that strays adds nothing to an argument, and takes nothing from what the others show."""
    says: tuple[Statement, ...] = ()
    """For any of these, some premise says the same in other words or in these."""
    uses: tuple[Statement, ...] = ()
    """Some premise says the same as any of these and, where the conclusion follows, is in a smallest support of it."""
    concludes: tuple[Statement, ...] = ()
    """The conclusion says the same as any of these. Beside members about premises, none yet will do."""
    cites: tuple[Cited, ...] = ()
    """For every one of these, some premise says that and cites one of the claims."""
    rests: tuple[Cited, ...] = ()
    """Each claim that a premise cites says what the premise says, or a part of it that it needs: a rule for a rule, a
    fact for a fact. A premise without a claim is the learner's own, and no fault."""
    changes: Annotated[int, Meta(ge=0)] | None = None
    """At most so many of the premises that the question begins with are gone, and at most so many are new: what is said
    counts, not how it is put."""
    any: tuple["ArgueWhen", ...] = ()
    """At least one of these conditions holds."""
    not_: "ArgueWhen | None" = msgspec.field(default=None, name="not")
    """This condition does not hold."""
    given: "ArgueWhen | None" = None
    """Only where this holds is the rest judged."""

    def settled_by(self, answer: Argued, finished: bool) -> bool | None:
        """Whether an argument, as far as it has come, meets all of it; None where that is open.

        What is finished and meets a condition is scored. That something is missing is said where it can't come any
        more, and that an argument strays or cites amiss at once. Contradictory premises, from which everything
        follows, grant nothing.
        """
        looked_at = said.keeping(answer, self.among) if self.among else answer
        found = verdict(self, self._found(looked_at, finished), looked_at, finished)
        # A line about what is missing would not be true of the premises that were left out of this.
        return found if found or looked_at is answer else None

    def _found(self, answer: Argued, finished: bool) -> Iterator[Found]:
        """What each member given finds, whatever the others find."""
        these, end = answer.statements, answer.conclusion
        blank = not finished and (not these or answer.blanks > 0)
        open_ = blank or (not finished and end is None)
        if self.used is not None:
            level = FLOOR if self._speaks_of_premises else WHOLE
            yield found(said.work(answer) >= self.used, level=level, open_=open_)
        if self.grants:
            way = said.grants if self.least is None else said.keeps
            granted = 0 if said.contradicts(answer) else sum(way(these, each) for each in self.grants)
            level = PREMISES if self.least is None else FLOOR
            yield found(granted >= (self.least or len(self.grants)), level=level, open_=blank)
        for each in self.shows:
            level = PREMISES if each in ("no_idle", "cited") else WHOLE
            later = open_ if each != "no_idle" else not _shows("valid", answer)
            yield found(_shows(each, answer), level=level, open_=later and each != "consistent")
        if self.concludes:
            met = self._speaks_of_premises if end is None else said.same(end, self.concludes)
            yield found(met, level=WHOLE, open_=not finished and end is None)
        if self.within:
            met = bool(these) and all(said.keeps(self.within, each) for each in these)
            yield found(met, level=PREMISES, open_=blank and not these)
        if self.says:
            yield found(any(said.same(each, self.says) for each in these), level=PREMISES, open_=blank)
        if self.uses:
            level = FLOOR if "valid" in self.shows else PREMISES
            yield found(said.uses(answer, self.uses), level=level, open_=blank)
        if self.cites:
            yield found(all(said.cites(answer, each) for each in self.cites), level=PREMISES, open_=blank)
        if self.rests:
            met = bool(these) and all(said.backed(each, self.rests) for each in answer.premises)
            yield found(met, level=PREMISES, open_=blank and not these)
        if self.changes is not None:
            gone, new = said.exchanged(answer)
            yield found(max(gone, new) <= self.changes, level=PREMISES, open_=blank and new <= self.changes)

    @property
    def _speaks_of_premises(self) -> bool:
        others = (self.within, self.says, self.cites, self.rests, self.changes is not None, self.parts)
        asked = any(others) or (self.grants and self.least is None) or (self.uses and "valid" not in self.shows)
        return bool(asked) or bool({*self.shows} & {"no_idle", "cited"})

    def about(self, answer: Argued) -> Iterator[str]:
        """Premises by their number from 0, the conclusion, or the whole."""
        if self.concludes:
            yield "conclusion"
        if (self.grants and self.least is None) or self.changes is not None:
            yield ""
        for about in self._about_premises(answer):
            yield from [str(number) for number, premise in enumerate(answer.premises) if about(premise)][:1]

    def _about_premises(self, answer: Argued) -> Iterator[Callable[[Premise], bool]]:
        """For each member that is about single premises, which it means; of several, the first is told."""
        end = answer.conclusion
        if self.says or self.uses:
            yield lambda premise: said.says(premise, (*self.says, *self.uses))
        if self.within:
            yield lambda premise: premise.statement is not None and not said.keeps(self.within, premise.statement)
        if self.rests:
            yield lambda premise: not said.backed(premise, self.rests)
        if self.cites:
            yield lambda premise: said.says(premise, [each.statement for each in self.cites])
        if "cited" in self.shows:
            yield lambda premise: not premise.claims
        if "no_circle" in self.shows and end is not None:
            yield lambda premise: premise.statement is not None and entails((premise.statement,), end)
        if "no_idle" in self.shows and answer.judged is not None:
            idle = [answer.statements[place] for place in answer.judged.idle]
            yield lambda premise: premise.statement in idle

    def unfit(self, question: Any) -> Iterator[str]:  # noqa: ANN401 - an argument
        """Statements that don't fit, or that speak of what the question does not have."""
        cited = (each.statement for each in (*self.cites, *self.rests))
        stated = (*self.grants, *self.within, *self.among, *self.says, *self.uses, *self.concludes, *cited)
        yield from statement_faults("when", stated, {each.id for each in question.options})
        if self.least is not None and self.least > len(self.grants):
            yield f"when: least: expected at most as many as grants has, {len(self.grants)}."
        if self.changes is not None and not question.start:
            yield "when: changes: expected a question that begins with premises (start)."


def statement_faults(where: str, stated: Iterable[Statement], ids: Collection[str]) -> Iterator[str]:
    """Statements with too few or too many propositions, or with one that the question does not have."""
    for each in stated:
        if not each.fits:
            yield f"{where}: “{each.form}” takes {FORMS[each.form][0]} propositions, found {len(each.of)}."
        yield from (f"{where}: “{i}” is not a proposition of the question." for i in each.of if i not in ids)


def _shows(what: str, argued: Argued) -> bool:
    if what == "no_circle":
        return argued.conclusion is not None and not argued.circular
    if what == "cited":
        return bool(argued.premises) and all(premise.claims for premise in argued.premises)
    if argued.judged is None:
        return what == "consistent" and not said.contradicts(argued)
    if what == "consistent":
        return argued.judged.consistent
    return argued.judged.valid and argued.judged.consistent and (what == "valid" or not argued.judged.idle)
