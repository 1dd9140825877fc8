"""What a page sends, as Python has it everywhere. Pure."""

from typing import Any


def plain(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """A JSON value in which null is None: in a browser tab, Pyodide gives an object of its own for it."""
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return None if type(value).__name__ == "JsNull" else value
