"""The course root of nbgrader is the folder grading, and not this one; an instructor's command says so here.

JupyterLab reads this file too where it is started here, and is left alone.
"""

import sys
from pathlib import Path

INSTRUCTOR = {
    "autograde", "collect", "db", "export", "generate_assignment", "generate_feedback", "generate_solution",
    "release_assignment", "release_feedback", "update", "zip_collect",
}  # fmt: skip
command, *options = [*sys.argv[1:], ""]
elsewhere = any(o.startswith(("--course-dir", "--CourseDirectory.root")) for o in options)

if "nbgrader" in sys.argv[0] and command in INSTRUCTOR and not elsewhere:
    raise SystemExit(f"Run nbgrader {command} in the folder {Path(__file__).resolve().parent / 'grading'}.")
