"""What a notebook keeps when it is saved. Pure: it changes a notebook given as plain JSON."""

from typing import Any

VIEW = "application/vnd.jupyter.widget-view+json"


def settle(notebook: dict[str, Any]) -> dict[str, Any]:
    """Drop what only a running kernel can show.

    A widget's view is a random id that is dead once its kernel is gone. Beside it every panel stores itself as HTML
    and text; without the view, JupyterLab shows those. Views that have nothing beside them stay.

    Args:
        notebook: a notebook of format 4. It is changed in place.

    Returns:
        The same notebook.
    """
    notebook["metadata"].pop("widgets", None)
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            if "text/html" in output.get("data", {}):
                output["data"].pop(VIEW, None)
    return notebook
