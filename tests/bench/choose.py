"""What of a benchmark is to be run."""

import sys
from collections.abc import Collection


def chosen(what: str, known: Collection[str]) -> list[str]:
    """The names given on the command line, or all that are known; `what` they name, for the message.

    Raises:
        SystemExit: one of them isn't known.
    """
    if unknown := set(sys.argv[1:]) - set(known):
        raise SystemExit(f"no {what} {', '.join(sorted(unknown))}; expected some of {', '.join(known)}")
    return sys.argv[1:] or list(known)
