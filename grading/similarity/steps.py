"""The steps of a history: the times between its events, and the answers that were changed."""

from datetime import datetime, timedelta
from itertools import pairwise

import msgspec

from course.journal import Record

SECOND = timedelta(seconds=1)
ANSWERS = frozenset({"answer", "commit"})


def pace(record: Record) -> list[object]:
    """The times between events, in order; those of less than a second are a program's pace, and left out."""
    times = [datetime.fromisoformat(event.at) for event in record.log]
    return [gap for earlier, later in pairwise(times) if (gap := later - earlier) >= SECOND]


def turns(record: Record) -> list[object]:
    """Changes of answers, in order: the question, and of each part that changed what stood there and what came instead.

    What is only added is no turn: everybody fills a question until it is full. Parts changed at once are one turn.
    """
    now: dict[str, dict[str, bytes]] = {}
    found: list[object] = []
    for event in record.log:
        if event.event in ANSWERS:
            before, after = now.get(event.question, {}), _parts(event.value)
            changed = frozenset(
                (part, said, after.get(part)) for part, said in before.items() if after.get(part) != said
            )
            found += [(event.question, changed)] if changed else []
            now[event.question] = after
    return found


def _parts(value: object, path: str = "") -> dict[str, bytes]:
    """The parts of an answer that stand by themselves, down to the last; choices are one part each."""
    if isinstance(value, dict):
        return {k: v for name, each in value.items() for k, v in _parts(each, f"{path}/{name}").items()}
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return {f"{path}={each}": b"" for each in value}
    if isinstance(value, list):
        return {k: v for n, each in enumerate(value) for k, v in _parts(each, f"{path}/{n}").items()}
    return {} if value is None else {path: msgspec.json.encode(value)}
