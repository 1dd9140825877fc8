"""Choose several."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from random import Random
from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Meta

from course.asked.chosen import OfChoices
from course.asked.condition import Condition
from course.asked.counted import Counted
from course.asked.fields import Slug
from course.asked.key import Key
from course.asked.prose import as_text
from course.asked.report import Pick
from course.asked.standing import ANSWERED, Standing, incoherent, incomplete
from course.kinds.choose_many import check, counted, report


class ChooseManyWhen(Condition, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What a key may ask of choices."""

    includes: tuple[Slug, ...] = ()
    """All of these are chosen."""
    excludes: tuple[Slug, ...] = ()
    """None of these is chosen."""
    any: tuple["ChooseManyWhen", ...] = ()
    """At least one of these conditions holds."""
    not_: "ChooseManyWhen | None" = msgspec.field(default=None, name="not")
    """This condition does not hold."""
    given: "ChooseManyWhen | None" = None
    """Only where this holds is the rest judged."""

    def met(self, answer: Any) -> bool:  # noqa: ANN401 - a list of ids
        """Whether all of the first and none of the second are chosen."""
        return all(i in answer for i in self.includes) and not any(i in answer for i in self.excludes)

    def about(self, answer: Any) -> Iterator[str]:  # noqa: ANN401 - a list of ids
        """The one choice that it names, if it was made."""
        named = [*self.named()]
        yield from named if len(named) == 1 and named[0] in answer else [""]

    def each(self, answer: Any) -> dict[str, bool]:  # noqa: ANN401 - a list of ids
        """Of the choices that were made and that it names, whether each is to be made."""
        return {i: i not in self.excludes for i in self.named() if i in answer}

    @property
    def denies(self) -> bool:
        """What is not chosen is absent."""
        return bool(self.excludes)

    def named(self) -> Iterator[str]:
        """The choices that it names."""
        yield from (*self.includes, *self.excludes)


class ChooseMany(OfChoices, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="choose_many"):
    """Choose several. Answer: a list of choice ids. A choice in `alone` contradicts every other choice."""

    min: Annotated[int, Meta(ge=1)] = 1
    max: Annotated[int, Meta(ge=1)] | None = None
    alone: tuple[Slug, ...] = ()
    key: Key[ChooseManyWhen] | None = None
    condition: ClassVar[type[Condition]] = ChooseManyWhen
    counts_unfinished: ClassVar[bool] = True

    @property
    def instruction(self) -> str:
        """How many to choose."""
        low, high = self.min, self.max
        if high is None:
            return "Choose all that fit." if low == 1 else f"Choose at least {low}."
        return f"Choose {low}." if low == high else f"Choose {low} to {high}."

    def standing(self, value: Any) -> Standing:  # noqa: ANN401 - any JSON value
        """Where choices stand."""
        texts = {o.id: as_text(o.text) for o in self.choices}
        if not isinstance(value, list) or not all(isinstance(v, str) and v in texts for v in value):
            return incoherent("The answer holds something that is not one of the choices.")
        if len(set(value)) < len(value):
            return incoherent("A choice is listed twice.")
        lone = [v for v in value if v in self.alone]
        if lone and len(value) > 1:
            return incoherent(f"“{texts[lone[0]]}” contradicts every other choice.")
        if self.max is not None and len(value) > self.max:
            return incoherent(f"Choose at most {self.max}; {len(value)} are chosen.")
        if len(value) < self.min and not lone:
            return incomplete(f"Choose at least {self.min}; {len(value)} so far.")
        return ANSWERED

    def faults(self) -> Iterator[str]:
        """Whether lone choices are choices, and how many may be chosen."""
        yield from OfChoices.faults(self)
        ids = {o.id for o in self.choices}
        yield from (f"alone: “{i}” is not a choice." for i in self.alone if i not in ids)
        top = len(ids) if self.max is None else self.max
        if not self.min <= top <= len(ids):
            yield f"min and max: expected 1 ≤ min ≤ max ≤ {len(ids)}, got {self.min} and {top}."

    def counted(self, conditions: Sequence[Any], answer: Any) -> Counted | None:  # noqa: ANN401 - as conditions take it
        """Choices that are rightly made or rightly left."""
        return counted.counted(conditions, answer)

    def having(self, option: str) -> ChooseManyWhen:
        """The condition that a choice is among those made."""
        return ChooseManyWhen(includes=(option,))

    def unsaid(self, key: Key[Any], right: Collection[str]) -> Iterator[str]:  # noqa: ARG002 - either has to be named
        """Choices that the key does not name."""
        return check.unsaid(self.choices, key)

    def tries(self, conditions: Sequence[Any]) -> Iterator[list[str]]:  # noqa: ARG002 - whatever they name
        """All choices that can be made."""
        return check.tries(self.choices)

    def picks(self, key: Key[Any]) -> tuple[Pick, ...]:
        """Its choices."""
        return report.picks(self.choices, key)

    def chosen(self, answer: list[str]) -> Iterator[tuple[str, ...]]:
        """The choices made."""
        yield from ((each,) for each in answer)

    def guess(self, chance: Random) -> list[str]:
        """Every other choice."""
        return [each.id for each in self.choices if chance.random() < 0.5]

    def agree(self) -> list[str]:
        """All choices."""
        return [each.id for each in self.choices]

    def match(self, heard: Mapping[str, float], nearest: Callable[[str, Sequence[str]], int]) -> list[str] | None:  # noqa: ARG002
        """The half of the choices that sounds more like the claims; none where all sound alike."""
        if len({*heard.values()}) == 1:
            return None
        middle = sorted(heard.values())[len(heard) // 2]
        return [choice for choice, share in heard.items() if share >= middle]
