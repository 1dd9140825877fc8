"""Forecast dated events."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Meta

from course.asked.by_item import how_far
from course.asked.chances import OUT_OF_RANGE, OfChances, chances
from course.asked.fields import Pair, Slug, Text
from course.asked.prose import as_text, runs
from course.asked.question import Option
from course.asked.report import ClassRow, ClassTable
from course.asked.standing import Standing
from course.forecasting import Rule, broken, implies, needs_one_of
from course.kinds.forecast import report
from course.tables import read


class Needs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event that can come only in one of some ways: P(what) is at most the sum of P(way).

    With a premise the rule binds only those who hold it: “talks need steps or a waiver”.
    """

    what: Slug
    ways: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    premise: Text = ""


class Forecast(OfChances, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="forecast"):
    """Forecast dated events. Answer: {item id: probability, 0 to 1}.

    Forecasts that do not fit together are pointed out, and can be committed all the same.
    """

    items: Annotated[tuple[Option, ...], Meta(min_length=1, max_length=20)]
    settled_by: dict[Slug, Text]
    """Item to what would settle it: its resolution criteria."""
    implies: tuple[Pair, ...] = ()
    """In every pair the first event implies the second."""
    needs: tuple[Needs, ...] = ()
    counts_unfinished: ClassVar[bool] = True
    class_table: ClassVar[ClassTable | None] = report.TABLE

    @property
    def minutes(self) -> float:
        """One for each event."""
        return float(len(self.items))

    @property
    def instruction(self) -> str:
        """What to do."""
        return "Give each a probability from 0 to 100 %, then commit."

    def standing(self, value: Any) -> Standing:  # noqa: ANN401 - any JSON value
        """Where forecasts stand. What does not fit together is noted, and holds nothing up."""
        said = chances(self, value)
        if said is None:
            return OUT_OF_RANGE
        found = how_far(self, said, "judge")
        apart = broken(self.rules, said)
        always = tuple(rule.why for rule in apart if not rule.premise)
        held = tuple(rule.why for rule in apart if rule.premise)
        notes = (*(("Not everything fits together:", *always) if always else ()), *held)
        return Standing(found.state, found.reasons, notes) if notes else found

    def faults(self) -> Iterator[str]:
        """Whether what belongs together is asked, and whether each event can be settled."""
        yield from OfChances.faults(self)
        ids = {o.id for o in self.items}
        named = [i for pair in self.implies for i in pair]
        named += [i for each in self.needs for i in (each.what, *each.ways)]
        yield from (f"implies or needs: “{i}” is not an item." for i in named if i not in ids)
        yield from (f"settled_by: “{i}” is not an item." for i in self.settled_by if i not in ids)
        missing = sorted(ids - self.settled_by.keys())
        yield from (f"settled_by: expected what would settle “{i}”." for i in missing)

    def page(self) -> dict[str, Any]:
        """What settles each event, and the words for probabilities."""
        return {
            "settled_by": {name: runs(text) for name, text in self.settled_by.items()},
            "terms": [{name: row[name] for name in ("term", "low", "high")} for row in read("probability_terms")],
        }

    def own_texts(self) -> Iterator[tuple[str, str]]:
        """What settles each event, and the premises of rules."""
        yield from ((f"settled_by “{each}”", text) for each, text in self.settled_by.items())
        yield from ((f"needs “{each.what}”", each.premise) for each in self.needs if each.premise)

    def class_rows(self, place: str, answers: Sequence[Any], few: int) -> tuple[ClassRow, ...]:
        """What the class forecast, event by event."""
        return report.rows(place, self.items, answers, few)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that forecasts have to keep; `why` names events by their texts."""
        texts = {item.id: as_text(item.text) for item in self.items}
        found = [implies(narrow, wide) for narrow, wide in self.implies]
        found += [needs_one_of(each.what, each.ways, each.premise) for each in self.needs]
        return tuple(msgspec.structs.replace(rule, why=_named(rule.why, texts)) for rule in found)


def _named(why: str, texts: dict[str, str]) -> str:
    for name, text in texts.items():
        why = why.replace(f"“{name}”", f"“{text}”")
    return why
