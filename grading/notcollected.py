"""What collecting left behind, told in a file beside the submission, so that whoever grades reads why."""

from collections.abc import Sequence
from pathlib import Path

from grading.inert import one_line

FILE = "not-collected.txt"
MAX_BYTES = 20_000
_SHOWN = 20
_NO_ID = frozenset('/\\*?[]{}<>"')


def write(folder: Path, causes: Sequence[str]) -> None:
    """Write the causes, one a line, into the folder of a submission; nothing if there are none."""
    if causes:
        folder.mkdir(parents=True, exist_ok=True)
        more = [f"{len(causes) - _SHOWN} more."] if len(causes) > _SHOWN else []
        lines = [one_line(cause) for cause in (*causes[:_SHOWN], *more)]
        (folder / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")


def fit_for_id(name: str) -> bool:
    """Whether a name from outside may be a learner's: it becomes a folder, a row of the grade book, text on a page."""
    return bool(name) and name[0] != "." and len(name) <= 200 and not _NO_ID & set(name) and one_line(name) == name
