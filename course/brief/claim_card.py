"""One claim of the brief, with who asserts it and how firmly.

The coding (kind, attribution, function of words) is the course's reading, not the author's.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from html import escape
from textwrap import fill

from course import tables
from course.brief.known import known

WIDTH = 96

FIRMNESS = ("hedged", "plain", "emphatic")
"""How firmly a claim is made, from weak to strong."""
HEDGES = ("hedge", "probability")
"""Functions of words that weaken a claim."""

_VOICES = {
    "reported fact": "the author reports as fact",
    "attributed report": "the author passes on a report",
    "inference": "the author infers",
    "judgement": "the author judges",
    "goal": "the author ascribes this aim to {actors}",
    "precondition": "the author gives it as the condition set by {actors}",
    "norm": "the author states it as a rule",
}
_MARKS = {
    "hedge": "hedged",
    "probability": "with a word of probability",
    "emphasis": "stressed",
    "viewpoint": "as seen by {actors}",
    "condition": "within a condition",
    "time": "in time",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A few words of the brief that carry its stance.

    Attributes:
        words: as in the brief.
        function: hedge, probability, emphasis, attribution, viewpoint, time, condition or key_word.
    """

    words: str
    function: str


@dataclass(frozen=True, slots=True, repr=False)
class Claim:
    """One claim of the brief. The columns of ``claims.csv``, with its actors and wordings."""

    id: str
    section: str
    subsection: str
    place: str
    sentence: int
    kind: str
    paraphrase: str
    attributed_to: str | None
    attribution_note: str | None
    date: str | None
    date_precision: str | None
    note: str | None
    actors: tuple[str, ...]
    wordings: tuple[Wording, ...]

    def words(self, *functions: str) -> tuple[str, ...]:
        """Words with one of these functions, in the order of the sentence."""
        return tuple(each.words for each in self.wordings if each.function in functions)

    @property
    def _about(self) -> str:
        return " and ".join(f"the {name}" if name.isupper() else name for name in self.actors)

    @property
    def firmness(self) -> str:
        """One of `FIRMNESS`: hedged (a hedge or a word of probability), emphatic, or plain."""
        if self.words(*HEDGES):
            return "hedged"
        return "emphatic" if self.words("emphasis") else "plain"

    @property
    def asserted_by(self) -> str:
        """Who asserts it, as a phrase."""
        if self.attributed_to:
            note = f" ({self.attribution_note})" if self.attribution_note else ""
            return f"attributed to {self.attributed_to}{note}"
        return _VOICES[self.kind].format(actors=self._about)

    @property
    def stance(self) -> str:
        """Who asserts it and how firmly, as a phrase: “the author infers, hedged: ‘may be’”."""
        parts = [self.asserted_by]
        if self.firmness == "plain":
            parts.append("without a further hedge" if self.attributed_to else "without a hedge")
        for function, phrase in _MARKS.items():
            if words := self.words(function):
                quoted = ", ".join(f"‘{each}’" for each in words)
                parts.append(f"{phrase.format(actors=self._about)}: {quoted}")
        return ", ".join(parts)

    def __repr__(self) -> str:
        lines = [self.paraphrase, f"Stance: {self.stance}.", *([f"Note: {self.note}"] if self.note else [])]
        body = (fill(line, WIDTH, initial_indent="  ", subsequent_indent="  ") for line in lines)
        return "\n".join([f"{self.id} · {self.place} · {self.subsection}", *body])

    def _repr_html_(self) -> str:
        note = f"<p><small>Note: {escape(self.note)}</small></p>" if self.note else ""
        return (
            f"<div><p><strong>{self.id}</strong> · {escape(self.place)} · {escape(self.subsection)}</p>"
            f"<blockquote><p>{escape(self.paraphrase)}</p></blockquote>"
            f"<p><strong>Stance:</strong> {escape(self.stance)}.</p>{note}</div>"
        )


@cache
def all_claims() -> dict[str, Claim]:
    """Claims by id, in the order of the text. Do not change the dictionary; the claims cannot be changed.

    Raises:
        TableError: a table differs from its description.
    """
    actors, wordings = tables.links("claim", "actors"), defaultdict(list)
    for row in tables.read("claim_wordings"):
        wordings[row["claim_id"]].append(Wording(str(row["words"]), str(row["function"])))
    rows = tables.read("claims")
    return {
        str(row["id"]): Claim(
            **row,  # type: ignore[arg-type]  # the descriptor types the columns
            actors=actors.get(str(row["id"]), ()),
            wordings=tuple(wordings[row["id"]]),
        )
        for row in rows
    }


def claim(claim_id: str) -> Claim:
    """One claim of the brief: what it says, where, who asserts it, and how firmly.

    Args:
        claim_id: such as ``"C025"``; upper or lower case.

    Returns:
        A card to read. Its parts have names, such as ``.paraphrase``, ``.place``, ``.asserted_by`` and ``.firmness``.

    Raises:
        UnknownName: there is no such claim. The message names the nearest.

    Example:
        brief.claim("C025")
    """
    return all_claims()[known("claim", claim_id, all_claims())]
