"""Signals of one case over time."""

import altair as alt
import pandas as pd

from course.brief.marks import marks, sides
from course.charts.axis import over_time
from course.charts.rows import OFFSET, Head, along, in_rows
from course.charts.who import SIZE, by_act, by_mover, by_weight, columns, counted

SEPARATOR = "\u00a0· "
"""Never at the beginning of a line."""


def signals_over_time(signals: pd.DataFrame, title: str) -> alt.LayerChart:
    """A point for every signal, one row each, over time: who moved by colour, and a step as a square.

    Args:
        signals: by id; columns `date` (text: year, month or day) and `signal`, as `mine.case` gives them.
        title: what the chart shows.

    Returns:
        The chart; it describes itself in words, too.

    Example:
        charts.signals_over_time(mine.case("LI"), "Libya")
    """
    found = marks(signals.index)
    parties = sides(found)
    shown = pd.DataFrame({name: list(map(str, signals[name])) for name in ("date", "signal")})
    shown["start"] = pd.to_datetime(shown["date"], format="mixed")
    shown = shown.assign(**columns(found, parties))
    parts = zip(shown["date"], shown["moved"], shown["signal"], strict=True)
    shown["row"] = [SEPARATOR.join(filter(None, each)) for each in parts]
    rows = list(shown["row"])
    told = "; ".join(f"{row.date}: {row.signal} ({row.moved}, {row.act})" for row in shown.itertuples())
    moved = f" Who moved: {counted(found, parties)}." if found else ""
    description = f"{len(rows)} signals in order of time. {told or 'None is shown yet'}.{moved}"
    words = {"date": "Date", "signal": "What happened", "moved": "Who moved", "act": "Step or signal"}
    points = (
        alt.Chart()
        .mark_point(filled=True, opacity=1, size=by_weight(SIZE), yOffset=OFFSET)
        .encode(
            x=over_time(shown),
            y=along("row", rows),
            color=by_mover(shown["who"], parties),
            shape=by_act(shown["act"]),
            tooltip=[alt.Tooltip(f"{column}:N", title=word) for column, word in words.items()],
        )
    )
    return in_rows(Head(title, description), shown, "row", rows, points)
