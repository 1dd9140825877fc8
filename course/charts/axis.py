"""The axis of time that charts of dated things share."""

from datetime import timedelta

import altair as alt
import pandas as pd

YEAR = timedelta(366)


def over_time(shown: pd.DataFrame) -> alt.X:
    """The column `start` along a horizontal axis: marked by years, or by months where all lie within one year."""
    starts = pd.to_datetime(shown["start"])
    if len(starts) and starts.max() - starts.min() < YEAR:
        axis = alt.Axis(format="%b %Y", tickCount="month", labelOverlap=True)
    else:
        axis = alt.Axis(format="%Y", tickCount="year", labelOverlap=True)
    return alt.X("start:T", title=None, axis=axis)
