"""Nothing of a key may reach a learner: find its text in whatever is about to be handed out."""

import re
from collections.abc import Iterator
from pathlib import Path

from grading.handout.assignment import BANK, Assignment, AssignmentError

_SPACE = re.compile(r"\s+")


def leaks(text: str, assignment: Assignment) -> Iterator[str]:
    """Parts of the assignment's key that stand in a text, however it is wrapped.

    Args:
        text: what a learner would receive.
        assignment: with its keys.
    """
    flat = _flat(text)
    secret = list(assignment.misconceptions.values())
    for key in assignment.keys.values():
        secret += [*(c.missed for c in key.criteria), *(r.says for r in key.remarks)]
    yield from (s for s in secret if _flat(s) in flat)


def check_release(source: Path, assignment: Assignment, handed_out: frozenset[str]) -> None:
    """Check the files beside the notebook that `generate_assignment` would copy to learners.

    Args:
        source: the folder of the assignment in `source/`.
        assignment: with its keys.
        handed_out: names of the files that belong to the assignment.

    Raises:
        AssignmentError: a file that does not belong there (a journal left from trying the assignment, a key), or text
            of the key in the bank.
    """
    for path in sorted(p for p in source.rglob("*") if p.is_file() and ".ipynb_checkpoints" not in p.parts):
        if path.relative_to(source).as_posix() not in handed_out:
            raise AssignmentError(
                f"{path}: would be handed out with the assignment; expected only {_listed(handed_out)}."
            )
    for text in leaks((source / BANK).read_text(encoding="utf-8"), assignment):
        raise AssignmentError(f"{source / BANK}: holds text of the key (“{text}”).")


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text).casefold()


def _listed(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))
