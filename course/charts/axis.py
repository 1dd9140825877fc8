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
    span = starts.max() - starts.min() if len(starts) else YEARS
    return alt.X("start:T", title=None, axis=marked(span), scale=alt.Scale(padding=EDGE))


def marked(span: timedelta) -> alt.Axis:
    """An axis of time for a span."""
    if span < YEAR:
        return alt.Axis(format="%b %Y", tickCount="month", labelOverlap=True)
    if span < YEARS:
        step = alt.TimeIntervalStep(interval="month", step=6)
        return alt.Axis(format="%b %Y", tickCount=step, labelOverlap=True)
    return alt.Axis(format="%Y", tickCount="year", labelOverlap=True)
