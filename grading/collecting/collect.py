"""Which file is whose by a rule of the instructor's own, nbgrader's `named_regexp`; without one, names decide."""

from pathlib import Path
from typing import Any

from nbgrader.plugins import FileNameCollectorPlugin

from grading.collecting import wanted
from grading.collecting.found import NOT_TAKEN, TAKEN, Found
from grading.collecting.place import OutsideError, held
from grading.reading import notcollected
from grading.reading.inert import one_line


class CourseCollector(FileNameCollectorPlugin):  # type: ignore[misc] # nbgrader is untyped
    """Set `c.FileNameCollectorPlugin.named_regexp`, and its rule is kept to instead of the platforms' names.

    Attributes:
        found: a row for each file that was asked about.
    """

    valid_ext = (".ipynb", ".json")

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - nbgrader is untyped
        super().__init__(**settings)
        self.found: list[Found] = []

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """The learner and the file's name as submitted; None for a file that does not belong to a submission."""
        path = Path(submitted_file)
        found: dict[str, str] | None = super().collect(submitted_file)
        why = "" if found else "named_regexp does not match it."
        if found and not (notcollected.fit_for_id(found["student_id"]) and _one_name(found["file_id"] + path.suffix)):
            why = "By named_regexp it would not stay in a learner's folder."
        who = found["student_id"] if found else path.name
        top = Path(self.parent._format_collect_path(self.parent.extracted_directory))  # noqa: SLF001 - no other way
        self.found.append(Found(who, "", "", "", str(path.relative_to(top)), NOT_TAKEN if why else TAKEN, why))
        if why:
            self.log.warning("%s: %s", one_line(submitted_file), why)
        return None if why else found


def _one_name(name: str) -> bool:
    try:
        held(Path(), name)
    except OutsideError:
        return False
    return not wanted.reserved(name)
