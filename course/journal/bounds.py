"""What a journal may hold beyond what its types say: names, times, and values that any JSON reader reads alike."""

import math
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

import msgspec

from course.journal.record import MAX_DEPTH, MAX_INTEGER, MAX_MEMBERS, MAX_NAME, NAME_PATTERN, TIME_PATTERN, Record

# `fullmatch`, since `$` in Python, unlike in JSON Schema, also matches before a final line break.
_is_name: Final = re.compile(NAME_PATTERN).fullmatch
_is_time: Final = re.compile(TIME_PATTERN).fullmatch
_half_a_pair: Final = re.compile("[\ud800-\udfff]").search


def name_fault(name: str) -> str | None:
    """Why a text is no question id and no kind of event, or None if it may be one."""
    if len(name) <= MAX_NAME and _is_name(name):
        return None
    return f"expected lower-case words joined by hyphens, at most {MAX_NAME} characters, not {name[:MAX_NAME]!r}"


def time_fault(time: str) -> str | None:
    """Why a text is no time as a journal writes it, or None if it is one."""
    if not _is_time(time):
        return f"expected a time such as 2014-10-01T12:00:00.000000Z, not {time[:MAX_NAME]!r}"
    try:
        datetime.fromisoformat(time)
    except ValueError:
        return f"expected a time that exists, not {time!r}"
    return None


def value_fault(value: object) -> str | None:
    """Why a journal cannot hold a value, or None if it can.

    Not recursive, so that no nesting exhausts the stack. Types are compared exactly: a subclass (a NumPy float, an
    enumeration) would come back from disk as something else.
    """
    open_lists: list[Iterator[object]] = [iter((value,))]
    members = 0
    while open_lists:
        for item in open_lists[-1]:
            if type(item) is str and item.isascii():
                continue  # most of what is looked at
            if not isinstance(item, (dict, list)):
                if reason := _scalar_fault(item):
                    return reason
                continue
            if type(item) not in {dict, list}:
                return f"expected plain JSON, not {type(item).__name__}"
            if len(open_lists) > MAX_DEPTH:
                return f"expected lists and objects nested at most {MAX_DEPTH} deep"
            members += len(item)
            if members > MAX_MEMBERS:
                return f"expected at most {MAX_MEMBERS:,} members in all lists and objects together"
            if isinstance(item, dict):
                if reason := _key_fault(item):
                    return reason
                open_lists.append(iter(item.values()))
            else:
                open_lists.append(iter(item))
            break
        else:
            open_lists.pop()
    return None


def _key_fault(item: dict[object, object]) -> str | None:
    for key in item:
        if type(key) is not str:
            return f"expected text for every key, not {type(key).__name__}"
        if key.isascii():
            continue
        if reason := _scalar_fault(key):
            return reason
    return None


def _scalar_fault(item: object) -> str | None:
    kind = type(item)
    if kind is str and isinstance(item, str):
        return None if item.isascii() or not _half_a_pair(item) else "expected text without half a surrogate pair"
    if kind is int and isinstance(item, int):
        return None if -MAX_INTEGER <= item <= MAX_INTEGER else "expected integers within ±(2^53 - 1)"
    if kind is float and isinstance(item, float):
        return None if math.isfinite(item) else f"expected finite numbers, not {item}"
    return None if item is None or kind is bool else f"expected plain JSON, not {kind.__name__}"


def check(record: Record) -> None:
    """Refuse a decoded journal for what its types let pass.

    Raises:
        msgspec.ValidationError: the first fault, with its place in the file.
    """
    for fault, *place in _looked_at(record):
        if fault:
            raise msgspec.ValidationError(f"{fault} - at `$.{''.join(map(str, place))}`")


def _looked_at(record: Record) -> Iterator[tuple[object, ...]]:
    """A fault or None, and the parts of the place: they are put together only where there is a fault."""
    yield time_fault(record.created_at), "created_at"
    for question, answer in record.answers.items():
        yield name_fault(question), "answers"
        yield time_fault(answer.saved_at), "answers.", question, ".saved_at"
        if answer.committed_at is not None:
            yield time_fault(answer.committed_at), "answers.", question, ".committed_at"
        yield value_fault(answer.value), "answers.", question, ".value"
    for number, event in enumerate(record.log):
        yield name_fault(event.question), "log[", number, "].question"
        yield name_fault(event.event), "log[", number, "].event"
        yield time_fault(event.at), "log[", number, "].at"
        yield value_fault(event.value), "log[", number, "].value"
