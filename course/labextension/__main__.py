"""Write what the extension knows of the course anew."""

from pathlib import Path

from course.labextension.known import as_json, lessons, references
from course.labextension.place import STATIC

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"

(STATIC / "lessons.json").write_text(as_json(lessons(NOTEBOOKS)), "utf-8")
(STATIC / "references.json").write_text(as_json(references()), "utf-8")
