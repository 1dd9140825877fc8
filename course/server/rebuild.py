"""An nbconvert preprocessor that leaves an executed notebook the same on every run."""

from typing import Any

from nbconvert.preprocessors import Preprocessor

from course.server.outputs import settle

# What differs from machine to machine or run to run and tells a reader nothing.
_PASSING = ("version", "codemirror_mode", "file_extension", "mimetype", "nbconvert_exporter", "pygments_lexer")


class Settle(Preprocessor):
    """Settle outputs, and drop the kernel's version and the time stamps of execution."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:  # noqa: ANN401 - nbconvert is untyped
        """Return the notebook, changed in place, and the resources as they came."""
        settle(nb)
        for name in _PASSING:
            nb.metadata.get("language_info", {}).pop(name, None)
        nb.metadata.pop("execution", None)
        for cell in nb.cells:
            cell.metadata.pop("execution", None)
        return nb, resources
