"""JupyterLab as the course sets it up: `python -m course.server`, in the lessons' folder or in nbgrader's course root.

Among the lessons it opens the first, and says only what is needed there. What is given on the command line counts most.
"""

import logging
import os
import sys
from pathlib import Path

import zmq

from course.light import ADDRESS_CHECKER, without

with without(ADDRESS_CHECKER):
    from jupyterlab.labapp import LabApp

    from course.labextension.place import FOLDER
    from course.server.own import folder, isolate, surroundings
    from course.server.quiet import Quiet

QUIET = {
    "filters": {"quiet": {"()": "course.server.quiet.Quiet"}},
    "handlers": {"console": {"filters": ["quiet"]}},
}
PREFIX = Path(sys.prefix)
OURS = folder(PREFIX)
environment = surroundings(dict(os.environ), PREFIX, OURS / "ipython")
os.environ.clear()
os.environ.update(environment)

options = [
    # Else tabs that were open in other work would be looked for here.
    f"--LabApp.workspaces_dir={OURS / 'workspaces'}",
    f"--LabApp.labextensions_path={PREFIX / 'share' / 'jupyter' / 'labextensions'}",
    # In a checkout the course's own extension as it stands there, before the copy made when the course was installed.
    f"--LabApp.extra_labextensions_path={FOLDER}",
]
first = min((path.name for path in Path.cwd().glob("*.ipynb")), default="")
options += [
    f"--LabApp.app_settings_dir={Path(__file__).parent / ('lab' if first else 'formgrader')}",
    # The address and what goes wrong, and not what each extension has to say of itself.
    "--ServerApp.log_level=WARN",
    f"--ServerApp.logging_config={QUIET}",
]
# Else each kernel warns in the terminal that whoever else uses this machine could listen.
if zmq.has("curve"):
    options.append("--KernelManager.transport_encryption=auto")
if first:
    options.append(f"--LabApp.default_url=/lab/tree/{first}")
if getattr(os, "geteuid", lambda: 1)() == 0:  # the only user of many a container, for whom Jupyter refuses to start
    options.append("--allow-root")
logging.getLogger("NbGrader").addFilter(Quiet())  # nbgrader's part of the server logs for itself
isolate(LabApp)
LabApp.launch_instance([*options, *sys.argv[1:]])
