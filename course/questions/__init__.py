"""Questions of a lesson or an assignment: read from a bank, checked, found by their ids."""

from course.asked import Asked, BankError, Condition, Criterion, Key, Option, Remark, Standing, State
from course.kinds import (
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
from course.questions.bank import Bank, load_bank

__all__ = [
    "Argue",
    "Asked",
    "Bank",
    "BankError",
    "ChooseMany",
    "ChooseOne",
    "Classify",
    "Condition",
    "Criterion",
    "Deal",
    "Forecast",
    "Key",
    "Option",
    "Probability",
    "Question",
    "Rank",
    "Remark",
    "Standing",
    "State",
    "Weigh",
    "load_bank",
]
