"""Dated events in strips, one for each strand of events."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from course.brief.frames import Table
from course.brief.marks import Mark, marks, sides
from course.charts.drawing import Silence, draw
from course.charts.who import columns, counted
from course.subject import subject
from course.tables import read

LEAST = pd.Timedelta(days=365)
"""A silence of the first strand that is shorter is not marked."""


def strands(events: pd.DataFrame) -> Table:
    """The timeline as a table: how many events each strand holds, who moved in them, and the first and last of them.

    Args:
        events: as `brief.events` gives them, or some of them.

    Returns:
        One row per ``strand``, in the order of the chart: ``events`` (how many), ``moved`` (who moved in how many of
        them), ``steps`` (how many are steps), ``first`` and ``last`` (month and year).

    Example:
        charts.strands(brief.events())
    """
    shown = _shown(events)
    parties = sides(shown["mark"])
    grouped = shown.groupby("strand", observed=True, sort=True)
    starts = grouped["start"]
    table = Table(
        {
            "events": grouped.size(),
            "moved": {strand: counted(found["mark"], parties) for strand, found in grouped},
            "steps": {strand: sum(mark.step for mark in found["mark"]) for strand, found in grouped},
            "first": starts.min().dt.strftime("%B %Y"),
            "last": starts.max().dt.strftime("%B %Y"),
        }
    )
    table.index.name = "strand"
    return table


def timeline(events: pd.DataFrame, title: str = "Events by strand") -> alt.LayerChart:
    """A point for every event, in strips by strand; the main ones named, who moved by colour, a step by shape.

    Args:
        events: as `brief.events` gives them, or some of them.
        title: what the chart shows.

    Returns:
        The chart; it describes itself in words, too.

    Example:
        charts.timeline(brief.events())
    """
    shown = _shown(events)
    parties, silence = sides(shown["mark"]), _silence(shown)
    shown = shown.assign(
        **columns(list(shown["mark"]), parties),
        name=[mark.name for mark in shown["mark"]],
        priority=[mark.priority for mark in shown["mark"]],
    )
    return draw(
        shown.drop(columns="mark"), parties, title, _describe(shown, strands(events), parties, silence), silence
    )


def _shown(events: pd.DataFrame) -> pd.DataFrame:
    table = pd.DataFrame(read("event_categories"))
    order = list(dict.fromkeys(table.sort_values("position")["strand"]))
    named = events["category"].map(dict(zip(table["id"], table["strand"], strict=True)))
    shown = pd.DataFrame({name: list(events[name]) for name in ("start", "date", "event", "source")})
    return shown.assign(
        strand=pd.Categorical(list(named), order, ordered=True), mark=pd.Series(list(marks(events.index)), dtype=object)
    )


def _silence(shown: pd.DataFrame) -> Silence | None:
    """What follows the last event of the first strand, up to the last day that the brief can have known."""
    strand = shown["strand"].cat.categories[0]
    found, until = shown[shown["strand"] == strand], pd.Timestamp(subject().known_until)
    if found.empty or until - (since := found["start"].max()) < LEAST:
        return None
    years, months = divmod(12 * (until.year - since.year) + until.month - since.month, 12)
    spans = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in ((years, "year"), (months, "month")) if n]
    return Silence(since, until, (f"{strand}: none for", ", ".join(spans)))


def _describe(shown: pd.DataFrame, table: pd.DataFrame, parties: Sequence[str], silence: Silence | None) -> str:
    first, last = shown["start"].min(), shown["start"].max()
    rows = "; ".join(f"{name}: {line.events}, the last in {line.last}" for name, line in table.iterrows())
    mine: list[Mark] = list(shown["mark"])
    dated = zip(shown["event"], shown["date"], mine, strict=True)
    steps = [f"{mark.name or event} ({date})" for event, date, mark in dated if mark.step]
    return " ".join(
        (
            f"Timeline of {len(shown)} events from {first:%B %Y} to {last:%B %Y}, in rows by strand. {rows}.",
            f"Who moved: {counted(mine, parties)}.",
            f"Steps: {', '.join(steps) or 'none'}.",
            *([f"Marked: {' '.join(silence.text)}, since {silence.since:%B %Y}."] if silence else ()),
        )
    )
