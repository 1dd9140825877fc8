"""Wheels whose Python is compiled already, by the very Python that a site runs: a tab then need not do it each time."""

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from grading.static_site.errors import SiteError
from grading.static_site.packages import Listed

_SCRIPT: Final = Path(__file__).parent / "compile.mjs"


def node() -> str | None:
    """Where Node is, which runs Pyodide outside a browser; None if there is none."""
    return shutil.which("node")


def compiled(of: Listed, core: Mapping[str, bytes], wheels: Mapping[str, bytes], kept: Path) -> dict[str, bytes]:
    """Wheels with byte code in place of Python.

    They are compiled together, in one order, so the same wheels give the same bytes; so they are kept together, too.

    Args:
        of: what a site is made of.
        core: the files of Pyodide's npm package, by name.
        wheels: content by name. Their hashes are checked already: they change here.
        kept: the folder in which what is fetched is kept, and this.

    Raises:
        SiteError: there is no Node, or it could not do this.
    """
    told = [_SCRIPT.read_bytes(), of.pyodide.integrity.encode()]
    told += [part for name in sorted(wheels) for part in (name.encode(), hashlib.sha256(wheels[name]).digest())]
    place = kept / "compiled" / hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in told)).hexdigest()
    if not place.is_dir():
        with tempfile.TemporaryDirectory() as folder:
            pyodide, given, made = (Path(folder) / name for name in ("pyodide", "given", "made"))
            for path in (pyodide, given, made):
                path.mkdir()
            for name in (*of.pyodide.files, "pyodide-lock.json", "package.json"):
                (pyodide / name).write_bytes(core[name])
            for name, data in wheels.items():
                (given / name).write_bytes(data)
            _run(pyodide, given, made)
            if lacking := [name for name in sorted(wheels) if not (made / name).is_file()]:
                raise SiteError(f"{lacking[0]}: could not be compiled.")
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(made, place)
    return {name: (place / name).read_bytes() for name in wheels}


def _run(pyodide: Path, given: Path, made: Path) -> None:
    if (program := node()) is None:
        raise SiteError("Node is not there, with which byte code is made.")
    command = [program, str(_SCRIPT), str(pyodide), str(given), str(made)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - its own
    if done.returncode:
        said = next((line for line in reversed(done.stderr.splitlines()) if "Error" in line), "it said nothing")
        raise SiteError(f"{_SCRIPT.name}: Node could not compile the packages ({said.strip()}). Node 20 or newer can.")
