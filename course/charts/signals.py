"""Signals of one case over time."""

import altair as alt
import pandas as pd

from course.charts.axis import over_time
from course.charts.rows import OFFSET, Head, along, in_rows
from course.style import LIGHT


def signals_over_time(signals: pd.DataFrame, title: str) -> alt.LayerChart:
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
    description = f"{len(rows)} signals in order of time. {told or 'None is shown yet'}."
    points = (
        alt.Chart()
        .mark_point(size=75, filled=True, opacity=1, color=LIGHT.up, yOffset=OFFSET)
        .encode(
            x=over_time(shown),
            y=along("signal", rows),
            tooltip=[alt.Tooltip("date:N", title="Date"), alt.Tooltip("signal:N", title="Signal")],
        )
    )
    return in_rows(Head(title, description), shown, "signal", rows, points)
