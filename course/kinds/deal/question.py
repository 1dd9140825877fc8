"""Propose a deal, and relax positions until nobody walks away."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Annotated, Any, ClassVar

from msgspec import Meta

from course.asked.built import Built
from course.asked.condition import Condition
from course.asked.fields import Slug
from course.asked.key import Key
from course.asked.question import Lines, Option
from course.asked.standing import Standing
from course.kinds.deal import check, guess
from course.kinds.deal.answer import Dealt, Posed, parse
from course.kinds.deal.condition import DealWhen
from course.kinds.deal.positions import positions
from course.kinds.deal.shown import cards
from course.tables import read


class Deal(Built, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="deal"):
    """Propose a deal, and relax positions until nobody walks away. Answer: a `course.kinds.deal.answer.Dealt` record.

    Issues and positions stand in the tables `bargaining_options` and `bargaining_positions`.
    """

    issues: Annotated[tuple[Slug, ...], Meta(min_length=1, max_length=8)]
    relax: bool = True
    """Whether positions may be relaxed; otherwise only a deal is proposed."""
    key: Key[DealWhen] | None = None
    condition: ClassVar[type[Condition]] = DealWhen
    called: ClassVar[str] = "deal"
    counts_unfinished: ClassVar[bool] = True
    fixed_order: ClassVar[bool] = True

    @property
    def options(self) -> tuple[Option, ...]:
        """Its issues, with their ids for texts."""
        return tuple(Option(issue, issue) for issue in self.issues)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Issues, options and sides, and the words of the record."""
        table = positions(self.issues)
        options = (option for issue in self.issues for option in table.options.get(issue, ()))
        return frozenset((*self.issues, *options, *table.sides, *Dealt.__struct_fields__))

    @property
    def minutes(self) -> float:
        """Five: several things are tried and read."""
        return 5.0

    @property
    def instruction(self) -> str:
        """What to do."""
        return "Propose a deal: one option on each issue."

    def read(self, value: Any) -> Dealt:  # noqa: ANN401 - any JSON value
        """A deal; raises ValueError."""
        return parse(value)

    def taken(self, value: Any) -> tuple[Standing, Any]:  # noqa: ANN401 - any JSON value
        """Where an answer stands, and the deal with the issues that the question asks for."""
        standing, made = Built.taken(self, value)
        return standing, made and Posed(made.terms, made.relaxed, self.issues)

    def told(self, made: Dealt) -> Lines:
        """The terms, and what is supposed."""
        options = {str(row["id"]): row for row in read("bargaining_options")}
        names = {str(row["issue"]): str(row["issue_name"]) for row in options.values()}
        lines = [f"{names[issue]}: {options[option]['name']}" for issue, option in made.terms.items()]
        supposed = [f"Supposed: {side} accepts {options[option]['name']}" for side, _, option in made.relaxed]
        return (*lines, *supposed)

    def wrong(self, dealt: Dealt) -> Iterator[str]:
        """What the tables don't have, or stands there twice."""
        table = positions(self.issues)
        options = {issue: set(table.options[issue]) for issue in self.issues if issue in table.options}
        if any(option not in options.get(issue, ()) for issue, option in dealt.terms.items()):
            yield "The deal names an issue or an option that the question does not have."
        if dealt.relaxed and not self.relax:
            yield "The answer relaxes a position, which the question does not ask."
        for side, issue, option in dealt.relaxed:
            if side not in table.sides or option not in options.get(issue, ()):
                yield "The answer relaxes a position that the question does not have."
                return
        if len(set(dealt.relaxed)) < len(dealt.relaxed):
            yield "A position is relaxed twice."

    def lacking(self, value: Any) -> tuple[str, ...]:  # noqa: ANN401 - any JSON value
        """Issues without terms; none if the answer can't be read."""
        try:
            terms = parse({} if value is None else value).terms
        except ValueError:
            return ()
        return tuple(issue.id for issue in self.options if issue.id not in terms)

    def gaps(self, dealt: Dealt) -> Iterator[str]:
        """What is blank."""
        left = sum(issue not in dealt.terms for issue in self.issues)
        if left:
            yield f"{left} of {len(self.issues)} terms still to propose."

    def look_up(self) -> None:
        """Its issues; raises BankError."""
        positions(self.issues)

    def possible(self, joined: Sequence[DealWhen]) -> bool:
        """Whether some terms are on the table, and whether the positions to relax are."""
        return check.possible(self.issues, joined, relax=self.relax)

    def guess(self, chance: Random) -> dict[str, Any]:
        """Any deal."""
        return guess.guess(self.issues, chance, relax=self.relax)

    def cards(self) -> list[dict[str, Any]]:
        """Who accepts what is in the brief, so the page shows it, graded or not; raises BankError."""
        return cards(self.issues)

    def page(self) -> dict[str, Any]:
        """The sides, and whether positions may be relaxed."""
        return {"sides": list(positions(self.issues).sides), "relax": self.relax}
