"""JupyterLab as the course sets it up, at the first lesson: `python -m course.server`, in the lessons' folder."""

import os
import sys
from pathlib import Path

from course.light import ADDRESS_CHECKER, without

with without(ADDRESS_CHECKER):
    from jupyterlab.labapp import main

first = min((path.name for path in Path.cwd().glob("*.ipynb")), default="")
options = [
    f"--LabApp.default_url=/lab/tree/{first}",
    f"--LabApp.app_settings_dir={Path(__file__).parent / 'lab'}",
    # The address and what goes wrong, and not what each extension has to say of itself.
    "--ServerApp.log_level=WARN",
]
if getattr(os, "geteuid", lambda: 1)() == 0:  # the only user of many a container, for whom Jupyter refuses to start
    options.append("--allow-root")
main([*options, *sys.argv[1:]])
