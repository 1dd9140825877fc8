"""What is given away, as it is built: whole, the same every time, and without a key."""

import csv
import re
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml

from course import bundle
from course.labextension.place import EXTENSION, FOLDER
from tests.paths import LESSON_BANKS, NOTEBOOKS, ROOT
from tests.project.test_project import PROJECT, run, tracked

VERSION = PROJECT["project"]["version"]


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> dict[str, Path]:
    """Wheel, sources and the students' folder: each as its archive, and unpacked."""
    folder = tmp_path_factory.mktemp("dist")
    archives = dict(zip(("wheel", "sources", "students"), bundle.build(folder), strict=True))
    for name in ("wheel", "students"):
        zipfile.ZipFile(archives[name]).extractall(folder / name)
    (folder / "sources").mkdir()
    run("tar", "-xzf", str(archives["sources"]), "-C", str(folder / "sources"))
    return {f"{name}.archive": path for name, path in archives.items()} | {n: folder / n for n in archives}


@pytest.fixture(scope="module")
def wheel(built) -> Path:
    return built["wheel"]


def files(folder: Path) -> dict[str, Path]:
    """The files of an artefact, the wheel in the students' folder left aside: it is looked at by itself."""
    return {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file() and p.suffix != ".whl"}


def secrets() -> set[str]:
    """What only the keys say: every text in them, the ids of their criteria, the misconceptions."""
    found: set[str] = set()
    for path in (ROOT / "grading" / "keys").glob("*.toml"):
        for key in tomllib.loads(path.read_text("utf-8"))["key"]:
            found |= {c["missed"] for c in key["criteria"]} | {r["says"] for r in key.get("remarks", [])}
    with (ROOT / "grading" / "keys" / "misconceptions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found |= {row["statement"], row["why_wrong"]}
    return {text for text in found if len(text) > 15}


def instructors_lines() -> set[str]:
    """Lines that stand in what instructors and tests have, and nowhere in what learners may have."""
    texts = [p for p in tracked() if p.suffix in {".toml", ".csv", ".md"}]
    theirs = [p for p in texts if p.relative_to(ROOT).parts[0] in {"grading", "tests"}]
    return _lines(theirs) - _lines(p for p in texts if p not in theirs)


def _lines(paths) -> set[str]:
    return {line for path in paths for line in path.read_text("utf-8").splitlines() if len(line.strip()) > 40}


@pytest.mark.parametrize("artefact", ["wheel", "sources", "students"])
def test_no_artefact_holds_a_key_or_what_is_the_instructors(built, artefact):
    found = files(built[artefact])
    said = "\n".join(p.read_text("utf-8") for p in found.values() if p.suffix != ".png")
    said = re.sub(r'"image/png": "[^"]*"', "", said)  # letters by chance
    assert len(secrets()) > 100
    assert len(instructors_lines()) > 1000
    assert not [s for s in secrets() if s in said]
    assert not instructors_lines() & set(said.splitlines())
    assert not re.search(r"\bM(0\d|1\d|20)\b", said)
    assert not [
        n for n in found if re.search(r"(^|/)(grading|tests|journal\.json|\.ipynb_checkpoints|__pycache__)(/|$)", n)
    ]


def test_the_wheel_holds_the_course(wheel):
    names = set(files(wheel))
    assert {"course/data/claims.csv", "course/data/datapackage.json", "course/panels/js/frame.js"} <= names
    assert {f"course/data/questions/{path.name}" for path in LESSON_BANKS} <= names
    assert {n.split("/")[0] for n in names if ".dist-info" not in n and ".data" not in n} == {"course"}
    assert not names & {"course/start.py", "course/bundle.py"}
    assert any(n.endswith("etc/jupyter/jupyter_server_config.d/course.json") for n in names)
    extension = {path.relative_to(FOLDER).as_posix() for path in (FOLDER / EXTENSION).rglob("*") if path.is_file()}
    assert extension == {n.partition("/labextensions/")[2] for n in names} - {""}


def test_the_students_folder_holds_what_a_student_needs(built):
    (top,) = built["students"].iterdir()
    assert top.name == f"reading-diplomatic-signals-{VERSION}"
    assert [p.read_bytes() for p in top.glob("*.whl")] == [built["wheel.archive"].read_bytes()]
    for path in (*NOTEBOOKS, ROOT / "LICENSE", ROOT / "LICENSE-content"):
        assert (top / path.relative_to(ROOT)).read_bytes() == path.read_bytes()
    assert (top / "start.py").read_bytes() == (ROOT / "course" / "start.py").read_bytes()
    assert set(files(top)) - {f"notebooks/{p.name}" for p in NOTEBOOKS} == {
        "CITATION.cff", "LICENSE", "LICENSE-content", "START_HERE.txt", "notebooks/images/lesson_01.png",
        "requirements.lock", "start.py",
    }  # fmt: skip


def test_the_same_tree_gives_the_same_bytes(built, tmp_path):
    again = bundle.build(tmp_path)
    assert [p.read_bytes() for p in again] == [
        built[f"{n}.archive"].read_bytes() for n in ("wheel", "sources", "students")
    ]


def test_the_wheel_works_without_the_repository(wheel, tmp_path):
    code = """
import course
from course import ask, brief, charts
print(course.__file__, brief.claim("C025").place, charts.timeline(brief.events()).description)
print(ask("title-mark"))
ask("prior")
"""
    # -P keeps the current folder off the path; an editable install of the repository comes after PYTHONPATH.
    out = run(sys.executable, "-P", "-c", code, cwd=tmp_path, PYTHONPATH=str(wheel), HOME=str(tmp_path))
    assert str(wheel) in out
    assert "A title with a question mark" in out
    assert "Timeline of" in out


def test_the_wheel_builds_from_the_sources_alone(built, tmp_path):
    (top,) = built["sources"].iterdir()
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), cwd=top)
    (again,) = tmp_path.glob("*.whl")
    assert again.read_bytes() == built["wheel.archive"].read_bytes()


def test_the_changelog_and_the_citation_name_this_version_and_its_date():
    (heading,) = re.findall(
        rf"^## {re.escape(VERSION)} – (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert citation["version"] == VERSION
    assert str(citation["date-released"]) == heading


def test_the_version_stands_in_one_place():
    read = [p for p in tracked() if p.suffix in {".py", ".toml", ".cff", ".md", ".yml", ""}]
    naming = {p.name for p in read if re.search(rf"\b{re.escape(VERSION)}\b", p.read_text("utf-8"))}
    assert naming == {"pyproject.toml", "CITATION.cff", "CHANGELOG.md"}
