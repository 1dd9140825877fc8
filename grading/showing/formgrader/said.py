"""What nbgrader's buttons show of a command that they ran: its words, and a traceback only of what nobody foresaw."""

from collections.abc import Callable
from typing import Any

from nbgrader.converters.base import NbGraderException
from nbgrader.exchange.abc import ExchangeError

Answer = dict[str, Any]
_FORESEEN = tuple(f"{each.__module__}.{each.__qualname__}:" for each in (NbGraderException, ExchangeError))
_DETAIL = "[DEBUG]"


def plain(capture: Callable[..., Answer]) -> Callable[..., Answer]:
    """A function such as nbgrader's `capture_log` whose answers are `in_plain_words`."""
    return lambda *given, **named: in_plain_words(capture(*given, **named))


def in_plain_words(answer: Answer) -> Answer:
    """An answer without lines for programmers, and without the traceback of what its log has told in words. Pure.

    Args:
        answer: `success`, and where there are any `log` and `error`.
    """
    log = "\n".join(line for line in answer.get("log", "").splitlines() if not line.startswith(_DETAIL))
    told = log and any(line.startswith(_FORESEEN) for line in answer.get("error", "").splitlines())
    kept = {name: value for name, value in answer.items() if name != "log" and not (name == "error" and told)}
    return kept | ({"log": log} if log else {})
