"""Questions as data: what a learner is asked, and whether an answer is complete and coherent."""

from course.questions.bank import Bank, load_bank
from course.questions.errors import BankError
from course.questions.forecasts import rules
from course.questions.key import Criterion, Key, Remark, When
from course.questions.model import (
    Argue,
    ChooseMany,
    ChooseOne,
    Classify,
    Deal,
    Forecast,
    Probability,
    Question,
    Rank,
    Weigh,
)
from course.questions.states import Standing, State, stand

__all__ = [
    "Argue",
    "Bank",
    "BankError",
    "ChooseMany",
    "ChooseOne",
    "Classify",
    "Criterion",
    "Deal",
    "Forecast",
    "Key",
    "Probability",
    "Question",
    "Rank",
    "Remark",
    "Standing",
    "State",
    "Weigh",
    "When",
    "load_bank",
    "rules",
    "stand",
]
