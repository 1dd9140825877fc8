"""The axis of time that charts of dated things share."""

from datetime import timedelta

import altair as alt
import pandas as pd

YEAR, YEARS = timedelta(366), timedelta(5 * 366)
EDGE = 8
"""Px between the edge and what lies next to it, so that nothing is cut."""


def over_time(shown: pd.DataFrame) -> alt.X:
    """The column `start` along a horizontal axis: marked by years, half years or months, as the span asks."""
    starts = pd.to_datetime(shown["start"])
    axis = marked(starts.min(), starts.max()) if len(starts) else _axis(YEARS)
    return alt.X("start:T", title=None, axis=axis, scale=alt.Scale(padding=EDGE))


def marked(first: pd.Timestamp, last: pd.Timestamp) -> alt.Axis:
    """An axis of time from the first to the last of what is shown."""
    axis = _axis(last - first)
    # By itself it would be told as far as the edges go, to months of which the chart says nothing.
    axis.description = f"Time, from {first:%B %Y} to {last:%B %Y}"
    return axis


def _axis(span: timedelta) -> alt.Axis:
    if span < YEAR:
        return alt.Axis(format="%b %Y", tickCount="month", labelOverlap=True)
    if span < YEARS:
        step = alt.TimeIntervalStep(interval="month", step=6)
        return alt.Axis(format="%b %Y", tickCount=step, labelOverlap=True)
    return alt.Axis(format="%Y", tickCount="year", labelOverlap=True)
