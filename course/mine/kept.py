"""What the journal has kept of a question, from its log."""

from course.brief.frames import Table
from course.journal import Journal
from course.mine.noted import noted


def log(question: str) -> Table:
    """What the journal keeps of a question, in the order of time: `at`, `what` (answer or commit), `value`."""
    kept = [event for event in Journal().history(question) if event.event in ("answer", "commit")]
    rows = [{"at": event.at[:16].replace("T", " "), "what": event.event, "value": _said(event.value)} for event in kept]
    note = "" if rows else "Your journal holds no answer to this question yet."
    return noted(rows, range(1, len(rows) + 1), note, "no.", ("at", "what", "value"))


def _said(value: object) -> str:
    if isinstance(value, dict) and all(isinstance(each, int | float) for each in value.values()):
        return "; ".join(f"{name} {100 * each:.0f} %" for name, each in value.items())
    return str(value)
