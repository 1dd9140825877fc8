"""Statements as data, and in words."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Letter = Annotated[str, Meta(pattern=r"^[A-Z][A-Z0-9]{0,3}$", description="the letter of a proposition")]
Form = Literal["is", "not", "if", "only_if", "only_if_either", "if_not", "either", "both", "neither"]

FORMS: dict[Form, tuple[int, str]] = {
    "is": (1, "{0}"),
    "not": (1, "not: {0}"),
    "if": (2, "if {0}, then {1}"),
    "only_if": (2, "{0} only if {1}"),
    "only_if_either": (3, "{0} only if {1} or {2}"),
    "if_not": (2, "if not {0}, then not {1}"),
    "either": (2, "{0} or {1}, or both"),
    "both": (2, "{0} and {1}"),
    "neither": (2, "neither {0} nor {1}"),
}
"""Form to how many propositions it takes, and its words."""
PLAIN: dict[Form, str] = {
    "is": "{0.text}",
    "not": "{0.negation}",
    "if": "if {0.text}, then {1.text}",
    "only_if": "{0.text} only if {1.text}",
    "only_if_either": "{0.text} only if {1.text} or {2.text}",
    "if_not": "if {0.negation}, then {1.negation}",
    "either": "{0.text} or {1.text}, or both",
    "both": "{0.text} and {1.text}",
    "neither": "{0.negation}, and {1.negation}",
}
"""Form to a plain sentence of clauses."""
RULES: frozenset[Form] = frozenset({"if", "only_if", "only_if_either", "if_not"})
"""Forms that say what depends on what. The others say what is the case."""


class Proposition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What can be true or false.

    Attributes:
        id: its letter.
        text: a clause without a full stop, such as “substantive dialogue takes place”.
        negation: the clause that says it is false.
    """

    id: Letter
    text: str
    negation: str


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A form and the letters it is about, in order: ``Statement("only_if", ("D", "S"))`` is “D only if S”.

    “D only if S” and “if D, then S” say the same: S is necessary for D. “If S, then D” is the converse: S is
    sufficient.
    """

    form: Form
    of: tuple[Letter, ...]

    @property
    def fits(self) -> bool:
        """Whether the form has as many propositions as it takes."""
        return len(self.of) == FORMS[self.form][0]


def letters(statements: Iterable[Statement]) -> tuple[str, ...]:
    """The letters that occur, each once, in the order of the alphabet."""
    return tuple(sorted({letter for statement in statements for letter in statement.of}))


def words(statement: Statement, texts: Mapping[str, Proposition] | None = None) -> str:
    """The statement in words, with letters, or with the clauses of `texts` in quotation marks."""
    names = [f"“{texts[each].text}”" if texts and each in texts else each for each in statement.of]
    return FORMS[statement.form][1].format(*names)


def sentence(statement: Statement, texts: Mapping[str, Proposition]) -> str:
    """The statement as a plain sentence: the clauses of `texts` without quotation marks, a denial as its own clause."""
    said = PLAIN[statement.form].format(*(texts[each] for each in statement.of))
    return f"{said[:1].upper()}{said[1:]}."


def world_in_words(world: Mapping[str, bool], texts: Mapping[str, Proposition]) -> tuple[str, ...]:
    """A world as clauses, what is true in it first."""
    known = [letter for letter in texts if letter in world]
    told = sorted(known, key=lambda letter: not world[letter])
    return tuple(texts[letter].text if world[letter] else texts[letter].negation for letter in told)
