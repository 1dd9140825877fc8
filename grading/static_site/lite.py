"""JupyterLite around the course: what its page loads, what it shows, and where its kernel gets Python."""

import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from course.labextension.place import EXTENSION
from course.labextension.place import FOLDER as EXTENSIONS
from grading.static_site.errors import SiteError

KERNEL: Final = "@jupyterlite/pyodide-kernel-extension"
PLUGIN: Final = f"{KERNEL}:kernel"
PYODIDE: Final = "static/pyodide"
_EPOCH: Final = "1580601600"
# Besides the kernel and the course's: what draws widgets in the page.
_SHARED: Final = (KERNEL, "@jupyter-widgets/jupyterlab-manager", "anywidget")
_OLD_FONTS: Final = {".eot", ".svg", ".ttf", ".woff"}
_SETTINGS: Final = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/docmanager-extension:plugin": {"autosave": False},
}


def build(work: Path, site: Path, kernel: dict[str, Any], contents: Path) -> None:
    """Make a JupyterLite site.

    Args:
        work: an empty folder for what is needed meanwhile.
        site: where the site goes.
        kernel: the settings of the kernel's plugin.
        contents: the folder of what learners see.

    Raises:
        SiteError: JupyterLite is not installed, or could not make it.
    """
    _write(work / "jupyter-lite.json", {"jupyter-lite-schema-version": 0, "jupyter-config-data": _page(kernel)})
    _write(work / "overrides.json", _SETTINGS)
    built = {
        "lite_dir": str(work),
        "output_dir": str(site),
        "cache_dir": str(work / ".cache"),
        "apps": ["lab"],
        "contents": [str(contents)],
        "federated_extensions": [str(each) for each in _extensions()],
        "ignore_sys_prefix": True,
        "no_sourcemaps": True,
        "no_unused_shared_packages": True,
        "no_libarchive": True,
    }
    _write(work / "jupyter_lite_config.json", {"LiteBuildConfig": built})
    command = [sys.executable, "-c", "from jupyterlite_core.app import main; main()", "build"]
    env = {**os.environ, "SOURCE_DATE_EPOCH": _EPOCH, "JUPYTER_PREFER_ENV_PATH": "1", "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=work, env=env, capture_output=True, text=True, check=False)  # noqa: S603 - its own
    if done.returncode or not (site / "lab" / "index.html").is_file():
        said = [*filter(None, map(str.strip, (done.stdout + done.stderr).splitlines()))]
        raise SiteError(f"JupyterLite could not make the site: {said[-1] if said else 'it said nothing'}")
    for path in sorted((site / "build").iterdir()):
        # Forms of a font for browsers in which nothing here runs.
        if path.suffix in _OLD_FONTS and path.with_suffix(".woff2").is_file():
            path.unlink()


def _page(kernel: dict[str, Any]) -> dict[str, Any]:
    return {
        "appName": "Reading diplomatic signals",
        "litePluginSettings": {PLUGIN: kernel},
        "disabledExtensions": ["@jupyterlab/extensionmanager-extension"],
        "enableServiceWorkerCache": "true",
    }


def kernel_folder() -> Path:
    """Where the kernel's extension is installed."""
    return _installed() / KERNEL


def _installed() -> Path:
    return Path(sysconfig.get_path("data")) / "share" / "jupyter" / "labextensions"


def _extensions() -> list[Path]:
    found = [*(_installed() / each for each in _SHARED), EXTENSIONS / EXTENSION]
    for each in found:
        if not (each / "package.json").is_file():
            raise SiteError(f"{each}: is not there. Set everything up first: make everything")
    return found


def _write(path: Path, content: Iterable[Any]) -> None:
    path.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", "utf-8")
