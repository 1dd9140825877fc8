"""The `pyodide-lock.json` of a site: what its kernels may load, where it lies, and with which hash."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

import msgspec
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from grading.static_site import wheel
from grading.static_site.errors import SiteError
from grading.static_site.packages import Listed

KERNEL: Final = ("ipykernel", "piplite", "pyodide-kernel", "widgetsnbextension")
"""Packages that come with the kernel itself, and what stands in for others there."""


class Wheel(msgspec.Struct, frozen=True):
    """A wheel of a site.

    Attributes:
        file: its name, or where a page gets it.
        data: its content.
    """

    file: str
    data: bytes


def lock(wheels: Iterable[Wheel], official: Mapping[str, Any], of: Listed) -> str:
    """What Pyodide reads to load packages, as JSON.

    Args:
        wheels: all that a site has.
        official: Pyodide's own lock, of which what it says about Pyodide itself is taken.
        of: what a site is made of.

    Raises:
        SiteError: a wheel needs a package of which there is none.
    """
    told: dict[str, dict[str, Any]] = {}
    for each in wheels:
        about = wheel.metadata(each.data, each.file)
        name = str(canonicalize_name(about["Name"]))
        told[name] = {
            "name": name,
            "version": about["Version"],
            "file_name": each.file,
            "install_dir": "site",
            "sha256": hashlib.sha256(each.data).hexdigest(),
            "package_type": "package",
            "imports": wheel.imports(each.data),
            "depends": sorted(
                {need for line in about.get_all("Requires-Dist", []) if (need := _needed(line, of.target))}
            ),
            "unvendored_tests": False,
        }
    for name, entry in told.items():
        wanted = [need for need in entry["depends"] if need not in of.left_out]
        if lacking := [need for need in wanted if need not in told]:
            raise SiteError(
                f"{entry['file_name']}: needs {', '.join(lacking)}, and the site has none; add it to packages.toml."
            )
        entry["depends"] = [need for need in wanted if need != name and need not in of.when_needed]
    made = {"info": official["info"], "packages": dict(sorted(told.items()))}
    return json.dumps(made, indent=1, sort_keys=True) + "\n"


def _needed(line: str, target: Mapping[str, str]) -> str | None:
    need = Requirement(line)
    if need.marker is None or need.marker.evaluate({**target, "extra": ""}):
        return canonicalize_name(need.name)
    return None
