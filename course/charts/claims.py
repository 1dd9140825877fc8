"""How firmly the brief says what it says."""

import altair as alt
import pandas as pd

from course.charts.look import COLOURS

WIDTH, ROW = 420, 34


def claims_by_kind(claims: pd.DataFrame, title: str = "Claims by kind") -> alt.LayerChart:
    """A bar for every kind of claim: how many there are, with the number at its end.

    Args:
        claims: as `brief.claims` gives them, or some of them.
        title: what the chart is to show.

    Returns:
        The chart; it describes itself in words, too.

    Example:
        charts.claims_by_kind(brief.claims("Introduction"))
    """
    counts = claims.groupby("kind", observed=True).size().rename("claims").reset_index()
    counts["kind"] = counts["kind"].astype(str).str.replace("_", " ")
    counts = counts.sort_values(["claims", "kind"], ascending=[False, True])
    told = "; ".join(f"{row.kind}: {row.claims}" for row in counts.itertuples())
    bars = (
        alt.Chart(counts)
        .encode(
            x=alt.X("claims:Q", title="number of claims", axis=alt.Axis(tickMinStep=1)),
            y=alt.Y("kind:N", title=None, sort=list(counts["kind"])),
        )
        .properties(width=WIDTH, height=alt.Step(ROW))
    )
    chart: alt.LayerChart = bars.mark_bar(color=COLOURS[0]) + bars.mark_text(align="left", dx=4).encode(text="claims:Q")
    return chart.properties(title=title, description=f"Bar chart of {len(claims)} claims by kind. {told}.")
