"""Dated events in rows, one for each strand of events."""

import altair as alt
import pandas as pd

from course.charts.axis import over_time
from course.charts.rows import OFFSET, Head, along, in_rows
from course.style import LIGHT
from course.tables import read


def strands(events: pd.DataFrame) -> pd.DataFrame:
    """How many events each strand holds, and the first and last of them: the timeline as a table.

    Args:
        events: as `brief.events` gives them, or some of them.

    Returns:
        One row a ``strand``, in the order of the chart: ``events`` (how many), ``first`` and ``last`` (month and year).

    Example:
        charts.strands(brief.events())
    """
    grouped = _with_strand(events).groupby("strand", observed=True, sort=True)["start"]
    table = pd.DataFrame({"events": grouped.size(), "first": grouped.min(), "last": grouped.max()})
    return table.assign(first=table["first"].dt.strftime("%B %Y"), last=table["last"].dt.strftime("%B %Y"))


def timeline(events: pd.DataFrame, title: str = "Events by strand") -> alt.LayerChart:
    """A point for every event, in rows by strand, over time.

    Args:
        events: as `brief.events` gives them, or some of them.
        title: what the chart is to show.

    Returns:
        The chart; it describes itself in words, too.

    Example:
        charts.timeline(brief.events())
    """
    table = strands(events)
    rows = list(table.index)
    shown = _with_strand(events)[["start", "date", "strand", "event", "source"]].astype({"strand": str})
    points = (
        alt.Chart()
        .mark_point(size=70, filled=True, opacity=0.8, color=LIGHT.up, yOffset=OFFSET)
        .encode(
            x=over_time(shown),
            y=along("strand", rows),
            tooltip=[
                alt.Tooltip("date:N", title="Date"),
                alt.Tooltip("event:N", title="Event"),
                alt.Tooltip("source:N", title="Source"),
            ],
        )
    )
    return in_rows(Head(title, _describe(events, table)), shown, "strand", rows, points)


def _with_strand(events: pd.DataFrame) -> pd.DataFrame:
    table = pd.DataFrame(read("event_categories"))
    order = list(dict.fromkeys(table.sort_values("position")["strand"]))
    named = events["category"].map(dict(zip(table["id"], table["strand"], strict=True)))
    return pd.DataFrame(events).assign(strand=pd.Categorical(named, order, ordered=True))


def _describe(events: pd.DataFrame, table: pd.DataFrame) -> str:
    first, last = events["start"].min(), events["start"].max()
    rows = "; ".join(f"{name}: {line.events}, the last in {line.last}" for name, line in table.iterrows())
    return f"Timeline of {len(events)} events from {first:%B %Y} to {last:%B %Y}, in rows by strand. {rows}."
