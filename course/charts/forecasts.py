"""Forecasts and what came of them."""

import altair as alt
import pandas as pd

from course.charts.rows import OFFSET, Head, along, in_rows
from course.style import LIGHT
from course.svg import percent

MEANING = ("Dot: your forecast.", "Square: at 100 % it came, at 0 % not.")


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
    came = [bool(each) for each in shown["came"]]
    rows = list(zip(shown["event"], map(float, shown["forecast"]), came, strict=True))
    shown["outcome"] = [float(each) for each in came]
    told = "; ".join(f"{event} {percent(p)}, {'it came' if so else 'it did not come'}" for event, p, so in rows)
    events = list(shown["event"])
    axis = alt.Axis(values=[0, 0.25, 0.5, 0.75, 1], labelExpr="round(100 * datum.value) + ' %'")
    base = alt.Chart().encode(
        y=along("event", events),
        tooltip=[
            alt.Tooltip("event:N", title="Event"),
            alt.Tooltip("forecast:Q", title="Forecast", format=".0%"),
            alt.Tooltip("came:N", title="Came"),
        ],
    )

    def at(column: str) -> alt.X:
        return alt.X(f"{column}:Q", title="probability", axis=axis, scale=alt.Scale(domain=[0, 1]))

    squares = base.mark_point(size=130, shape="square", color=LIGHT.down, strokeWidth=2, opacity=1, yOffset=OFFSET)
    dots = base.mark_point(size=75, filled=True, color=LIGHT.up, opacity=1, yOffset=OFFSET)
    description = f"Forecasts as dots and what came as squares, {len(rows)} events. {told or 'None is shown yet'}."
    layers = (squares.encode(x=at("outcome")), dots.encode(x=at("forecast")))
    return in_rows(Head(title, description, MEANING), shown, "event", events, *layers)
