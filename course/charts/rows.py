"""Rows with their labels above them: what charts with long labels share, so that no label is cut in a narrow window."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from course.charts.look import FULL, fitting, of_layout, wrapped
from course.svg import lines

LINE, BAND = 15, 28
"""Heights in px: a line of a label, and what is drawn below it."""
OFFSET, ABOVE = -BAND / 2, 6
"""From the foot of a row to where things are drawn, and from its band to the foot of its label, in px."""
LETTERS = (34, 58, 92)
"""Letters that fit a line of a label in each layout."""
NOTHING = "Nothing is shown yet: commit your forecasts first."

# Vega hangs lines from the first; here they stand on the last.
ROOM = alt.ExprRef("datum.above")


class Head(NamedTuple):
    """What stands above a chart, and what is read instead of it.

    Attributes:
        title: what the chart shows.
        description: the same and its finding, whole, for who can't see it.
        under: short lines below the title, such as what the marks mean.
    """

    title: str
    description: str
    under: tuple[str, ...] = ()


def in_rows(
    head: Head, shown: pd.DataFrame, column: str, rows: Sequence[str], *layers: alt.Chart, band: float = BAND
) -> alt.LayerChart:
    """Layers over a frame of rows: in each a label above a faint line, on which things are drawn.

    Args:
        head: title and description.
        shown: the data of all layers; perhaps without a row.
        column: names the row that each belongs to.
        rows: the rows, in order.
        band: px below the label of a row; the line lies in the upper part.
        layers: charts that take their data from here, with `along()` as their y and `OFFSET` on their marks.
    """
    named = list(rows) or [NOTHING]
    frame = pd.DataFrame({column: named})
    layouts = [f"label{n}" for n in range(len(LETTERS))]
    for name, letters in zip(layouts, LETTERS, strict=True):
        frame[name] = ["\n".join(lines(label, letters)) for label in named]
    heights = [len(named) * (band + LINE * max(text.count("\n") + 1 for text in frame[name])) for name in layouts]
    labels = (
        alt.Chart(frame)
        .transform_calculate(
            label=of_layout("label"),
            above=f"-{LINE} * (length(split(datum.label, '\\n')) - 1)",
        )
        .mark_text(align="left", baseline="bottom", lineBreak="\n", lineHeight=LINE, yOffset=ABOVE - band, dy=ROOM)
        .encode(x=alt.value(0), y=along(column, named), text="label:N")
    )
    rules = (
        alt.Chart(frame)
        .mark_rule(opacity=0.15, yOffset=BAND + OFFSET - band)
        .encode(x=alt.value(0), x2=alt.value({"expr": "width"}), y=along(column, named))
    )
    drawn = [rules, *(layer.properties(data=shown) for layer in layers)] if len(shown) else []
    chart: Any = alt.layer(labels, *drawn).properties(
        title=alt.Title(wrapped(head.title), subtitle=list(head.under) if head.under and rows else alt.Undefined),
        description=head.description,
        width=FULL,
        height=heights[-1],
    )
    return fitting(chart, FULL, heights)  # type: ignore[no-any-return]


def along(column: str, rows: Sequence[str]) -> alt.Y:
    """The rows from top to bottom, at the foot of each; a mark has `OFFSET` besides."""
    return alt.Y(f"{column}:N", sort=list(rows), axis=None, bandPosition=1, scale=alt.Scale(domain=list(rows)))
