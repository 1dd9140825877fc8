"""Join what a page has changed of a weighing with what others have changed of it meanwhile, item by item. Pure.

An item is the prior, the rating of one signal, one cell of the table of hypotheses, or one part of the conclusion.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, TypeAlias

Path: TypeAlias = tuple[str, ...]
DEPTHS = {"ratings": 2, "cells": 3, "conclusion": 2}
"""How many names lead to an item; every other member is one itself."""


def merged(there: Any, value: Any, began: Any, only: str | None = None) -> Any:  # noqa: ANN401 - any JSON values
    """What the journal holds, with what the page has changed of it.

    Args:
        there: the answer in the journal.
        value: what the page says.
        began: what it said when it was last shown or saved.
        only: the one signal that the page shows; None if it shows all. Such a page gives its prior where none is said.

    Returns:
        The answer to save; None if nothing is left of it. All of `value` where the journal holds nothing yet, as a page
        may begin with what was carried over; or where one of them can't be read, but a page that shows one signal then
        changes nothing.
    """
    mine, was = _items(value), _items(began) or {}
    if there is None or _items(there) is None or (mine is None and not only):
        return value
    if mine is None:
        return there
    made = deepcopy(there)
    for path in _changed(mine, was, only):
        _put(made, path, mine.get(path))
    if only and made.get("prior") is None and ("prior",) in mine:
        made["prior"] = mine["prior",]
    return {name: each for name, each in made.items() if name in ("cells", "conclusion") or each} or None


def clash(there: Any, value: Any, began: Any, only: str | None = None) -> bool:  # noqa: ANN401 - any JSON values
    """Whether the page and another have made different things of one item. The arguments are those of `merged`."""
    theirs, mine, was = _items(there), _items(value), _items(began) or {}
    if theirs is None or mine is None:
        return bool(there != value)
    paths = [path for path in _changed(mine, was, only) if not (only and path == ("prior",))]
    return any(_said(theirs.get(path)) not in (_said(mine.get(path)), _said(was.get(path))) for path in paths)


def _changed(mine: dict[Path, Any], was: dict[Path, Any], only: str | None) -> list[Path]:
    paths = dict.fromkeys([*mine, *was])
    if only:
        paths = dict.fromkeys(path for path in paths if path in (("ratings", only), ("prior",)))
    return [path for path in paths if _said(mine.get(path)) != _said(was.get(path))]


def _said(item: Any) -> Any:  # noqa: ANN401 - any JSON value
    """An item without its blanks; None if nothing else is in it."""
    return {name: each for name, each in item.items() if each is not None} or None if isinstance(item, dict) else item


def _items(value: Any) -> dict[Path, Any] | None:  # noqa: ANN401 - any JSON value
    """The items of an answer; None if it is no weighing."""
    try:
        return dict(_walk({} if value is None else value, ()))
    except AttributeError:
        return None


def _walk(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:  # noqa: ANN401 - any JSON value
    for name, each in value.items():
        here = (*path, name)
        if len(here) < DEPTHS.get(here[0], 1):
            yield from _walk(each, here)
        else:
            yield here, each


def _put(made: dict[str, Any], path: Path, item: Any) -> None:  # noqa: ANN401 - any JSON value
    name, *way = path
    if way:
        inner = made.setdefault(name, {})
        _put(inner, tuple(way), item)
        item = inner or None
    if item is None:
        made.pop(name, None)
    else:
        made[name] = item
