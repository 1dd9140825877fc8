"""The notebook's file. The journal is sound, so its answers keep their points."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

from tests.hostile.place import edit, edit_notebook, notebook, other, write_essay

_CELL = {"cell_type": "markdown", "metadata": {}, "source": ""}


def notebook_missing(folder: Path) -> None:
    notebook(folder).unlink()


def notebook_renamed(folder: Path) -> None:
    notebook(folder).rename(folder / f"{folder.name} (1).ipynb")


def notebook_pipe(folder: Path) -> None:
    """Nobody writes to it: who opens it without care waits for ever."""
    notebook_missing(folder)
    os.mkfifo(notebook(folder))


def notebook_folder(folder: Path) -> None:
    notebook_missing(folder)
    notebook(folder).mkdir()


def notebook_linked(folder: Path) -> None:
    notebook_missing(folder)
    notebook(folder).symlink_to(other(folder, notebook(folder).name))


def notebook_device(folder: Path) -> None:
    notebook_missing(folder)
    notebook(folder).symlink_to("/dev/zero")


def notebook_cut(folder: Path) -> None:
    notebook(folder).write_bytes(notebook(folder).read_bytes()[:500])


def notebook_empty(folder: Path) -> None:
    notebook(folder).write_bytes(b"")


def notebook_huge(folder: Path) -> None:
    os.truncate(notebook(folder), 30_000_000)


def notebook_no_notebook(folder: Path) -> None:
    notebook(folder).write_text('{"full": "marks"}')


def notebook_not_utf8(folder: Path) -> None:
    notebook(folder).write_bytes(notebook(folder).read_text(encoding="utf-8").encode("utf-16"))


def notebook_nested(folder: Path) -> None:
    notebook(folder).write_text('{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": ' + "[" * 200_000)


def notebook_old_format(folder: Path) -> None:
    edit_notebook(folder, nbformat=3, nbformat_minor=0)


def notebook_newer_format(folder: Path) -> None:
    edit_notebook(folder, nbformat=9, nbformat_minor=0)


def notebook_without_ids(folder: Path) -> None:
    """As an editor of before 2021 saves it; the essay's cell is then known by nothing."""
    edit_notebook(folder, nbformat_minor=4)
    edit(folder, lambda cells: [{k: v for k, v in c.items() if k != "id"} for c in cells])


def notebook_of_many_cells(folder: Path) -> None:
    more: list[Any] = [_CELL | {"id": f"n{n}"} for n in range(3000)]
    edit(folder, lambda cells: [*cells, *more])


def notebook_twice(folder: Path) -> None:
    shutil.copy(notebook(folder), folder / "solution.ipynb")


def essay_in_a_code_cell(folder: Path) -> None:
    """As somebody does to whom JupyterLab gives a code cell when a new one is made."""
    write_essay(folder, "")
    cell = {"cell_type": "code", "id": "mine", "metadata": {}, "outputs": [], "execution_count": None}
    edit(
        folder,
        lambda cells: [*cells, cell | {"source": "The visit was a signal, and no step.\nSo the condition stood."}],
    )


def essay_huge(folder: Path) -> None:
    write_essay(folder, "Words without end. " * 100_000)


def essay_half_a_character(folder: Path) -> None:
    """Half a surrogate pair is no text that can be written anywhere."""
    text = json.loads(notebook(folder).read_text(encoding="utf-8"))
    text["cells"][0]["source"] = "\ud800"
    notebook(folder).write_text(json.dumps(text))
