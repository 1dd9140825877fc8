"""What a key may ask of an argument that a learner has built: of what it says, never of how it is put. Pure."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, Literal

import msgspec

from course.argument import FORMS, RULES, Statement, consistent, entails, equivalent
from course.asked.condition import Condition
from course.asked.fields import ClaimId
from course.kinds.argue.answer import Argued, Premise

Shown = Literal["valid", "consistent", "no_idle", "no_circle", "cited"]


class Cited(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A statement, and the claims that say so."""

    statement: Statement
    claims: tuple[ClaimId, ...]


class ArgueWhen(Condition, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What a key may ask of an argument. Only finished premises count."""

    shows: tuple[Shown, ...] = ()
    """The argument is all of this (`course.argument.judge`); cited: every premise cites a claim; no_circle: no premise
    grants the conclusion by itself."""
    grants: tuple[Statement, ...] = ()
    """The premises together entail every one of these, without contradicting one another."""
    within: tuple[Statement, ...] = ()
    """Every premise keeps to these, what a text says: its rules follow from these rules, its facts from these facts."""
    says: tuple[Statement, ...] = ()
    """For any of these, some premise says the same in other words or in these."""
    concludes: tuple[Statement, ...] = ()
    """The conclusion says the same as any of these."""
    cites: tuple[Cited, ...] = ()
    """For every one of these, some premise says that and cites one of the claims."""
    sourced: tuple[Cited, ...] = ()
    """At least one premise cites, and whatever a premise cites says so: the statements of its claims together grant it,
    a rule from rules and a fact from facts. A premise without a claim is the learner's own."""
    any: tuple["ArgueWhen", ...] = ()
    """At least one of these conditions holds."""
    not_: "ArgueWhen | None" = msgspec.field(default=None, name="not")
    """This condition does not hold."""

    def met(self, answer: Argued) -> bool:
        """Whether an argument meets all of it. Contradictory premises, from which everything follows, grant nothing."""
        said = answer.statements
        return (
            all(_shows(each, answer) for each in self.shows)
            and (not self.grants or (consistent(said) and all(entails(said, each) for each in self.grants)))
            and (not self.within or (bool(said) and all(_keeps(self.within, each) for each in said)))
            and (not self.says or any(equivalent(one, each) for one in said for each in self.says))
            and (not self.concludes or _concludes(answer, self.concludes))
            and all(_cites(answer, each) for each in self.cites)
            and (not self.sourced or _sourced(answer, self.sourced))
        )

    def about(self, answer: Argued) -> Iterator[str]:
        """Premises by their number from 0, the conclusion, or the whole."""
        if self.concludes:
            yield "conclusion"
        if self.grants:
            yield ""
        for about in self._about_premises(answer):
            yield from [str(number) for number, premise in enumerate(answer.premises) if about(premise)][:1]

    def _about_premises(self, answer: Argued) -> Iterator[Callable[[Premise], bool]]:
        """For each member that is about single premises, which it means; of several, the first is told."""
        end = answer.conclusion
        if self.says:
            yield lambda premise: _says(premise, self.says)
        if self.within:
            yield lambda premise: premise.statement is not None and not _keeps(self.within, premise.statement)
        if self.sourced:
            yield lambda premise: bool(premise.statement and premise.claims) and not _says_so(premise, self.sourced)
        if self.cites:
            yield lambda premise: _says(premise, [each.statement for each in self.cites])
        if "cited" in self.shows:
            yield lambda premise: not premise.claims
        if "no_circle" in self.shows and end is not None:
            yield lambda premise: premise.statement is not None and entails((premise.statement,), end)
        if "no_idle" in self.shows and answer.judged is not None:
            idle = [answer.statements[place] for place in answer.judged.idle]
            yield lambda premise: premise.statement in idle

    def unfit(self, question: Any) -> Iterator[str]:  # noqa: ANN401 - an argument
        """Statements that don't fit, or that speak of what the question does not have."""
        cited = (each.statement for each in (*self.cites, *self.sourced))
        stated = (*self.grants, *self.within, *self.says, *self.concludes, *cited)
        yield from statement_faults("when", stated, {each.id for each in question.options})


def statement_faults(where: str, stated: Iterable[Statement], ids: Collection[str]) -> Iterator[str]:
    """Statements with too few or too many propositions, or with one that the question does not have."""
    for each in stated:
        if not each.fits:
            yield f"{where}: “{each.form}” takes {FORMS[each.form][0]} propositions, found {len(each.of)}."
        yield from (f"{where}: “{i}” is not a proposition of the question." for i in each.of if i not in ids)


def _keeps(text: tuple[Statement, ...], premise: Statement) -> bool:
    # A rule has to follow from the text's rules, a fact from its facts. Otherwise “not S” would grant “if S, then D”
    # for any D, as material conditionals go, and the text's own conclusion would pass as a premise.
    alike = [each for each in text if (each.form in RULES) == (premise.form in RULES)]
    return entails(alike, premise)


def _shows(what: str, argued: Argued) -> bool:
    if what == "no_circle":
        end = argued.conclusion
        return end is not None and not any(entails((each,), end) for each in argued.statements)
    if what == "cited":
        return bool(argued.premises) and all(premise.claims for premise in argued.premises)
    found = argued.judged
    if found is None:
        return False
    if what == "consistent":
        return found.consistent
    return found.valid and found.consistent and (what == "valid" or not found.idle)


def _says(premise: Premise, wanted: Iterable[Statement]) -> bool:
    said = premise.statement
    return said is not None and any(equivalent(said, each) for each in wanted)


def _concludes(argued: Argued, wanted: tuple[Statement, ...]) -> bool:
    return argued.conclusion is not None and any(equivalent(argued.conclusion, each) for each in wanted)


def _cites(argued: Argued, wanted: Cited) -> bool:
    return any(
        set(premise.claims) & set(wanted.claims) for premise in argued.premises if _says(premise, [wanted.statement])
    )


def _sourced(argued: Argued, text: tuple[Cited, ...]) -> bool:
    citing = [premise for premise in argued.premises if premise.statement is not None and premise.claims]
    return bool(citing) and all(_says_so(premise, text) for premise in citing)


def _says_so(premise: Premise, text: tuple[Cited, ...]) -> bool:
    known = {claim for each in text for claim in each.claims}
    said = tuple(each.statement for each in text if set(each.claims) & set(premise.claims))
    return premise.statement is not None and set(premise.claims) <= known and _keeps(said, premise.statement)
