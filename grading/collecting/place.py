"""Where a file of a learner's may be put: below the learner's own folder, whatever its name turns into on the way."""

import os
import unicodedata
from collections.abc import Sequence
from pathlib import Path

_PARTS_PATHS = frozenset({"/", "\0", os.sep, *([":"] if os.name == "nt" else [])})


class OutsideError(Exception):
    """A name that leads out of the folder it belongs in. The message says which."""


def held(home: Path, *parts: str) -> Path:
    """The path of a file or folder below `home`, from the names as they are after all renaming.

    Every name is looked at as the least careful file system would read it: composed, without the dots and spaces at its
    end. Something has to be left of it, and the path, with every link on it followed, has to lie below `home`.

    Raises:
        OutsideError: a name is empty, leads up or elsewhere, or a link on the way does.
    """
    for name in parts:
        if not unicodedata.normalize("NFKC", name).strip(". ") or _PARTS_PATHS & set(name):
            raise OutsideError(f"the name “{name}” leads out of the folder it belongs in")
    path = home.joinpath(*parts)
    if parts and home.resolve() not in path.resolve().parents:
        raise OutsideError(f"“{'/'.join(parts)}” leads out of the folder it belongs in")
    return path


class Rooms:
    """Numbered folders for the folders of an archive, whose names are its maker's and are not used.

    How deep a file lies is kept, because of two files the one nearer to the top is a learner's.

    Args:
        home: the folder into which the archive is unpacked.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._numbers: dict[tuple[str, ...], int] = {}

    def room(self, folders: Sequence[str]) -> Path:
        """The folder that stands for a path of folders within the archive; the same path, the same folder."""
        heads = [tuple(folders[: n + 1]) for n in range(len(folders))]
        return held(self._home, *(str(self._numbers.setdefault(h, len(self._numbers) + 1)) for h in heads))
