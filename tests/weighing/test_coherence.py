"""Opinion is free, incoherence is not: a conclusion is held against the learner's own ratings."""

import math

import msgspec
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from course.kinds.weigh.answer import Conclusion, SignalRating, Weighed
from course.kinds.weigh.coherence import STEP, TIE, coherent
from course.weighing import TOLERANCE, log_odds, one_at_a_time, weigh
from tests.conditions import holds

CHECKS = ("varied", "unmoved", "direction", "towards", "posterior", "strongest", "removal")
SIGNALS = ("S01", "S02", "S03", "S04")

ratings = st.builds(
    SignalRating,
    step=st.integers(-3, 3),
    credibility=st.sampled_from((0.0, 0.25, 0.5, 0.8, 1.0)),
    same_as=st.none() | st.sampled_from(("S01", "S02")),
)
weighings = st.builds(
    Weighed,
    prior=st.floats(0.02, 0.98),
    ratings=st.fixed_dictionaries(dict.fromkeys(SIGNALS, ratings)),
)


def sign(log_odds: float) -> int:
    """Of weights that cancel out, the sum may be a rounding error, which has no direction."""
    return (log_odds > TOLERANCE) - (log_odds < -TOLERANCE)


def concluded(weighed: Weighed) -> Weighed:
    """The same learner, drawing the conclusion exactly."""
    found, drops = weigh(weighed.judgement), one_at_a_time(weighed.judgement, "drop")
    top = max(drops, key=lambda row: abs(row.change))
    said = Conclusion(
        ("raises", "neither", "lowers")[1 - sign(found.total)],
        min(max(round(found.probability, 2), 0.01), 0.99),
        top.signal,
        ("rises", "stays", "falls")[1 - sign(top.change)],
    )
    return msgspec.structs.replace(weighed, conclusion=said)


def with_conclusion(weighed: Weighed, **parts: object) -> Weighed:
    return msgspec.structs.replace(weighed, conclusion=msgspec.structs.replace(weighed.conclusion, **parts))


CANCELLED = {"S01": (0, 0.0), "S02": (1, 0.5), "S03": (-2, 1.0), "S04": (3, 0.5)}
AT_THE_END = {"S01": (-1, 0.5)}
"""From 2 % to 1.4 %: the nearest whole percentage is a whole step away."""


@given(weighings)
@example(Weighed(0.5, {each: SignalRating(*given) for each, given in CANCELLED.items()}))
@example(Weighed(0.02, {each: SignalRating(*given) for each, given in AT_THE_END.items()}))
def test_who_reckons_exactly_is_coherent_whatever_the_opinion(weighed):
    said = concluded(weighed)
    for check in CHECKS[2:]:
        assert coherent(check, said), check


@given(weighings)
def test_the_opposite_conclusion_is_not(weighed):
    said, total = concluded(weighed), weigh(weighed.judgement).total
    assume(abs(total) >= STEP)
    opposite = {"raises": "lowers", "lowers": "raises"}[said.conclusion.direction]
    assert not coherent("direction", with_conclusion(said, direction=opposite))
    assert not coherent("direction", with_conclusion(said, direction="neither"))
    start = log_odds(said.prior)
    wrong = 1 / (1 + math.exp(-(start - 2 * total)))
    assert not coherent("posterior", with_conclusion(said, posterior=wrong)) or not 0.01 < wrong < 0.99


@given(weighings)
def test_a_signal_that_carries_little_is_not_the_strongest(weighed):
    drops = {row.signal: row.change for row in one_at_a_time(weighed.judgement, "drop")}
    most = max(map(abs, drops.values()))
    for signal, change in drops.items():
        assert coherent("strongest", with_conclusion(weighed, strongest=signal)) is (abs(change) >= most - TIE - 1e-9)


@given(weighings, st.sampled_from(CHECKS[2:]))
def test_a_blank_conclusion_follows_from_nothing(weighed, check):
    assert not coherent(check, weighed)


def flat(step: int) -> Weighed:
    rated = {signal: SignalRating(step, 1.0) for signal in SIGNALS}
    return concluded(Weighed(prior=0.2, ratings=rated))


@pytest.mark.parametrize("step", range(-3, 4))
def test_one_rating_for_all_is_no_weighing(step):
    assert not coherent("varied", flat(step))


def test_a_story_counts_once_in_the_conclusion_too():
    rated = {s: SignalRating(2, 1.0, None if s == "S01" else "S01") for s in ("S01", "S02", "S03")}
    weighed = Weighed(prior=0.5, ratings=rated | {"S04": SignalRating(-1, 1.0)})
    assert coherent("posterior", with_conclusion(weighed, posterior=0.67))
    assert not coherent("posterior", with_conclusion(weighed, posterior=0.97))
    assert coherent("strongest", with_conclusion(weighed, strongest="S04"))
    assert not coherent("strongest", with_conclusion(weighed, strongest="S01"))
    assert coherent("removal", with_conclusion(weighed, strongest="S01", removal="stays"))


WEIGHED = {
    "prior": 0.2,
    "ratings": {"S01": {"step": -2, "credibility": 1}, "S02": {"step": 1, "credibility": 0.5, "same_as": "S01"}},
    "conclusion": {"direction": "lowers"},
}


@pytest.mark.parametrize(
    ("when", "met"),
    [
        ({"rates": {"S01": [-3, -1]}}, True),
        ({"rates": {"S01": [-1, 3]}}, False),
        ({"rates": {"S03": [-3, 3]}}, False),
        ({"rates": {"S01": [-3, -1], "S02": [2, 3]}}, False),
        ({"together": [["S01", "S02"]]}, True),
        ({"together": [["S01", "S02", "S03"]]}, False),
        ({"not": {"together": [["S01", "S03"]]}}, True),
        ({"coherent": ["varied", "direction"]}, True),
        ({"coherent": ["direction", "posterior"]}, False),
        ({"any": [{"coherent": ["removal"]}, {"rates": {"S02": [1, 1]}}]}, True),
    ],
)
def test_conditions_on_a_weighing(when, met):
    assert holds(when, WEIGHED) is met
