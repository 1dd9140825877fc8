"""What a result hangs on."""

import altair as alt
import pandas as pd

from course.charts.axis import of_chance
from course.charts.rows import OFFSET, Head, along, in_rows
from course.style import LIGHT
from course.svg import percent

MEANING = ("Square: with all signals.", "Dot: without this one.")
NONE = "No single signal moves the result."


def without_each(hinges: pd.DataFrame, title: str = "Where you would be without each signal") -> alt.LayerChart:
    """A line for each signal, from the result with all signals to the result without this one.

    Args:
        hinges: one row per signal, named by its index; columns `name`, `with_all` and `without` (probabilities), as
            `mine.hinges` gives them; it may have no row.
        title: what the chart shows.

    Returns:
        The chart; it describes itself in words, too.

    Example:
        charts.without_each(mine.hinges())
    """
    shown = pd.DataFrame({name: list(hinges[name]) for name in ("name", "with_all", "without")})
    shown["signal"] = [f"{signal} {name}" for signal, name in zip(hinges.index, shown["name"], strict=True)]
    signals = list(shown["signal"])
    told = "; ".join(f"without {signal} {percent(p)}" for signal, p in zip(signals, shown["without"], strict=True))
    now = f"With all signals {percent(float(shown['with_all'].iloc[0]))}; " if signals else ""
    base = alt.Chart().encode(
        y=along("signal", signals),
        tooltip=[
            alt.Tooltip("signal:N", title="Signal"),
            alt.Tooltip("with_all:Q", title="With all", format=".1%"),
            alt.Tooltip("without:Q", title="Without", format=".1%"),
        ],
    )

    def at(column: str) -> alt.X:
        return of_chance(column, "probability of a reset")

    ways = base.mark_rule(opacity=0.6, strokeWidth=2, yOffset=OFFSET).encode(x=at("with_all"), x2="without:Q")
    squares = base.mark_point(size=110, shape="square", color=LIGHT.down, strokeWidth=2, opacity=1, yOffset=OFFSET)
    dots = base.mark_point(size=75, filled=True, color=LIGHT.up, opacity=1, yOffset=OFFSET)
    description = f"The result with all signals, and without each of {len(signals)}. {now}{told or 'None moves it'}."
    layers = (ways, squares.encode(x=at("with_all")), dots.encode(x=at("without")))
    return in_rows(Head(title, description, MEANING), shown, "signal", signals or [NONE], *layers)
