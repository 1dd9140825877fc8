"""What can be wrong with a bank of questions."""

from course.errors import PlainError


class BankError(PlainError):
    """A bank can't be used. The message names the file, the question and what was expected."""
