"""Arguments as a portfolio keeps them. Pure."""

from collections.abc import Iterator, Sequence
from typing import Any

from course.argument import Proposition, judge, words
from course.asked.portfolio import Part, Piece
from course.kinds.argue.answer import parse


class Argument(Piece, frozen=True):
    """An argument as it stands: premises with their claims, the conclusion, and what the model says of it."""

    premises: tuple[str, ...]
    conclusion: str
    verdict: str

    @property
    def points(self) -> tuple[str, ...]:
        """The premises."""
        return self.premises

    @property
    def so(self) -> str:
        """The conclusion."""
        return self.conclusion

    @property
    def judged(self) -> str:
        """The verdict."""
        return self.verdict


PART = Part("arguments", Argument, "What I argued", "Arguments are built in {}.")


def pieces(title: str, propositions: Sequence[Proposition], value: Any) -> Iterator[Argument]:  # noqa: ANN401 - JSON
    """The argument that an answer makes, if it concludes something."""
    built = parse(value)
    if built.conclusion is None:
        return
    clauses = {each.id: each for each in propositions}
    premises = tuple(
        words(said, clauses) + (f" ({', '.join(each.claims)})" if each.claims else "")
        for each in built.premises
        if (said := each.statement) is not None
    )
    found = judge(built.statements, built.conclusion)
    valid = "Valid: the conclusion follows." if found.valid else "Not valid: the premises leave another way open."
    idle = f" Premise {', '.join(str(n + 1) for n in found.idle)} does no work." if found.idle else ""
    verdict = valid + idle if found.consistent else "The premises contradict one another."
    yield Argument(title, premises, words(built.conclusion, clauses), verdict)
