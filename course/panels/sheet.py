"""Several panels below one another, which one cell shows."""

from collections.abc import Iterable
from typing import Any

import ipywidgets

from course.panels.panel import Panel


class Sheet(ipywidgets.VBox):  # type: ignore[misc] # untyped
    """Panels below one another.

    Args:
        panels: what to show.
        text, html: what stands there without a kernel.
    """

    def __init__(self, panels: Iterable[Panel], text: str, html: str) -> None:
        self._text, self._html = text, html
        super().__init__([*panels])

    def __repr__(self) -> str:
        return self._text

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401
        data: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        return data | {"text/plain": self._text, "text/html": self._html}
