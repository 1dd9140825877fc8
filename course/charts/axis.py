"""The axes that charts share: of time, and of probabilities."""

from datetime import timedelta

import altair as alt
import pandas as pd

YEAR, YEARS = timedelta(366), timedelta(5 * 366)
EDGE = 8
"""Px between the edge and what lies next to it, so that nothing is cut."""


def over_time(shown: pd.DataFrame) -> alt.X:
    """The column `start` along a horizontal axis: marked by years, half years or months, as the span asks."""
    starts = pd.to_datetime(shown["start"])
    axis = marked(starts.max() - starts.min() if len(starts) else YEARS)
    return alt.X("start:T", title=None, axis=axis, scale=alt.Scale(padding=EDGE))


def marked(span: timedelta) -> alt.Axis:
    """An axis of time for a span."""
    if span < YEAR:
        return alt.Axis(format="%b %Y", tickCount="month", labelOverlap=True)
    if span < YEARS:
        step = alt.TimeIntervalStep(interval="month", step=6)
        return alt.Axis(format="%b %Y", tickCount=step, labelOverlap=True)
    return alt.Axis(format="%Y", tickCount="year", labelOverlap=True)


def of_chance(column: str, title: str, scale: alt.Scale | None = None) -> alt.X:
    """A column of probabilities along a horizontal axis, marked in per cent; from 0 to 1 if no scale says otherwise."""
    axis = alt.Axis(values=[0, 0.25, 0.5, 0.75, 1], labelExpr="round(100 * datum.value) + ' %'")
    return alt.X(f"{column}:Q", title=title, axis=axis, scale=scale or alt.Scale(domain=[0, 1]))
