"""What was handed in, as one short text: another as soon as a file that is read is another."""

import hashlib
import os
from pathlib import Path

from grading.reading import notcollected
from grading.reading.files import NotPlainError, read_plain
from grading.reading.submission import LARGEST

_MOST = 200
_READ = (".ipynb", ".json")


def fingerprint(folder: Path) -> str:
    """A hash over the notebooks and journals of a submission, by name and content.

    Times count for nothing: a copy of the same work is the same work, and work that was changed by hand is another.
    What is not a plain file counts by its name, as nothing of it is read.

    Args:
        folder: the submission, `submitted/<student>/<assignment>`.
    """
    found = sorted(
        path.relative_to(folder)
        for place, folders, names in os.walk(folder)
        for path in (Path(place, name) for name in names)
        if _keep(folders) and (path.suffix.lower() in _READ or path.name == notcollected.FILE)
    )
    whole = hashlib.sha256()
    for path in found[:_MOST]:
        whole.update(f"{path.as_posix()}\0".encode("utf-8", "surrogateescape"))
        try:
            whole.update(hashlib.sha256(read_plain(folder / path, LARGEST) or b"").digest())
        except NotPlainError as e:
            whole.update(str(e).encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def _keep(folders: list[str]) -> bool:
    """Leave out, in place, the folders in which programs keep copies of their own."""
    folders[:] = [name for name in folders if not name.startswith(".")]
    return True
