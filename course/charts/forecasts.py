"""Forecasts and their outcomes, as dumbbells: a line from what was said to what happened."""

import re
from collections.abc import Hashable
from typing import Any

import altair as alt
import pandas as pd

from course.charts.axis import of_chance
from course.charts.rows import BAND, OFFSET, Head, along, in_rows
from course.style import LIGHT
from course.svg import percent

MEANING = ("Dot: your forecast.", "Square: what happened, yes or no.")
AUTHORS = "Bar: the author’s words, read as a range."
NUMBERED = r"q\d+"
"""An event that the tables number; others are of the course’s own, and named by their text alone."""
BESIDE, BELOW = 42, 20
"""Px: room at both ends for numbers; and how far below a forecast the author’s range lies."""


def forecasts_and_outcomes(forecasts: pd.DataFrame, title: str = "Your forecasts, and what happened") -> alt.LayerChart:
    """A line from each forecast (a dot) to what happened (a square at 100 % or 0 %), the longest first.

    Args:
        forecasts: one row per event, named by its index; columns `event`, `forecast` or `mine` (probability) and
            `happened` (true or false), as `mine.outcomes` gives them; it may have no row. With `from` and `to`, as
            `mine.author` gives them, the author’s range stands below. What is empty is left out.
        title: what the chart shows.

    Returns:
        The chart; it describes itself in words, too.

    Example:
        charts.forecasts_and_outcomes(mine.outcomes())
    """
    shown = _sorted(forecasts)
    events, ranged = list(shown["row"]), bool(shown["low"].notna().any())
    told = "; ".join(shown["told"])
    kinds = "Forecasts as dots, the author’s ranges as bars" if ranged else "Forecasts as dots"
    description = f"{kinds}, outcomes as squares, {len(shown)} events. {told or 'None is shown yet'}."
    head = Head(title, description, (*MEANING, *([AUTHORS] if ranged else ())))
    return in_rows(head, shown, "row", events, *_layers(events, ranged=ranged), band=BAND + BELOW * ranged)


def _sorted(forecasts: pd.DataFrame) -> pd.DataFrame:
    """What is drawn and told of each event, the longest line first, and what has no line last."""
    said = "forecast" if "forecast" in forecasts else "mine"
    rows = [_row(name, event.get(said), event) for name, event in forecasts.to_dict("index").items()]
    columns = ("row", "forecast", "outcome", "low", "high", "said", "author", "told", "nearer")
    shown = pd.DataFrame(rows, columns=pd.Index(columns))
    numbers = shown.astype(dict.fromkeys(("forecast", "outcome", "low", "high"), float))
    far = (numbers["forecast"] - numbers["outcome"]).abs()
    return numbers.loc[far.sort_values(ascending=False, kind="stable").index]


def _row(name: Hashable, forecast: Any, event: dict[Hashable, Any]) -> dict[str, Any]:  # noqa: ANN401 - from any table
    numbers = (forecast, event["happened"], event.get("from"), event.get("to"))
    p, happened, low, high = (None if pd.isna(each) else float(each) for each in numbers)
    label = f"{name} {event['event']}" if re.fullmatch(NUMBERED, str(name)) else str(event["event"])
    said = "" if p is None else percent(p)
    author = "" if low is None or high is None else f"author {percent(low)} to {percent(high)}"
    outcome = "not settled" if happened is None else "it happened" if happened else "it did not happen"
    told = ", ".join(filter(None, (said and f"{said}", author, outcome)))
    return {
        "row": label, "forecast": p, "outcome": happened, "low": low, "high": high, "said": said, "author": author,
        "told": f"{label} {told}", "nearer": happened if happened is not None else 0.0,
    }  # fmt: skip


def _layers(events: list[str], *, ranged: bool) -> list[alt.Chart]:
    told = {"row": "Event", "said": "Your forecast", "author": "Author", "told": "In all"}
    base = alt.Chart().encode(
        y=along("row", events), tooltip=[alt.Tooltip(f"{column}:N", title=word) for column, word in told.items()]
    )
    at = OFFSET - BELOW * ranged

    def x(column: str) -> alt.X:
        return of_chance(column, "probability", alt.Scale(domain=[0, 1], padding=BESIDE, nice=False))

    both = base.transform_filter("isValid(datum.forecast) && isValid(datum.outcome)")
    line = both.mark_rule(strokeWidth=2, opacity=0.45, yOffset=at).encode(x=x("forecast"), x2="outcome:Q")
    settled = base.transform_filter("isValid(datum.outcome)")
    square = settled.mark_point(size=130, shape="square", color=LIGHT.down, strokeWidth=2, opacity=1, yOffset=at)
    end = settled.transform_calculate(end="datum.outcome ? 'yes' : 'no'").mark_text(
        yOffset=at, align=alt.ExprRef("datum.outcome ? 'left' : 'right'"), dx=alt.ExprRef("datum.outcome ? 12 : -12")
    )
    given = base.transform_filter("isValid(datum.forecast)")
    dot = given.mark_point(size=75, filled=True, color=LIGHT.up, opacity=1, yOffset=at)
    # A number stands on the side of its dot that the line does not leave from.
    away = "datum.forecast < datum.nearer || (datum.forecast == datum.nearer && datum.nearer > 0.5)"
    number = given.mark_text(
        fontSize=12, yOffset=at, align=alt.ExprRef(f"{away} ? 'right' : 'left'"), dx=alt.ExprRef(f"{away} ? -10 : 10")
    )
    layers = [
        line,
        square.encode(x=x("outcome")),
        end.encode(x=x("outcome"), text="end:N"),
        dot.encode(x=x("forecast")),
        number.encode(x=x("forecast"), text="said:N"),
    ]
    if ranged:
        theirs = base.transform_filter("isValid(datum.low)")
        bar = theirs.mark_rule(strokeWidth=7, color=LIGHT.neutral, yOffset=OFFSET).encode(x=x("low"), x2="high:Q")
        left = "datum.low > 0.5"
        words = theirs.transform_calculate(beside=f"{left} ? datum.low : datum.high").mark_text(
            fontSize=11,
            yOffset=OFFSET,
            align=alt.ExprRef(f"{left} ? 'right' : 'left'"),
            dx=alt.ExprRef(f"{left} ? -6 : 6"),
        )
        layers += [bar, words.encode(x=x("beside"), text="author:N")]
    return layers
