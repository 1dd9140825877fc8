"""How somebody answers who does not reason: by chance, by sound, by habit, carelessly, or only half.

What that means for a kind of question is said in its room (`course.asked.guess`). Chances are seeded, so that a report
can be made again.
"""

import random
import re
from collections.abc import Sequence
from typing import Any

from course.asked import Asked, State
from course.tables import read

Chance = random.Random


def guess(question: Asked, chance: Chance) -> Any:
    """A complete and coherent answer by chance; None to a question of a kind that says nothing of guessing."""
    for _ in range(1000):
        value = question.guess(chance)
        if value is None or question.stand(value).state is State.ANSWERED:
            return value
    raise AssertionError(f"{question.id}: no complete answer found by chance")


def by_sound(question: Asked, chance: Chance) -> Any:
    """Matches words with the claims to reread, and does not read for meaning; guesses where words are no help."""
    said = {str(row["id"]): str(row["paraphrase"]) for row in read("claims")}
    vocabulary = _stems(" ".join(said[claim] for claim in question.claims))
    texts = {option.id: _stems(option.text) for option in question.options}
    heard = {name: len(words & vocabulary) / max(1, len(words)) for name, words in texts.items()}
    claims = [_stems(said[claim]) for claim in question.claims] or [set()]

    def nearest(text: str, others: Sequence[str]) -> int:
        words = _stems(text)
        known = words | max(claims, key=lambda claim: len(claim & words))
        return max(range(len(others)), key=lambda n: len(_stems(others[n]) & known))

    value = question.match(heard, nearest)
    return guess(question, chance) if value is None else value


def by_habit(question: Asked, chance: Chance) -> Any:
    """Agrees with everything: all choices, the first category, the order given; guesses where there is no first."""
    value = question.agree()
    return guess(question, chance) if value is None else value


def careless(question: Asked, right: Any, slip: float, chance: Chance) -> Any:
    """The right answer, but for slips: each part is replaced by a guess with this chance."""
    return question.slip(right, guess(question, chance), lambda: chance.random() < slip)


def _stems(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[a-z]+", text.lower()) if len(word) > 3}
