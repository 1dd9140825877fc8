"""A learner who lets the importable models answer, and guesses what no model says.

The models take what the question states in their own terms: letters and forms, positions, ratings. They don't read.
"""

from collections.abc import Iterable
from functools import cache
from itertools import combinations, permutations
from typing import Any

from course.argument import FORMS, Form, Statement, judge
from course.asked import Asked
from course.bargaining import smallest_openings
from course.kinds.deal.positions import positions
from course.kinds.weigh.answer import parse
from tests.validity.models import Chance, guess

Premises = tuple[Statement, ...]
MOST = 250
"""Arguments looked at; of those that hold one is taken."""


def by_model(question: Asked, chance: Chance) -> Any:
    """What a model says of a question, laid over a guess."""
    guessed = guess(question, chance)
    match question.__struct_config__.tag:
        case "argue":
            return _argued(question, guessed, chance)
        case "deal":
            return _dealt(question, guessed, chance)
        case "weigh":
            return concluded(question, guessed) if getattr(question, "conclude", False) else guessed
        case "forecast" | "probability":
            return _coherent(question, guessed)
        case _:
            return guessed


def _argued(question: Any, guessed: dict[str, Any], chance: Chance) -> dict[str, Any]:
    """An argument that holds, uses every premise and is no circle: what stands there, mended, or a new one."""
    ends = [*question.conclusions]
    chance.shuffle(ends)
    letters, forms = tuple(each.id for each in question.propositions), tuple(question.forms)
    ways = _mended(tuple(question.start), letters, forms) if question.start else _new(letters, forms)
    for end in ends:
        for premises in chance.sample(ways, min(MOST, len(ways))):
            if _holds(premises, end):
                cited = [chance.sample(question.citable, min(1, len(question.citable))) for _ in premises]
                said = [{"form": p.form, "of": list(p.of), "claims": c} for p, c in zip(premises, cited, strict=True)]
                return {"premises": said, "conclusion": {"form": end.form, "of": list(end.of)}}
    return guessed


@cache
def _holds(premises: Premises, end: Statement) -> bool:
    found = judge(premises, end)
    return found.valid and found.consistent and not found.idle and end not in premises


def _statements(letters: tuple[str, ...], forms: Iterable[Form]) -> list[Statement]:
    return [Statement(f, of) for f in forms for of in permutations(letters, FORMS[f][0])]


@cache
def _mended(start: Premises, letters: tuple[str, ...], forms: tuple[Form, ...]) -> list[Premises]:
    """What stands there, with one premise put in another form."""
    every = _statements(letters, forms)
    return [(*start[:n], each, *start[n + 1 :]) for n in range(len(start)) for each in every]


@cache
def _new(letters: tuple[str, ...], forms: tuple[Form, ...]) -> list[Premises]:
    """Two premises, rules and facts."""
    plain: tuple[Form, ...] = ("is", "not", "if", "only_if", "only_if_either")
    return [*combinations(_statements(letters, (f for f in plain if f in forms)), 2)]


def _dealt(question: Any, guessed: dict[str, Any], chance: Chance) -> dict[str, Any]:
    """One of the deals that open with the fewest changes."""
    if not question.relax:
        return guessed
    table = positions(question.issues)
    way = chance.choice(smallest_openings(table))
    given = {(issue, option) for _, issue, option in way}
    terms = {}
    for issue, options in table.options.items():
        agreed = [o for o in options if all(o in table.accepts[side].get(issue, ()) for side in table.sides)]
        terms[issue] = next((o for o in options if (issue, o) in given), agreed[0] if agreed else options[0])
    return {"terms": terms, "relaxed": [list(each) for each in way]}


def concluded(question: Any, value: dict[str, Any]) -> dict[str, Any]:
    """Ratings with what follows from them, as the model reckons it."""
    plain = {name: each for name, each in value.items() if name != "conclusion"}
    weighed = parse(plain)
    weighing, removals = weighed.weighing, weighed.removals
    strongest = max(removals, key=lambda signal: abs(removals[signal]))
    total, effect = weighing.total, removals[strongest]
    end = {
        "direction": "raises" if total > 1e-9 else "lowers" if total < -1e-9 else "neither",
        "posterior": weighing.probability,
        "strongest": strongest,
        "removal": "rises" if effect > 1e-9 else "falls" if effect < -1e-9 else "stays",
    }
    return plain | ({"conclusion": end} if question.conclude else {})


def _coherent(question: Any, guessed: dict[str, float]) -> dict[str, float]:
    """The guess, moved until the question's own rules are kept."""
    said = dict(guessed)
    rules = getattr(question, "implies", None) or getattr(question, "at_most", ())
    for _ in range(len(said)):
        for less, more in rules:
            said[less] = min(said[less], said[more])
    return said
