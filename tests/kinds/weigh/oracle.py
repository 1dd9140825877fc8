"""What follows from ratings, worked out another way: odds are multiplied, with 60 digits, and nothing of `course` is
imported.

Tolerances are those that `course.kinds.weigh.coherence` states. Where a number is nearer to its bound than `EDGE`, the
answer is None: there two ways of reckoning may differ in the last digit.
"""

from decimal import Decimal, localcontext
from typing import Any

from tests.weighing.make_cases import changed, evidence, odds, ratio

NEAR, EDGE = Decimal("1e-9"), Decimal("1e-12")
DIGITS = 60
"""As in `tests.weighing.make_cases`, which remembers what it has worked out, with as many digits as were asked for."""
with localcontext(prec=DIGITS):
    STEP = Decimal(2).ln()


def stories(ratings: dict[str, Any]) -> dict[str, list[str]]:
    """Groups of signals that links connect, found by walking from each signal as far as links lead."""
    beside: dict[str, set[str]] = {signal: set() for signal in ratings}
    for signal, rating in ratings.items():
        if (other := rating.get("same_as")) in ratings:
            beside[signal].add(other)
            beside[other].add(signal)
    found, seen = {}, set()
    for start in ratings:
        group, left = set(), [start]
        while left:
            if (at := left.pop()) not in group:
                group.add(at)
                left += beside[at]
        if len(group) > 1 and start not in seen:
            found["-".join(sorted(group))] = sorted(group)
        seen |= group
    return found


def judgement(value: dict[str, Any]) -> dict[str, Any]:
    """An answer as `tests.weighing.make_cases` takes one."""
    blank = {"step": None, "credibility": None}
    ratings = {signal: blank | rating for signal, rating in value["ratings"].items()}
    news = {s: (r.get("news") or 0) if r.get("same_as") in ratings else 1 for s, r in ratings.items()}
    return {"prior": value.get("prior") or 0.5, "ratings": ratings, "stories": stories(ratings), "news": news}


def within(size: Decimal, bound: Decimal) -> bool | None:
    """Whether a size is at most a bound; None where it can't be told."""
    over = size - bound - NEAR
    return None if abs(over) < EDGE else over < 0


def place(probability: Any) -> Decimal:
    """Log-odds of a probability, at most those of 1 % and 99 %."""
    return odds(min(max(Decimal(probability), Decimal("0.01")), Decimal("0.99"))).ln()


def bayes(value: dict[str, Any]) -> int:
    """The whole percentage nearest to Bayes' rule."""
    with localcontext(prec=DIGITS):
        found = odds(value["prior"]) * Decimal(evidence(judgement(value)))
        return round(100 * found / (1 + found))


def judged(value: dict[str, Any]) -> dict[str, bool | None]:
    """Each check of a conclusion that says everything: whether it holds; None where it can't be told."""
    with localcontext(prec=DIGITS):
        return _judged(value, judgement(value))


def _judged(value: dict[str, Any], given: dict[str, Any]) -> dict[str, bool | None]:
    said, total = value["conclusion"], Decimal(evidence(given)).ln()
    own = [found.ln() for each in given["ratings"].values() if (found := ratio(each)) is not None]
    slight, prior, stated = within(abs(total), STEP / 2), place(value["prior"]), place(said["posterior"])
    after = odds(value["prior"]) * Decimal(evidence(given))
    exact = min(max(after / (1 + after), Decimal("0.01")), Decimal("0.99"))
    rated = [signal for signal, each in given["ratings"].items() if ratio(each) is not None]
    left = {signal: Decimal(evidence(changed(given, [signal], "drop"))).ln() - total for signal in rated}
    effect = left[said["strongest"]]
    return {
        "varied": _varied(own),
        "unmoved": within(max(map(abs, own)), Decimal(0)),
        "direction": {
            "raises": _not(within(total, Decimal(0))), "lowers": _not(within(-total, Decimal(0))), "neither": slight,
        }[said["direction"]],
        "towards": _towards(total, slight, prior, stated),
        "posterior": _posterior(slight, prior, stated, exact, Decimal(said["posterior"])),
        "strongest": within(max(map(abs, left.values())) - abs(effect), STEP / 4),
        "removal": {
            "rises": _not(within(effect, Decimal(0))), "falls": _not(within(-effect, Decimal(0))),
            "stays": within(abs(effect), STEP / 4),
        }[said["removal"]],
    }  # fmt: skip


def _not(known: bool | None) -> bool | None:
    return None if known is None else not known


def _varied(own: list[Decimal]) -> bool | None:
    short = STEP / 4 - (max(own) - min(own)) - NEAR
    return None if abs(short) < EDGE else short < 0


def _towards(total: Decimal, slight: bool | None, prior: Decimal, stated: Decimal) -> bool | None:
    if slight is None:
        return None
    if slight:
        return within(abs(stated - prior), STEP)
    forward, start = (stated - prior, prior) if total > 0 else (prior - stated, -prior)
    if abs(abs(forward) - NEAR) < EDGE:
        return None
    return forward > NEAR or (forward >= -NEAR and start >= odds(Decimal("0.99")).ln() - NEAR)


def _posterior(slight: bool | None, prior: Decimal, stated: Decimal, exact: Decimal, said: Decimal) -> bool | None:
    bayes = odds(exact).ln()
    near, whole = within(abs(stated - bayes), STEP), min(max(said, Decimal("0.01")), Decimal("0.99"))
    rounded = within(abs(whole - exact), Decimal("0.005"))
    forward, way = (stated - prior, bayes - prior) if bayes >= prior else (prior - stated, prior - bayes)
    half = within(way / 2 - forward, Decimal(0))
    if near is False:
        return False
    if near and True in (slight, half, rounded):
        return True
    return None if None in (near, slight, half, rounded) else False
