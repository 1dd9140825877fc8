"""What every answer of the formgrader begins with, and how one says what was wrong."""

import json
from collections.abc import Callable
from functools import wraps
from http.client import responses
from typing import Any, TypeVar, cast

from nbgrader.api import MissingEntry
from nbgrader.server_extensions.formgrader.apihandlers import check_notebook_dir, check_xsrf
from tornado import web

Method = TypeVar("Method", bound=Callable[..., Any])


class Telling:
    """A handler that says in JSON why it refuses; nbgrader's own answer a page, of which its scripts read nothing."""

    def write_error(self: Any, status_code: int, **details: Any) -> None:  # noqa: ANN401 - tornado's signature
        """The reason, as `message`."""
        cause = details.get("exc_info", (None, None, None))[1]
        says = cause.log_message if isinstance(cause, web.HTTPError) else None
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps({"message": says or responses.get(status_code, "Unknown")}))


def guarded(method: Method) -> Method:
    """What nbgrader asks before each of its own answers; and what commands have written since the last one is seen."""

    @wraps(method)
    def anew(handler: Any, *given: Any) -> Any:  # noqa: ANN401 - tornado is untyped
        # The server keeps one session of the grade book for all.
        handler.gradebook.db.rollback()
        return method(handler, *given)

    return cast("Method", web.authenticated(check_xsrf(check_notebook_dir(anew))))


def found(find: Callable[[str], Any], name: str) -> Any:  # noqa: ANN401 - nbgrader is untyped
    """What nbgrader finds by a name; 404 if it finds nothing."""
    try:
        return find(name)
    except MissingEntry:
        raise web.HTTPError(404) from None
