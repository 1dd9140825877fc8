"""What is expected of an assignment, and whether it is met."""

from collections.abc import Iterator

import msgspec

from tests.validity.asked import LEAST, beyond_reading, without_variants
from tests.validity.assignments import Assessed
from tests.validity.report import Report
from tests.validity.ways import BOTH, BY_WORDS, GENEROUS, GENEROUS_BOTH, GUESSER, PATTERNS, RECALL, TEMPLATES

MOST = {GUESSER: 0.15, RECALL: 0.35, GENEROUS: 0.35, TEMPLATES: 0.10, BOTH: 0.40, GENEROUS_BOTH: 0.40}
"""Way to the share of points that it may earn on average. From which likeness on a line counts as recalled is a choice;
so both readings are judged, the slightest likeness being the stricter."""
NAMED, FALSE = 0.95, 0.02
SPREAD = 0.10
CHANCE = 0.05
"""A difference between variants is no luck if, of all families and ways together, so small a chance speaks for luck."""
GAINED = 0.10
EIGHTY = (0.70, 0.90)


class Expectation(msgspec.Struct, frozen=True):
    """What is expected, what was found, and where it falls short; met if it falls short nowhere."""

    says: str
    found: str
    short: tuple[str, ...] = ()

    @property
    def met(self) -> bool:
        """Whether it falls short nowhere."""
        return not self.short


def expectations(assessed: Assessed, report: Report) -> Iterator[Expectation]:
    """Every expectation of an assignment, in the order of the report."""
    for way, most in MOST.items():
        got = report.by_kind[way][2]
        short = () if got <= most else (f"{way} earns {got:.1%}",)
        yield Expectation(f"{way} earns at most {most:.0%}", f"{got:.1%}", short)
    lost = tuple(f"{who} earns {share:.0%}" for who, share in report.lost.items())
    yield Expectation("expert and dissenters earn all", f"{len(lost)} answers do not", lost)
    asked_twice = [each for each in report.recall if report.named_by[each] >= 2]
    found = {each: report.recall[each] for each in asked_twice if report.recall[each] < NAMED}
    unnamed = tuple(f"{each} is named to {rate:.0%} of its holders" for each, rate in found.items())
    none = () if asked_twice else ("no misconception is asked for twice",)
    least = min((report.recall[each] for each in asked_twice), default=0.0)
    says = f"a misreading that is asked for twice is named to its holders (recall at least {NAMED})"
    yield Expectation(says, f"{least:.2f} at least", (*unnamed, *none))
    wrong = {each: rate for each, rate in report.false_alarms.items() if rate > FALSE}
    said = tuple(f"{each} is named to {rate:.1%} of the others" for each, rate in wrong.items())
    most_false = max(report.false_alarms.values(), default=0.0)
    yield Expectation(f"a misreading is named to nobody else (false alarms at most {FALSE})", f"{most_false:.3f}", said)
    eighty, (low, high) = report.curve[0.8], EIGHTY
    short = () if low <= eighty <= high else (f"they earn {eighty:.0%}",)
    yield Expectation(f"80 % of items right earns {low:.0%} to {high:.0%}", f"{eighty:.0%}", short)
    yield from _equally_hard(report)
    best, middle = report.seeds
    short = () if best - middle <= GAINED else (f"the best seed gains {best - middle:.1%}",)
    yield Expectation(f"an edited seed gains at most {GAINED:.0%}", f"{middle:.1%} → {best:.1%}", short)
    few = tuple(f"{place} is the same for all, or has fewer than four variants" for place in without_variants(assessed))
    yield Expectation("what asks for inference has variants", f"{len(few)} places have none", few)
    if assessed.name in LEAST:
        share, least = beyond_reading(assessed), LEAST[assessed.name]
        short = () if share >= least else (f"it is {share:.0%}",)
        yield Expectation(f"at least {least:.0%} is application or inference", f"{share:.0%}", short)


def _equally_hard(report: Report) -> Iterator[Expectation]:
    """Of who answers by chance or by reasoning: little between variants. Of who goes by words: no more than by luck."""
    apart = BY_WORDS | PATTERNS
    judged = {(p, way): by for p, each in report.spread.items() for way, by in each.items() if way not in apart}
    wide = tuple(f"{pool}, {way}: {by:.0%}" for (pool, way), by in judged.items() if round(by, 2) > SPREAD)
    says = f"variants of a family are equally hard (within {SPREAD:.0%} of its points)"
    yield Expectation(says, f"{max(judged.values(), default=0.0):.0%} at most", wide)
    luck = {(p, way): by for p, each in report.luck.items() for way, by in each.items() if by is not None}
    bound = CHANCE / max(1, len(luck))
    wide = tuple(f"{pool}, {way}: {by:.4f}" for (pool, way), by in luck.items() if by < bound)
    says = f"who goes by words finds variants unlike by luck alone (chance of it at least {CHANCE} over all)"
    untold = sum(None in each.values() for each in report.luck.values())
    least = min(luck.values(), default=1.0)
    yield Expectation(says, f"{least:.2f} at least, of {len(luck)}; {untold} families can’t be told", wide)
