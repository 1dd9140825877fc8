"""How far long work has come, as lines: a bar would be torn by the log between, and is nothing in a file."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
EVERY = 2.0
"""Seconds between two lines."""


def counted(  # noqa: PLR0913 - each has a default that fits most
    items: Iterable[T],
    total: int,
    unit: str,
    *,
    say: Callable[[str], object] | None = None,
    done: int = 0,
    size: Callable[[T], int] = lambda _: 1,
) -> Iterator[T]:
    """The items, and after every few seconds' worth of them a line: how many, how many a second, how long to go.

    Args:
        items: what is worked on; an item is done when the next one is asked for.
        total: how many there are, with those done before.
        unit: what they are, in the plural.
        say: takes a line; standard error by default.
        done: how many of the total were done before.
        size: how many of the total an item stands for.
    """
    say = say or (lambda line: print(line, file=sys.stderr, flush=True))
    start = last = time.monotonic()
    begun = done
    for item in items:
        yield item
        done += size(item)
        now = time.monotonic()
        if now - last >= EVERY and done < total:
            rate = (done - begun) / (now - start)
            say(f"{done:,} of {total:,} {unit}, {rate:,.0f} a second, {(total - done) / rate:,.0f} s to go")
            last = now
    if done > begun:
        say(f"{done:,} of {total:,} {unit} in {time.monotonic() - start:,.1f} s")
