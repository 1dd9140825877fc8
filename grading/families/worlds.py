"""Natural frequencies as a model: what is seen in how many worlds, and what follows for a belief. Pure."""

from fractions import Fraction
from math import gcd

import msgspec

WORDS = {"1": "one", "2": "two", "3": "three"}


class Often(msgspec.Struct, frozen=True):
    """A signal that is seen in `a` of `m` worlds with the event, and in `b` of `n` without it."""

    a: int
    m: int
    b: int
    n: int

    @property
    def ratio(self) -> Fraction:
        """The likelihood ratio."""
        return Fraction(self.a, self.m) / Fraction(self.b, self.n)

    def in_words(self, event: str) -> str:
        """As a learner reads it."""
        return f"in {self.a} of {self.m} worlds with {event}, in {self.b} of {self.n} without"


def posterior(prior: Fraction, *ratios: Fraction) -> Fraction:
    """Bayes’ rule for independent signals."""
    odds = prior / (1 - prior)
    for each in ratios:
        odds *= each
    return odds / (1 + odds)


def percent(chance: Fraction) -> int:
    """In whole per cent, rounded."""
    return round(float(chance) * 100)


def odds(chance: Fraction) -> str:
    """Odds in small whole numbers: “1 to 4”."""
    for_, against = chance.numerator, chance.denominator - chance.numerator
    by = gcd(for_, against)
    return f"{for_ // by} to {against // by}"
