"""Draws events in strips: points, the names that there is room for, and a silence."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from course.charts.axis import marked
from course.charts.look import FULL, by_layout, fitting, of_layout, wrapped
from course.charts.strips import DOTS, FONT, LANE, Given, Strip, laid_out
from course.charts.who import by_act, by_mover, by_weight

MARGIN = 0.02
"""Share of the span that is left free at both ends."""


class Silence(NamedTuple):
    """A time without an event that matters most, and what is said of it, in short lines."""

    since: pd.Timestamp
    until: pd.Timestamp
    text: tuple[str, ...]


def draw(
    shown: pd.DataFrame, sides: Sequence[str], title: str, description: str, silence: Silence | None
) -> alt.LayerChart:
    """The chart.

    Args:
        shown: a row an event: `start`, `date`, `event`, `source`, `strand` (an ordered category), `who`, `moved`,
            `act`, `name`, `priority`.
        sides: as for `course.charts.who.by_mover`.
        title: what stands above it.
        description: what is read instead of it.
        silence: what is marked behind the events.
    """
    last = max([shown["start"].max(), *([silence.until] if silence else ())])
    span = max(last - shown["start"].min(), pd.Timedelta(days=1))
    # Not beyond the month of what is shown last: the axis is told to its end, and nothing is known of later months.
    low, high = shown["start"].min() - MARGIN * span, min(last + MARGIN * span, last + pd.offsets.MonthEnd(0))
    strips = [
        Strip(str(strand), [n for n, each in enumerate(shown["strand"]) if each == strand])
        for strand in shown["strand"].cat.categories
        if (shown["strand"] == strand).any()
    ]
    above = LANE * len(silence.text) + 4 if silence else 0
    rows = zip(shown["start"], shown["name"], shown["priority"], strict=True)
    given = [Given((start - low) / (high - low), str(name), int(priority)) for start, name, priority in rows]
    points, tops, heights = laid_out(given, strips, above)
    data = pd.concat([shown.reset_index(drop=True).astype({"strand": str}), points], axis=1)
    x = alt.X("start:T", title=None, axis=marked(span), scale=alt.Scale(domain=[_day(low), _day(high)]))
    layers = [
        *(_marked(silence, x) if silence else ()),
        *_strips(strips, tops),
        *_named(data, x),
        _points(data, x, sides),
    ]
    chart: Any = alt.layer(*layers).properties(
        title=alt.Title(wrapped(title)), description=description, width=FULL, height=heights[-1]
    )
    return fitting(chart, FULL, heights)  # type: ignore[no-any-return]


def _points(data: pd.DataFrame, x: alt.X, sides: Sequence[str]) -> alt.Chart:
    sizes = by_layout([round((size - 1) ** 2 * 0.8) for size in DOTS])
    told = {"date": "Date", "event": "Event", "moved": "Who moved", "act": "Step or signal", "source": "Source"}
    drawn: alt.Chart = (
        alt.Chart(data)
        .transform_calculate(y=of_layout("y"))
        .mark_point(filled=True, opacity=1, size=by_weight(sizes))
        .encode(
            x=x,
            y=_at("y"),
            color=by_mover(data["who"], sides),
            shape=by_act(data["act"]),
            tooltip=[alt.Tooltip(f"{column}:N", title=word) for column, word in told.items()],
        )
    )
    return drawn


def _named(data: pd.DataFrame, x: alt.X) -> list[alt.Chart]:
    base = (
        alt.Chart(data)
        .transform_calculate(y=of_layout("y"), foot=of_layout("name"), right=of_layout("right"))
        .transform_filter("datum.foot >= 0")
        .encode(x=x)
    )
    lines = base.mark_rule(opacity=0.35, strokeWidth=1).encode(y=_at("foot"), y2=alt.Y2("y:Q"))
    texts = base.mark_text(
        fontSize=FONT,
        baseline="bottom",
        dy=2,
        align=alt.ExprRef("datum.right ? 'left' : 'right'"),
        dx=alt.ExprRef("datum.right ? 3 : -3"),
    ).encode(y=_at("foot"), text="name:N")
    return [lines, texts]


def _strips(strips: Sequence[Strip], tops: Sequence[Sequence[float]]) -> list[alt.Chart]:
    frame = pd.DataFrame({"label": [strip.label for strip in strips]})
    for layout in range(len(DOTS)):
        frame[f"top{layout}"] = [top[layout] for top in tops]
    base = alt.Chart(frame).transform_calculate(top=of_layout("top")).encode(y=_at("top"))
    rules = base.mark_rule(opacity=0.25).encode(x=alt.value(0), x2=alt.value({"expr": "width"}))
    labels = base.mark_text(align="left", baseline="top", dy=4, fontWeight="bold").encode(
        x=alt.value(0), text="label:N"
    )
    return [rules, labels]


def _marked(silence: Silence, x: alt.X) -> list[alt.Chart]:
    frame = pd.DataFrame({"start": [silence.since], "until": [silence.until], "text": ["\n".join(silence.text)]})
    base: Any = alt.Chart(frame)
    band = base.mark_rect(opacity=0.1, color=alt.Undefined, fill="currentColor").encode(
        x=x, x2="until:T", y=alt.value(0), y2=alt.value({"expr": "height"})
    )
    text = base.mark_text(align="right", baseline="top", lineBreak="\n", fontSize=FONT, dx=-4, dy=2, fontStyle="italic")
    return [band, text.encode(x=alt.X("until:T"), y=alt.value(0), text="text:N")]


def _at(column: str) -> alt.Y:
    return alt.Y(f"{column}:Q", scale=None, axis=None)


def _day(at: pd.Timestamp) -> alt.DateTime:
    return alt.DateTime(year=at.year, month=at.month, date=at.day)
