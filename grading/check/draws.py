"""How long the questions are that a lesson draws for each learner: in check-in, check-out and retrieval."""

import re
from collections.abc import Sequence

from course.asked import Asked
from course.gain.read import families, minutes
from course.questions.find import lesson_banks
from course.retrieval.seen import N

CHECK = re.compile(r"\bcheck_(?:in|out)\(\)")
RETRIEVE = re.compile(r"""\bretrieve\(["'](\d\d)["']\)""")


def draws(code: Sequence[str]) -> tuple[list[Asked], float]:
    """Questions as long as those that are drawn, and minutes to answer them.

    Args:
        code: the sources of a lesson's cells.
    """
    asked: list[Asked] = []
    needed = 0.0
    for source in code:
        for _ in CHECK.findall(source):
            among = families()
            asked += [max(own, key=lambda question: len(question.options)) for own in among.values()]
            needed += minutes(among)
        for lesson in RETRIEVE.findall(source):
            earlier = [q for bank in lesson_banks() if bank.path.stem[:2] < lesson for q in bank.questions if q.again]
            longest = sorted(earlier, key=lambda question: question.minutes)[-N:]
            asked += longest
            needed += sum(question.minutes for question in longest)
    return asked, needed
