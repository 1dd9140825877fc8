"""Choose one."""

from collections.abc import Iterator
from typing import Any, ClassVar

import msgspec

from course.asked.chosen import OfChoices
from course.asked.condition import Condition
from course.asked.fields import Slug
from course.asked.key import Key
from course.asked.standing import ANSWERED, Standing, incoherent


class ChooseOneWhen(Condition, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What a key may ask of a choice."""

    chose: tuple[Slug, ...] = ()
    """The choice is any of these."""
    any: tuple["ChooseOneWhen", ...] = ()
    """At least one of these conditions holds."""
    not_: "ChooseOneWhen | None" = msgspec.field(default=None, name="not")
    """This condition does not hold."""

    def met(self, answer: Any) -> bool:  # noqa: ANN401 - what was chosen
        """Whether one of them was chosen."""
        return not self.chose or answer in self.chose

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
