"""Collect submissions from the archives that a learning platform hands out, for courses without an exchange."""

import re
from pathlib import Path

from nbgrader.plugins import FileNameCollectorPlugin

from grading.collecting.place import OutsideError, held
from grading.reading import notcollected
from grading.reading.inert import one_line
from grading.reading.submission import JOURNAL

# Canvas: ada_123_456_x.zip, or ada_LATE_123_456_x.zip; Moodle: Ada_123_assignsubmission_file_. The first number is the
# learner's, the second the file's.
_NUMBERED = re.compile(r"(?:LATE_)?(\d+)_(?:\d+_|assignsubmission)")


class CourseCollector(FileNameCollectorPlugin):  # type: ignore[misc] # nbgrader is untyped
    """Take journal and notebook of each learner from what was extracted; leave everything else.

    The learner is the first part of the path below the extracted folder, up to the first underscore: Canvas names
    archives `ada_123_456_precondition.zip`, Moodle names folders `Ada_123_assignsubmission_file_`, and by hand
    `ada.zip` or `ada_journal.json` will do. nbgrader gives up on the whole class when a file stands twice without a
    time; here the one nearest to the top is taken.

    Other names: set nbgrader's own `c.FileNameCollectorPlugin.named_regexp`, and its rules are kept to.
    """

    valid_ext = (".ipynb", ".json", ".txt")

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """The learner and the file's name as submitted; None for a file that does not belong to a submission."""
        if self.named_regexp:
            found: dict[str, str] | None = super().collect(submitted_file)
            if found and not (notcollected.fit_for_id(found["student_id"]) and _one_name(found["file_id"])):
                self.log.warning(
                    "%s: by named_regexp it would not stay in a learner's folder.", one_line(submitted_file)
                )
                return None
            return found
        path = Path(submitted_file)
        top = Path(self.parent._format_collect_path(self.parent.extracted_directory))  # noqa: SLF001 - no other way
        inside = path.relative_to(top)
        student, _, rest = inside.parts[0].partition("_")
        name = path.name if len(inside.parts) > 1 else rest.rpartition("_")[2] or rest
        wanted = (f"{self.parent.coursedir.assignment_id}.ipynb", JOURNAL, notcollected.FILE)
        if name not in wanted or not notcollected.fit_for_id(student) or path.is_symlink():
            return None
        folders = [p for p in top.iterdir() if p.name.partition("_")[0] == student]
        numbers = {m[1] for p in folders if (m := _NUMBERED.match(p.name.partition("_")[2]))}
        if len(numbers) > 1:
            self.log.warning(
                "%s: two learners of one name (%s); give each archive or folder a name of its own, as %s%s.",
                *(student, ", ".join(sorted(numbers)), student, min(numbers)),
            )
            return None
        return {"student_id": student, "file_id": name} if path == self._first(folders, name) else None

    def _first(self, folders: list[Path], name: str) -> Path:
        """Of all files of that name by that learner, the nearest to the top; of equals the last, which is the newest.

        Canvas numbers what was handed in again, so the last name is the latest.
        """
        found = [p for f in folders for p in ([f] if f.is_file() else f.rglob(name)) if p.name.endswith(name)]
        depth = min(len(p.parts) for p in found)
        return max(p for p in found if len(p.parts) == depth)


def _one_name(name: str) -> bool:
    try:
        held(Path(), name)
    except OutsideError:
        return False
    return True
