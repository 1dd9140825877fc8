"""Place items in categories."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Meta

from course.asked.by_item import OfItems, given, how_far, lines
from course.asked.condition import Condition
from course.asked.counted import Counted
from course.asked.fields import Slug
from course.asked.key import Key
from course.asked.prose import as_text, runs
from course.asked.question import Lines, Options, twice
from course.asked.report import Pick
from course.asked.standing import Standing, incoherent
from course.kinds.classify import check, counted, report
from course.kinds.classify.category import Category


class ClassifyWhen(Condition, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What a key may ask of a classification."""

    places: dict[Slug, Slug | tuple[Slug, ...]] = msgspec.field(default_factory=dict)
    """Every item named stands in its category, or in one of its categories."""
    any: tuple["ClassifyWhen", ...] = ()
    """At least one of these conditions holds."""
    not_: "ClassifyWhen | None" = msgspec.field(default=None, name="not")
    """This condition does not hold."""
    given: "ClassifyWhen | None" = None
    """Only where this holds is the rest judged."""

    def met(self, answer: dict[str, Any]) -> bool:
        """Whether every item named stands where it should; one not placed stands nowhere."""
        return all(self.each(answer).values())

    def each(self, answer: dict[str, Any]) -> dict[str, bool]:
        """Whether each item named stands where it should."""
        return {
            item: answer.get(item) in ((wanted,) if isinstance(wanted, str) else wanted)
            for item, wanted in self.places.items()
        }

    def unfit(self, question: Any) -> Iterator[str]:  # noqa: ANN401 - a classification
        """Items and categories that the question does not have."""
        yield from Condition.unfit(self, question)
        known = {c.id for c in question.categories}
        wanted = [c for v in self.places.values() for c in ((v,) if isinstance(v, str) else v)]
        yield from (f"when: “{c}” is not a category of the question." for c in wanted if c not in known)

    def named(self) -> Iterator[str]:
        """The items that it names."""
        yield from self.places


class Classify(OfItems, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="classify"):
    """Place items in categories. Answer: {item id: category id}."""

    items: Options
    categories: Annotated[tuple[Category, ...], Meta(min_length=2, max_length=8)]
    key: Key[ClassifyWhen] | None = None
    condition: ClassVar[type[Condition]] = ClassifyWhen
    counts_unfinished: ClassVar[bool] = True

    @property
    def instruction(self) -> str:
        """Where to place them."""
        return "Place each in: " + "; ".join(as_text(c.text) for c in self.categories) + "."

    def standing(self, value: Any) -> Standing:  # noqa: ANN401 - any JSON value
        """Where a classification stands."""
        placed, known = given(self, value), {c.id for c in self.categories}
        if placed is None or not all(isinstance(v, str) and v in known for v in placed.values()):
            return incoherent("The answer names an item or a category that the question does not have.")
        held = Counter(placed.values())
        over = [c for c in self.categories if c.max is not None and held[c.id] > c.max]
        if over:
            return incoherent(*(f"“{as_text(c.text)}” can hold {c.max}; it holds {held[c.id]}." for c in over))
        return how_far(self, placed, "place")

    def faults(self) -> Iterator[str]:
        """Whether every category stands there once."""
        yield from OfItems.faults(self)
        yield from twice("categories: id “{}” stands there twice.", (c.id for c in self.categories))

    @property
    def earlier(self) -> dict[str, str]:
        """Earlier names of items and of categories."""
        items = {old: option.id for option in self.items for old in option.was}
        return items | {old: category.id for category in self.categories for old in category.was}

    @property
    def vocabulary(self) -> frozenset[str]:
        """Items and categories."""
        return frozenset((*(each.id for each in self.items), *(each.id for each in self.categories)))

    def page(self) -> dict[str, Any]:
        """The categories."""
        return {"categories": [{"id": c.id, "text": runs(c.text)} for c in self.categories]}

    def in_words(self, answer: Any) -> Lines:  # noqa: ANN401 - any JSON value
        """Each item and where it was placed."""
        held = {c.id: as_text(c.text) for c in self.categories}
        return lines(
            self,
            answer,
            lambda item, value: f"{item} → {held[value]}" if isinstance(value, str) and value in held else None,
        )

    def counted(self, conditions: Sequence[Any], answer: Any) -> Counted | None:  # noqa: ANN401 - as conditions take it
        """Items in a category that all conditions accept."""
        return counted.counted([each.id for each in self.categories], conditions, answer)

    def own_texts(self) -> Iterator[tuple[str, str]]:
        """The texts of its categories."""
        yield from ((f"category “{each.id}”", each.text) for each in self.categories)

    def own_lists(self) -> dict[str, tuple[str, ...]]:
        """Its categories."""
        return {"categories": tuple(each.text for each in self.categories)}

    def sorts(self) -> dict[str, str]:
        """Its categories."""
        return {each.id: each.text for each in self.categories}

    def placed(self, key: Key[Any]) -> dict[str, set[str]]:
        """Item to the categories that all criteria accept."""
        return check.placed(key)

    def given_away(self, key: Key[Any], names: Callable[[str], bool]) -> Iterator[str]:
        """Items that a hint names with their category."""
        return check.given_away(self.items, self.categories, key, names)

    def tries(self, conditions: Sequence[Any]) -> Iterator[dict[str, str]]:
        """Placings that the conditions allow."""
        return check.tries(self.items, self.categories, conditions)

    def picks(self, key: Key[Any]) -> tuple[Pick, ...]:
        """Each item in each category."""
        return report.picks(self.items, self.categories, key)

    def chosen(self, answer: dict[str, str | None]) -> Iterator[tuple[str, ...]]:
        """Each item that is placed, with its category."""
        yield from ((item, category) for item, category in answer.items() if category is not None)

    def guess(self, chance: Random) -> dict[str, str]:
        """Each item in any category."""
        return {item.id: chance.choice(self.categories).id for item in self.items}

    def agree(self) -> dict[str, str]:
        """All items in the first category."""
        return dict.fromkeys((item.id for item in self.items), self.categories[0].id)

    def match(self, heard: Mapping[str, float], nearest: Callable[[str, Sequence[str]], int]) -> dict[str, str]:  # noqa: ARG002
        """Each item in the category that sounds most like it."""
        texts = [category.text for category in self.categories]
        return {item.id: self.categories[nearest(item.text, texts)].id for item in self.items}

    def slip(self, right: Any, wrong: Any, slips: Callable[[], bool]) -> Any:  # noqa: ANN401 - any JSON values
        """Each item is placed by itself."""
        if not isinstance(right, dict):
            return OfItems.slip(self, right, wrong, slips)
        return {item: wrong[item] if slips() else placed for item, placed in right.items()}
