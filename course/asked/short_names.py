"""Signals in a few words, wherever one is named."""

from course.tables import read


def short_names() -> dict[str, str]:
    """Signal id to its name in a few words; of a transfer case, the whole signal."""
    found = {str(row["id"]): str(row["short"]) for row in read("signals")}
    return found | {str(row["id"]): str(row["signal"]) for row in read("transfer_signals")}
