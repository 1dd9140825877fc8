"""Conditions on an argument that a learner has built: judged by what it says, never by how it is put. Pure."""

from typing import Any

from course.argument import RULES, Judged, Statement, consistent, entails, equivalent, judge
from course.questions.argued import Argued, Premise, parse
from course.questions.key import Cited, When


def argues(when: When, value: Any) -> bool:  # noqa: ANN401 - an answer is any JSON value
    """Whether an argument meets the members of a condition that speak of arguments; true if none does.

    Only finished premises count. From contradictory premises everything follows, so they grant nothing.
    """
    if not (when.shows or when.grants or when.within or when.says or when.concludes or when.cites or when.sourced):
        return True
    argued = parse(value)
    said = argued.statements
    return (
        all(_shows(each, argued) for each in when.shows)
        and (not when.grants or (consistent(said) and all(entails(said, each) for each in when.grants)))
        and (not when.within or (bool(said) and all(_keeps(when.within, each) for each in said)))
        and (not when.says or any(equivalent(one, each) for one in said for each in when.says))
        and (not when.concludes or _concludes(argued, when.concludes))
        and all(_cites(argued, each) for each in when.cites)
        and (not when.sourced or _sourced(argued, when.sourced))
    )


def judged(argued: Argued) -> Judged | None:
    """The model's judgement of an argument, None while it has no conclusion."""
    return None if argued.conclusion is None else judge(argued.statements, argued.conclusion)


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
    found = judged(argued)
    if found is None:
        return False
    if what == "consistent":
        return found.consistent
    return found.valid and found.consistent and (what == "valid" or not found.idle)


def _concludes(argued: Argued, wanted: tuple[Statement, ...]) -> bool:
    return argued.conclusion is not None and any(equivalent(argued.conclusion, each) for each in wanted)


def _cites(argued: Argued, wanted: Cited) -> bool:
    return any(
        set(premise.claims) & set(wanted.claims)
        for premise in argued.premises
        if premise.statement is not None and equivalent(premise.statement, wanted.statement)
    )


def _sourced(argued: Argued, text: tuple[Cited, ...]) -> bool:
    citing = [premise for premise in argued.premises if premise.statement is not None and premise.claims]
    return bool(citing) and all(_says_so(premise, text) for premise in citing)


def _says_so(premise: Premise, text: tuple[Cited, ...]) -> bool:
    known = {claim for each in text for claim in each.claims}
    said = tuple(each.statement for each in text if set(each.claims) & set(premise.claims))
    return premise.statement is not None and set(premise.claims) <= known and _keeps(said, premise.statement)
