"""Questions of a lesson or an assignment: read from a bank, checked, found by their ids."""

from course.asked import Asked, BankError, Condition, Criterion, Key, Option, Remark, Standing, State
from course.questions.bank import Bank, load_bank

__all__ = [
    "Asked",
    "Bank",
    "BankError",
    "Condition",
    "Criterion",
    "Key",
    "Option",
    "Remark",
    "Standing",
    "State",
    "load_bank",
]
