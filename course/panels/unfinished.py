"""Which questions of an assignment have no complete answer yet: in a static site nothing validates a notebook."""

import json
from pathlib import Path

from course.asked import State
from course.panels.asking import journal_in_use
from course.questions.find import assignment_bank, find_question


def unfinished() -> str:
    """Titles of the questions of the assignment in the current folder that have points and no complete answer, as JSON.

    Raises:
        BankError: the assignment's bank is not as it should be.
        JournalError: the journal can't be read.
    """
    folder = Path.cwd()
    bank = assignment_bank(folder)
    record = journal_in_use().read()
    titles = []
    for place in bank.places if bank else ():
        asked = find_question(place, folder, lambda: record.seed)
        answer = record.answers.get(place)
        if asked.points and asked.stand(answer.value if answer else None).state is not State.ANSWERED:
            titles.append(asked.title)
    return json.dumps(titles)
