"""The first page of a site, and what runs before JupyterLite does."""

import html
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from grading.static_site.errors import SiteError

_PAGE: Final = Path(__file__).parent / "page"
_BEGINS: Final = re.compile(r"(?=await import\(\s*'\.\./config-utils\.js)")
_SCRIPTS: Final = re.compile(r'(?=<script id="jupyter-config-data")')
_HOST: Final = "<!-- host -->"
_ELSEWHERE: Final = " Python itself comes from {}, which so learns your network address, as with any page."
_ASSIGNMENTS: Final = "<!-- assignments -->\n"


def add(site: Path, assignments: Sequence[str] = (), elsewhere: str | None = None) -> None:
    """Put the first page into a JupyterLite site, and what its pages run before JupyterLite starts.

    Args:
        site: its folder.
        assignments: those in it, by name.
        elsewhere: the address from which the page gets Python, if not from the site itself.

    Raises:
        SiteError: JupyterLite's page is another than the one that is known here.
    """
    lab = site / "lab" / "index.html"
    text, scripts = _SCRIPTS.subn('<script src="../start.js"></script>\n    ', lab.read_text("utf-8"))
    text, begins = _BEGINS.subn("await courseStorage;\n        ", text)
    if (scripts, begins) != (1, 1):
        raise SiteError(f"{lab.name}: JupyterLite's page starts in another way than is known; expected version 0.8.6.")
    lab.write_text(text, "utf-8")
    shutil.copyfile(_PAGE / "start.js", site / "start.js")
    first = (_PAGE / "index.html").read_text("utf-8")
    links = (f'<li><a href="lab/index.html?path={n}/{n}.ipynb">{n}</a></li>\n' for n in map(html.escape, assignments))
    told = "<h2>Assignments</h2>\n<ul>\n" + "".join(links) + "</ul>\n" if assignments else ""
    host = _ELSEWHERE.format(urlsplit(elsewhere).hostname) if elsewhere else ""
    (site / "index.html").write_text(first.replace(_ASSIGNMENTS, told).replace(_HOST, host), "utf-8")
