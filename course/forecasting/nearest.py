"""The point of a polyhedron that is nearest to a given one, in exact arithmetic.

The dual method of D. Goldfarb and A. Idnani (“A numerically stable dual method for solving strictly convex quadratic
programs”, *Mathematical Programming* 27, 1983, pp. 1–33), where what is to be least is the distance. It begins at the
point itself and adds one broken bound after another, so that every step moves farther from it, and it ends after
finitely many. The bounds that it holds to are always independent. Fractions in place of floats leave no rounding to
reason about.
"""

from collections.abc import Sequence
from fractions import Fraction

Row = Sequence[Fraction]
_ROUNDING = Fraction(1, 10**12)
"""By how much a bound may be broken: what is given as floats is not more exact."""


class EmptyError(ValueError):
    """No point keeps all bounds."""


def nearest(point: Row, rows: Sequence[Row], bounds: Row) -> list[Fraction]:
    """The point nearest to a given one with row · x ≥ bound for every row.

    Args:
        point: where to begin; its length is that of every row.
        rows: the left sides, none of them all zeros.
        bounds: the right side for each row.

    Raises:
        EmptyError: no point keeps all bounds.
    """
    x, held, weights = list(point), list[int](), list[Fraction]()
    while True:
        slack = [_dot(row, x) - bound for row, bound in zip(rows, bounds, strict=True)]
        new = min(range(len(rows)), key=slack.__getitem__, default=None)
        if new is None or slack[new] >= -_ROUNDING:
            return x
        pressed = Fraction(0)
        while True:
            shares = _shares([rows[n] for n in held], rows[new])
            way = [a - sum(s * rows[n][i] for s, n in zip(shares, held, strict=True)) for i, a in enumerate(rows[new])]
            limits = [(w / s, place) for place, (w, s) in enumerate(zip(weights, shares, strict=True)) if s > 0]
            first, leaves = min(limits, default=(None, -1))
            rise = _dot(way, rows[new])
            whole = (bounds[new] - _dot(rows[new], x)) / rise if rise else None
            steps = [step for step in (first, whole) if step is not None]
            if not steps:
                raise EmptyError
            step = min(steps)
            x = [a + step * b for a, b in zip(x, way, strict=True)] if rise else x
            weights = [w - step * s for w, s in zip(weights, shares, strict=True)]
            pressed += step
            if step == whole:
                held.append(new)
                weights.append(pressed)
                break
            del held[leaves], weights[leaves]


def _shares(held: Sequence[Row], new: Row) -> list[Fraction]:
    """The combination of the held rows that is nearest to the new one: a system that has one solution."""
    table = [[*(_dot(a, b) for b in held), _dot(a, new)] for a in held]
    for at in range(len(table)):
        pivot = next(n for n in range(at, len(table)) if table[n][at])
        table[at], table[pivot] = table[pivot], table[at]
        table[at] = [value / table[at][at] for value in table[at]]
        for n, row in enumerate(table):
            if n != at and row[at]:
                table[n] = [a - row[at] * b for a, b in zip(row, table[at], strict=True)]
    return [row[-1] for row in table]


def _dot(one: Row, other: Row) -> Fraction:
    return sum((a * b for a, b in zip(one, other, strict=True) if a and b), Fraction(0))
