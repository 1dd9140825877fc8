"""What an argument says: what it grants, keeps to, cites and uses. Pure."""

from collections.abc import Iterable, Sequence

import msgspec

from course.argument import RULES, Statement, consistent, entails, equivalent, judge
from course.asked.fields import ClaimId
from course.kinds.argue.answer import Argued, Posed, Premise


class Cited(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A statement, and the claims that say so."""

    statement: Statement
    claims: tuple[ClaimId, ...]


def same(said: Statement, wanted: Iterable[Statement]) -> bool:
    """Whether a statement says the same as any of these."""
    return any(equivalent(said, each) for each in wanted)


def says(premise: Premise, wanted: Iterable[Statement]) -> bool:
    """Whether a premise is finished and says the same as any of these."""
    return premise.statement is not None and same(premise.statement, wanted)


def grants(said: Sequence[Statement], wanted: Statement) -> bool:
    """Whether statements entail a fact, or their rules alone a rule."""
    # “Not R” entails “R only if D”, as material conditionals go. Whoever has shown “not R” has not said so.
    return entails([each for each in said if each.form in RULES or wanted.form not in RULES], wanted)


def keeps(text: Iterable[Statement], premise: Statement) -> bool:
    """Whether a premise keeps to a text: a rule follows from its rules, a fact from its facts."""
    # Otherwise “not S” would grant “if S, then D” for any D, and the text's own conclusion would pass as a premise.
    return entails(_alike(text, premise), premise)


def keeping(argued: Argued, text: Sequence[Statement]) -> Argued:
    """An argument without the premises that stray from a text; itself, if none does. Unfinished ones stay."""
    kept = tuple(each for each in argued.premises if each.statement is None or keeps(text, each.statement))
    return argued if len(kept) == len(argued.premises) else msgspec.structs.replace(argued, premises=kept)


def backed(premise: Premise, text: Iterable[Cited]) -> bool:
    """Whether each claim that a premise cites has a part in saying what the premise says; true if it cites none.

    A claim has it if a statement of its own says so, alone or with statements of the other claims cited, none of them
    spare: “neither S nor W” may cite a claim for each half.
    """
    if premise.statement is None or not premise.claims:
        return True
    own = [each for each in text if {*each.claims} & {*premise.claims}]
    cited = _alike((each.statement for each in own), premise.statement)
    used = {cited[place] for support in judge(cited, premise.statement).supports for place in support}
    return {*premise.claims} <= {claim for each in own if each.statement in used for claim in each.claims}


def cites(argued: Argued, wanted: Cited) -> bool:
    """Whether some premise says a statement and cites one of its claims."""
    return any({*each.claims} & {*wanted.claims} for each in argued.premises if says(each, [wanted.statement]))


def uses(argued: Argued, wanted: Sequence[Statement]) -> bool:
    """Whether a premise says one of these and, where the conclusion follows, is in a smallest support of it.

    Of an argument that does not follow yet, or has no conclusion yet, whatever is there may still be put to use.
    """
    found = argued.judged
    idle = found.idle if found else ()
    return any(place not in idle and same(each, wanted) for place, each in enumerate(argued.statements))


def work(argued: Argued) -> int:
    """How many premises are in use, those that say the same counted once.

    While there is no conclusion: for that conclusion, of those on offer, for which most are.
    """
    if argued.conclusion is None:
        offered = argued.offered if isinstance(argued, Posed) else ()
        return max((work(Argued(argued.premises, end)) for end in offered), default=0)
    return len(_classes(argued.used))


def exchanged(argued: Argued) -> tuple[int, int]:
    """How many premises of the question are gone, and how many are new: what is said counts, not how it is put.

    A premise that the question begins with is gone if the argument no longer says it, and one of the argument is new if
    the question did not say it: a rule among its rules, a fact among its facts.
    """
    before, after = argued.start if isinstance(argued, Posed) else (), argued.statements
    return sum(not keeps(after, each) for each in before), sum(not keeps(before, each) for each in _classes(after))


def contradicts(argued: Argued) -> bool:
    """Whether the finished premises contradict one another."""
    return not consistent(argued.statements)


def _alike(text: Iterable[Statement], premise: Statement) -> list[Statement]:
    return [each for each in text if (each.form in RULES) == (premise.form in RULES)]


def _classes(statements: Iterable[Statement]) -> list[Statement]:
    """One statement for each thing that is said."""
    found: list[Statement] = []
    for each in statements:
        if not same(each, found):
            found.append(each)
    return found
