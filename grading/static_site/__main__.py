"""Build the site: `python -m grading.static_site`; `make site` calls it."""

import argparse
import os
import sys
from pathlib import Path
from typing import Final

from grading.static_site import compiled
from grading.static_site.build import Wanted, build
from grading.static_site.errors import SiteError
from grading.static_site.packages import ROOT

_RELEASE: Final = ROOT / "grading" / "release"


def main() -> int:
    """Build it, and say where it is; 1 if that can't be done."""
    asked = argparse.ArgumentParser(prog="python -m grading.static_site", description="The course as a static site.")
    asked.add_argument("--to", type=Path, default=ROOT / "dist" / "site", help="its folder (default: %(default)s)")
    asked.add_argument("--offline", action="store_true", help="it holds all that it needs, and asks no other host")
    asked.add_argument("--assignment", action="append", default=[], metavar="NAME", help="add a released assignment")
    asked.add_argument("--wheels", type=Path, help="a folder with wheels of Pyodide's own, which are checked")
    asked.add_argument("--cache", type=Path, default=kept(), help="where what is fetched stays (default: %(default)s)")
    given = asked.parse_args()
    folders = tuple(_RELEASE / name for name in given.assignment)
    for each in folders:
        if not (each / f"{each.name}.ipynb").is_file():
            print(f"{each}: is not there. Make it first: nbgrader generate_assignment {each.name}", file=sys.stderr)
            return 1
    if not (node := compiled.node()):
        print("Node is not there, so the site will hold Python as source. It works, and starts more slowly.")
    try:
        site = build(Wanted(given.to, given.cache, given.offline, folders, given.wheels, bool(node)))
    except SiteError as error:
        print(error, file=sys.stderr)
        return 1
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    print(f"{site}  {size / 1e6:.0f} MB. Put this folder on any web space that has HTTPS, or try it:")
    print(f"python -m http.server --bind 127.0.0.1 --directory {site} 8000")
    return 0


def kept() -> Path:
    """Where what is fetched is kept: the user's folder for that."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "reading-diplomatic-signals" / "site"


if __name__ == "__main__":
    sys.exit(main())
