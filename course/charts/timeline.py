"""Dated events in rows by what kind of event they are."""

import altair as alt
import pandas as pd

from course.charts.look import COLOURS, SHAPES

WIDTH, ROW = 620, 30


def event_rows(events: pd.DataFrame) -> pd.DataFrame:
    """How many events each row of the timeline holds, and the first and last of them: the chart as a table.

    Args:
        events: as `course.brief.events()` gives them.

    Returns:
        One line a row of the chart, in its order: row, events, first, last.
    """
    table = events.groupby("row", observed=True).agg(events=("start", "size"), first=("start", "min"), last=("start", "max"))
    return table.assign(first=table["first"].dt.strftime("%B %Y"), last=table["last"].dt.strftime("%B %Y"))


def timeline(events: pd.DataFrame, title: str = "Events by kind") -> alt.Chart:
    """A point for every event, in rows by kind of event, over time.

    Args:
        events: as `course.brief.events()` gives them, or some of them.
        title: what the chart is to show.
    """
    table = event_rows(events)
    rows = list(table.index)
    shown = events[["start", "date", "row", "event", "source"]].astype({"row": str})
    return (
        alt.Chart(shown, title=title, description=_describe(events, table))
        .mark_point(size=70, filled=True, opacity=0.85)
        .encode(
            x=alt.X("start:T", title=None, axis=alt.Axis(format="%Y", tickCount="year", labelOverlap=True)),
            y=alt.Y("row:N", title=None, sort=rows, scale=alt.Scale(domain=rows)),
            color=alt.Color("row:N", legend=None, scale=alt.Scale(domain=rows, range=list(COLOURS[: len(rows)]))),
            shape=alt.Shape("row:N", legend=None, scale=alt.Scale(domain=rows, range=list(SHAPES[: len(rows)]))),
            tooltip=[alt.Tooltip("date:N", title="Date"), alt.Tooltip("event:N", title="Event"), alt.Tooltip("source:N", title="Source")],
        )
        .properties(width=WIDTH, height=alt.Step(ROW))
    )


def _describe(events: pd.DataFrame, table: pd.DataFrame) -> str:
    first, last = events["start"].min(), events["start"].max()
    rows = "; ".join(f"{name}: {line.events}, the last in {line.last}" for name, line in table.iterrows())
    return f"Timeline of {len(events)} events from {first:%B %Y} to {last:%B %Y}, in rows by kind. {rows}."
