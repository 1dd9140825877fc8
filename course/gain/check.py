"""`check_in()` and `check_out()`: a question of each family, without a word on what was right."""

from course.gain.draw import IN, OUT
from course.gain.form import sheet_html, sheet_text
from course.gain.read import bare, families
from course.panels.asking import panel, record_in_use
from course.panels.sheet import Sheet


def check_in() -> Sheet:
    """Show a few questions before the course teaches anything, so that you can see later what you have learned.

    Nobody grades them, and you are not told what was right before you have answered those of `check_out`, in lesson 8.
    Your copy of the course draws them for you. Your answers are kept in the journal.

    Returns:
        The panels, one below the other.

    Raises:
        BankError: the bank of these questions is faulty.

    Example:
        check_in()
    """
    return _sheet(IN)


def check_out() -> Sheet:
    """Show as many questions again at the end of the course: of the same kinds as in `check_in`, and none of the same.

    Nobody grades them. Once you have committed all answers, `portfolio.write` shows what you knew before and after.

    Returns:
        The panels, one below the other.

    Raises:
        BankError: the bank of these questions is faulty.

    Example:
        check_out()
    """
    return _sheet(OUT)


def _sheet(moment: str) -> Sheet:
    record, among = record_in_use(seeded=True), families()
    return Sheet(map(panel, bare(record, among, moment)), sheet_text(among), sheet_html(among))
