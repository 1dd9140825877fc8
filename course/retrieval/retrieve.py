"""`retrieve("03")`: what a lesson asks again from earlier lessons."""

from datetime import UTC, datetime

from course.asked.form import static_html, static_text
from course.errors import PlainError
from course.panels.asking import panel, record_in_use
from course.panels.sheet import Sheet
from course.questions.find import lesson_banks
from course.retrieval.seen import again

NOTHING = "There is no earlier lesson with a question to ask again."


class NoSuchLessonError(PlainError, ValueError):
    """A lesson was asked for that is not there."""


def retrieve(lesson: str) -> Sheet:
    """Show two questions of earlier lessons again, so that you recall what you learned there.

    Your journal decides which: what went wrong the first time, and otherwise what you haven't seen for longest. Your
    answer is kept beside the one that you gave in that lesson, and doesn't replace it.

    Args:
        lesson: number of the lesson in which you are, such as ``"03"``.

    Returns:
        The panels, one below the other.

    Raises:
        NoSuchLessonError: there is no lesson with this number.
        BankError: the bank of a lesson is faulty.

    Example:
        retrieve("03")
    """
    banks = list(lesson_banks())
    numbers = [bank.path.stem[:2] for bank in banks]
    if lesson not in numbers:
        raise NoSuchLessonError(f"There is no lesson {lesson!r}; expected one of {', '.join(map(repr, numbers))}.")
    shown = again(record_in_use(), banks, int(lesson), datetime.now(UTC).date().isoformat())
    if not shown:
        return Sheet([], NOTHING, f"<p>{NOTHING}</p>")
    return Sheet(map(panel, shown), "\n\n".join(map(static_text, shown)), "".join(map(static_html, shown)))
