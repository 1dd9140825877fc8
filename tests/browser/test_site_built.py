"""Sites as `make site` builds them: the same every time, of files that are what they have to be, and fetched late."""

import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

from playwright.sync_api import BrowserContext

from grading.static_site import fetch
from grading.static_site.packages import listed
from tests.browser import site as sites
from tests.grading.classroom import ASSIGNMENT
from tests.paths import ROOT

OF = listed()


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def lock(site: Path) -> dict[str, dict]:
    return json.loads((site / "static" / "pyodide" / "pyodide-lock.json").read_text("utf-8"))["packages"]


def test_the_same_tree_gives_the_same_site_and_it_holds_nothing_of_the_instructors(site: Path, tmp_path: Path) -> None:
    again = sites.built(tmp_path / "site", site / "files" / ASSIGNMENT)
    first, second = files(site), files(again)
    assert first.keys() == second.keys()
    assert [name for name, data in first.items() if second[name] != data] == []
    inside = [name for name in first if name.endswith(".whl")]
    names = [*first]
    for each in inside:
        if "reading_diplomatic_signals" in each:
            with zipfile.ZipFile(site / each) as archive:
                names += archive.namelist()
    assert any("course/" in name for name in names)
    assert not {"grading", "keys", "tests", "journal.json"} & {part for name in names for part in Path(name).parts}


def test_all_of_pyodide_is_what_its_npm_package_says(site: Path) -> None:
    core = fetch.pyodide(OF, sites.kept())
    official = fetch.official_lock(core)["packages"]
    for name in OF.pyodide.files:
        assert (site / "static" / "pyodide" / name).read_bytes() == core[name]
    for name in OF.pyodide.packages:
        theirs = sites.given() / official[name]["file_name"]
        assert hashlib.sha256(theirs.read_bytes()).hexdigest() == official[name]["sha256"]
        with (
            zipfile.ZipFile(theirs) as official_wheel,
            zipfile.ZipFile(site / "static" / "pyodide" / lock(site)[name]["file_name"]) as ours,
        ):
            compiled = {each.removesuffix("c") if each.endswith(".pyc") else each for each in ours.namelist()}
            assert compiled == {each for each in official_wheel.namelist() if not each.endswith("/")}
            libraries = [each for each in ours.namelist() if each.endswith(".so")]
            assert libraries
            assert all(ours.read(each) == official_wheel.read(each) for each in libraries)
    for each in lock(site).values():
        data = (site / "static" / "pyodide" / each["file_name"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == each["sha256"]


def test_make_site_with_an_assignment_and_pyodide_from_elsewhere(
    site: Path, context: BrowserContext, tmp_path: Path
) -> None:
    """The place of Pyodide's files can't be reached from everywhere; here a second server stands in for it."""
    lean, place = tmp_path / "lean", tmp_path / "place"
    released = site / "files" / ASSIGNMENT
    done = subprocess.run(
        [
            *("make", "-o", "everything", "site", f"VENV={sys.prefix}"),
            *(f"ASSIGNMENT={released}", f"WHEELS={sites.given()}", f"TO={lean}"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert f"{lean}  " in done.stdout
    assert (lean / "files" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_bytes() == (
        released / f"{ASSIGNMENT}.ipynb"
    ).read_bytes()
    assert f"{ASSIGNMENT}/{ASSIGNMENT}.ipynb" in (lean / "index.html").read_text("utf-8")
    core = fetch.pyodide(OF, sites.kept())
    official = fetch.official_lock(core)["packages"]
    theirs = {name: lock(lean)[name] for name in OF.pyodide.packages}
    assert {name: each["sha256"] for name, each in theirs.items()} == {
        name: official[name]["sha256"] for name in theirs
    }
    assert all(each["file_name"].startswith(OF.pyodide.place) for each in theirs.values())
    place.mkdir()
    for name, data in core.items():
        if "/" not in name:
            (place / name).write_bytes(data)
    for path in sites.given().glob("*.whl"):
        (place / path.name).write_bytes(path.read_bytes())
    asked: list[str] = []
    with sites.served(place, asked) as elsewhere, sites.served(lean) as address:
        for path in (lean / "jupyter-lite.json", lean / "static" / "pyodide" / "pyodide-lock.json"):
            told = path.read_text("utf-8")
            assert OF.pyodide.place in told
            path.write_text(told.replace(OF.pyodide.place, elsewhere), "utf-8")
        sites.reachable(lean)
        page = sites.opened(context, address)
        asked = [each.partition("?")[0].lstrip("/") for each in asked]
        assert {"pyodide.mjs", "pyodide.asm.wasm", "python_stdlib.zip"} <= {*asked}
        assert official["pandas"]["file_name"] in asked
        assert page.locator(".jp-OutputArea-output[data-mime-type*=stderr]").count() == 0
        assert sites.run(page, "print(len(brief.claims()) > 0)") == "True\n"
