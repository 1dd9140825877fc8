"""Signals of one case over time."""

import altair as alt
import pandas as pd

from course.charts.axis import over_time
from course.charts.look import COLOURS

WIDTH, ROW, LABELS = 300, 26, 360


def signals_over_time(signals: pd.DataFrame, title: str) -> alt.Chart:
    """A point for every signal, one row each, over time.

    Args:
        signals: columns `date` (text: year, month or day) and `signal`, as `mine.case` gives them.
        title: what the chart is to show.

    Returns:
        The chart; it describes itself in words, too.

    Example:
        charts.signals_over_time(mine.case("LI"), "Libya")
    """
    shown = pd.DataFrame({"signal": list(signals["signal"]), "date": list(signals["date"])})
    shown["start"] = pd.to_datetime(shown["date"].astype(str), format="mixed")
    rows = list(shown["signal"])
    told = "; ".join(f"{date}: {signal}" for date, signal in zip(shown["date"], rows, strict=True))
    chart: alt.Chart = (
        alt.Chart(
            shown, title=title, description=f"{len(rows)} signals in order of time. {told or 'None is shown yet'}."
        )
        .mark_point(size=75, filled=True, opacity=0.9, color=COLOURS[0])
        .encode(
            x=over_time(shown),
            y=alt.Y("signal:N", title=None, sort=rows, axis=alt.Axis(grid=True, labelLimit=LABELS)),
            tooltip=[alt.Tooltip("date:N", title="Date"), alt.Tooltip("signal:N", title="Signal")],
        )
        .properties(width=WIDTH, height=alt.Step(ROW))
    )
    return chart
