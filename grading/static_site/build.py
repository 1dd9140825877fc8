"""Builds the site: everything fetched and checked, then put together, then looked through."""

import hashlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from course import bundle
from grading.static_site import fetch, front, lite, look, wheel
from grading.static_site.compiled import compiled
from grading.static_site.locked import KERNEL, Wheel, lock
from grading.static_site.packages import ROOT, Listed, listed, packages, sources

# Loaded before the first cell is run: the kernel, which would fetch its parts one by one otherwise, and the course.
PRELOADED: Final = (
    "micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython", "reading-diplomatic-signals",
)  # fmt: skip


class Wanted(msgspec.Struct, frozen=True):
    """What a site is to be.

    Attributes:
        site: its folder; what a former build left there is replaced.
        offline: whether it holds all that it needs; else Pyodide and its packages come from their usual place.
        assignments: folders of released assignments that go into it.
        kept: where what is fetched is kept.
        given: a folder that may hold wheels of Pyodide's own.
        compiled: whether its Python is compiled already, for which Node is needed.
    """

    site: Path
    kept: Path
    offline: bool = False
    assignments: tuple[Path, ...] = ()
    given: Path | None = None
    compiled: bool = True


def build(wanted: Wanted) -> Path:
    """Make a site, and return its folder.

    Raises:
        SiteError: something can't be had, is not what it has to be, or would give a key away. No site is left.
    """
    of = listed()
    core = fetch.pyodide(of, wanted.kept)
    official = fetch.official_lock(core)
    with tempfile.TemporaryDirectory() as folder:
        work, made = Path(folder) / "work", Path(folder) / "site"
        work.mkdir()
        contents = _contents(work / "files", wanted.assignments)
        wheels = _wheels(of, official, core, wanted, work)
        lite.build(work, made, _kernel(of, wanted.offline), contents)
        place = made / lite.PYODIDE
        place.mkdir(parents=True)
        for each in wheels:
            if not each.file.startswith(of.pyodide.place):
                (place / each.file).parent.mkdir(exist_ok=True)
                (place / each.file).write_bytes(each.data)
        (place / "pyodide-lock.json").write_text(lock(wheels, official, of), "utf-8")
        if wanted.offline:
            for name in of.pyodide.files:
                (place / name).write_bytes(core[name])
        front.add(made, [each.name for each in wanted.assignments], None if wanted.offline else of.pyodide.place)
        look.through(made, wanted.assignments)
        shutil.rmtree(wanted.site, ignore_errors=True)
        wanted.site.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(made, wanted.site)
    return wanted.site


def _wheels(of: Listed, official: dict[str, Any], core: Mapping[str, bytes], wanted: Wanted, work: Path) -> list[Wheel]:
    """All of a site: from the lock, from sources, the kernel's, Pyodide's own, and the course's."""
    found = [*fetch.wheels(packages(of), wanted.kept), *_kernels()]
    others = dict([*((path.name, path.read_bytes()) for path in found), *_packed(of, wanted)])
    others |= dict(map(wheel.empty, of.stood_in))
    own = {path.name: path.read_bytes() for path in fetch.pyodides_own(of, official, wanted.kept, wanted.given)}
    elsewhere = [] if wanted.offline else [Wheel(of.pyodide.place + name, data) for name, data in own.items()]
    if wanted.offline:
        others |= own
    course = bundle.wheel_alone(work / "wheel")
    # The course changes more often than the others, which are kept as compiled.
    parts: list[dict[str, bytes]] = [others, {course.name: course.read_bytes()}]
    if wanted.compiled:
        parts = [compiled(of, core, each, wanted.kept) for each in parts]
    return [*(_placed(*each) for part in parts for each in part.items()), *elsewhere]


def _packed(of: Listed, wanted: Wanted) -> list[tuple[str, bytes]]:
    return [wheel.from_sources(each) for each in fetch.sources(sources(of), wanted.kept)]


def _placed(name: str, data: bytes) -> Wheel:
    """A wheel in a folder of its own for each content: a browser that keeps an old lock has the old wheel, too."""
    return Wheel(f"{hashlib.sha256(data).hexdigest()[:12]}/{name}", data)


def _kernels() -> list[Path]:
    """The wheels that come with the kernel's extension, of each the newest."""
    found = sorted((lite.kernel_folder() / "static" / "pypi").glob("*.whl"))
    newest = {path.name.partition("-")[0].replace("_", "-"): path for path in found}
    return [newest[name] for name in KERNEL]


def _kernel(of: Listed, offline: bool) -> dict[str, Any]:
    here = f"./{lite.PYODIDE}/"
    return {
        "pyodideUrl": f"{here if offline else of.pyodide.place}pyodide.mjs",
        "loadPyodideOptions": {"lockFileURL": f"{here}pyodide-lock.json", "packages": list(PRELOADED)},
        "pipliteUrls": [],
        "disablePyPIFallback": True,
    }


def _contents(folder: Path, assignments: Sequence[Path]) -> Path:
    """What learners see: the lessons, the reference, and assignments as released."""
    tracked = subprocess.run(
        ["git", "ls-files", "--", "notebooks"],  # noqa: S607
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in tracked.stdout.splitlines():
        target = folder / name.partition("/")[2]
        _copy(ROOT / name, target)
        if target.suffix == ".ipynb":
            target.write_text(_without_pictures(target.read_text("utf-8")), "utf-8")
    for each in assignments:
        for path in sorted(p for p in each.rglob("*") if p.is_file()):
            _copy(path, folder / each.name / path.relative_to(each))
    return folder


def _without_pictures(notebook: str) -> str:
    """A notebook without pictures of charts, which a page draws itself."""
    read = json.loads(notebook)
    for output in (each for cell in read["cells"] for each in cell.get("outputs", ())):
        kinds = output.get("data", {})
        if any("vegalite" in kind for kind in kinds):
            kinds.pop("image/png", None)
    return json.dumps(read, indent=1, ensure_ascii=False) + "\n"


def _copy(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, target)
