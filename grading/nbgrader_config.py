"""nbgrader's configuration of the course. Run nbgrader's commands in this folder and nothing else is needed.

NBGRADER_EXCHANGE: folder through which assignments and submissions travel, `exchange` beside this file by default.
Where learners have accounts of their own it must lie outside this folder, which they must not be able to read.
NBGRADER_DB_URL: where the grade book is, `sqlite:///gradebook.db` in this folder by default. On PostgreSQL several
people can grade at once: `postgresql+psycopg://user@host/database`, with the extra `postgres`.
NBGRADER_WORKERS: processes that score at once, one a core by default.
"""

import os
import re
import sys
from contextlib import suppress
from pathlib import Path

here = Path(__file__).resolve().parent
if wild := re.search(r"[\[*?]", str(here)):
    raise SystemExit(f"{here}: nbgrader takes “{wild[0]}” in a folder's name for a pattern; rename that folder.")
if str(here.parent) not in sys.path:
    sys.path.insert(0, str(here.parent))

try:
    from nbgrader import preprocessors as stock

    from grading.book import sqlite
    from grading.collecting import zipcollect
    from grading.converters import install, preprocessors
    from grading.late.rule import CourseLate
    from grading.scoring import record
    from grading.showing import feedback
    from grading.showing.formgrader.install import install as install_pages

    install.install(here)
    zipcollect.install()
    install_pages()
    workers = int(os.environ.get("NBGRADER_WORKERS") or 0)
except Exception as e:
    # traitlets would log this, go on without the rest of the file, and let nbgrader execute learners' code.
    raise SystemExit(f"{__file__}: nbgrader can't be set up for this course: {type(e).__name__}: {e}") from e

c = get_config()  # type: ignore[name-defined]

c.CourseDirectory.course_id = "reading-diplomatic-signals"
if address := os.environ.get("NBGRADER_DB_URL"):
    c.CourseDirectory.db_url = address
elif "%" in str(here):  # nbgrader would put it where %20 is a space
    c.CourseDirectory.db_url = sqlite(here / "gradebook.db")
c.Exchange.root = os.environ.get("NBGRADER_EXCHANGE") or str(here / "exchange")
if not os.environ.get("NBGRADER_EXCHANGE"):
    with suppress(OSError):
        # Until it is there the formgrader offers neither to release nor to collect. nbgrader wants these rights.
        (here / "exchange").mkdir()
        (here / "exchange").chmod(0o777)
# What it would show fills a page, and can't be written out.
c.FormgradeExtension.debug = False
# The first four are nbgrader's. The record of an autograded submission holds parts of the key and must not be copied.
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", record.FILE]

c.GenerateAssignment.preprocessors = [
    stock.IncludeHeaderFooter,
    stock.LockCells,
    stock.ClearSolutions,
    stock.ClearOutput,
    stock.CheckCellMetadata,
    stock.ComputeChecksums,
    stock.SaveCells,
    stock.ClearHiddenTests,
    stock.ClearMarkScheme,
    stock.ComputeChecksums,
    stock.CheckCellMetadata,
    preprocessors.RefuseKeys,
]

# The course's Autograde rebuilds and scores without these steps. nbgrader's own, which executes, must not get through.
c.Autograde.sanitize_preprocessors = [preprocessors.Refuse]
c.Autograde.autograde_preprocessors = [preprocessors.Refuse]
c.CourseAutograde.workers = workers

# What late work costs: nothing, until a line here says otherwise; README.md, “Deadlines, penalties, extensions”.
c.AssignLatePenalties.plugin_class = CourseLate

# The exporter reads the grade book itself.
c.GenerateFeedback.preprocessors = []
c.GenerateFeedback.exporter_class = feedback.FeedbackExporter

c.ExchangeFactory.collect = "grading.collecting.exchange.CourseCollect"
c.ExchangeFactory.release_feedback = "grading.converters.release_feedback.HeldReleaseFeedback"
# nbgrader's own lets a learner's name begin a formula.
c.ExportApp.plugin_class = "grading.export.plain.PlainExporter"
c.ZipCollectApp.collector_plugin = "grading.collecting.collect.CourseCollector"
c.ZipCollectApp.extractor_plugin = "grading.collecting.extract.CourseExtractor"
