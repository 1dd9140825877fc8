"""An invented condition, as a record. Pure."""

from typing import Any

import msgspec

from course.argument import Proposition, Statement, sentence


class Setting(msgspec.Struct, frozen=True):
    """One invented condition.

    Attributes:
        id: its name in ids of questions.
        asks: the side that asks; as the subject of a sentence.
        asked: the side that is asked.
        demand: the condition as the first side states it, a sentence.
        letters: of deed, waiver, talks, end and sign, in this order.
        clauses: of the same five, each with its negation.
        contact: a clause: some other dealing of the two sides.
        more: a clause: the deed, and more than was asked.
        sorry: a clause: the second side speaks of the past.
        before: a clause: what the second side did earlier, the reason for the demand.
    """

    id: str
    asks: str
    asked: str
    demand: str
    letters: str
    clauses: tuple[tuple[str, str], ...]
    contact: str
    more: str
    sorry: str
    before: str

    @property
    def asks_low(self) -> str:
        """The first side inside a sentence."""
        return _low(self.asks)

    @property
    def asked_low(self) -> str:
        """The second side inside a sentence."""
        return _low(self.asked)

    @property
    def propositions(self) -> dict[str, Proposition]:
        """Letter to proposition."""
        pairs = zip(self.letters, self.clauses, strict=True)
        return {letter: Proposition(letter, text, negation) for letter, (text, negation) in pairs}

    def state(self, form: Any, of: str) -> Statement:  # noqa: ANN401 - a form of statements
        """A statement about its letters; `of` names them by part: s deed, w waiver, d talks, r end, q sign."""
        return Statement(form, tuple(self.letters["swdrq".index(part)] for part in of))

    def said(self, form: Any, of: str) -> str:  # noqa: ANN401 - a form of statements
        """The same as a plain sentence."""
        return sentence(self.state(form, of), self.propositions)

    def table(self, form: Any, of: str) -> dict[str, Any]:  # noqa: ANN401 - a form of statements
        """The same as a bank or a key writes it."""
        stated = self.state(form, of)
        return {"form": stated.form, "of": list(stated.of)}

    def table_of_propositions(self) -> list[dict[str, str]]:
        """Its propositions as a bank writes them, the sign first."""
        told = self.propositions
        order = (4, 0, 1, 2, 3)
        return [{"id": p.id, "text": p.text, "negation": p.negation} for p in (told[self.letters[n]] for n in order)]


def _low(side: str) -> str:
    return side[0].lower() + side[1:] if side.startswith("The ") else side


def setting(  # noqa: PLR0913, PLR0917 - a row of the table below
    name: str, sides: tuple[str, str], demand: str, letters: str, five: str, four: tuple[str, str, str, str]
) -> Setting:
    """One row: name, sides, demand, letters, a line for each clause with its negation, and four other clauses."""
    clauses = [tuple(part.strip() for part in line.split("/")) for line in five.strip().splitlines()]
    return Setting(name, *sides, demand, letters, tuple((a, b) for a, b in clauses), *four)
