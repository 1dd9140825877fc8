"""What a panel says of other files beside its journal, and what it offers to do about them."""

from pathlib import Path
from typing import Any

from course.asked import Asked
from course.journal import Journal, JournalError, compare
from course.panels.said import in_words


def notices(journal: Journal, graded: bool) -> list[str]:
    """Sentences below the panel: damaged journals, copies that hold more, a journal that is not handed in by itself."""
    try:
        said = journal.notices
    except JournalError:  # the panel says what is wrong with it
        said = []
    if graded and journal.path != Path.cwd() / "journal.json":
        said.append(
            f"Your answers are kept in {journal.path}. Before you hand in, copy it beside the notebook as journal.json."
        )
    return said


def offers(journal: Journal, asked: Asked) -> list[dict[str, Any]]:
    """Buttons: {kind, value, text}, of which kind and value come back as a message when one is pressed.

    `join` brings in what only copies of the journal hold. `take` and `keep` settle a question to which a copy holds
    another answer; value is the copy's name. Nothing is offered to be thrown away, and copies stay.
    """
    try:
        others = journal.copies()
        if not others:
            return []
        mine = journal.read()
    except JournalError:
        return []
    found, name = compare(mine, others), asked.id
    made = []
    if found.only:
        many = "an answer" if len(found.only) == 1 else f"{len(found.only)} answers"
        made.append({"kind": "join", "value": None, "text": f"Bring in {many} that only a copy holds"})
    for copy in found.different.get(name, ()):
        words = in_words(asked, others[copy].answers[name].value)
        made.append(
            {"kind": "take", "value": copy, "text": f"Use the answer of {copy}" + (f": {words}" if words else "")}
        )
    if name in found.different and name in mine.answers:
        made.append({"kind": "keep", "value": None, "text": "Keep this answer"})
    return made
