"""Where the extension stands."""

from pathlib import Path
from typing import Final

EXTENSION: Final = "reading-diplomatic-signals"
FOLDER: Final = Path(__file__).parent
"""A folder of extensions, as JupyterLab's `labextensions_path` wants it."""
STATIC: Final = FOLDER / EXTENSION / "static"
