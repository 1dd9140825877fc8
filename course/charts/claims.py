"""How firmly the brief says what it says."""

import altair as alt
import pandas as pd

from course.brief.frames import Table
from course.charts.look import fitting, wrapped
from course.style import LIGHT

WIDTH, ROW, BAR, LABELS = 420, 28, 18, 120


def kinds(claims: pd.DataFrame) -> Table:
    """The bars of `claims_by_kind` as a table.

    Args:
        claims: as `brief.claims` gives them, or some of them.

    Returns:
        One row per ``kind``, the most frequent first: ``claims`` (how many).

    Example:
        charts.kinds(brief.claims("Introduction"))
    """
    counts = claims["kind"].astype(str).value_counts()
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return Table({"claims": [n for _, n in rows]}, index=pd.Index([kind for kind, _ in rows], name="kind"))


def claims_by_kind(claims: pd.DataFrame, title: str = "Claims by kind") -> alt.LayerChart:
    """A bar for every kind of claim: how many there are, with the number at its end.

    Args:
        claims: as `brief.claims` gives them, or some of them.
        title: what the chart shows.

    Returns:
        The chart; it describes itself in words, too.

    Example:
        charts.claims_by_kind(brief.claims("Introduction"))
    """
    counts = kinds(claims).reset_index()
    told = "; ".join(f"{row.kind}: {row.claims}" for row in counts.itertuples())
    # The number stands at the end of each bar, so the axis needs none.
    bars = (
        alt.Chart(counts)
        .encode(
            x=alt.X("claims:Q", title="number of claims", axis=alt.Axis(labels=False, ticks=False, grid=False)),
            y=alt.Y("kind:N", title=None, sort=list(counts["kind"]), axis=alt.Axis(ticks=False, labelPadding=6)),
        )
        .properties(width=WIDTH, height=alt.Step(ROW))
    )
    chart = bars.mark_bar(color=LIGHT.up, size=BAR) + bars.mark_text(align="left", dx=5).encode(text="claims:Q")
    described = f"Bar chart of {len(claims)} claims by kind. {told}."
    found: alt.LayerChart = fitting(
        chart.properties(title=alt.Title(wrapped(title)), description=described), WIDTH, beside=LABELS
    )
    return found
