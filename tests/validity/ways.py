"""Every way in which a synthetic learner answers one question, by its name."""

from collections.abc import Callable
from statistics import mean
from typing import Any

from course.asked import Asked
from tests.validity.assignments import EXPERT, Assessed
from tests.validity.lookup import LookUp
from tests.validity.models import Chance, by_habit, by_sound, careless, guess
from tests.validity.recall import KNOWN, Recaller, recaller
from tests.validity.reckon import by_model
from tests.validity.templates import FREE, templates

Way = Callable[[Asked, Chance], Any]
GUESSER, RECALL, TEMPLATES, BOTH = "guesser", "recall", "templates", "recall and templates"
GENEROUS, GENEROUS_BOTH = "recall, slight likeness", "that and templates"
"""Recall that takes a line for one of a lesson where it is only slightly like one, so more of them by accident."""
HOLDER = "holder of one misreading"
CARELESS, SLIPS = "careless reader", 0.3
BY_WORDS = frozenset({"keyword matcher", RECALL, BOTH, "looks up tables"})
"""Ways that go by words: they earn much on one variant and nothing on another, and it is asked whether that is luck
(`tests.validity.luck`)."""
PATTERNS = frozenset({TEMPLATES})
"""Ways that give one answer whatever is asked. On which variants it fits is luck of the letters; what they are worth is
said by the mean over all variants."""


def ways(assessed: Assessed) -> dict[str, Way]:
    """Name to how it answers a question of this assignment."""
    recalled, looked = recaller(assessed.bank.questions, assessed.keys), LookUp(assessed.bank.questions, assessed.keys)
    best, expert = best_templates(assessed), assessed.learners[EXPERT]
    made = {q.id: templates(q).get(best.get(q.pool or q.id, "")) for q in assessed.bank.questions}

    def by_template(question: Asked, chance: Chance) -> Any:
        return made[question.id]

    def with_templates(memory: Recaller) -> Way:
        def by_both(question: Asked, chance: Chance) -> Any:
            if question.__struct_config__.tag in FREE:
                found = [by_template(question, chance), memory.answer(question, chance)]
                return max(found, key=lambda value: assessed.points(question, value))
            return memory.answer(question, chance)

        return by_both

    holders = [*assessed.holders.values()]
    generous = recalled.taking(KNOWN)

    def holding(question: Asked, chance: Chance) -> Any:
        wrong = [each for each in holders if assessed.learners[each][question.id] != expert[question.id]]
        return assessed.learners[chance.choice(wrong)][question.id] if wrong else expert[question.id]

    return {
        HOLDER: holding,
        CARELESS: lambda question, chance: careless(question, expert[question.id], SLIPS, chance),
        "keyword matcher": by_sound,
        "always agrees": by_habit,
        GUESSER: guess,
        RECALL: recalled.answer,
        GENEROUS: generous.answer,
        TEMPLATES: by_template,
        BOTH: with_templates(recalled),
        GENEROUS_BOTH: with_templates(generous),
        "looks up tables": looked.answer,
        "uses models": by_model,
    }


def best_templates(assessed: Assessed) -> dict[str, str]:
    """Place to the pattern that earns most there, over all its variants; places where none earns anything left out."""
    found: dict[str, dict[str, list[float]]] = {}
    for question in assessed.bank.questions:
        for name, value in templates(question).items():
            place = found.setdefault(question.pool or question.id, {})
            place.setdefault(name, []).append(assessed.points(question, value))
    sizes = {place: len(assessed.families.get(place, (0,))) for place in found}
    means = {place: {n: mean(p) * len(p) / sizes[place] for n, p in each.items()} for place, each in found.items()}
    best = {place: max(each, key=lambda name: each[name]) for place, each in means.items()}
    return {place: name for place, name in best.items() if means[place][name] > 0}
