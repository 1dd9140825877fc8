"""Makes `cases.json`: worked cases of the models that every implementation of them has to meet.

    python -m tests.weighing.make_cases

Nothing of `course` is imported. Everything is computed anew from the definitions: odds are multiplied, not log-odds
added; with 60 decimal digits; and what is smallest is found by trying every set of signals.

Format, for a reader in any language. Numbers are the doubles nearest to the exact values; an implementation has to come
within `tolerance` (absolute; for probabilities also relative). Sets and orders have to be equal. `limit` bounds
log-odds where they become a probability, and nowhere else. `cases` is a list, each with `kind` and `name` and:

- `odds`: `probability` and its `log_odds`.
- `probability`: `log_odds` and its `probability`, bounded at ±limit.
- `once`: `weights` of one story's signals, in log-odds, and `news`, the share of each that is new; what they count for
  `once`.
- `moves`: a `rating`; whether it is complete and `moves` the result, whatever the others say.
- `weigh`: a `judgement` {prior, ratings {signal: {step, credibility}}, stories {story: [signal]}, news {signal: share,
  0 where it is missing}}, null for blank, and `line`, a probability. Expected: `prior` and posterior `log_odds`,
  `probability`; `weights` {signal: own weight or null}; `contributions` [{id, signals, weight, apart}] in the order of
  the ratings, a story at its first signal; `total`; `apart`; `drop` and `flip` {rated signal: [posterior log-odds,
  probability]}; `break_even` [log-odds, probability]; `smallest` {drop, flip: {side, distance, signals (null: not even
  all together), log_odds, probability}}.
- the same with `counts` in a rating: [seen in so many of ten worlds with a reset, in so many of ten without], 0
  counting as one half. The likelihood ratio is then theirs, and `step` only the nearest.
- `hypotheses`: a `table` {cells {hypothesis: {signal: step or null}}, credibility {signal: number or null}, stories,
  news}. Expected: `standings` {hypothesis: [inconsistency, consistency, coverage]}; `diagnosticity` {signal: number or
  null}; `least` [hypothesis], in the order of the table.
- `worlds`: a `prior` probability, `evidence` in log-odds, and how often the signal is `seen` in the worlds that show it
  more often. Expected: of a hundred worlds, how many hold a `reset`, in how many of those and of the rest the signal is
  seen (`seen_reset`, `seen_none`), halves upwards; the `probability` after it.
- `change`: `earlier` and `later` judgements. Expected: `signals` {signal: [earlier, later, log_odds, probability]},
  `prior`, `stories`, `log_odds`, `probability`.
- `agreement`: a `judgement`, a `table` and `reset` [hypothesis]. Expected: `weighing`, `hypotheses`, `verdict`; `pairs`
  [same, opposite, tied] of weights and diagnosticities.

Objects keep the order in which a learner's record may hold it; no number may depend on it.
"""

import json
import random
from decimal import ROUND_FLOOR, Decimal, localcontext
from functools import cache
from itertools import combinations
from math import prod
from pathlib import Path

CASES = Path(__file__).with_name("cases.json")
LIMIT, TOLERANCE = 36, Decimal("1e-9")
NEAR = TOLERANCE.exp()
LINES = (0.5, 0.1, 0.25, 0.9, 0.35)


def exact(number):
    return Decimal(number)


def odds(probability):
    return exact(probability) / (1 - exact(probability))


def chance(odds):
    bounded = min(max(odds, Decimal(-LIMIT).exp()), Decimal(LIMIT).exp())
    return bounded / (1 + bounded)


def ratio(rating):
    """Discounted likelihood ratio, None if blank."""
    if rating["step"] is None or rating["credibility"] is None:
        return None
    if counts := rating.get("counts"):
        seen, unseen = (max(exact(each), Decimal("0.5")) for each in counts)
        return (seen / unseen) ** exact(rating["credibility"])
    return power(rating["step"], rating["credibility"])


@cache
def power(step, credibility):
    return (Decimal(2) ** step) ** exact(credibility)


def once(ratios, news=()):
    """Median of no effect, the product, and what each way gives together; the rule of stories in ratios."""
    shares = list(news) or [0] * len(ratios)
    new = [Decimal(r) ** exact(n) for r, n in zip(ratios, shares, strict=True)]
    up = max([Decimal(1), *ratios, prod((r for r in new if r > 1), start=Decimal(1))])
    down = min([Decimal(1), *ratios, prod((r for r in new if r < 1), start=Decimal(1))])
    return sorted([Decimal(1), prod(ratios, start=Decimal(1)), up * down])[1]


def groups(judgement):
    home = {signal: story for story, signals in judgement["stories"].items() for signal in signals}
    found = {}
    for signal in judgement["ratings"]:
        found.setdefault(home.get(signal, signal), []).append(signal)
    return found


def evidence(judgement):
    """Likelihood ratio of everything."""
    ratios = {signal: ratio(rating) for signal, rating in judgement["ratings"].items()}
    rated = [[s for s in group if ratios[s] is not None] for group in groups(judgement).values()]
    return prod(once([ratios[s] for s in group], shares(judgement, group)) for group in rated)


def shares(of, signals):
    return [of.get("news", {}).get(signal, 0) for signal in signals]


def posterior(judgement):
    return odds(judgement["prior"]) * Decimal(evidence(judgement))


def changed(judgement, signals, move):
    ratings = dict(judgement["ratings"])
    for signal in signals:
        step, counts = ratings[signal]["step"], ratings[signal].get("counts")
        ratings[signal] = ratings[signal] | {"step": None if move == "drop" else -step}
        if counts:
            ratings[signal]["counts"] = None if move == "drop" else counts[::-1]
    return judgement | {"ratings": ratings}


def side(odds, line):
    far = odds / line
    return "on" if 1 / NEAR <= far <= NEAR else "above" if far > 1 else "below"


def after(judgement, move):
    """A function from changed signals to posterior odds; what a group gives is remembered."""
    ratios = {s: r for s, x in judgement["ratings"].items() if (r := ratio(x)) is not None}
    turned = {s: Decimal(1) if move == "drop" else 1 / r for s, r in ratios.items()}
    rated = [frozenset(group) & set(ratios) for group in groups(judgement).values()]

    @cache
    def of(group, moved):
        return once([turned[s] if s in moved else ratios[s] for s in group], shares(judgement, group))

    prior = odds(judgement["prior"])
    return lambda signals: prod((of(group, group & signals) for group in rated), start=prior)


def smallest(judgement, line, move):
    now, line, end = posterior(judgement), odds(line), after(judgement, move)
    start, rated = side(now, line), sorted(s for s, r in judgement["ratings"].items() if ratio(r) is not None)
    best = () if start == "on" else None
    for size in range(1, len(rated) + 1) if start != "on" else ():
        ends = {s: end(frozenset(s)) for s in combinations(rated, size)}
        over = {s: max(odds / now, now / odds) for s, odds in ends.items() if side(odds, line) not in ("on", start)}
        if over:
            least = min(over.values())
            best = min(s for s, moved in over.items() if moved / least <= NEAR)
            break
    then = posterior(changed(judgement, best or (), move))
    answer = {"side": start, "distance": (line / now).ln(), "signals": None if best is None else list(best)}
    return answer | {"log_odds": then.ln(), "probability": chance(then)}


def weigh_case(name, judgement, line):
    ratios = {signal: ratio(rating) for signal, rating in judgement["ratings"].items()}
    rated = [signal for signal, value in ratios.items() if value is not None]
    contributions, steps, at = [], [], odds(judgement["prior"])
    for part, group in groups(judgement).items():
        given = [ratios[signal] for signal in group if ratios[signal] is not None]
        news = shares(judgement, [signal for signal in group if ratios[signal] is not None])
        weight, apart = (once(given, news).ln(), prod(given).ln()) if given else (None, None)
        contributions.append({"id": part, "signals": group, "weight": weight, "apart": apart})
        if given:
            before, at = at, at * once(given, news)
            steps.append([part, chance(before), chance(at)])
    final, even = posterior(judgement), odds(line) / Decimal(evidence(judgement))
    ends = {
        move: {s: posterior(changed(judgement, [s], move)) for s in rated} for move in ("drop", "flip")
    }  # fmt: skip
    return {
        "kind": "weigh", "name": name, "judgement": judgement, "line": line,
        "expected": {
            "prior": odds(judgement["prior"]).ln(),
            "weights": {signal: None if value is None else value.ln() for signal, value in ratios.items()},
            "contributions": contributions,
            "steps": steps,
            "total": Decimal(evidence(judgement)).ln(),
            "apart": prod((ratios[s] for s in rated), start=Decimal(1)).ln(),
            "log_odds": final.ln(),
            "probability": chance(final),
            **{move: {s: [end.ln(), chance(end)] for s, end in rows.items()} for move, rows in ends.items()},
            "break_even": [even.ln(), chance(even)],
            "smallest": {move: smallest(judgement, line, move) for move in ("drop", "flip")},
        },
    }  # fmt: skip


def cells(table):
    """Step × credibility of every cell that counts."""
    return {
        name: {
            signal: row[signal] * exact(credibility)
            for signal, credibility in table["credibility"].items()
            if credibility is not None and row.get(signal) is not None
        }
        for name, row in table["cells"].items()
    }


def standing(table, row, signals):
    home = {signal: story for story, members in table["stories"].items() for signal in members}
    counted = {}
    for signal, value in row.items():
        if signal in signals:
            counted.setdefault(home.get(signal, signal), {})[signal] = value
    sums = []
    for sign in (-1, 1):
        whole = Decimal(0)
        for group in counted.values():
            sizes = [max(sign * value, Decimal(0)) for value in group.values()]
            news = [exact(share) for share in shares(table, group)]
            whole += max(
                *sizes, sum((size * share for size, share in zip(sizes, news, strict=True)), Decimal(0)), Decimal(0)
            )
        sums.append(whole)
    return [*sums, Decimal(len(row)) / len(signals)]


def spread(table):
    columns = {s: [row[s] for row in cells(table).values() if s in row] for s in table["credibility"]}
    return {s: max(column) - min(column) if len(column) >= 2 else None for s, column in columns.items()}


def least(table):
    counted = cells(table)
    shared = set(table["credibility"]).intersection(*counted.values())
    if not shared:
        return []
    against = {name: standing(table, row, shared)[0] for name, row in counted.items()}
    return [name for name, value in against.items() if value == min(against.values())]


def hypotheses_case(name, table):
    rows = {h: standing(table, row, list(table["credibility"])) for h, row in cells(table).items()}
    expected = {"standings": rows, "diagnosticity": spread(table), "least": least(table)}
    return {"kind": "hypotheses", "name": name, "table": table, "expected": expected}


def change_case(name, earlier, later):
    blank = {"step": None, "credibility": None}
    signals, was = {}, chance(posterior(earlier))
    logs = [{s: None if (r := ratio(x)) is None else r.ln() for s, x in j["ratings"].items()} for j in (earlier, later)]
    for signal in dict.fromkeys([*earlier["ratings"], *later["ratings"]]):
        then, now = (log.get(signal) for log in logs)
        alone = earlier | {"ratings": earlier["ratings"] | {signal: later["ratings"].get(signal, blank)}}
        signals[signal] = [then, now, (now or 0) - (then or 0), chance(posterior(alone)) - was]
    prior = (odds(later["prior"]) / odds(earlier["prior"])).ln()
    whole = (posterior(later) / posterior(earlier)).ln()
    expected = {
        "signals": signals, "prior": prior, "stories": whole - prior - sum(row[2] for row in signals.values()),
        "log_odds": whole, "probability": chance(posterior(later)) - was,
    }  # fmt: skip
    return {"kind": "change", "name": name, "earlier": earlier, "later": later, "expected": expected}


def agreement_case(name, judgement, table, reset):
    total, best = Decimal(evidence(judgement)).ln(), least(table)
    one = "neither" if abs(total) <= TOLERANCE else "raises" if total > 0 else "lowers"
    coming = sum(h in reset for h in best)
    two = "neither" if not best or 0 < coming < len(best) else "raises" if coming else "lowers"
    verdict = "undecided" if "neither" in (one, two) else "agree" if one == two else "differ"
    sizes = {s: abs(r.ln()) for s, x in judgement["ratings"].items() if (r := ratio(x)) is not None}
    spreads = {s: d for s, d in spread(table).items() if d is not None and s in sizes}
    pairs = {"same": 0, "opposite": 0, "tied": 0}
    for a, b in combinations(spreads, 2):
        x, y = sizes[a] - sizes[b], spreads[a] - spreads[b]
        if abs(x) <= TOLERANCE or abs(y) <= TOLERANCE:
            pairs["tied"] += 1
        else:
            pairs["same" if (x > 0) == (y > 0) else "opposite"] += 1
    expected = {"weighing": one, "hypotheses": two, "verdict": verdict, "pairs": list(pairs.values())}
    return {
        "kind": "agreement", "name": name, "judgement": judgement, "table": table, "reset": reset, "expected": expected,
    }  # fmt: skip


class Draw:
    """Seeded choices that are the same in every version of Python: only `random()` is promised to be."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, n):
        return int(self.random() * n)

    def step(self, strongest):
        return self.below(2 * strongest + 1) - strongest

    def hundredth(self):
        return self.below(101) / 100

    def judgement(self, signals, blanks=0.0, stories=False):
        ids = [f"S{n:02}" for n in range(1, signals + 1)]
        rating = {
            s: {
                "step": None if self.random() < blanks else self.step(3),
                "credibility": None if self.random() < blanks / 2 else self.hundredth(),
            }
            for s in ids
        }
        told = {}
        for s in ids if stories else ():
            if (home := self.below(6)) < 3:
                told.setdefault(f"story-{home}", []).append(s)
        return {"prior": (1 + self.below(98)) / 100, "ratings": rating, "stories": told}

    def table(self, hypotheses, signals, blanks=0.0, stories=False):
        judgement = self.judgement(signals, blanks, stories)
        rows = {
            f"H{n}": {s: None if self.random() < blanks else self.step(2) for s in judgement["ratings"]}
            for n in range(1, hypotheses + 1)
        }
        credibility = {s: r["credibility"] for s, r in judgement["ratings"].items()}
        return {"cells": rows, "credibility": credibility, "stories": judgement["stories"]}


def judgement(prior, *ratings, **stories):
    """Signals S01, S02, … with (step, credibility)."""
    named = {f"S{n:02}": {"step": step, "credibility": c} for n, (step, c) in enumerate(ratings, 1)}
    return {"prior": prior, "ratings": named, "stories": stories}


def odds_cases():
    for p in (0.5, 0.25, 0.9, 0.01, 0.999, 1e-9, 1e-300, 0.9999999999):
        yield {"kind": "odds", "name": f"probability {p}", "probability": p, "expected": {"log_odds": odds(p).ln()}}
    for x in (0, 1, -1, 2.5, -7, 20, -20, 35.9, -35.9, 36, 37, -37, 500, -500, 1e9, -1e300):
        bounded = chance(Decimal(min(max(x, -50), 50)).exp())
        yield {"kind": "probability", "name": f"log-odds {x}", "log_odds": x, "expected": {"probability": bounded}}


def once_cases():
    for name, steps in {
        "nothing": (), "one": (2,), "two alike": (2, 2), "one way": (3, 1, 2), "one way, down": (-1, -3),
        "mirrored": (2, -2), "both ways": (3, -1), "both ways, echoed": (3, -1, -1), "echoes cancel": (3, -1, -1, -1),
        "echoes outweigh": (3, -1, -1, -1, -1), "all no effect": (0, 0), "no effect beside": (0, -2, 0),
    }.items():  # fmt: skip
        ratios = [Decimal(2) ** step for step in steps]
        yield {
            "kind": "once", "name": name, "weights": [r.ln() for r in ratios], "expected": {"once": once(ratios).ln()},
        }  # fmt: skip


def moves_cases():
    """A likelihood ratio other than 1, believed at all. Counts are an effect of their own, whatever their step."""
    for step, credibility, counts in (
        (1, 1, None), (-3, 0.05, None), (0, 1, None), (2, 0, None), (0, 0, None), (None, 1, None), (1, None, None),
        (None, None, None), (0, 1, [10, 9]), (0, 1, [9, 10]), (0, 0, [10, 9]), (0, 1, [5, 5]), (0, 0.5, [0, 0]),
        (3, 1, [10, 0]), (0, None, [10, 9]),
    ):  # fmt: skip
        rating = {"step": step, "credibility": credibility} | ({"counts": counts} if counts else {})
        found = ratio(rating)
        name = f"{step} {credibility} {counts}"
        yield {"kind": "moves", "name": name, "rating": rating, "expected": {"moves": found is not None and found != 1}}


def weigh_cases():
    named = {
        "no signal": judgement(0.3),
        "all blank": judgement(0.3, (None, None), (None, 0.5), (2, None)),
        "no effect is not blank": judgement(0.3, (0, 1), (None, 1)),
        "one signal": judgement(0.5, (3, 1)),
        "one signal, half believed": judgement(0.5, (3, 0.5)),
        "credibility 0": judgement(0.2, (3, 0), (-3, 0)),
        "mirrored": judgement(0.37, (2, 0.8), (-2, 0.8)),
        "the step back to the line": judgement(0.5, (1, 1), (2, 1), (-3, 1)),
        "the detainees": judgement(0.1, (1, 0.9), (1, 0.8), (1, 0.7), (-2, 1), detainees=["S01", "S02", "S03"]),
        "the secret visits": judgement(0.1, (1, 0.4), (1, 0.6), (-3, 1), visits=["S01", "S02"]),
        "a story that points both ways": judgement(0.4, (3, 1), (-1, 1), (-1, 1), told=["S01", "S02", "S03"]),
        "a story that cancels": judgement(0.4, (3, 1), (-1, 1), (-1, 1), (-1, 1), told=["S01", "S02", "S03", "S04"]),
        "a story half blank": judgement(0.4, (2, 1), (None, None), (1, None), told=["S01", "S02", "S03"]),
        "a story all blank": judgement(0.4, (None, None), (None, 1), (1, 1), told=["S01", "S02"]),
        "a story of one": judgement(0.4, (2, 0.5), (-1, 1), told=["S01"]),
        "two stories": judgement(0.6, (2, 1), (-2, 0.5), (3, 0.5), (-1, 0.25), a=["S01", "S03"], b=["S02", "S04"]),
        "sixteen that raise": judgement(0.5, *[(3, 1)] * 16),
        "sixteen that lower, prior low": judgement(0.001, *[(-3, 1)] * 16),
        "sixteen in one story": judgement(0.3, *[(n % 7 - 3, n / 16) for n in range(1, 17)], all=[f"S{n:02}" for n in range(1, 17)]),  # noqa: E501
        "beyond the limit": judgement(0.999, *[(3, 1)] * 16),
        "far beyond the limit": judgement(1e-12, *[(-3, 1)] * 16),
        "prior near 1": judgement(0.999999, (-3, 1), (-3, 1)),
    }  # fmt: skip
    for number, (name, given) in enumerate(named.items()):
        yield weigh_case(name, given, LINES[number % len(LINES)])
    draw = Draw(2014)
    for number in range(30):
        signals = (3, 5, 8, 10, 12)[number % 5] if number < 29 else 16
        given = draw.judgement(signals, blanks=(0, 0.25)[number % 2], stories=number % 3 > 0)
        yield weigh_case(f"drawn {number + 1}", given, LINES[number % len(LINES)])


def table(*rows, credibility=None, **stories):
    ids = [f"S{n:02}" for n in range(1, len(rows[0]) + 1)]
    return {
        "cells": {f"H{n}": dict(zip(ids, row, strict=True)) for n, row in enumerate(rows, 1)},
        "credibility": dict(zip(ids, credibility or [1] * len(ids), strict=True)), "stories": stories,
    }  # fmt: skip


def other_cases():
    tables = {
        "all equal": table((1, 1), (1, 1), (1, 1)),
        "all contradicted": table((-2, -2), (-2, -2)),
        "full spread": table((2, -2), (-2, 2)),
        "neutral is not blank": table((0, None), (-1, -1)),
        "all blank": table((None, None), (None, None)),
        "credibility blank": table((-2, 1), (2, -1), credibility=[None, 0.5]),
        "credibility 0": table((-2, 1), (2, -1), credibility=[0, 0.5]),
        "one story": table((-2, -2, 1), (1, 1, -2), told=["S01", "S02"]),
        "a story both ways": table((-2, 2, 1), (1, -1, -2), told=["S01", "S02"]),
        "one hypothesis": table((1, -1)),
        "blanks do not win": table((None, None, -1), (-2, -2, 0)),
    }
    for name, given in tables.items():
        yield hypotheses_case(name, given)
    draw = Draw(1999)
    for number in range(9):
        given = draw.table(2 + number % 4, (4, 8, 16)[number % 3], blanks=(0, 0.3)[number % 2], stories=number % 3 > 0)
        yield hypotheses_case(f"drawn {number + 1}", given)
    before, after = judgement(0.3, (1, 1), (-2, 0.5)), judgement(0.3, (1, 1), (-2, 0.5))
    yield change_case("nothing changed", before, after)
    yield change_case("only the prior", before, before | {"prior": 0.6})
    yield change_case(
        "only the stories", judgement(0.3, (1, 1), (2, 1)), judgement(0.3, (1, 1), (2, 1), a=["S01", "S02"])
    )
    yield change_case(
        "rated since, withdrawn since", judgement(0.3, (1, 1), (None, None)), judgement(0.3, (None, 1), (0, 1))
    )
    yield change_case("another signal", judgement(0.3, (1, 1)), judgement(0.3, (1, 1), (-3, 0.9)))
    for number in range(5):
        pair = [draw.judgement(6, blanks=0.2, stories=True) for _ in range(2)]
        yield change_case(f"drawn {number + 1}", *pair)
    down, up = judgement(0.5, (-2, 1), (1, 0.5)), judgement(0.5, (2, 1), (1, 0.5))
    rows = table((2, 1), (-2, 0))
    yield agreement_case("agree", up, rows, ["H1"])
    yield agreement_case("differ", down, rows, ["H1"])
    yield agreement_case("no evidence", judgement(0.9, (0, 1), (None, 1)), rows, ["H1"])
    yield agreement_case("tied hypotheses", up, table((1, 1), (1, 1)), ["H1"])
    yield agreement_case("nothing to compare", up, table((1, None), (None, 1)), ["H1"])
    for number in range(5):
        given = draw.table(3, 8, blanks=(0, 0.1)[number % 2], stories=True)
        yield agreement_case(f"drawn {number + 1}", draw.judgement(8, blanks=0.1, stories=True), given, ["H1"])


def news_cases():
    told = {
        "half of the second new": ((2, 1), (1, 0.5)), "the weaker first": ((1, 1), (3, 0.25)),
        "all new": ((2, 1), (1, 1), (3, 1)), "nothing new": ((2, 0), (1, 0), (3, 0)),
        "half of an opposite": ((3, 1), (-2, 0.5), (-1, 0.5)), "most of the opposite outweighs": ((1, 1), (-2, 0.8)),
        "no effect, all new": ((0, 1), (2, 0.3)),
    }  # fmt: skip
    for name, rows in told.items():
        ratios, news = [Decimal(2) ** step for step, _ in rows], [share for _, share in rows]
        weights, expected = [r.ln() for r in ratios], {"once": once(ratios, news).ln()}
        yield {"kind": "once", "name": name, "weights": weights, "news": news, "expected": expected}
    draw = Draw(1992)
    for number in range(12):
        given = draw.judgement((4, 7, 10)[number % 3], blanks=(0, 0.2)[number % 2], stories=True)
        news = {s: draw.hundredth() for s in given["ratings"] if draw.random() < 0.8}
        yield weigh_case(f"news drawn {number + 1}", given | {"news": news}, LINES[number % len(LINES)])
    for number in range(6):
        given = draw.table(3, (5, 9)[number % 2], blanks=(0, 0.2)[number % 2], stories=True)
        yield hypotheses_case(
            f"news drawn {number + 1}", given | {"news": {s: draw.hundredth() for s in given["credibility"]}}
        )
    one, other = judgement(0.3, (1, 1), (2, 1), a=["S01", "S02"]), {"news": {"S01": 1, "S02": 0.5}}
    yield change_case("only the news", one, one | other)


def counts_cases():
    near = {3: (8, 1), 2: (8, 2), 1: (7, 3), 0: (5, 5), -1: (2, 5), -2: (0, 2), -3: (0, 10)}
    for step, counts in near.items():
        given = judgement(0.2, (step, 0.8), (1, 1))
        given["ratings"]["S01"]["counts"] = list(counts)
        yield weigh_case(f"{counts[0]} and {counts[1]} of ten worlds", given, 0.35)
    given = judgement(0.4, (3, 1), (-1, 0.6), (1, 0.5), told=["S01", "S02"]) | {"news": {"S01": 1, "S02": 0.5}}
    given["ratings"]["S02"]["counts"] = [3, 7]
    yield weigh_case("worlds and steps in one story", given, 0.5)


def whole(count):
    return int((count + Decimal("0.5")).to_integral_value(ROUND_FLOOR))


def worlds_case(name, prior, evidence, seen=0.8):
    lr, often = exact(evidence).exp(), exact(seen)
    with_one, without = (often, often / lr) if lr >= 1 else (often * lr, often)
    reset = min(max(whole(100 * exact(prior)), 1), 99)
    expected = {
        "reset": reset, "seen_reset": whole(reset * with_one), "seen_none": whole((100 - reset) * without),
        "probability": chance(odds(prior) * lr),
    }  # fmt: skip
    return {"kind": "worlds", "name": name, "prior": prior, "evidence": evidence, "seen": seen, "expected": expected}


def worlds_cases():
    for step in range(-3, 4):
        yield worlds_case(f"step {step}", 0.2, float((Decimal(2) ** step).ln()))
    yield worlds_case("always seen", 0.35, 2.5, 1)
    yield worlds_case("hardly ever seen", 0.35, -1.5, 0.05)
    yield worlds_case("hardly a world", 0.004, -0.62, 0.6)
    yield worlds_case("nearly all worlds", 0.9996, 1.04)
    draw = Draw(1995)
    for number in range(20):
        prior, evidence = (1 + draw.below(98)) / 100, draw.step(3) * draw.hundredth()
        yield worlds_case(f"drawn {number + 1}", prior, evidence, (1 + draw.below(10)) / 10)


def plain(value):
    """Decimals as the nearest double, everything below."""
    match value:
        case Decimal():
            return float(value) + 0.0
        case dict():
            return {key: plain(each) for key, each in value.items()}
        case list() | tuple():
            return [plain(each) for each in value]
        case _:
            return value


def text():
    """The whole file, one case a line."""
    with localcontext(prec=60):
        made = [
            *odds_cases(),
            *once_cases(),
            *moves_cases(),
            *weigh_cases(),
            *other_cases(),
            *news_cases(),
            *counts_cases(),
            *worlds_cases(),
        ]
    lines = ",\n".join(json.dumps(plain(case)) for case in made)
    head = '{"about": "Made by tests/weighing/make_cases.py, which describes the format. Do not edit.",\n'
    return f'{head}"tolerance": 1e-09, "limit": {LIMIT}, "cases": [\n{lines}\n]}}\n'


if __name__ == "__main__":
    CASES.write_text(text(), encoding="utf-8", newline="\n")
