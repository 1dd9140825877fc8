"""Does a question find what it takes from tables and from other questions?"""

from collections.abc import Collection, Iterator

from course.asked import BankError
from course.questions import Bank


def question_faults(bank: Bank, known: Collection[str]) -> Iterator[str]:
    """What the questions of a bank name and nobody has.

    Args:
        bank: the questions.
        known: ids of all questions that another could begin with.
    """
    homes: dict[str, set[str]] = {}
    for question in bank.questions:
        homes.setdefault(question.title.strip().casefold(), set()).add(question.pool or question.id)
    for title, found in homes.items():
        if len(found) > 1:
            named = ", ".join(f"“{each}”" for each in sorted(found))
            yield f"{bank.path}: {named} have one title, “{title}”; expected a title of its own for each."
    for question in bank.questions:
        where = f"{bank.path}: question “{question.id}”"
        try:
            question.look_up()
        except BankError as e:
            yield f"{where}: {e}"
            continue
        missing = [each for each in question.begins_with if each not in known]
        yield from (f"{where}: there is no question “{each}” to begin with." for each in missing)
