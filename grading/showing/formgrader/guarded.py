"""What every answer of the formgrader begins with."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from nbgrader.api import MissingEntry
from nbgrader.server_extensions.formgrader.apihandlers import check_notebook_dir, check_xsrf
from tornado import web

Method = TypeVar("Method", bound=Callable[..., Any])


def guarded(method: Method) -> Method:
    """What nbgrader asks before each of its own answers."""
    return cast("Method", web.authenticated(check_xsrf(check_notebook_dir(method))))


def found(find: Callable[[str], Any], name: str) -> Any:  # noqa: ANN401 - nbgrader is untyped
    """What nbgrader finds by a name; 404 if it finds nothing."""
    try:
        return find(name)
    except MissingEntry:
        raise web.HTTPError(404) from None
