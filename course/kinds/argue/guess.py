"""How an argument is built by chance. Pure."""

from collections.abc import Sequence
from random import Random
from typing import Any

from course.argument import FORMS, Form

MOST = 5
"""Premises of a guess."""


def premises(
    letters: Sequence[str], forms: Sequence[Form], citable: Sequence[str], most: int, chance: Random
) -> list[dict[str, Any]]:
    """Some premises, each with some of the claims; `letters` are the propositions, `most` bounds the premises."""
    fitting = [form for form in forms if FORMS[form][0] <= len(letters)]
    return [_premise(letters, fitting, citable, chance) for _ in range(chance.randrange(1, min(MOST, most) + 1))]


def _premise(letters: Sequence[str], forms: Sequence[Form], citable: Sequence[str], chance: Random) -> dict[str, Any]:
    form = chance.choice(forms)
    cited = [claim for claim in citable if chance.random() < 0.3]
    return {"form": form, "of": chance.sample(letters, FORMS[form][0]), "claims": cited}
