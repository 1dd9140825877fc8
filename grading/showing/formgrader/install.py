"""Put the course's pages where nbgrader's formgrader serves its own, and serve what they ask for.

nbgrader has no setting for either; the server reads its configuration before it takes these up.
"""

from collections.abc import Callable
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from nbgrader.apps import api
from nbgrader.server_extensions.formgrader import formgrader, handlers
from tornado.web import StaticFileHandler

from grading.showing.formgrader.blind import (
    CommentHandler,
    CommentsHandler,
    GradeHandler,
    GradesHandler,
    HandInHandler,
)
from grading.showing.formgrader.exporter import HERE, PageExporter
from grading.showing.formgrader.handlers import (
    AutogradeAllHandler,
    CriteriaHandler,
    MarkingHandler,
    PageHandler,
    WaitingHandler,
)
from grading.showing.formgrader.said import plain

_OURS: list[tuple[Any, ...]] = [
    (r"/formgrader/course/static/(.*)", StaticFileHandler, {"path": str(HERE / "static")}),
    (r"/formgrader/api/course/marking", MarkingHandler),
    (r"/formgrader/api/course/criteria/([^/]+)", CriteriaHandler),
    (r"/formgrader/api/course/hand-in/([^/]+)", HandInHandler),
    (r"/formgrader/api/grades", GradesHandler),
    (r"/formgrader/api/grade/([^/]+)", GradeHandler),
    (r"/formgrader/api/comments", CommentsHandler),
    (r"/formgrader/api/comment/([^/]+)", CommentHandler),
    (r"/formgrader/api/course/autograde/([^/]+)", AutogradeAllHandler),
    (r"/formgrader/submissions/([^/]+)/waiting/?", WaitingHandler),
    (r"/formgrader/submissions/([^/]+)/?", PageHandler),
]


def install() -> None:
    """Do so, once a process."""
    if _OURS[0] in handlers.default_handlers:
        return
    handlers.default_handlers[:0] = _OURS
    api.capture_log = plain(api.capture_log)
    formgrader.FormgradeExtension.init_tornado_settings = _with_our_pages(
        formgrader.FormgradeExtension.init_tornado_settings
    )


def _with_our_pages(stock: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    def init_tornado_settings(self: Any, webapp: Any) -> None:  # noqa: ANN401 - nbgrader is untyped
        stock(self, webapp)
        theirs = FileSystemLoader(handlers.template_path)
        ours = FileSystemLoader(HERE / "templates")
        # nbgrader's own templates are escaped where they need to be, and not made for more.
        pages = Environment(loader=ChoiceLoader([ours, theirs, PrefixLoader({"nbgrader": theirs})]))  # noqa: S701
        webapp.settings.update(nbgrader_exporter=PageExporter(), nbgrader_jinja2_env=pages)

    return init_tornado_settings
