"""An nbconvert preprocessor that gives pictures of charts their descriptions, in pages, in slides and on paper.

nbconvert's default template writes no description of a picture, and a sentence in its place that says there is none.
"""

from html import escape
from typing import Any

from nbconvert.preprocessors import Preprocessor

PICTURES = ("image/png", "image/jpeg")
CHART = "application/vnd.vegalite.v5+json"
HTML = "text/html"


class Described(Preprocessor):
    """Put each picture that has a description into HTML that holds both; the notebook itself is not changed on disk."""

    def preprocess_cell(self, cell: Any, resources: Any, index: int) -> tuple[Any, Any]:  # noqa: ANN401, ARG002 - nbconvert's
        """Return the cell, changed in place, and the resources as they came."""
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            kind = next((each for each in PICTURES if each in data), None)
            if kind is None or HTML in data:
                continue
            told = description(output, kind)
            if told:
                picture = "".join(data[kind]).replace("\n", "")
                size = "".join(
                    f' {name}="{escape(str(value))}"'
                    for name, value in output.get("metadata", {}).get(kind, {}).items()
                    if name in ("width", "height")
                )
                style = "max-width: 100%; height: auto"
                image = f'<img src="data:{kind};base64,{escape(picture)}" alt="{escape(told)}"{size} style="{style}">'
                data[HTML] = image
        return cell, resources


def description(output: Any, kind: str) -> str:  # noqa: ANN401 - a notebook's output
    """What an output says of its picture; empty if nothing: in its metadata, or in the text beside a chart."""
    said = output.get("metadata", {}).get(kind, {}).get("alt")
    if not said and CHART in output["data"]:
        said = "".join(output["data"].get("text/plain", ""))
    return str(said or "").strip()
