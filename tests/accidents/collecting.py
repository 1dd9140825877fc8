"""On the way from a platform or the exchange into `submitted/`."""

import io
import zipfile
from pathlib import Path

from tests.grading.classroom import ASSIGNMENT, Classroom


def archive_within(tmp_path: Path) -> None:
    room = Classroom(tmp_path)
    room.generate()
    archives = room.root / "downloaded" / ASSIGNMENT / "archive"
    archives.mkdir(parents=True)
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as zipped:
        zipped.writestr("journal.json", "{}")
    with zipfile.ZipFile(archives / "ada_1_2_work.zip", "w") as zipped:
        zipped.writestr("work.zip", inner.getvalue())
    room.run("zip_collect", ASSIGNMENT)
    assert (room.root / "submitted" / "ada" / ASSIGNMENT / "journal.json").read_text() == "{}"
