"""How good a learner's forecasts were."""

from collections.abc import Mapping

from course.asked.settled import settled
from course.brief.frames import Table
from course.forecasting import calibration, mean_brier, mean_log_score, skill
from course.mine.committed import FORECASTS, HIDDEN, first
from course.mine.noted import noted

HALF = 0.25
"""The Brier score of who says one half to everything: the reference for skill."""


def scores(question: str = FORECASTS) -> Table:
    """How good your forecasts were, compared with saying one half to everything.

    Args:
        question: as for `forecasts`.

    Returns:
        Two rows, yours and that: ``n`` (how many forecasts), ``brier`` (mean; 0 is best, 1 is worst), ``log_score``
        (mean, in nats; 0 is best, infinite where certainty was wrong), ``skill`` (1 is perfect, 0 as good as one half).
        No row before you commit.

    Example:
        mine.scores()
    """
    committed = first(question)
    if committed is None:
        return noted([], [], HIDDEN, "who", ("n", "brier", "log_score", "skill"))
    mine, came = _scored(committed.said)
    ways = {"you": mine, "one half to everything": [0.5] * len(came)}
    rows = [
        {
            "n": len(came),
            "brier": round(mean_brier(said, came), 3),
            "log_score": round(mean_log_score(said, came), 3),
            "skill": round(skill(mean_brier(said, came), HALF), 2),
        }
        for said in ways.values()
    ]
    return noted(rows, ways, "The questions were picked by people who knew the answers.", "who")


def calibrated(question: str = FORECASTS) -> Table:
    """Of the events to which you gave about the same chance, how many happened.

    Args:
        question: as for `forecasts`.

    Returns:
        One row per range of forecasts: ``from`` and ``to`` (probabilities), ``n`` (how many), ``mean_forecast``, the
        ``share`` that happened, and its 95 % interval, ``low`` to ``high`` (Wilson). No row before you commit.

    Example:
        mine.calibrated()
    """
    committed = first(question)
    columns = ("from", "to", "n", "mean_forecast", "share", "low", "high")
    if committed is None:
        return noted([], [], HIDDEN, "range", columns)
    found = calibration(*_scored(committed.said))
    rows = [
        {
            "from": each.lower, "to": each.upper, "n": each.n, "mean_forecast": round(each.forecast, 2),
            "share": round(each.share, 2), "low": round(each.low, 2), "high": round(each.high, 2),
        }
        for each in found
    ]  # fmt: skip
    note = f"{sum(each.n for each in found)} forecasts in all: far too few to judge anybody."
    return noted(rows, range(1, len(rows) + 1), note, "range", columns)


def _scored(said: Mapping[str, float]) -> tuple[list[float], list[bool]]:
    known = settled()
    both = [(p, bool(known[name]["outcome"])) for name, p in said.items() if name in known]
    return [p for p, _ in both], [came for _, came in both]
