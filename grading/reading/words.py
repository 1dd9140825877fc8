"""Names of files and ids of questions in a sentence: visible, of bounded number and length. Pure."""

from collections.abc import Sequence

from grading.reading.copies import made_by
from grading.reading.inert import one_line

_LONG, _SHOWN, _IDS = 80, 4, 6


def named(names: Sequence[str]) -> str:
    """Names of files, quoted."""
    return joined([*map(_one, names[:_SHOWN]), *_more(names, _SHOWN)])


def ids(found: Sequence[str]) -> str:
    """Ids of questions."""
    return joined([*found[:_IDS], *_more(found, _IDS)])


def made(name: str, original: str) -> str:
    """What the name of a copy tells, in brackets, "" if it tells nothing."""
    told = made_by(name.rpartition("/")[2], original)
    return f" ({told})" if told else ""


def joined(parts: Sequence[str]) -> str:
    """Parts of a sentence with commas, and “and” before the last."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def _one(name: str) -> str:
    shown = one_line(name)
    return f"“{shown if len(shown) <= _LONG else shown[:_LONG] + '…'}”"


def _more(found: Sequence[str], shown: int) -> list[str]:
    return [f"{len(found) - shown} more"] if len(found) > shown else []
