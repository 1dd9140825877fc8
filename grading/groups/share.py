"""Give every member of a group the page of feedback of the hand-in that counts."""

import shutil
from collections.abc import Mapping
from pathlib import Path

_RELEASE = ("timestamp.txt", "submission_secret.txt")
"""What nbgrader needs beside a page to release it; by the second a learner fetches it."""


def share(root: Path, assignment: str, whose: Mapping[str, str]) -> list[str]:
    """Copy the pages, and return whom they were given to.

    Whoever handed in besides fetches it with the own hand-in, so what belongs to that stays.
    """
    given = []
    for who, counts in sorted(whose.items()):
        source, target = (root / "feedback" / each / assignment for each in (counts, who))
        if who == counts or not source.is_dir() or target.is_symlink() or target.parent.is_symlink():
            continue
        target.mkdir(parents=True, exist_ok=True)
        for old in target.glob("*.html"):
            old.unlink()
        for path in source.iterdir():
            if path.suffix == ".html" or (path.name in _RELEASE and not (target / path.name).exists()):
                shutil.copyfile(path, target / path.name)
        given.append(who)
    return given
