"""Forecasts and what came of them."""

from typing import Any, cast

import altair as alt
import pandas as pd

from course.charts.look import COLOURS

WIDTH, ROW, LABELS = 300, 26, 330


def forecasts_and_outcomes(forecasts: pd.DataFrame, title: str = "Your forecasts, and what came") -> alt.LayerChart:
    """A dot at each forecast, and a hollow square at 100 % if it came, at 0 % if it did not.

    Args:
        forecasts: one row an event, named by its index; columns `event`, `forecast` (probability) and `came` (true or
            false), as `mine.outcomes` gives them; perhaps without a row.
        title: what the chart is to show.

    Returns:
        The chart; it describes itself in words, too.

    Example:
        charts.forecasts_and_outcomes(mine.outcomes())
    """
    shown = pd.DataFrame({name: list(forecasts[name]) for name in ("event", "forecast", "came")})
    shown["event"] = [f"{name} {event}" for name, event in zip(forecasts.index, shown["event"], strict=True)]
    shown["outcome"] = [float(came) for came in shown["came"]]
    rows = [(row.event, row.forecast, bool(row.came)) for row in shown.itertuples()]
    told = "; ".join(f"{event} {p:.0%}, {'it came' if came else 'it did not come'}" for event, p, came in rows)
    across = alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1])
    base = alt.Chart(shown).encode(
        y=alt.Y(
            "event:N",
            title=None,
            sort=list(shown["event"]),
            axis=alt.Axis(grid=True, labelLimit=LABELS, labelPadding=12),
        ),
        tooltip=[
            alt.Tooltip("event:N", title="Event"),
            alt.Tooltip("forecast:Q", title="Forecast", format=".0%"),
            alt.Tooltip("came:N", title="Came"),
        ],
    )
    scale = alt.Scale(domain=[0, 1])
    said = base.mark_point(size=75, filled=True, color=COLOURS[0]).encode(
        x=alt.X("forecast:Q", title="probability", axis=across, scale=scale)
    )
    came = base.mark_point(size=130, shape="square", color=COLOURS[1], strokeWidth=2).encode(
        x=alt.X("outcome:Q", title="probability", axis=across, scale=scale)
    )
    chart: Any = alt.layer(
        came,
        said,
        title=title,
        width=WIDTH,
        height=alt.Step(ROW),
        description=f"Forecasts as dots and what came as squares, {len(rows)} events. {told or 'None is shown yet'}.",
    )
    return cast("alt.LayerChart", chart)
