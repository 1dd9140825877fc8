"""The models of forecasting: what forecasts have to do with one another, how good they were, many as one. Pure."""

from course.forecasting.aggregate import extremized, mean_of_log_odds, median
from course.forecasting.base_rate import BaseRate, Spell, base_rate, within
from course.forecasting.calibration import Bin, Decomposition, calibration, decomposition, wilson
from course.forecasting.coherent import coherentized
from course.forecasting.errors import ForecastError
from course.forecasting.rules import Rule, broken, complements, conjunction, implies, monotone, needs_one_of
from course.forecasting.scores import brier, log_score, mean_brier, mean_log_score, skill

__all__ = [
    "BaseRate", "Bin", "Decomposition", "ForecastError", "Rule", "Spell", "base_rate", "brier",
    "broken", "calibration", "coherentized",
    "complements", "conjunction", "decomposition", "extremized", "implies", "log_score", "mean_brier", "mean_log_score",
    "mean_of_log_odds", "median", "monotone", "needs_one_of", "skill", "wilson", "within",
]  # fmt: skip
