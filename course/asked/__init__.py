"""What all questions have: the record that every kind adds to, where an answer stands, a key and its conditions.

Nothing here knows a kind of question by name.
"""

from course.asked.condition import Condition
from course.asked.errors import BankError
from course.asked.key import Criterion, Key, Remark
from course.asked.question import Asked, Option
from course.asked.standing import Standing, State

__all__ = ["Asked", "BankError", "Condition", "Criterion", "Key", "Option", "Remark", "Standing", "State"]
