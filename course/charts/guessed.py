"""A chart that waits for a guess, and then holds it."""

from html import escape
from typing import Any

import altair as alt
import pandas as pd

from course.style import LIGHT

ROW = 36
"""Px from bar to bar, so that the guess is read between two of them."""
FIRST = "Make your guess above and commit it; the chart then appears here, with your guess marked."


class Waiting:
    """What stands in a chart's place before a guess: what to do, and what the chart shows, folded, in words."""

    def __init__(self, told: str) -> None:
        self.told = told

    def __repr__(self) -> str:
        """What to do. The chart in words is left out, since plain text can't be folded."""
        return FIRST

    def _repr_html_(self) -> str:
        return (
            f"<p><em>{FIRST}</em></p><details><summary>Without a guess: the chart in words</summary>"
            f"<p>{escape(self.told)}</p></details>"
        )


def with_guess(chart: alt.LayerChart, row: str, guess: int | None) -> alt.LayerChart | Waiting:
    """A chart of bars that appears once you have guessed, and marks the guess.

    Args:
        chart: such as `charts.claims_by_kind` gives.
        row: the bar that the guess is about, by its label.
        guess: as `mine.guess` gives it; None for none yet.

    Returns:
        The chart with the guess marked, and told in its description, too; before a guess, what to do instead.

    Raises:
        ValueError: the chart has no bar of this label; the message names those that it has.

    Example:
        charts.with_guess(charts.claims_by_kind(brief.claims(), "All claims"), "reported fact", 8)
    """
    along = chart.layer[0].encoding
    across = along.y["shorthand"].partition(":")[0]
    rows = list(along.y["sort"])
    if row not in rows:
        raise ValueError(f"The chart has no bar “{row}”; it has {', '.join(rows)}.")
    told = str(chart.description)
    if guess is None:
        return Waiting(told)
    mark: Any = alt.Chart(pd.DataFrame({across: [row], "guess": [guess], "label": [f"your guess: {guess}"]})).encode(
        x=alt.X("guess:Q"), y=alt.Y(f"{across}:N", sort=rows)
    )
    tick = mark.mark_tick(color=LIGHT.down, thickness=4, size=26)
    # Between two rows, and toward the middle, so that it neither lies on a bar nor leaves the chart.
    counts: Any = chart.data
    high = guess > counts[along.x["shorthand"].partition(":")[0]].max() / 2
    label = mark.mark_text(align="right" if high else "left", dx=-6 if high else 6, dy=-ROW / 2, fontSize=11)
    made = chart.copy(deep=True)
    made.layer = [*made.layer, tick, label.encode(text="label:N")]
    made.height = alt.Step(ROW)
    made.description = f"{told} Your guess for {row}: {guess}."
    return made
