"""Propose a deal, and relax positions until nobody walks away."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from msgspec import Meta

from course.asked.built import built
from course.asked.condition import Condition
from course.asked.fields import Slug
from course.asked.key import Key
from course.asked.question import Asked, Lines, Option, fitting
from course.asked.standing import Standing, State
from course.kinds.deal.answer import Dealt, parse
from course.kinds.deal.condition import DealWhen
from course.kinds.deal.positions import positions
from course.tables import read


class Deal(Asked, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="deal"):
    """Propose a deal, and relax positions until nobody walks away. Answer: a `course.kinds.deal.answer.Dealt` record.

    Issues and positions stand in the tables `bargaining_options` and `bargaining_positions`.
    """

    issues: Annotated[tuple[Slug, ...], Meta(min_length=1, max_length=8)]
    relax: bool = True
    """Whether positions may be relaxed; otherwise only a deal is proposed."""
    key: Key[DealWhen] | None = None
    condition: ClassVar[type[Condition]] = DealWhen

    @property
    def options(self) -> tuple[Option, ...]:
        """Its issues, with their ids for texts."""
        return tuple(Option(issue, issue) for issue in self.issues)

    @property
    def instruction(self) -> str:
        """What to do."""
        return "Propose a deal: one option on each issue."

    def read(self, value: Any) -> Dealt:  # noqa: ANN401 - any JSON value
        """A deal; raises ValueError."""
        return parse(value)

    def standing(self, value: Any) -> Standing:  # noqa: ANN401 - any JSON value
        """Where a deal stands."""
        return built("deal", lambda: self._wrong(value), lambda: self._gaps(value))

    def in_words(self, answer: Any) -> Lines:  # noqa: ANN401 - any JSON value
        """The terms, and what is supposed."""
        if self.stand(answer).state in (State.NOT_ATTEMPTED, State.INCOHERENT):
            return fitting([None] if answer is not None else [])
        made = parse(answer)
        options = {str(row["id"]): row for row in read("bargaining_options")}
        names = {str(row["issue"]): str(row["issue_name"]) for row in options.values()}
        lines = [f"{names[issue]}: {options[option]['name']}" for issue, option in made.terms.items()]
        supposed = [f"Supposed: {side} accepts {options[option]['name']}" for side, _, option in made.relaxed]
        return (*lines, *supposed)

    def _wrong(self, value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
        dealt, table = parse(value), positions(self.issues)
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

    def _gaps(self, value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
        terms = parse(value).terms
        left = sum(issue not in terms for issue in self.issues)
        if left:
            yield f"{left} of {len(self.issues)} terms still to propose."
