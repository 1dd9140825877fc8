"""What was handed in, as one short text: another as soon as a file that is read is another."""

import hashlib
import os
from pathlib import Path

from grading.reading import notcollected
from grading.reading.copies import may_hold_work
from grading.reading.files import NotPlainError, read_plain
from grading.reading.submission import LARGEST

_MOST, _TOGETHER = 200, 200_000_000
"""Files and bytes that are looked at; of a file beyond these bytes, name and size count."""


def fingerprint(folder: Path) -> str:
    """A hash over the notebooks and journals of a submission, by name and content, those nearest to the top first.

    Times count for nothing: a copy of the same work is the same work, and work that was changed by hand is another.
    What is not a plain file counts by its name, as nothing of it is read. The files that a release brings along are no
    work, and a platform's archive may lack them.

    Args:
        folder: the submission, `submitted/<student>/<assignment>`.
    """
    found = [
        path.relative_to(folder)
        for place, _, names in os.walk(folder)
        for path in (Path(place, name) for name in names)
        if (may_hold_work(path.name) or path.name == notcollected.FILE) and path.suffix != ".lock"
    ]
    found.sort(key=lambda path: (len(path.parts), path.as_posix()))
    whole, left = hashlib.sha256(), _TOGETHER
    for path in found[:_MOST]:
        whole.update(f"{path.as_posix()}\0".encode("utf-8", "surrogateescape"))
        try:
            data = read_plain(folder / path, min(LARGEST, left)) or b""
            left -= len(data)
            whole.update(hashlib.sha256(data).digest())
        except NotPlainError as e:
            whole.update(str(e).encode("utf-8", "surrogateescape"))
    return whole.hexdigest()
