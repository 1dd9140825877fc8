"""The browser of `tests/browser`, for accidents that happen in a page."""

from tests.browser.conftest import browser, context, lab, notebook

__all__ = ["browser", "context", "lab", "notebook"]
