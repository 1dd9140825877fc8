"""Wheels as a site has them: read, and packed from sources, the same bytes every time."""

import email
import io
import tarfile
import zipfile
from collections.abc import Mapping
from email.message import Message
from pathlib import Path
from typing import Final

from grading.static_site.errors import SiteError

DATE: Final = (2020, 2, 2, 0, 0, 0)


def metadata(data: bytes, name: str) -> Message:
    """What a wheel says about itself.

    Raises:
        SiteError: it is no wheel.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            (told,) = (
                each for each in archive.namelist() if each.count("/") == 1 and each.endswith(".dist-info/METADATA")
            )
            return email.message_from_bytes(archive.read(told))
    except (zipfile.BadZipFile, ValueError):
        raise SiteError(f"{name}: is not a wheel. Delete it and try again.") from None


def imports(data: bytes) -> list[str]:
    """The names that a wheel's packages and modules are imported by."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tops = {each.partition("/")[0] for each in archive.namelist() if each.endswith((".py", ".pyc", ".so"))}
    return sorted(top.partition(".")[0] for top in tops if not top.endswith((".dist-info", ".data")))


def from_sources(path: Path) -> tuple[str, bytes]:
    """A package's Python alone, from an archive of its sources, as a wheel for any system.

    Returns:
        The wheel's name and content.

    Raises:
        SiteError: the archive has no Python in `src/`.
    """
    with tarfile.open(path) as archive:
        (top, *_), files = archive.getnames(), {}
        for each in archive:
            if each.isfile() and (opened := archive.extractfile(each)):
                files[each.name.removeprefix(top.partition("/")[0] + "/")] = opened.read()
    python = {name.removeprefix("src/"): data for name, data in files.items() if _is_python(name)}
    if not python or "PKG-INFO" not in files:
        raise SiteError(f"{path.name}: has no Python in src/, from which a wheel could be packed.")
    about = email.message_from_bytes(files["PKG-INFO"])
    stem = f"{about['Name'].lower().replace('-', '_')}-{about['Version']}"
    tags = "Wheel-Version: 1.0\nGenerator: grading.static_site\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    info = {"METADATA": files["PKG-INFO"], "WHEEL": tags.encode(), "RECORD": b""}
    licenses = {f"licenses/{n}": data for n, data in files.items() if "/" not in n and n.startswith("LICENSE")}
    told = {f"{stem}.dist-info/{name}": data for name, data in (info | licenses).items()}
    return f"{stem}-py3-none-any.whl", zipped(python | told)


def empty(name: str) -> tuple[str, bytes]:
    """A wheel that has a package's name and nothing in it: its name and content."""
    info = {
        "METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 0\n",
        "WHEEL": "Wheel-Version: 1.0\nGenerator: grading.static_site\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "RECORD": "",
    }
    return f"{name}-0-py3-none-any.whl", zipped({f"{name}-0.dist-info/{k}": text.encode() for k, text in info.items()})


def _is_python(name: str) -> bool:
    return name.startswith("src/") and name.endswith((".py", ".typed")) and ".egg-info" not in name


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of files that has the same bytes whenever it is made."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, DATE)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, files[name])
    return made.getvalue()
