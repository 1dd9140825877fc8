"""Where the course's data stand."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def data_dir() -> Path:
    """Folder that holds ``datapackage.json`` and the tables.

    Returns:
        ``course/data`` where the course is installed, else ``data`` beside the package in a checkout.

    Raises:
        FileNotFoundError: neither folder holds a ``datapackage.json``.
    """
    places = (_PACKAGE / "data", _PACKAGE.parent / "data")
    for place in places:
        if (place / "datapackage.json").is_file():
            return place
    msg = f"The course's data are missing: expected datapackage.json in {places[0]} or {places[1]}. Install again."
    raise FileNotFoundError(msg)
