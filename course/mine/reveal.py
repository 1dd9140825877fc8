"""What happened, one event after the other: folded until the learner opens it. Needs no kernel once it is shown."""

from html import escape

from course.asked.percent import in_percent
from course.mine.committed import FORECASTS, HIDDEN, first
from course.mine.outcome_tables import outcomes


class Revealed:
    """Events with the learner's forecast; what happened stands folded below each. Empty before the commitment.

    Args:
        lines: (event, what the learner said, what happened), each a sentence.
    """

    def __init__(self, lines: list[tuple[str, str, str]]) -> None:
        self.lines = lines

    def __repr__(self) -> str:
        """The events and forecasts, without what happened."""
        return "\n".join(f"{event} {said}" for event, said, _ in self.lines) or HIDDEN

    def _repr_html_(self) -> str:
        if not self.lines:
            return f"<p>{HIDDEN}</p>"
        return "".join(
            f"<details><summary>{escape(event)} <b>{escape(said)}</b></summary><p>{escape(happened)}</p></details>"
            for event, said, happened in self.lines
        )


def reveal(*events: str, question: str = FORECASTS) -> Revealed:
    """Events to open one by one: your forecast, and folded below it what happened.

    Args:
        *events: ids such as ``"q05"``; without any, all that are settled.
        question: as for `forecasts`.

    Returns:
        The events. None before you commit.

    Raises:
        KeyError: there is no settled event with this id.

    Example:
        mine.reveal("q05")
    """
    if first(question) is None:
        return Revealed([])
    return Revealed(
        [
            (
                str(row["event"]),
                f"You said {in_percent(row['forecast'])} %.",
                f"{'Yes' if row['happened'] else 'No'}, settled on {row['settled']}. Brier score {row['brier']:.3f}."
                + (f" {row['what_happened']}" if isinstance(row["what_happened"], str) else ""),
            )
            for _, row in outcomes(*events, question=question).iterrows()
        ]
    )
