"""Who moved, as a chart shows it: by colour, with a legend; and step or signal by shape."""

from collections import Counter
from collections.abc import Iterable, Sequence

import altair as alt

from course.brief.marks import Mark
from course.charts.look import INK
from course.style import LIGHT

TOGETHER, OTHERS = "together", "others"
STEP, SIGNAL = "step", "signal"
SHAPES = {SIGNAL: "circle", STEP: "square"}
SIZE = 75


def who_moved(mark: Mark, sides: Sequence[str]) -> str:
    """One of the two sides by its name, `TOGETHER` (several, or a group), or `OTHERS`.

    Args:
        mark: of the event or signal.
        sides: the two that have a colour of their own, as `course.brief.marks.sides` gives them.
    """
    if mark.together:
        return TOGETHER
    return mark.who[0] if mark.who and mark.who[0] in sides else OTHERS


def counted(found: Iterable[Mark], sides: Sequence[str]) -> str:
    """How often each moved, in words: “US 3, DPRK 2, together 1”."""
    times = Counter(who_moved(mark, sides) for mark in found)
    return ", ".join(f"{name} {times[name]}" for name in _order(sides) if times[name])


def columns(found: Sequence[Mark], sides: Sequence[str]) -> dict[str, list[str]]:
    """What a chart shows of each mark: `who` (one of the four), `moved` (in words), `act`."""
    return {
        "who": [who_moved(mark, sides) for mark in found],
        "moved": [mark.by for mark in found],
        "act": [mark.act for mark in found],
    }


def by_mover(shown: Iterable[str], sides: Sequence[str]) -> alt.Color:
    """The column `who` as a colour; the legend names those that are shown."""
    present = set(shown)
    colours = dict(zip(_order(sides), (LIGHT.up, LIGHT.down, INK, LIGHT.neutral), strict=True))
    domain = [name for name in colours if name in present]
    scale = alt.Scale(domain=domain, range=[colours[name] for name in domain])
    return alt.Color("who:N", title="Who moved", scale=scale, legend=alt.Legend(symbolType="circle"))


def by_weight(size: object) -> alt.ExprRef:
    """The size of a point (a number or a Vega expression), larger for a step: a square looks smaller than a circle."""
    return alt.ExprRef(f"{size} * (datum.act == '{STEP}' ? 1.7 : 1)")


def by_act(shown: Iterable[str]) -> alt.Shape:
    """The column `act` as a shape; without a legend where nothing differs."""
    present = set(shown)
    domain = [act for act in SHAPES if act in present]
    scale = alt.Scale(domain=domain, range=[SHAPES[act] for act in domain])
    legend = alt.Legend(symbolFillColor=INK, symbolStrokeWidth=0) if len(domain) > 1 else None
    return alt.Shape("act:N", title=None, scale=scale, legend=legend)


def _order(sides: Sequence[str]) -> tuple[str, ...]:
    return (*sides, TOGETHER, OTHERS)
