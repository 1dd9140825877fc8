"""A Jupyter Server extension: a saved notebook keeps what can be read without a kernel, with the learner's answers.

An export of it tells what its charts show.
The wheel switches it on. Nothing breaks without it; a reopened notebook then shows “model not found” where a panel was.
"""

from pathlib import Path
from typing import Any

from course.server.outputs import settle

DESCRIBED = "course.server.described.Described"


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "course.server"}]


def _load_jupyter_server_extension(server: Any) -> None:  # noqa: ANN401 - the server's classes are untyped
    server.contents_manager.register_pre_save_hook(_before_save)
    # What JupyterLab's menu exports. In place: the pages of the server have this object already.
    exporter = server.config.HTMLExporter
    if DESCRIBED not in (given := exporter.get("preprocessors", [])):
        exporter.preprocessors = [*given, DESCRIBED]


def _before_save(model: dict[str, Any], path: str = "", contents_manager: Any = None, **_: object) -> None:  # noqa: ANN401
    if model["type"] == "notebook" and model["content"]["nbformat"] == 4:
        settle(model["content"])
        if root := getattr(contents_manager, "root_dir", None):
            # Not before a notebook is saved: the start is not to wait for it.
            from course.server.answered import answer  # noqa: PLC0415

            answer(model["content"], Path(root, path.strip("/")).parent)
