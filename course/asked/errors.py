"""What can be wrong with a bank of questions."""

from course.errors import PlainError


class BankError(PlainError):
    """A bank can't be used. The message names the file, the question and what was expected.

    Attributes:
        faults: everything that is wrong, a line each; the message is the first of them.
    """

    def __init__(self, *faults: str) -> None:
        super().__init__(*faults)
        self.faults = faults

    def __str__(self) -> str:
        return self.faults[0]
