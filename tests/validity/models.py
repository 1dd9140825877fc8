"""How somebody answers who does not reason: by chance, by sound, by habit, carelessly, or only half.

Chances are seeded, so that a report can be made again.
"""

import random
import re
from collections.abc import Callable
from typing import Any

from course.argument import FORMS
from course.kinds.deal.positions import positions
from course.questions import (
    Argue,
    ChooseMany,
    ChooseOne,
    Classify,
    Deal,
    Forecast,
    Probability,
    Question,
    Rank,
    State,
    Weigh,
)
from course.tables import read

Chance = random.Random


def guess(question: Question, chance: Chance) -> Any:
    """A complete and coherent answer by chance: all of its type with about equal chance."""
    for _ in range(1000):
        own = _GUESS.get(type(question))
        value = own(question, chance) if own else question.guess(chance)
        if question.stand(value).state is State.ANSWERED:
            return value
    raise AssertionError(f"{question.id}: no complete answer found by chance")


def _choose_one(question: ChooseOne, chance: Chance) -> str:
    return chance.choice([each.id for each in question.choices])


def _choose_many(question: ChooseMany, chance: Chance) -> list[str]:
    return [each.id for each in question.choices if chance.random() < 0.5]


def _classify(question: Classify, chance: Chance) -> dict[str, str]:
    return {item.id: chance.choice(question.categories).id for item in question.items}


def _rank(question: Rank, chance: Chance) -> dict[str, int]:
    ids = [item.id for item in question.items]
    return {item: rank for rank, item in enumerate(chance.sample(ids, len(ids)), 1)}


def _probability(question: Probability | Forecast, chance: Chance) -> dict[str, float]:
    return {item.id: chance.randrange(101) / 100 for item in question.items}


def _weigh(question: Weigh, chance: Chance) -> dict[str, Any]:
    signals = question.signals
    rated = {s: {"step": chance.randrange(-3, 4), "credibility": chance.randrange(0, 101, 5) / 100} for s in signals}
    said = {
        "direction": chance.choice(("raises", "lowers", "neither")),
        "posterior": chance.randrange(101) / 100,
        "strongest": chance.choice(signals),
        "removal": chance.choice(("rises", "falls", "stays")),
    }
    return {"prior": chance.randrange(1, 100) / 100, "ratings": rated} | (
        {"conclusion": said} if question.conclude else {}
    )


def _argue(question: Argue, chance: Chance) -> dict[str, Any]:
    letters = [each.id for each in question.propositions]

    def premise() -> dict[str, Any]:
        form = chance.choice([f for f in question.forms if FORMS[f][0] <= len(letters)])
        cited = [claim for claim in question.citable if chance.random() < 0.3]
        return {"form": form, "of": chance.sample(letters, FORMS[form][0]), "claims": cited}

    concluded = chance.choice(question.conclusions)
    count = chance.randrange(1, min(5, question.max) + 1)
    conclusion = {"form": concluded.form, "of": list(concluded.of)}
    return {"premises": [premise() for _ in range(count)], "conclusion": conclusion}


def _deal(question: Deal, chance: Chance) -> dict[str, Any]:
    table = positions(question.issues)
    terms = {issue: chance.choice(found) for issue, found in table.options.items()}
    every = [[side, issue, o] for side in table.sides for issue, found in table.options.items() for o in found]
    relaxed = chance.sample(every, chance.randrange(0, 5)) if question.relax else []
    return {"terms": terms} | ({"relaxed": relaxed} if relaxed else {})


_GUESS: dict[type, Callable[[Any, Chance], Any]] = {
    ChooseOne: _choose_one,
    ChooseMany: _choose_many,
    Classify: _classify,
    Rank: _rank,
    Probability: _probability,
    Forecast: _probability,
    Weigh: _weigh,
    Argue: _argue,
    Deal: _deal,
}


def by_sound(question: Question, chance: Chance) -> Any:
    """Matches words with the claims to reread, and does not read for meaning; guesses where words are no help."""
    said = {str(row["id"]): str(row["paraphrase"]) for row in read("claims")}
    vocabulary = _stems(" ".join(said[claim] for claim in question.claims))
    texts = {option.id: _stems(option.text) for option in question.options}
    heard = {name: len(words & vocabulary) / max(1, len(words)) for name, words in texts.items()}
    ordered = sorted(heard, key=lambda name: heard[name])
    match question:
        case ChooseOne():
            return ordered[-1]
        case ChooseMany():
            return [name for name in heard if heard[name] >= heard[ordered[len(ordered) // 2]]]
        case Rank():
            return {name: rank for rank, name in enumerate(ordered, 1)}
        case Classify():
            near = [_stems(said[claim]) for claim in question.claims] or [set()]
            return {item.id: _nearest(question, _stems(item.text), near) for item in question.items}
        case _:
            return guess(question, chance)


def _nearest(question: Classify, item: set[str], claims: list[set[str]]) -> str:
    heard = item | max(claims, key=lambda claim: len(claim & item))
    return max(question.categories, key=lambda category: len(_stems(category.text) & heard)).id


def by_habit(question: Question, chance: Chance) -> Any:
    """Agrees with everything: all choices, the first category, the order given; guesses where there is no first."""
    ids = [option.id for option in question.options]
    match question:
        case ChooseOne():
            return ids[0]
        case ChooseMany():
            return ids
        case Rank():
            return {name: rank for rank, name in enumerate(ids, 1)}
        case Classify():
            return dict.fromkeys(ids, question.categories[0].id)
        case Weigh():  # every signal as the author ends: against a reset, and the first of everything
            rated = {signal: {"step": -3, "credibility": 1.0} for signal in question.signals}
            said = {"direction": "lowers", "posterior": 0.05, "strongest": question.signals[0], "removal": "falls"}
            return {"prior": 0.1, "ratings": rated} | ({"conclusion": said} if question.conclude else {})
        case _:
            return guess(question, chance)


def careless(question: Question, right: Any, slip: float, chance: Chance) -> Any:
    """The right answer, but for slips: each part is replaced by a guess with this chance."""
    wrong = guess(question, chance)
    if isinstance(question, Classify) and isinstance(right, dict):
        return {item: wrong[item] if chance.random() < slip else placed for item, placed in right.items()}
    return wrong if chance.random() < slip else right


def _stems(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[a-z]+", text.lower()) if len(word) > 3}
