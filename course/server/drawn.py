"""The questions that a cell draws for a learner: of the check-in, the check-out, and of what a lesson asks again."""

import re
from datetime import UTC, datetime

from course.asked import Asked
from course.asked.form import question_html
from course.gain import IN, OUT
from course.gain.form import sheet_html
from course.gain.read import bare, families
from course.journal import Record
from course.questions.find import lesson_banks
from course.retrieval import again

_DRAWS = re.compile(r"""\s*(?:retrieve\(["'](\d\d)["']\)|check_(in|out)\(\))\s*""")


def drawn(source: str, record: Record) -> tuple[list[Asked], tuple[str, ...]]:
    """The questions, under the ids of their answers, and with what a stored form of them begins.

    Args:
        source: of a cell. Of one that does anything else, nothing is given back.
        record: the learner's journal.

    Raises:
        BankError: a bank is not as it should be.
    """
    call = _DRAWS.fullmatch(source)
    if call is None:
        return [], ()
    if call[1]:
        found = again(record, lesson_banks(), int(call[1]), datetime.now(UTC).date().isoformat())
        return found, tuple(map(question_html, found[:1]))
    among = families()
    found = bare(record, among, IN if call[2] == "in" else OUT)
    return found, (sheet_html(among), *map(question_html, found[:1]))
