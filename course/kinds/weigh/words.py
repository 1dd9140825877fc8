"""A weighing in words."""

from collections.abc import Iterable

from course.asked.percent import in_percent
from course.kinds.weigh.answer import SignalRating, Weighed
from course.kinds.weigh.cards import names, steps

DIRECTIONS = {"raises": "more probable", "lowers": "less probable", "neither": "about as probable as before"}


def in_words(weighed: Weighed, signals: Iterable[str]) -> tuple[str, ...]:
    """The prior, each rating, and what is said to follow, a line each."""
    named, titles = {s["step"]: s["name"] for s in steps("effect")}, names(signals)
    lines = [] if weighed.prior is None else [f"Prior: {in_percent(weighed.prior)}%"]
    for signal, rating in weighed.ratings.items():
        step = "no effect chosen" if rating.step is None else named[rating.step]
        if rating.counts:
            step = f"seen in {rating.counts[0]} of ten worlds with, {rating.counts[1]} of ten without ({step})"
        trust = "" if rating.credibility is None else f", credibility {in_percent(rating.credibility)}%"
        story = f", same story as {rating.same_as}" if rating.same_as else ""
        story += f", {in_percent(rating.news)}% of it new" if rating.same_as and rating.news is not None else ""
        if rating == SignalRating():
            continue
        why = f", because of {rating.because}" if rating.because else ""
        lines.append(f"{signal} {titles[signal]}: {step}{trust}{story}{why}")
    said = weighed.conclusion
    if said.direction:
        lines.append(f"Together: {DIRECTIONS[said.direction]}")
    if said.posterior is not None:
        lines.append(f"Probability after all signals: {in_percent(said.posterior)}%")
    if said.strongest:
        lines.append(f"Moves the result most: {said.strongest}")
    if said.removal:
        lines.append(f"Without it the probability {said.removal}")
    return tuple(lines)
