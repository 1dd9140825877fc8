"""The texts of earlier releases. They stand in the notebook of whoever fetched one, and are not the learner's words."""

import json
from pathlib import Path

import nbformat

from grading.handout.cells import read_notebook

FOLDER = ".sources"
"""Beside the releases, so that it is in none of them."""


def texts(release: Path) -> frozenset[str]:
    """The sources of all cells of earlier releases of an assignment, stripped; empty if there are none.

    Args:
        release: the folder of the assignment in `release/`.
    """
    try:
        found: list[str] = json.loads(_place(release).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return frozenset()
    return frozenset(found)


def keep(release: Path) -> None:
    """Keep the texts of a release that is about to be made anew.

    Raises:
        OSError: the folder can't be written.
    """
    try:
        cells = read_notebook(release / f"{release.name}.ipynb").cells
    except (OSError, ValueError, nbformat.ValidationError):
        return
    place = _place(release)
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f"{place.name}.part")
    part.write_text(json.dumps(sorted(texts(release) | {c.source.strip() for c in cells})), encoding="utf-8")
    part.replace(place)


def _place(release: Path) -> Path:
    return release.parent / FOLDER / f"{release.name}.texts.json"
