"""Which packages a site holds, and what each has to be: read from `packages.toml` and from the lock."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec
from packaging.markers import Marker
from packaging.utils import canonicalize_name

from grading.static_site.errors import SiteError

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[1]
LISTED: Final = HERE / "packages.toml"
LOCK: Final = ROOT / "requirements.lock"
_ENTRY: Final = re.compile(
    r"^([a-z0-9][\w.-]*)==([^ ;\\]+)(?: ; ([^\\\n]+?))? \\\n((?:    --hash=\S+(?: \\)?\n)+)", re.MULTILINE
)
_HASH: Final = re.compile(r"sha256:([0-9a-f]{64})")


class Pyodide(msgspec.Struct, frozen=True):
    """The Pyodide of a site: version and hash of its npm package, and where its files lie for everybody."""

    version: str
    integrity: str
    place: str
    packages: tuple[str, ...]
    files: tuple[str, ...]


class Own(msgspec.Struct, frozen=True):
    """A package that is not in the lock."""

    name: str
    version: str
    sha256: str
    why: str


class FromLock(msgspec.Struct, frozen=True):
    """Packages of the lock: as wheels, and as sources."""

    packages: tuple[str, ...]
    from_sources: tuple[str, ...]


class Listed(msgspec.Struct, frozen=True):
    """`packages.toml`."""

    pyodide: Pyodide
    target: dict[str, str]
    lock: FromLock
    own: tuple[Own, ...]
    when_needed: dict[str, str]
    stood_in: dict[str, str]
    left_out: dict[str, str]


class Package(msgspec.Struct, frozen=True):
    """A package from an index: its version, and the hashes of which a file of it has to have one."""

    name: str
    version: str
    hashes: frozenset[str]

    @property
    def requirement(self) -> str:
        """A line that pip takes with `--require-hashes`."""
        return " ".join([f"{self.name}=={self.version}", *(f"--hash=sha256:{each}" for each in sorted(self.hashes))])


def listed(path: Path = LISTED) -> Listed:
    """What a site is made of.

    Raises:
        SiteError: the file can't be read, or is not of this form.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Listed)
    except (OSError, ValueError, msgspec.ValidationError) as error:
        raise SiteError(f"{path}: {error}.") from None


def packages(of: Listed, lock: Path = LOCK) -> tuple[Package, ...]:
    """Those that come as wheels from an index.

    Raises:
        SiteError: the lock has none of that name for Python in a browser.
    """
    entries = dict(_entries(lock, of.target))
    own = (Package(each.name, each.version, frozenset({each.sha256})) for each in of.own)
    return (*(_found(entries, name, lock) for name in of.lock.packages), *own)


def sources(of: Listed, lock: Path = LOCK) -> tuple[Package, ...]:
    """Those whose Python is packed from sources; else as `packages`."""
    entries = dict(_entries(lock, of.target))
    return tuple(_found(entries, name, lock) for name in of.lock.from_sources)


def _found(entries: dict[str, Package], name: str, lock: Path) -> Package:
    if name not in entries:
        raise SiteError(f"{lock}: has no {name} for Python in a browser; {LISTED.name} asks for it.")
    return entries[name]


def _entries(lock: Path, target: dict[str, str]) -> Iterator[tuple[str, Package]]:
    for name, version, marker, hashes in _ENTRY.findall(lock.read_text("utf-8")):
        if not marker or Marker(marker).evaluate(dict(target)):
            yield canonicalize_name(name), Package(name, version, frozenset(_HASH.findall(hashes)))
