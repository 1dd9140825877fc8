"""What the journal has kept of a question, over time."""

from course.asked.percent import in_percent
from course.brief.frames import Table
from course.journal import Journal
from course.mine.noted import noted


def log(question: str) -> Table:
    """What your journal has kept of a question, in order of time.

    Args:
        question: its id, as in ``ask("prior")``.

    Returns:
        One row for each time you answered: ``at`` (UTC), ``what`` (answer or commit), ``value``.

    Example:
        mine.log("prior")
    """
    kept = Journal().history(question, "answer", "commit")
    rows = [{"at": event.at[:16].replace("T", " "), "what": event.event, "value": _said(event.value)} for event in kept]
    note = "" if rows else "Your journal holds no answer to this question yet."
    return noted(rows, range(1, len(rows) + 1), note, "no.", ("at", "what", "value"))


def _said(value: object) -> str:
    if isinstance(value, dict) and all(isinstance(each, int | float) for each in value.values()):
        return "; ".join(f"{name} {in_percent(each)} %" for name, each in value.items())
    return str(value)
