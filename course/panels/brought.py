"""A journal that a learner brings back from another device, in a static site: does it belong here, and what came."""

import base64
import json
from pathlib import Path
from typing import Final

from course.asked import BankError
from course.journal import JournalError, NotAJournal, parse
from course.panels.asking import journal_in_use
from course.questions.find import asked_here, find_question

_FILE: Final = "journal.json"
_SHOWN: Final = 5


def bring(given: str) -> str:
    """Join a journal with the learner's own, and say what has come of it; one that is refused changes nothing.

    Args:
        given: its bytes, in Base64.

    Returns:
        JSON: `said`, sentences for the learner; and `took`, whether it was brought in.
    """
    try:
        return json.dumps({"took": True, "said": _brought(base64.b64decode(given))})
    except NotAJournal:
        return json.dumps({"took": False, "said": "it is no journal of this course."})
    except JournalError as error:
        return json.dumps({"took": False, "said": str(error)})


def _brought(data: bytes) -> str:
    other, folder = parse(data, _FILE), Path.cwd()
    if other.answers and not any(asked_here(name, folder) for name in other.answers):
        raise JournalError(
            f"it is the journal of another assignment, or of the lessons: none of its {len(other.answers)} "
            f"{_answers(len(other.answers))} is to a question that is asked here."
        )
    found = journal_in_use().bring(other)
    came, newer = len(found.came), len(found.newer)
    said = [f"Brought back: {came} {_answers(came)} that only that file held."] if came else []
    if newer:
        said.append(f"{newer} {_answers(newer)} that you had changed there {'is' if newer == 1 else 'are'} here now.")
    if found.different:
        said.append(f"Both hold an answer of their own to {_titles(found.different, folder)}. The one here stands; the "
                    "question’s panel asks you which to keep.")  # fmt: skip
    if found.otherwise:
        said.append(f"Not brought in: {_titles(found.otherwise, folder)}, asked there in another variant.")
    return " ".join(said) or "That file holds no answer that is not here already."


def _answers(many: int) -> str:
    return "answer" if many == 1 else "answers"


def _titles(questions: tuple[str, ...], folder: Path) -> str:
    shown = ", ".join(f"“{_title(each, folder)}”" for each in questions[:_SHOWN])
    return f"{shown} and {len(questions) - _SHOWN} more" if len(questions) > _SHOWN else shown


def _title(question: str, folder: Path) -> str:
    try:
        return find_question(question, folder).title
    except BankError:
        return question
