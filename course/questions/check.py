"""What a schema can't say about a question: that its parts fit each other. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from course.argument.statement import FORMS, Statement
from course.questions.key import Key, When
from course.questions.model import (
    Argue,
    ChooseMany,
    ChooseOne,
    Classify,
    Deal,
    Forecast,
    Probability,
    Question,
    Rank,
    Weigh,
    options,
)

# Which members of a condition speak of which type of question.
MEMBERS: dict[type, tuple[str, ...]] = {
    ChooseOne: ("chose",),
    ChooseMany: ("includes", "excludes"),
    Classify: ("places",),
    Rank: ("before",),
    Probability: ("between", "at_most", "adds_up"),
    Forecast: ("between", "at_most", "adds_up"),
    Weigh: ("rates", "together", "coherent"),
    Argue: ("shows", "grants", "within", "says", "concludes", "cites", "sourced"),
    Deal: ("agreed", "proposes", "relaxes", "spare", "fewest"),
}
_LEAVES = tuple(member for members in MEMBERS.values() for member in members)


def faults(question: Question, claims: Collection[str] | None = None) -> list[str]:
    """Everything wrong with a question, each as “member: what was expected”."""
    found = [*_own(question)]
    if claims is not None:
        found += [f"claims: “{c}” is not a claim of the brief." for c in question.claims if c not in claims]
    if question.key is not None:
        if question.points is not None:
            found.append("key: a question with points is graded; its key belongs in grading/keys/, not in the bank.")
        found += [f"key: {f}" for f in key_faults(question, question.key, claims)]
    return found


def key_faults(question: Question, key: Key, claims: Collection[str] | None = None) -> Iterator[str]:
    """Everything wrong with a key for a question."""
    yield from (f"criteria: id “{i}” stands there twice." for i in _twice(c.id for c in key.criteria))
    if question.points is not None and (total := sum(c.points for c in key.criteria)) != question.points:
        yield f"criteria: expected {question.points:g} points in all, as in the bank; they add up to {total:g}."
    for criterion in key.criteria:
        yield from (f"criterion “{criterion.id}”: {f}" for f in _when_faults(question, criterion.when))
    for n, remark in enumerate(key.remarks, 1):
        yield from (f"remark {n}: {f}" for f in _when_faults(question, remark.when))
        unknown = [c for c in remark.reread if claims is not None and c not in claims]
        yield from (f"remark {n}: “{c}” is not a claim of the brief." for c in unknown)


def _own(question: Question) -> Iterator[str]:
    ids = {o.id for o in options(question)}
    yield from (f"id “{i}” stands there twice among choices or items." for i in _twice(o.id for o in options(question)))
    match question:
        case ChooseMany():
            yield from (f"alone: “{i}” is not a choice." for i in question.alone if i not in ids)
            top = len(ids) if question.max is None else question.max
            if not question.min <= top <= len(ids):
                yield f"min and max: expected 1 ≤ min ≤ max ≤ {len(ids)}, got {question.min} and {top}."
        case Classify():
            yield from (f"categories: id “{i}” stands there twice." for i in _twice(c.id for c in question.categories))
        case Probability():
            yield from (f"at_most: “{i}” is not an item." for pair in question.at_most for i in pair if i not in ids)
        case Forecast():
            named = [i for pair in question.implies for i in pair]
            named += [i for each in question.needs for i in (each.what, *each.ways)]
            yield from (f"implies or needs: “{i}” is not an item." for i in named if i not in ids)
            yield from (f"settled_by: “{i}” is not an item." for i in question.settled_by if i not in ids)
            missing = sorted(ids - question.settled_by.keys())
            yield from (f"settled_by: expected what would settle “{i}”." for i in missing)
        case Argue():
            yield from _argue_faults(question)
        case Weigh() if len(question.hypotheses) == 1:
            yield "hypotheses: expected none or at least two; one alone competes with nothing."
        case _:
            pass


def _when_faults(question: Question, when: When) -> Iterator[str]:
    given = [m for m in _LEAVES if getattr(when, m) not in ((), {}, None)]
    if not given and not when.any and when.not_ is None:
        yield "when: expected at least one condition; an empty one would hold for every answer."
    wrong = [m for m in given if m not in MEMBERS[type(question)]]
    if wrong:
        fits = " or ".join(MEMBERS[type(question)])
        yield f"when: “{wrong[0]}” does not go with this type of question; expected {fits}."
        return
    ids = {o.id for o in options(question)}
    named = [*when.chose, *when.includes, *when.excludes, *when.places, *when.between]
    named += [i for pair in (*when.before, *when.at_most, *when.together) for i in pair] + [*when.rates]
    named += [i for each in when.adds_up for i in (*each.parts, *([each.whole] if each.whole else []))]
    yield from (f"when: “{i}” is not a choice or item of the question." for i in named if i not in ids)
    if isinstance(question, Argue):
        cited = (each.statement for each in (*when.cites, *when.sourced))
        stated = (*when.grants, *when.within, *when.says, *when.concludes, *cited)
        yield from _statement_faults("when", stated, ids)
    if isinstance(question, Deal):
        named = [*when.proposes, *(issue for _, issue, _ in when.relaxes)]
        yield from (f"when: “{i}” is not an issue of the question." for i in named if i not in ids)
    if isinstance(question, Classify):
        known = {c.id for c in question.categories}
        wanted = [c for v in when.places.values() for c in ((v,) if isinstance(v, str) else v)]
        yield from (f"when: “{c}” is not a category of the question." for c in wanted if c not in known)
    for part in (*when.any, *((when.not_,) if when.not_ else ())):
        yield from _when_faults(question, part)


def _argue_faults(question: Argue) -> Iterator[str]:
    ids = {each.id for each in question.propositions}
    stated = (*question.conclusions, *question.start, *question.hidden)
    yield from _statement_faults("conclusions, start or hidden", stated, ids)
    yield from (
        f"start: “{each.form}” is not among the forms." for each in question.start if each.form not in question.forms
    )
    if len(question.start) > question.max:
        yield f"start: expected at most {question.max} premises (max), found {len(question.start)}."


def _statement_faults(where: str, stated: Iterable[Statement], ids: Collection[str]) -> Iterator[str]:
    for each in stated:
        if not each.fits:
            yield f"{where}: “{each.form}” takes {FORMS[each.form][0]} propositions, found {len(each.of)}."
        yield from (f"{where}: “{i}” is not a proposition of the question." for i in each.of if i not in ids)


def _twice(ids: Iterable[str]) -> list[str]:
    return [i for i, n in Counter(ids).items() if n > 1]
