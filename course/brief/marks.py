"""Who moved in a dated event, whether it was a step, and what a chart calls it."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from course.tables import links, read


class Mark(NamedTuple):
    """How charts and tables show an event of the brief, or a signal of another case.

    Attributes:
        who: the actors that moved, in the order of the table.
        together: whether several moved together, or a group did.
        step: whether it is a step, as the table's description says; otherwise a signal.
        name: a few words for a chart; empty where it has none.
        priority: which names a chart keeps where there is no room for all: 1 first.
    """

    who: tuple[str, ...]
    together: bool = False
    step: bool = False
    name: str = ""
    priority: int = 0

    @property
    def act(self) -> str:
        """Step or signal."""
        return "step" if self.step else "signal"

    @property
    def by(self) -> str:
        """Who moved, in words."""
        *most, last = self.who or ("",)
        return f"{', '.join(most)} and {last}" if most else last


def marks(ids: Iterable[str]) -> list[Mark]:
    """The mark of each event (``E001`` …) or signal of another case (``IR01`` …), in order; else an empty one.

    Raises:
        TableError: a table differs from its description.
    """
    actors = {**links("event", "actors"), **links("transfer_signal", "actors")}
    rows: dict[str, dict[str, Any]] = {str(row["event_id"]): row for row in read("event_marks")}
    rows |= {str(row["signal_id"]): row for row in read("transfer_signal_marks")}
    return [_mark(actors.get(each, ()), rows.get(each, {})) for each in map(str, ids)]


def sides(found: Iterable[Mark]) -> tuple[str, str]:
    """The two states that have a colour of their own in a chart; empty where nobody else moves.

    Returns:
        The one that moves in the brief’s events and in most other cases, so that it has one colour everywhere; and
        of the others the one that moves most often here.
    """
    states = [str(row["name"]) for row in read("actors") if row["kind"] == "state"]
    cases = [{actor for linked in links("event", "actors").values() for actor in linked}]
    cases += [set(linked) for linked in links("transfer_signal", "actors").values()]
    first = max(states, key=lambda name: sum(name in case for case in cases), default="")
    times = Counter(mark.who[0] for mark in found if mark.who and not mark.together)
    others = [name for name, _ in times.most_common() if name in states and name != first]
    return first, (others or [""])[0]


def _mark(actors: tuple[str, ...], row: dict[str, Any]) -> Mark:
    together = bool(row.get("together"))
    who = actors if together else actors[:1]
    return Mark(who, together, bool(row.get("step")), str(row.get("name") or ""), int(row.get("priority") or 0))
