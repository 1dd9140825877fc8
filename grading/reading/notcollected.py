"""What collecting left behind, told in a file beside the submission, so that whoever grades reads why."""

from collections.abc import Sequence
from pathlib import Path

from grading.reading.inert import one_line

FILE = "not-collected.txt"
MAX_BYTES = 20_000
_SHOWN, _LONG = 20, 300
_NO_ID = frozenset('/\\*?[]{}<>"')
# nbgrader keeps ids of 128 characters, a file system names of 255 bytes; a platform's number may have to follow.
_LONGEST_ID, _LARGEST_ID = 100, 200


def write(folder: Path, causes: Sequence[str]) -> None:
    """Write the causes, one a line, into the folder of a submission; nothing if there are none."""
    if causes:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_text("\n".join(shown(causes)) + "\n", encoding="utf-8")


def shown(causes: Sequence[str]) -> list[str]:
    """The first causes, each on one line of bounded length, because names in them are a learner's."""
    more = [f"{len(causes) - _SHOWN} more."] if len(causes) > _SHOWN else []
    return [line if len(line) <= _LONG else f"{line[:_LONG]} …" for line in map(one_line, (*causes[:_SHOWN], *more))]


def fit_for_id(name: str) -> bool:
    """Whether a name from outside may be a learner's: it becomes a folder, a row of the grade book, text on a page."""
    long = len(name) > _LONGEST_ID or len(name.encode(errors="replace")) > _LARGEST_ID
    return bool(name) and name[0] != "." and not long and not _NO_ID & set(name) and one_line(name) == name
