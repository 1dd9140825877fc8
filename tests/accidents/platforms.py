"""Archives as Canvas and Moodle make them for a class, from their own sources.

Canvas: instructure/canvas-lms, lib/content_zipper.rb, with rubyzip, which does not say that names are UTF-8.
Moodle: moodle/moodle, mod/assign/classes/downloader.php.
"""

import io
import re
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

DATE = (2026, 3, 1, 12, 0, 0)


class _AsRubyzip(zipfile.ZipInfo):
    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - zipfile's own
        return self.filename.encode(), self.flag_bits & ~0x800


def canvas(path: Path, handed_in: Mapping[str, bytes], date: tuple[int, ...] = DATE) -> None:
    """Canvas's submissions.zip; keys as `canvas_name` and `canvas_anonymous` make them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as zipped:
        for name, data in handed_in.items():
            zipped.writestr(_AsRubyzip(name, date), data)


def canvas_name(sortable: str, user: int, file: int, display: str, *, late: bool = False) -> str:
    """The name that Canvas gives a file of somebody called `sortable`, as "Maier, Anna"."""
    name = re.sub(r"_(\d+)_", r"\1", sortable).lower()
    parts = [name, *(["LATE"] if late else []), str(user)]
    return "_".join((re.sub(r"\W", "", "_".join(parts)), str(file), display))


def moodle(path: Path, handed_in: Mapping[str, bytes], date: tuple[int, ...] = DATE) -> None:
    """Moodle's archive of all submissions; keys as `moodle_name` makes them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as zipped:
        for name, data in handed_in.items():
            zipped.writestr(zipfile.ZipInfo(name, date), data)


def moodle_name(full: str, number: int | None, file: str, *, kind: str = "file", after: str = "_/") -> str:
    """A file in Moodle's archive: in a folder, as by default, or after "_", where folders were not wanted."""
    who = full.replace("_", " ") + ("" if number is None else f"_{number}")
    return f"{who}_assignsubmission_{kind}{after}{file}"


def packed(members: Mapping[str, bytes]) -> bytes:
    """A zip archive, as a learner packs one."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        for name, data in members.items():
            zipped.writestr(name, data)
    return made.getvalue()


def tarred(members: Mapping[str, bytes], mode: str) -> bytes:
    """A tar archive; `mode` as tarfile's, such as "w:gz"."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode) as archive:  # type: ignore[call-overload] # any of them
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return made.getvalue()
