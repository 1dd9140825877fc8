"""Fetches what a site is made of into a folder that is kept, and takes nothing that is not what it has to be."""

import base64
import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from grading.static_site.errors import SiteError
from grading.static_site.packages import Listed, Package

_REGISTRY: Final = "https://registry.npmjs.org"
_TRIES: Final = 4
_WAIT: Final = 3.0
_SECONDS: Final = 60
_TARGET: Final = ("--python-version", "3.14", "--implementation", "cp", "--abi", "cp314")
_PLATFORM: Final = ("--platform", "pyemscripten_2026_0_wasm32")


def wheels(of: Iterable[Package], kept: Path) -> list[Path]:
    """The wheels of packages, from where pip gets packages, each with a hash that it has to have.

    Args:
        of: the packages.
        kept: the folder into which they are fetched; what is there already is not fetched again.

    Raises:
        SiteError: one can't be had, or is another than it has to be.
    """
    return _fetched(of, kept, ("--only-binary", ":all:", *_TARGET, *_PLATFORM))


def sources(of: Iterable[Package], kept: Path) -> list[Path]:
    """The sources of packages; else as `wheels`."""
    return _fetched(of, kept, ("--no-binary", ":all:", "--no-build-isolation"))


def pyodide(of: Listed, kept: Path) -> dict[str, bytes]:
    """The files of Pyodide's npm package, by name, its `pyodide-lock.json` among them.

    Raises:
        SiteError: the package can't be had, or is another.
    """
    path = kept / f"pyodide-{of.pyodide.version}.tgz"
    registry = os.environ.get("npm_config_registry", _REGISTRY).rstrip("/")  # noqa: SIM112 - npm writes it so
    data = path.read_bytes() if path.is_file() else _read(f"{registry}/pyodide/-/{path.name}")
    algorithm, _, wanted = of.pyodide.integrity.partition("-")
    if base64.b64encode(hashlib.new(algorithm, data).digest()).decode() != wanted:
        raise SiteError(f"{path.name}: is not the npm package that the site was tested with. Delete it and try again.")
    _keep(path, data)
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        members = {each.name.removeprefix("package/"): archive.extractfile(each) for each in archive if each.isfile()}
        return {name: member.read() for name, member in members.items() if member}


def pyodides_own(of: Listed, official: dict[str, Any], kept: Path, given: Path | None) -> list[Path]:
    """Wheels that Pyodide itself builds, each with the hash in its `pyodide-lock.json`.

    Args:
        of: what a site is made of.
        official: that lock.
        kept: as for `wheels`.
        given: a folder that may hold them; else they come from where Pyodide has them.

    Raises:
        SiteError: one can't be had, or is another.
    """
    found = []
    for name in of.pyodide.packages:
        told = official["packages"][name]
        file, path = told["file_name"], kept / told["file_name"]
        there = given / file if given and (given / file).is_file() else path
        data = there.read_bytes() if there.is_file() else _read(of.pyodide.place + file)
        check(file, data, {told["sha256"]})
        _keep(path, data)
        found.append(path)
    return found


def check(name: str, data: bytes, hashes: Iterable[str]) -> None:
    """Raise a SiteError if a file is not what it has to be."""
    if hashlib.sha256(data).hexdigest() not in hashes:
        raise SiteError(
            f"{name}: its hash is not the one it has to have, so no site was made. Delete it and try again."
        )


def official_lock(files: dict[str, bytes]) -> dict[str, Any]:
    """Pyodide's own `pyodide-lock.json`, among the files of its npm package."""
    read: dict[str, Any] = json.loads(files["pyodide-lock.json"])
    return read


def _fetched(of: Iterable[Package], kept: Path, options: tuple[str, ...]) -> list[Path]:
    of, found = tuple(of), []
    kept.mkdir(parents=True, exist_ok=True)
    missing = [each for each in of if _of(each, kept) is None]
    if missing:
        with tempfile.TemporaryDirectory() as folder:
            _pip(missing, Path(folder), options)
            for path in sorted(Path(folder).iterdir()):
                _keep(kept / path.name, path.read_bytes())
    for package in of:
        if (there := _of(package, kept)) is None:
            raise SiteError(
                f"{package.name} {package.version}: was fetched, but with another hash than it has to have."
            )
        found.append(there)
    return found


def _of(package: Package, kept: Path) -> Path | None:
    """The file of a package among what is kept, whose hash is one of its own."""
    for path in sorted(kept.iterdir()):
        stem = path.name.replace("_", "-").lower()
        if stem.startswith(f"{package.name}-{package.version}".replace("_", "-").lower()) and (
            hashlib.sha256(path.read_bytes()).hexdigest() in package.hashes
        ):
            return path
    return None


def _pip(of: list[Package], folder: Path, options: tuple[str, ...]) -> None:
    asked = folder.with_name(f"{folder.name}.txt")
    asked.write_text("".join(f"{each.requirement}\n" for each in of), "utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", *options]
    said = ""
    try:
        for number in range(_TRIES):
            done = subprocess.run(  # noqa: S603 - what it says to pip is its own
                [*command, "--dest", str(folder), "--requirement", str(asked)],
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode == 0:
                return
            said = next((line for line in reversed(done.stderr.splitlines()) if line.startswith("ERROR")), done.stderr)
            time.sleep(_WAIT * number)
    finally:
        asked.unlink()
    names = ", ".join(each.name for each in of)
    raise SiteError(f"{names}: pip could not fetch them ({' '.join(said.split())}).")


def _read(url: str) -> bytes:
    """What lies at an address. A short hiccup is waited for."""
    said = ""
    for number in range(_TRIES):
        try:
            with urllib.request.urlopen(url, timeout=_SECONDS) as answer:  # noqa: S310 - https, from packages.toml
                data: bytes = answer.read()
                return data
        except (urllib.error.URLError, OSError) as error:
            said = str(error)
            time.sleep(_WAIT * number)
    raise SiteError(f"{url}: could not be fetched ({said}). Fetch it elsewhere, and name its folder with --wheels.")


def _keep(path: Path, data: bytes) -> None:
    if not path.is_file() or path.read_bytes() != data:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name}.part")
        temporary.write_bytes(data)
        temporary.replace(path)
