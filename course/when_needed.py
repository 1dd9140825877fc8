"""In a browser tab: modules that Python loads when something in them is first used, if need be from the site.

The site's `pyodide-lock.json` lists all packages; the page loads some before a lesson runs. `from course import brief`
then costs nothing, and the first `brief.claims()` fetches pandas and what it needs, and holds each to its hash. A
kernel runs beside the page, so only the cell waits.
"""

import hashlib
import io
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any


class Packages:
    """The packages of a site.

    Args:
        told: what its lock tells of each, by name.
        there: names of those that are loaded; others are added as they come.
        read: the content of a wheel, by its place in the lock.
        folder: where modules are imported from.
    """

    def __init__(
        self, told: Mapping[str, Mapping[str, Any]], there: set[str], read: Callable[[str], bytes], folder: Path
    ) -> None:
        self._told, self._there, self._read, self._folder = told, there, read, folder
        self._by_module = {module: name for name, each in told.items() for module in each["imports"]}

    def of(self, module: str) -> str | None:
        """The package that has a module and is not there yet, if one does."""
        name = self._by_module.get(module)
        return None if name in self._there else name

    def get(self, name: str) -> None:
        """Unpack a package, and before it those that it needs.

        Raises:
            ImportError: a wheel can't be had, or is another than the lock says.
        """
        for each in [*self._lacking(name)]:
            if each in self._there:  # two others need it
                continue
            told = self._told[each]
            data = self._read(told["file_name"])
            if hashlib.sha256(data).hexdigest() != told["sha256"]:
                raise ImportError(
                    f"{told['file_name']}: is not the file that this site was built with. Reload the page."
                )
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                archive.extractall(self._folder)
            self._there.add(each)

    def _lacking(self, name: str) -> Iterator[str]:
        if name not in self._there:
            for need in self._told[name]["depends"]:
                yield from self._lacking(need)
            yield name


class WhenNeeded(MetaPathFinder, Loader):
    """Finds modules that are loaded when something in them is first used.

    Args:
        packages: those of the site; all modules of one that is not there yet.
        rooms: modules besides.
    """

    def __init__(self, packages: Packages, rooms: Iterable[str] = ()) -> None:
        self._packages, self._rooms = packages, frozenset(rooms)

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,  # noqa: ARG002 - the import system's
    ) -> ModuleSpec | None:
        """What the import system asks a finder."""
        waits = fullname in self._rooms or (path is None and self._packages.of(fullname))
        return ModuleSpec(fullname, self) if waits else None

    def create_module(self, spec: ModuleSpec) -> None:
        """What the import system asks a loader: a module as any other."""

    def exec_module(self, module: ModuleType) -> None:
        """Let it wait."""
        module.__class__ = _Waiting

    def load(self, module: ModuleType) -> None:
        """Fetch what a module is in, and run it.

        Raises:
            ImportError: it can't be had; the next use tries again.
        """
        if package := self._packages.of(module.__name__):
            self._packages.get(package)
        above = module.__name__.rpartition(".")[0]
        found = PathFinder.find_spec(module.__name__, sys.modules[above].__path__ if above else None)
        if found is None or found.loader is None:
            raise ImportError(f"{module.__name__} is not where the list of packages has it. Reload the page.")
        module.__class__ = ModuleType  # it imports its parts, which look at it
        module.__spec__, module.__loader__, module.__file__ = found, found.loader, found.origin
        module.__package__ = found.parent
        if found.submodule_search_locations is not None:
            module.__path__ = found.submodule_search_locations
        found.loader.exec_module(module)


class _Waiting(ModuleType):
    # Not importlib's LazyLoader: there a second import of the module is a use of it.
    def __getattr__(self, name: str) -> object:
        finder = self.__spec__ and self.__spec__.loader
        # `inspect` looks at every module in this way.
        if name == "__file__" or not isinstance(finder, WhenNeeded):
            raise AttributeError(name)
        finder.load(self)
        return getattr(self, name)


def install(rooms: Iterable[str]) -> None:
    """From now on, load these modules, and the packages of the site in whose page this runs, when they are needed."""
    import js  # noqa: PLC0415 - only a page has it
    import pyodide_js  # noqa: PLC0415

    def read(file: str) -> bytes:
        asked = js.XMLHttpRequest.new()
        asked.open("GET", str(js.URL.new(file, pyodide_js.lockfileBaseUrl)), False)
        asked.responseType = "arraybuffer"
        asked.send()
        if asked.status != 200:
            raise ImportError(f"{file}: could not be loaded. Are you online? Then reload the page.")
        return bytes(asked.response.to_bytes())

    told = pyodide_js.lockfile.packages.to_py()
    there = {name for name in told if hasattr(pyodide_js.loadedPackages, name)}
    folder = Path(__file__).parents[1]
    sys.meta_path.insert(0, WhenNeeded(Packages(told, there, read, folder), rooms))
    python = sys.modules.get("IPython")
    if shell := python and python.get_ipython():
        shell.Completer.use_jedi = False  # the kernel turns it on, and the site has none
