"""Arguments as tests write them, at random and by name, and the bank that scores them."""

from itertools import permutations
from typing import Any

from hypothesis import strategies as st

from course.argument import FORMS, Statement
from course.questions import load_bank
from course.scoring import ItemScore, score
from tests.paths import ROOT

BANK = load_bank(ROOT / "tests" / "kinds" / "argue" / "bank.toml")
LETTERS = ("D", "Q", "R", "S", "W")
STATEMENTS = tuple(Statement(form, of) for form, (count, _) in FORMS.items() for of in permutations(LETTERS, count))
CLAIMS = ("C004", "C025", "C088", "C092", "C094", "C097")

OFTEN = tuple(
    Statement(form, tuple(of))  # type: ignore[arg-type] # a form
    for form, of in (
        ("only_if_either", "DSW"), ("only_if", "DS"), ("only_if", "RD"), ("if", "SD"), ("if_not", "DR"), ("not", "S"),
        ("not", "W"), ("not", "D"), ("not", "R"), ("neither", "SW"), ("either", "SR"), ("is", "Q"), ("if", "QR"),
    )
)  # fmt: skip
"""Of which arguments are made that follow more often than those of chance."""

statements = st.sampled_from(OFTEN) | st.sampled_from(STATEMENTS)
conclusions = st.sampled_from([Statement(form, (of,)) for form in ("not", "is") for of in ("R", "D")])

Premise = tuple[str, ...]
"""A form, its letters in one text, and the claims cited: `("only_if", "DS", "C025")`."""


def premise(form: str, of: str, *claims: str) -> dict[str, Any]:
    return {"form": form, "of": [None if letter == "_" else letter for letter in of], "claims": list(claims)}


def argument(*premises: Premise, so: str = "not R") -> dict[str, Any]:
    """An answer; `so` is the conclusion, “not R” or “R”, or "" for none yet."""
    *form, of = so.split() or ["", ""]
    end = {"form": "not" if form else "is", "of": [of]} if so else None
    return {"premises": [premise(*each) for each in premises], "conclusion": end}


def of(said: list[Statement], end: Statement | None, *claims: str) -> dict[str, Any]:
    """The same from statements, each citing these claims."""
    premises = [{"form": each.form, "of": list(each.of), "claims": list(claims)} for each in said]
    return {"premises": premises, "conclusion": end and {"form": end.form, "of": list(end.of)}}


def scored(question: str, value: Any) -> ItemScore:
    asked = BANK[question]
    assert asked.key is not None
    return score(asked, value, asked.key)


def earned(question: str, value: Any) -> set[str]:
    return {each.id for each in scored(question, value).criteria if each.points}


def told(question: str, value: Any) -> set[str]:
    """The criteria of which an answer is told that they are missed."""
    return {each.id for each in scored(question, value).criteria if each.missed}
