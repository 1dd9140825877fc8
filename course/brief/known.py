"""A name that a learner typed, held against those that exist."""

from collections.abc import Iterable
from difflib import get_close_matches

from course.errors import PlainError


class UnknownName(PlainError, LookupError):  # noqa: N818 - what happened, in the learner's terms
    """No such id or name in the brief; the message names the nearest."""

    def __init__(self, what: str, asked: str, names: list[str]) -> None:
        folded = {name.casefold(): name for name in names}
        near = [folded[name] for name in get_close_matches(asked.casefold(), folded, n=3, cutoff=0.5)]
        listed = f"Did you mean {' or '.join(near)}?" if near else f"Known: {names[0]} … {names[-1]}."
        if not near and len(names) <= 15:
            listed = f"Known: {', '.join(names)}."
        super().__init__(f"There is no {what} “{asked}”. {listed}")


def known(what: str, asked: str, names: Iterable[str]) -> str:
    """The name that is meant, whatever its case and the spaces around it.

    Args:
        what: what it names, for the message: “section”.
        asked: as typed.
        names: those that exist.

    Raises:
        UnknownName: there is no such name.
    """
    folded = {name.casefold(): name for name in dict.fromkeys(names)}
    typed = str(asked)
    if typed.strip().casefold() not in folded:
        raise UnknownName(what, typed, list(folded.values()))
    return folded[typed.strip().casefold()]
