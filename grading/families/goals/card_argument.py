"""Build an argument from an invented dossier: that a card does not bring its price. `course.argument` judges."""

from collections.abc import Callable
from random import Random
from typing import Any

from course.argument import entails
from grading.families.family import Family, FamilyError, Variant
from grading.families.goals.dossiers import CHAIN, DOSSIERS, IDLE, stated

NAME = "card-argument"
OTHER_FORMS = (("not", "L"), ("if_not", "LV"), ("if", "PV"))
"""The same three premises in other forms and another order."""
HINTS = [
    "What is the price? Start there, and ask what has to happen before it’s paid.",
    "You don’t need every line of the dossier. Leave out the lines that don’t help the conclusion.",
]


LETTERS = "ABCEFGHJKMNRSTWXYZ"
"""From which each variant takes its own five, so that no answer can be carried over letter by letter."""


def variant(number: int) -> Variant:
    """The variant of one dossier. Raises FamilyError if the conclusion does not follow from the lines that it needs."""
    dossier, chance = DOSSIERS[number], Random(number)  # noqa: S311 - a draw that can be made again
    if not entails([stated(*each) for each in CHAIN], stated("not", "P")):
        raise FamilyError(f"{NAME}: the conclusion does not follow from the lines.")
    named = dict(zip("PVLTQ", chance.sample(LETTERS, 5), strict=True))
    lines = chance.sample([*CHAIN, *IDLE], len(CHAIN) + len(IDLE))
    told = " ".join(f"({n}) {dossier.line(*each)}" for n, each in enumerate(lines, 1))

    def table(form: str, of: str) -> dict[str, Any]:
        return {"form": form, "of": [named[letter] for letter in of]}

    end, propositions = table("not", "P"), dossier.propositions
    question = {
        "id": f"{NAME}-{number + 1}",
        "type": "argue",
        "title": "Does the card win?",
        "prompt": f"Here is an invented dossier on {dossier.about}: *{told}* Build an argument for"
        f" *{propositions['P'].negation}*. Use only what the dossier says; you don’t have to use all of it. Your"
        " wording may differ from ours.",
        "points": 5,
        "claims": ["C049", "C082", "C084"],
        "hints": HINTS,
        "propositions": [
            {"id": named[letter], "text": propositions[letter].text, "negation": propositions[letter].negation}
            for letter in sorted(named, key=named.__getitem__)
        ],
        "conclusions": [table("is", "P"), end, table("not", "T"), table("is", "T")],
    }
    built = {
        who: {"premises": [{**table(*each), "claims": []} for each in premises], "conclusion": end}
        for who, premises in (("expert", CHAIN), ("dissenter", OTHER_FORMS))
    }
    return Variant(question, {"criteria": _criteria(table), "remarks": _remarks(table)}, built)


def _criteria(table: Callable[[str, str], dict[str, Any]]) -> list[dict[str, Any]]:
    chain = [table(*each) for each in CHAIN]
    text = [*chain, *(table(*each) for each in IDLE)]
    return [
        {"id": "follows", "when": {"among": text, "shows": ["valid"], "concludes": [table("not", "P")], "uses": chain,
         "grants": chain, "least": 2},
         "missed": "Look for a world where your premises are true and the price is still paid. Does the dossier"
         " support your argument?"},
        {"id": "keeps-to-the-dossier", "when": {"used": 2, "within": text},
         "missed": "For every premise, name the line of the dossier. No premise may say more than its line."},
        {"id": "names-the-price", "when": {"among": text, "uses": chain[:1]},
         "missed": "One line says what has to happen before the price is paid. Your argument has to start there."},
        {"id": "gives-the-line", "when": {"among": text, "uses": chain[1:2]},
         "missed": "One line says what the visit depends on. Without it, a line about two matters tells you nothing"
         " about the price."},
        {"id": "applies-the-line", "when": {"among": text, "uses": chain[2:]},
         "missed": "Rules alone decide nothing. Which line of the dossier says what in fact happens with the two"
         " matters?"},
    ]  # fmt: skip


def _remarks(table: Callable[[str, str], dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"when": {"says": [table("if", "VP"), table("if", "LV"), table("if", "LP")]}, "reread": ["C049", "C084"],
         "says": "One of your premises turns a line of the dossier round. What is needed for something may not be"
         " enough."},
        {"when": {"uses": [table("only_if", "PT"), table("only_if", "PQ"), table("if", "QP")]}, "reread": ["C049"],
         "says": "One of your premises ties the price to something to which the dossier doesn’t tie it."},
    ]  # fmt: skip


FAMILY = Family(NAME, "goals", "computed", tuple(map(variant, range(len(DOSSIERS)))))
