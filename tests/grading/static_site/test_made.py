"""What a site is made of: every package is where the lock or the list says, and nothing else is taken."""

import hashlib
import io
import json
import shutil
import tarfile
import zipfile
from pathlib import Path

import msgspec
import nbformat
import pytest

from grading.static_site import fetch, front, locked, look, packages, wheel
from grading.static_site.errors import SiteError
from tests.paths import ROOT

OF = packages.listed()


def made(name: str = "demo", version: str = "1.0", needs: tuple[str, ...] = ()) -> bytes:
    about = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n" + "".join(
        f"Requires-Dist: {n}\n" for n in needs
    )
    return wheel.zipped({f"{name}/__init__.py": b"", f"{name}-{version}.dist-info/METADATA": about.encode()})


def test_every_package_of_the_list_stands_in_the_lock_with_its_hashes():
    found = {each.name: each for each in (*packages.packages(OF), *packages.sources(OF))}
    assert {*OF.lock.packages, *OF.lock.from_sources} <= set(found)
    assert all(each.hashes for each in found.values())
    assert found["msgspec"].requirement.startswith("msgspec==0.")


def test_a_package_that_the_lock_lacks_is_named():
    with pytest.raises(SiteError, match=r"requirements\.lock: has no nowhere for Python in a browser"):
        packages.packages(msgspec.structs.replace(OF, lock=packages.FromLock(("nowhere",), ())))


def test_a_list_of_another_form_is_refused_by_name(tmp_path: Path):
    path = tmp_path / "packages.toml"
    path.write_text("[pyodide]\nversion = 3\n")
    with pytest.raises(SiteError, match=r"packages\.toml: .*version"):
        packages.listed(path)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """What is kept, with a Pyodide of two files in it that is the one that is wanted."""
    lock = {"info": {"python": "3.14.0"}, "packages": {"numpy": {"file_name": "numpy.whl", "sha256": "0" * 64}}}
    with tarfile.open(tmp_path / "pyodide-0.tgz", "w:gz") as archive:
        for name, data in {"pyodide-lock.json": json.dumps(lock).encode(), "pyodide.mjs": b"go"}.items():
            told = tarfile.TarInfo(f"package/{name}")
            told.size = len(data)
            archive.addfile(told, io.BytesIO(data))
    return tmp_path


def wanted(kept: Path) -> packages.Listed:
    import base64

    digest = base64.b64encode(hashlib.sha512((kept / "pyodide-0.tgz").read_bytes()).digest()).decode()
    told = msgspec.structs.replace(OF.pyodide, version="0", integrity=f"sha512-{digest}", packages=("numpy",))
    return msgspec.structs.replace(OF, pyodide=told)


def test_pyodide_is_held_to_its_hash(kept: Path):
    of = wanted(kept)
    assert fetch.pyodide(of, kept)["pyodide.mjs"] == b"go"
    (kept / "pyodide-0.tgz").write_bytes(b"other")
    with pytest.raises(SiteError, match=r"^pyodide-0\.tgz: is not the npm package"):
        fetch.pyodide(of, kept)


def test_a_wheel_that_is_not_pyodides_own_makes_no_site(kept: Path):
    of = wanted(kept)
    official = fetch.official_lock(fetch.pyodide(of, kept))
    given = kept / "given"
    given.mkdir()
    (given / "numpy.whl").write_bytes(b"other")
    with pytest.raises(SiteError, match=r"^numpy\.whl: its hash is not the one it has to have, so no site") as said:
        fetch.pyodides_own(of, official, kept, given)
    assert "\n" not in str(said.value)


def test_a_wheel_that_is_kept_and_was_changed_is_fetched_anew_and_not_taken(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(fetch, "_TRIES", 1)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "none"))
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "demo-1.0-py3-none-any.whl").write_bytes(made())
    right = packages.Package("demo", "1.0", frozenset({hashlib.sha256(made()).hexdigest()}))
    assert fetch.wheels([right], kept) == [kept / "demo-1.0-py3-none-any.whl"]
    (kept / "demo-1.0-py3-none-any.whl").write_bytes(made() + b"x")
    with pytest.raises(SiteError, match=r"^demo: pip could not fetch them"):
        fetch.wheels([right], kept)


def test_the_lock_of_a_site_names_hash_imports_and_needs():
    wheels = [
        locked.Wheel("demo.whl", made(needs=("other", "late; extra == 'x'"))),
        locked.Wheel("o.whl", made("other")),
    ]
    told = json.loads(locked.lock(wheels, {"info": {}}, OF))["packages"]
    assert told["demo"]["sha256"] == hashlib.sha256(wheels[0].data).hexdigest()
    assert (told["demo"]["imports"], told["demo"]["depends"]) == (["demo"], ["other"])


def test_a_wheel_that_needs_what_the_site_lacks_is_named():
    with pytest.raises(SiteError, match=r"^demo\.whl: needs other, and the site has none; add it to packages\.toml"):
        locked.lock([locked.Wheel("demo.whl", made(needs=("other",)))], {"info": {}}, OF)


def test_the_python_of_sources_becomes_a_wheel_with_the_same_bytes_every_time(tmp_path: Path):
    path = tmp_path / "demo-1.0.tar.gz"
    files = {
        "PKG-INFO": b"Metadata-Version: 2.1\nName: Demo\nVersion: 1.0\n",
        "src/demo/a.py": b"",
        "src/demo/b.c": b"",
    }
    with tarfile.open(path, "w:gz") as archive:
        for name, data in files.items():
            told = tarfile.TarInfo(f"demo-1.0/{name}")
            told.size = len(data)
            archive.addfile(told, io.BytesIO(data))
    name, data = wheel.from_sources(path)
    assert (name, data) == wheel.from_sources(path)
    assert name == "demo-1.0-py3-none-any.whl"
    assert wheel.imports(data) == ["demo"]
    assert "demo/b.c" not in zipfile.ZipFile(io.BytesIO(data)).namelist()


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        (
            "files/x.md",
            (ROOT / "grading" / "keys" / "goals.toml").read_text("utf-8"),
            r"files/x\.md: holds text of the key",
        ),
        ("files/grading/x.md", "", r"grading/x\.md: is nothing that a learner may have"),
        ("files/journal.json", "{}", r"journal\.json: is nothing that a learner may have"),
    ],
)
def test_a_site_with_a_key_or_what_is_the_instructors_is_refused(tmp_path: Path, name: str, text: str, says: str):
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    with pytest.raises(SiteError, match=says):
        look.through(tmp_path)


def test_a_mark_scheme_keeps_a_site_from_being_made_and_so_does_one_that_cannot_be_read(tmp_path: Path, monkeypatch):
    source, keys = tmp_path / "grading" / "source" / "goals", tmp_path / "grading" / "keys"
    shutil.copytree(ROOT / "grading" / "source" / "goals", source)
    shutil.copytree(ROOT / "grading" / "keys", keys)
    (tmp_path / "site" / "files").mkdir(parents=True)
    monkeypatch.setattr(look, "ROOT", tmp_path)
    for kept in (look._assignments, look._secrets):
        kept.cache_clear()
    try:
        look.through(tmp_path / "site")
        notebook = source / "goals.ipynb"
        scheme = next(c.source for c in nbformat.read(notebook, 4).cells if "MARK SCHEME" in c.source)
        (tmp_path / "site" / "files" / "x.md").write_text(scheme.partition("MARK SCHEME")[2], "utf-8")
        with pytest.raises(SiteError, match=r"files/x\.md: holds text of the key of goals"):
            look.through(tmp_path / "site")
        look._assignments.cache_clear()
        notebook.write_text("{", "utf-8")
        with pytest.raises(SiteError, match=r"goals\.ipynb: expected a notebook that can be read.* no site was made"):
            look.through(tmp_path / "site")
    finally:
        for kept in (look._assignments, look._secrets):
            kept.cache_clear()


def test_a_page_that_starts_otherwise_is_refused(tmp_path: Path):
    (tmp_path / "lab").mkdir()
    (tmp_path / "lab" / "index.html").write_text("<!doctype html>")
    with pytest.raises(SiteError, match="JupyterLite's page starts in another way"):
        front.add(tmp_path)


def test_the_first_page_says_where_python_comes_from_and_leads_to_assignments(tmp_path: Path):
    (tmp_path / "lab").mkdir()
    (tmp_path / "lab" / "index.html").write_text(
        "<script id=\"jupyter-config-data\">{}</script><script>async () => { await import('../config-utils.js?_=1'); }"
    )
    front.add(tmp_path, ["a&b"], "https://cdn.example/pyodide/")
    text = (tmp_path / "index.html").read_text("utf-8")
    assert "Python itself comes from cdn.example" in text
    assert "a&amp;b" in text
    lab = (tmp_path / "lab" / "index.html").read_text("utf-8")
    assert -1 < lab.find("start.js") < lab.find("await courseStorage") < lab.find("config-utils")
