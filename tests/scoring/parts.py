"""Answers that are built, taken apart: which parts of one are right, and which are wrong.

A part is right if it belongs to an answer that earns all points, together with the other right parts. It is wrong if no
such answer has it: where it fills a place, whoever has all else right earns no more with it than with that place blank;
where it is one more, it costs points. A reason for a rating is wrong if it is no claim about the signal. So a statement
and a claim cited for it are two parts, and neither right nor wrong are a rating, because it is the learner's own, a
premise of one's own where opinion is asked for, and a premise that the text says and nobody needs.
"""

from collections.abc import Iterator
from functools import cache
from itertools import permutations
from typing import Any

from course.argument import FORMS, Statement
from course.asked import State
from course.kinds.argue.said import keeps
from course.kinds.deal.positions import positions
from course.kinds.weigh.reasons import about
from course.scoring import score
from tests.scoring.generated import Keyed, keyed

Part = tuple[Any, ...]
"""Where it belongs, and what is said there; a part with the same place takes the place of another."""
STEPS = (0.0, 0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95, 1.0)


def points(of: Keyed, parts: list[Part]) -> float:
    """What an answer of these parts earns."""
    return score(of.question, made(of, parts), of.key).points


def full(of: Keyed) -> list[list[Part]]:
    """The known answers that earn all, each as its parts."""
    return _full(of.id)


def wrong(of: Keyed) -> list[Part]:
    """Parts that are wrong in every known answer that earns all."""
    return _wrong(of.id)


@cache
def _full(name: str) -> list[list[Part]]:
    of = named()[name]
    found: list[list[Part]] = []
    for value in of.known:
        apart = [*_apart(of, value)]
        if points(of, apart) == of.question.points and apart not in found:
            found.append(apart)
    return found


@cache
def named() -> dict[str, Keyed]:
    """Every question with a key, by its id with its kind."""
    return {of.id: of for of in keyed()}


@cache
def _wrong(name: str) -> list[Part]:
    of = named()[name]
    return [part for part in dict.fromkeys(_possible(of)) if all(_spoils(of, right, part) for right in full(of))]


def _spoils(of: Keyed, right: list[Part], part: Part) -> bool:
    if part in right:
        return False
    rest = [each for each in right if each[0] != part[0]]
    if of.question.stand(made(of, [*rest, part])).state is State.INCOHERENT:
        return False
    if part[0][0] == "reason" or not stands(part, right):
        return True
    most, got = of.question.points or 0, points(of, [*rest, part])
    return got < most and (len(rest) == len(right) or got <= points(of, rest))


def _apart(of: Keyed, value: Any) -> Iterator[Part]:
    match of.question.kind:
        case "argue":
            yield ("conclusion",), (value["conclusion"]["form"], *value["conclusion"]["of"])
            for each in value["premises"]:
                said = (each["form"], *each["of"])
                yield ("premise", said), said
                yield from ((("claim", said, claim), claim) for claim in each.get("claims", ()))
        case "deal":
            yield from ((("term", issue), option) for issue, option in value["terms"].items())
            yield from ((("change", *each), tuple(each)) for each in value["relaxed"])
        case "weigh":
            yield ("prior",), value["prior"]
            for signal, rating in value["ratings"].items():
                yield ("rating", signal), tuple((name, each) for name, each in rating.items() if name != "because")
                if rating.get("because"):
                    yield ("reason", signal), rating["because"]
            yield from ((("end", name), said) for name, said in value["conclusion"].items())
        case _:
            yield from ((("item", item), said) for item, said in value.items())


def stands(part: Part, parts: list[Part]) -> bool:
    """Whether that is there for which a claim or a reason is given; every other part stands by itself."""
    needs = {"claim": "premise", "reason": "rating"}.get(part[0][0])
    return needs is None or (needs, part[0][1]) in dict(parts)


def made(of: Keyed, parts: list[Part]) -> Any:
    """The answer of some parts. A claim or a reason without that for which it is given is left out."""
    has = dict(parts)
    match of.question.kind:
        case "argue":
            said = [each[1] for each in has if each[0] == "premise"]
            cited = {one: [each[2] for each in has if each[0] == "claim" and each[1] == one] for one in said}
            premises = [{"form": one[0], "of": [*one[1:]], "claims": cited[one]} for one in said]
            end = has.get(("conclusion",))
            return {"premises": premises} | ({"conclusion": {"form": end[0], "of": [*end[1:]]}} if end else {})
        case "deal":
            terms = {place[1]: said for place, said in has.items() if place[0] == "term"}
            return {"terms": terms, "relaxed": [[*said] for place, said in has.items() if place[0] == "change"]}
        case "weigh":
            ratings = {place[1]: dict(said) for place, said in has.items() if place[0] == "rating"}
            for place, said in has.items():
                if place[0] == "reason" and place[1] in ratings:
                    ratings[place[1]]["because"] = said
            end = {place[1]: said for place, said in has.items() if place[0] == "end"}
            prior = {"prior": has[("prior",)]} if ("prior",) in has else {}
            return prior | {"ratings": ratings, "conclusion": end}
        case _:
            return {place[1]: said for place, said in has.items()}


def _possible(of: Keyed) -> Iterator[Part]:
    """Parts that somebody may add."""
    question: Any = of.question
    match question.kind:
        case "argue":
            yield from _astray(of)
            premises = {place[1] for right in full(of) for place, _ in right if place[0] == "premise"}
            yield from ((("claim", one, claim), claim) for one in premises for claim in question.citable)
        case "deal":
            table = positions(question.issues)
            for issue, options in table.options.items():
                yield from ((("term", issue), option) for option in options)
                changes = [(side, issue, option) for side in table.sides for option in options]
                yield from ((("change", *each), each) for each in changes)
        case "weigh":
            yield from ((("reason", s), c) for s in question.signals for c in question.offered(s) if c not in about(s))
            yield from ((("end", "direction"), each) for each in ("raises", "lowers", "neither"))
            yield from ((("end", "removal"), each) for each in ("rises", "falls", "stays"))
            yield from ((("end", "posterior"), each) for each in STEPS)
            yield from ((("end", "strongest"), each) for each in question.signals)
        case _:
            yield from ((("item", option.id), each) for option in question.options for each in STEPS)


def _from_a_text(of: Keyed) -> bool:
    """Whether premises have to be those of a text, so that others are wrong; else they are the learner's own."""
    return of.question.kind == "argue" and any(each.when.within for each in of.key.criteria)


def _statements(of: Keyed) -> Iterator[Part]:
    question: Any = of.question
    letters = [each.id for each in question.propositions]
    for form in question.forms:
        said = [(form, *each) for each in permutations(letters, FORMS[form][0])]
        yield from ((("premise", each), each) for each in said)


def _astray(of: Keyed) -> Iterator[Part]:
    texts = [each.when.within for each in of.key.criteria if each.when.within]
    for place, (form, *letters) in _statements(of):
        if any(not keeps(text, Statement(form, tuple(letters))) for text in texts):
            yield place, (form, *letters)
