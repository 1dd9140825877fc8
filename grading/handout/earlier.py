"""The texts of earlier releases. They stand in the notebook of whoever fetched one, and are not the learner's words."""

import json
from pathlib import Path

FOLDER = ".sources"
"""Beside the releases, so that it is in none of them."""


def texts(release: Path) -> frozenset[str]:
    """The sources of all cells of earlier releases of an assignment, stripped; empty if there are none.

    Args:
        release: the folder of the assignment in `release/`.
    """
    try:
        found: list[str] = json.loads(place(release).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return frozenset()
    return frozenset(found)


def place(release: Path) -> Path:
    """Where they are kept."""
    return release.parent / FOLDER / f"{release.name}.texts.json"
