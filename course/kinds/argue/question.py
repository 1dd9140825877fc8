"""Build an argument from blocks."""

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Annotated, Any, ClassVar

from msgspec import Meta

from course.argument import words as phrased
from course.argument.statement import FORMS, Form, Proposition, Statement
from course.asked.built import Built
from course.asked.claim_cards import claim_cards
from course.asked.condition import Condition
from course.asked.fields import ClaimId
from course.asked.key import Key
from course.asked.portfolio import Part, Piece
from course.asked.question import Lines, Option
from course.asked.shown import Committed
from course.asked.standing import Standing, State
from course.kinds.argue import check, guess, portfolio
from course.kinds.argue.analysis import analysis
from course.kinds.argue.answer import WORDS, Argued, Posed, parse
from course.kinds.argue.condition import ArgueWhen, statement_faults

CIRCLE = "Your premises already say what you set out to show, so nothing has been shown, and no point is given."
"""What is told of a circle."""


class Argue(Built, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="argue"):
    """Build an argument from blocks. Answer: a `course.kinds.argue.answer.Argued` record."""

    propositions: Annotated[tuple[Proposition, ...], Meta(min_length=2, max_length=8)]
    conclusions: Annotated[tuple[Statement, ...], Meta(min_length=1, max_length=8)]
    """What can be chosen as conclusion."""
    forms: Annotated[tuple[Form, ...], Meta(min_length=1)] = tuple(FORMS)
    start: tuple[Statement, ...] = ()
    """Premises that stand there to begin with: an argument to look at, or to mend."""
    citable: tuple[ClaimId, ...] = ()
    """Claims on offer for the premises."""
    hidden: tuple[Statement, ...] = ()
    """Premises that an author may leave unsaid. A lesson names one when only it is missing."""
    max: Annotated[int, Meta(ge=1, le=10)] = 8
    key: Key[ArgueWhen] | None = None
    condition: ClassVar[type[Condition]] = ArgueWhen
    called: ClassVar[str] = "argument"
    parts_tell: ClassVar[bool] = True
    counts_unfinished: ClassVar[bool] = True
    part: ClassVar[Part | None] = portfolio.PART
    fixed_order: ClassVar[bool] = True

    @property
    def options(self) -> tuple[Option, ...]:
        """Its propositions, each with its letter."""
        return tuple(Option(each.id, f"{each.id}: {each.text}") for each in self.propositions)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Propositions, claims and forms, and the words of the record."""
        return frozenset((*(each.id for each in self.propositions), *self.citable, *self.forms)) | WORDS

    @property
    def minutes(self) -> float:
        """Five: several things are tried and read."""
        return 5.0

    @property
    def instruction(self) -> str:
        """What to do."""
        return "Build an argument: premises, and what follows from them."

    def taken(self, value: Any) -> tuple[Standing, Any]:  # noqa: ANN401 - any JSON value
        """Where an answer stands, and the argument with what the question begins with and offers."""
        standing, made = Built.taken(self, value)
        return standing, made and Posed(made.premises, made.conclusion, self.start, self.conclusions)

    def forfeits(self, answer: Argued) -> str:
        """What is wrong with an argument that goes in a circle."""
        return CIRCLE if answer.circular else ""

    def read(self, value: Any) -> Argued:  # noqa: ANN401 - any JSON value
        """An argument; raises ValueError."""
        return parse(value)

    def faults(self) -> Iterator[str]:
        """Whether conclusions and premises speak of its propositions, in its forms."""
        yield from Built.faults(self)
        stated = (*self.conclusions, *self.start, *self.hidden)
        yield from statement_faults("conclusions, start or hidden", stated, {each.id for each in self.propositions})
        yield from (
            f"start: “{each.form}” is not among the forms." for each in self.start if each.form not in self.forms
        )
        if len(self.start) > self.max:
            yield f"start: expected at most {self.max} premises (max), found {len(self.start)}."

    def told(self, made: Argued) -> Lines:
        """Each premise with what it cites, and the conclusion."""
        texts = {each.id: each for each in self.propositions}
        lines = []
        for number, premise in enumerate(made.premises, 1):
            said = "not finished" if premise.statement is None else phrased(premise.statement, texts)
            lines.append(f"Premise {number}: {said}" + (f" ({', '.join(premise.claims)})" if premise.claims else ""))
        if made.conclusion is not None:
            lines.append(f"So: {phrased(made.conclusion, texts)}")
        return tuple(lines)

    def wrong(self, argued: Argued) -> Iterator[str]:
        """What is not on offer, or stands there twice."""
        known, citable = {each.id for each in self.propositions}, set(self.citable)
        if len(argued.premises) > self.max:
            yield f"Use at most {self.max} premises; there are {len(argued.premises)}."
        for number, premise in enumerate(argued.premises, 1):
            chosen = [each for each in premise.of if each is not None]
            if premise.form not in self.forms:
                yield f"Premise {number}: this form is not on offer."
            if len(premise.of) != FORMS[premise.form][0] or not set(chosen) <= known:
                yield f"Premise {number} names a proposition that the question does not have, or too many or too few."
            elif len(set(chosen)) < len(chosen):
                yield f"Premise {number} uses the same proposition twice."
            if not set(premise.claims) <= citable or len(set(premise.claims)) < len(premise.claims):
                yield f"Premise {number} cites a claim that is not on offer, or one claim twice."
        if argued.conclusion is not None and argued.conclusion not in self.conclusions:
            yield "The conclusion is not one of those on offer."

    def gaps(self, argued: Argued) -> Iterator[str]:
        """What is blank."""
        if not argued.premises:
            yield "There is no premise yet."
        blank = [str(number) for number, each in enumerate(argued.premises, 1) if each.statement is None]
        if blank:
            yield f"Premise {', '.join(blank)}: a part is still blank."
        if argued.conclusion is None:
            yield "The conclusion is missing."

    def possible(self, joined: Sequence[ArgueWhen]) -> bool:
        """Whether what is to be granted is consistent and keeps to the text, and a conclusion on offer is left."""
        return check.possible(self.conclusions, joined)

    def made_of(self, names: Callable[[str], str]) -> frozenset[str]:
        """The premises that it begins with, or else its letters."""
        begun = (f"{each.form} {[names(of) for of in each.of]}" for each in self.start)
        return frozenset(begun) or Built.made_of(self, names)

    def pieces(self, value: Any) -> Iterator[Piece]:  # noqa: ANN401 - a complete answer
        """The argument."""
        return portfolio.pieces(self.title, self.propositions, value)

    def guess(self, chance: Random) -> dict[str, Any]:
        """Any argument."""
        end, letters = chance.choice(self.conclusions), [each.id for each in self.propositions]
        premises = guess.premises(letters, self.forms, self.citable, self.max, chance)
        return {"premises": premises, "conclusion": {"form": end.form, "of": list(end.of)}}

    def cards(self) -> list[dict[str, Any]]:
        """Its propositions."""
        return [{"id": each.id, "text": each.text} for each in self.propositions]

    def page(self) -> dict[str, Any]:
        """Forms, conclusions, and claims on offer. Only a lesson's argument is judged while it grows (`live`)."""
        texts = {each.id: each for each in self.propositions}
        return {
            "forms": [{"id": form, "slots": FORMS[form][0], "words": FORMS[form][1]} for form in self.forms],
            "conclusions": [{"form": c.form, "of": list(c.of), "text": phrased(c, texts)} for c in self.conclusions],
            "start": self._begun,
            "citable": claim_cards(self.citable),
            "max": self.max,
            "live": self.points is None,
        }

    def reveals(self, value: Any, first: Committed | None) -> dict[str, Any]:  # noqa: ANN401, ARG002 - any JSON value
        """What the page draws of the argument, while there is none, of the one to begin with."""
        value = {"premises": self._begun} if value is None else value
        odd = self.stand(value).state in (State.NOT_ATTEMPTED, State.INCOHERENT)
        return {"analysis": None if odd else analysis(self.read(value), self.propositions, self.hidden)}

    @property
    def _begun(self) -> list[dict[str, Any]]:
        return [{"form": each.form, "of": list(each.of), "claims": []} for each in self.start]
