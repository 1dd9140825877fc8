"""What JupyterLab's extension knows of the course: as lessons and tables have it, and nothing that gives away."""

import hashlib
import json
import re
import tomllib

import pytest

from course import tables
from course.labextension.known import as_json, lessons, references
from course.labextension.place import EXTENSION, FOLDER, STATIC
from tests.paths import NOTEBOOKS, ROOT

WRITE = "after a change to a lesson's code or to the tables: python -m course.labextension"


@pytest.mark.parametrize("name", ["lessons", "references"])
def test_what_is_shipped_is_what_the_course_has_now(name):
    now = {"lessons": lambda: lessons(ROOT / "notebooks"), "references": references}[name]()
    assert (STATIC / f"{name}.json").read_text("utf-8") == as_json(now), WRITE


def test_every_code_cell_of_every_notebook_is_known_by_id_and_hash():
    shipped = json.loads((STATIC / "lessons.json").read_text("utf-8"))
    assert shipped.keys() == {path.stem for path in NOTEBOOKS}
    for path in NOTEBOOKS:
        code = [cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]
        assert shipped[path.stem] == [
            [cell["id"], hashlib.sha256("".join(cell["source"]).encode("utf-8")).hexdigest()] for cell in code
        ]
        assert len({cell["id"] for cell in code}) == len(code)


def test_every_number_that_a_lesson_cites_opens_something():
    cited = {
        number
        for path in NOTEBOOKS
        for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "markdown"
        for number in re.findall(r"\b(?:C\d{3}|E\d{3}|S\d{2}|D\d{2}|BG\d{2})\b", "".join(cell["source"]))
    }  # fmt: skip
    assert len(cited) > 90
    assert not cited - references().keys()


def test_nothing_that_came_after_the_brief_is_shown():
    later = {str(row["id"]) for name in ("events", "discrepancies") for row in tables.read_after(name)}
    assert later
    assert not later & references().keys()


def test_nothing_anticipates_how_a_signal_is_weighed_or_who_asserts_a_claim():
    known = references()
    for row in tables.read("signals"):
        shown = json.dumps(known[str(row["id"])], ensure_ascii=False)
        for column in ("intent_per_brief", "effect_per_brief", "why_this_reading"):
            assert str(row[column]) not in shown
    assert all(known[str(row["id"])].keys() == {"title", "text", "source"} for row in tables.read("claims"))


def test_every_note_says_what_it_is_and_where_it_is_from():
    for number, note in references().items():
        assert note["title"]
        assert note.get("text") or note.get("more"), number
        assert note.get("source") or note.get("cites"), number
        assert set(note.get("cites", [])) <= references().keys(), number
        assert re.match(r"https?://", note.get("url", "http://")), number


def test_the_extension_is_described_as_jupyterlab_reads_it():
    described = json.loads((FOLDER / EXTENSION / "package.json").read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert (described["name"], described["version"]) == (EXTENSION, project["version"])
    assert (FOLDER / EXTENSION / described["jupyterlab"]["_build"]["load"]).is_file()
