"""The report of assignments as text: figures, what falls short, and whether each expectation is met."""

import time
from collections.abc import Iterator, Sequence

from tests.validity.asked import points
from tests.validity.assignments import Assessed, load, names
from tests.validity.expected import Expectation, expectations
from tests.validity.oracle import MOST
from tests.validity.report import Report, report


def show(wanted: Sequence[str] = ()) -> None:
    """Print the report of assignments, of all if none is named; at the end a line for each expectation.

    Raises:
        ValueError: an assignment has no learners, or they do not fit its questions.
    """
    begun, found = time.perf_counter(), {}
    if unknown := [name for name in wanted if name not in names()]:
        raise ValueError(f"There is no assignment “{unknown[0]}” with learners; expected {', '.join(names())}.")
    for name in wanted or names():
        assessed = load(name)
        made = report(assessed)
        found[name] = [*expectations(assessed, made)]
        print("\n".join(lines(assessed, made, found[name])), flush=True)
    print("\nexpected of each assignment")
    print("\n".join(verdicts(found)))
    print(f"\n{time.perf_counter() - begun:.0f} seconds")


def lines(assessed: Assessed, made: Report, expected: Sequence[Expectation]) -> Iterator[str]:
    """All that is said of one assignment."""
    bank = assessed.bank
    yield f"\n{assessed.name}: {len(bank.places)} questions, {assessed.asked_total:g} points"
    if len(bank.places) < len(bank.questions):
        yield f"  {len(bank.questions)} in the bank, of which a seed draws; each learner here has a seed"
    total = assessed.asked_total
    asks = (f"{what} {got:g} ({got / total:.0%})" for what, got in points(assessed).items())
    yield f"  points by what is asked: {', '.join(asks)}"
    yield f"  {'share of points':<28}{'least':>7}{'25 %':>7}{'mean':>7}{'75 %':>7}{'most':>7}"
    for kind, five in made.by_kind.items():
        yield f"  {kind:<28}" + "".join(f"{share:7.0%}" for share in five)
    yield "  items right → points of closed questions: " + ", ".join(
        f"{a:.0%} → {b:.0%}" for a, b in made.curve.items()
    )
    guessed, nearly = made.hand_ins
    said = [f"{each:.0f}" if each < MOST else f"more than {MOST}" for each in (guessed, nearly)]
    yield f"  hand-ins with feedback to full marks in closed questions: {said[0]}; from 80 % right: {said[1]}"
    yield f"  the seed editor: {made.seeds[1]:.1%} on average, {made.seeds[0]:.1%} with the best seed"
    yield f"  {'misconception':<28}{'recall':>7}{'false':>7}{'in':>4} questions"
    for misconception, count in made.named_by.items():
        recall, false = made.recall.get(misconception), made.false_alarms.get(misconception)
        rates = "      –      –" if recall is None else f"{recall:7.2f}{false:7.2f}"
        yield f"  {misconception:<28}{rates}{count:4}"
    yield f"  {'question':<28}{'difficulty':>11}{'item–rest':>11}{'variants':>10}"
    for place, share in made.difficulty.items():
        variants = len(assessed.families.get(place, (0,)))
        yield f"  {place:<28}{share:11.2f}{made.discrimination[place]:11.2f}{variants:10}"
    yield from _families(made)
    yield from (f"  short: {fault}" for each in expected for fault in each.short)


def _families(made: Report) -> Iterator[str]:
    """How far the variants of each family differ, for each kind of learner."""
    if not made.spread:
        return
    kinds = [*next(iter(made.spread.values()))]
    yield "  spread over the variants of a family, in % of its points: " + ", ".join(
        f"({n}) {kind}" for n, kind in enumerate(kinds, 1)
    )
    yield f"  {'family':<28}" + "".join(f"{f'({n})':>6}" for n in range(1, len(kinds) + 1))
    for family, each in made.spread.items():
        yield f"  {family:<28}" + "".join(f"{each[kind] * 100:6.0f}" for kind in kinds)
    words = [*next(iter(made.luck.values()), {})]
    yield "  chance that variants differ so by luck of their lines, in %"
    yield f"  {'family':<28}" + "".join(f"{f'({kinds.index(each) + 1})':>6}" for each in words)
    for family, chances in made.luck.items():
        if None not in chances.values():
            yield f"  {family:<28}" + "".join(f"{(chances[each] or 0) * 100:6.0f}" for each in words)
    left = [family for family, chances in made.luck.items() if None in chances.values()]
    yield f"  can’t be told where a variant is one line, a ranking or built: {', '.join(left) or 'none'}"


def verdicts(found: dict[str, list[Expectation]]) -> Iterator[str]:
    """A line for each expectation: met, or short and in which assignments, with what was found."""
    said = dict.fromkeys(each.says for every in found.values() for each in every)
    for says in said:
        held = {name: each for name, every in found.items() for each in every if each.says == says}
        short = [name for name, each in held.items() if not each.met]
        figures = ", ".join(f"{name} {each.found}" for name, each in held.items())
        yield f"  {'short' if short else 'met':<6}{says}: {figures}"
