"""What counts together: signals that tell one story, and how much of each is news."""

import math
from collections.abc import Iterable, Mapping

from course.weighing.odds import WeighingError


def once(weights: Iterable[float], news: Iterable[float] = ()) -> float:
    """Weight of a story, from the weights of its signals and how much of each is new: what is not new counts once.

    Each way, raising and lowering, counts the larger of two numbers: the strongest signal alone, or the sum of what is
    new in each (see `one_way`). And naming a story never makes evidence stronger: the result is kept between 0 and the
    plain sum. It is the middle one of three numbers: 0, the sum, and raising + lowering.

    What follows. Of signals that point one way, the story never weighs less than the strongest and never more than all
    of them as if independent: nothing new in any is an echo, all new in each is the plain sum. Of signals that point
    both ways counts what the two sides leave of each other, or the plain sum where that is nearer to 0; nothing where
    the sum points the other way. A signal of weight 0 changes nothing, order does not matter, and the result neither
    falls when a weight rises nor jumps. The mean would let a worthless report water down a good one. The single
    strongest would let the naming of a story turn evidence that cancels into evidence that counts.

    That people count repeated testimony twice is an old finding (D. A. Schum and A. W. Martin, “Formal and empirical
    research on cascaded inference in jurisprudence”, *Law & Society Review* 17, 1982, pp. 105–151). In probabilities,
    what a signal adds to an earlier one is its likelihood ratio given that one. The rule is a convention of the course
    for saying such a ratio by one number, its share of the signal's own weight.

    Args:
        weights: discounted weights of the story's rated signals, in log-odds.
        news: the share of each that is new, 0 to 1; as many as weights, or none, which makes all but one an echo.

    Returns:
        Log-odds; in absolute value at most the sum. 0 if there are none.
    """
    given = list(weights)
    shares = list(news) or [0.0] * len(given)
    raising = one_way([max(own, 0.0) for own in given], shares)
    lowering = one_way([max(-own, 0.0) for own in given], shares)
    return sorted((0.0, math.fsum(given), raising - lowering))[1]


def one_way(sizes: Iterable[float], news: Iterable[float]) -> float:
    """What signals that point one way count for together: max(the strongest, the sum of size × share of news).

    Of two signals, where all of the first is new and the share n of the second, that is a + b − min(a, (1 − n) b):
    both, less what they have in common, and they can't have more in common than the smaller one holds.

    Args:
        sizes: of the signals, 0 or more, in any unit.
        news: the share of each that is new, 0 to 1.

    Returns:
        In the unit of the sizes: at least the largest, at most the sum. 0 if there are none.
    """
    given = list(sizes)
    return max(0.0, *given, math.fsum(size * share for size, share in zip(given, news, strict=True)))


def check_news(signal: str, share: object) -> None:
    """Raise WeighingError unless the share of news is a number from 0 to 1."""
    if type(share) not in (int, float) or not 0 <= share <= 1:  # type: ignore[operator]
        raise WeighingError(
            f"Signal “{signal}”: how much of it is new: expected a number from 0 to 1, found {share!r}."
        )


def parts(signals: Iterable[str], stories: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """What counts as one: every story, and every signal that is in none.

    Returns:
        Story id, or signal id, to its signals; in the order of the signals.

    Raises:
        WeighingError: a story names an unknown signal, two stories name the same one, or a story is called like a
            signal.
    """
    known = list(signals)
    home: dict[str, str] = {}
    for story, members in stories.items():
        if story in known:
            raise WeighingError(f"Story “{story}”: expected a name of its own, found the id of a signal.")
        for signal in dict.fromkeys(members):
            if signal not in known:
                raise WeighingError(f"Story “{story}”: expected signals that are rated or blank, found “{signal}”.")
            if signal in home:
                raise WeighingError(f"Signal “{signal}”: expected one story, found “{home[signal]}” and “{story}”.")
            home[signal] = story
    found: dict[str, tuple[str, ...]] = {}
    for signal in known:
        part = home.get(signal, signal)
        found[part] = (*found.get(part, ()), signal)
    return found
