"""Choose one."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from random import Random
from typing import Any, ClassVar

import msgspec

from course.asked.chosen import OfChoices
from course.asked.condition import Condition
from course.asked.fields import Slug
from course.asked.key import Key
from course.asked.report import Pick
from course.asked.standing import ANSWERED, Standing, incoherent
from course.kinds.choose_one import check, report


class ChooseOneWhen(Condition, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What a key may ask of a choice."""

    chose: tuple[Slug, ...] = ()
    """The choice is any of these."""
    any: tuple["ChooseOneWhen", ...] = ()
    """At least one of these conditions holds."""
    not_: "ChooseOneWhen | None" = msgspec.field(default=None, name="not")
    """This condition does not hold."""
    given: "ChooseOneWhen | None" = None
    """Only where this holds is the rest judged."""

    def met(self, answer: Any) -> bool:  # noqa: ANN401 - what was chosen
        """Whether one of them was chosen."""
        return not self.chose or answer in self.chose

    def about(self, answer: Any) -> Iterator[str]:  # noqa: ANN401 - what was chosen
        """The choice, if it names it."""
        if answer in self.chose:
            yield answer

    def each(self, answer: Any) -> dict[str, bool]:  # noqa: ANN401 - what was chosen
        """Whether the choice is one of them."""
        return {answer: answer in self.chose} if self.chose and isinstance(answer, str) else {}

    def named(self) -> Iterator[str]:
        """The choices that it names."""
        yield from self.chose


class ChooseOne(OfChoices, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="choose_one"):
    """Choose one. Answer: a choice id."""

    key: Key[ChooseOneWhen] | None = None
    condition: ClassVar[type[Condition]] = ChooseOneWhen

    @property
    def instruction(self) -> str:
        """What to do."""
        return "Choose one."

    def standing(self, value: Any) -> Standing:  # noqa: ANN401 - any JSON value
        """Where a choice stands."""
        if not isinstance(value, str) or value not in {o.id for o in self.choices}:
            return incoherent("The answer is not one of the choices.")
        return ANSWERED

    def having(self, option: str) -> ChooseOneWhen:
        """The condition that a choice is made."""
        return ChooseOneWhen(chose=(option,))

    def unsaid(self, key: Key[Any], right: Collection[str]) -> Iterator[str]:
        """Wrong choices without a remark, and right ones with one."""
        return check.unsaid(self.choices, key, right, graded=self.points is not None)

    def tries(self, conditions: Sequence[Any]) -> Iterator[str]:  # noqa: ARG002 - all are few
        """Every choice."""
        yield from (choice.id for choice in self.choices)

    def picks(self, key: Key[Any]) -> tuple[Pick, ...]:
        """Its choices."""
        return report.picks(self.choices, key)

    def chosen(self, answer: str) -> Iterator[tuple[str, ...]]:
        """The choice made."""
        yield (answer,)

    def guess(self, chance: Random) -> str:
        """Any choice."""
        return chance.choice(self.choices).id

    def agree(self) -> str:
        """The first choice."""
        return self.choices[0].id

    def match(self, heard: Mapping[str, float], nearest: Callable[[str, Sequence[str]], int]) -> str | None:  # noqa: ARG002
        """The choice that sounds most like the claims; none where all sound alike."""
        alike = len({*heard.values()}) == 1
        return None if alike else max(reversed([*heard]), key=lambda choice: heard[choice])
