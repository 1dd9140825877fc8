"""Read a learner's notebook as untrusted data: only type, source, id and attachments of each cell are looked at."""

import contextlib
import re

import msgspec
from msgspec import Raw

MAX_BYTES = 50_000_000
"""A notebook with four photographs of 8 MB. Below the 100 MB at which nbgrader gives up on a hand-in."""
MAX_HEAVY = 400_000_000
"""A larger one is read up to here for its text alone."""
MAX_CELLS = 2_000
MAX_ATTACHED = 50
"""Files in one cell."""
MAX_PARTS = 2_000_000
"""Commas and brackets of JSON. Each can cost a hundred bytes of memory; what a panel or JupyterLab writes has one in
ten bytes at most."""


class NotANotebookError(Exception):
    """The bytes are not a notebook of nbformat 4. The message says why."""


class HandedIn(msgspec.Struct, frozen=True):
    """One cell as handed in. `grade_id` and `cell_id` are claims of the file, not facts.

    `attachments` are the files put into it, each a name and, in base64, what is said to be its bytes.
    """

    cell_type: str
    source: str
    grade_id: str = ""
    cell_id: str = ""
    attachments: tuple[tuple[str, str], ...] = ()


class _Nbgrader(msgspec.Struct):
    grade_id: str = ""


class _Metadata(msgspec.Struct):
    nbgrader: Raw = Raw(b"null")


class _Cell(msgspec.Struct):
    cell_type: str = ""
    source: str | list[str] = ""
    id: str = ""
    metadata: Raw = Raw(b"{}")
    attachments: Raw = Raw(b"{}")


class _Notebook(msgspec.Struct):
    nbformat: int
    cells: list[Raw]


_notebook = msgspec.json.Decoder(_Notebook)
_cell = msgspec.json.Decoder(_Cell)
_metadata = msgspec.json.Decoder(_Metadata)
_nbgrader = msgspec.json.Decoder(_Nbgrader)
# Half of a pair of escapes, as an editor leaves that cuts an emoji in two.
_HALF = re.compile(
    rb"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
_ONLY_WINDOWS = "cp1252"
_attachments = msgspec.json.Decoder(dict[str, dict[str, str | list[str]]])


def parts(data: bytes) -> int:
    """About how many values JSON holds, known before any is made."""
    return sum(data.count(mark) for mark in (b",", b"[", b"{"))


def parse_cells(data: bytes) -> tuple[tuple[HandedIn, ...], int]:
    """The cells of a notebook, and how many were not cells at all, or not in UTF-8.

    Raw members are decoded one at a time, so that one bad cell costs that cell, and so that what is not looked at
    (outputs) is never built in memory.

    Raises:
        NotANotebookError: not JSON, not a notebook of nbformat 4, or more than `MAX_CELLS` cells or
            `MAX_PARTS` parts.
    """
    if (found := parts(data)) > MAX_PARTS:
        raise NotANotebookError(f"{found:,} parts; expected at most {MAX_PARTS:,}.")
    notebook = _whole(data)
    if notebook.nbformat != 4:
        raise NotANotebookError(f"a notebook of format {notebook.nbformat}; expected 4.")
    if len(notebook.cells) > MAX_CELLS:
        raise NotANotebookError(f"{len(notebook.cells):,} cells; expected at most {MAX_CELLS:,}.")
    cells, lost = [], 0
    for raw in notebook.cells:
        try:
            cells.append(_read(raw))
        except UnicodeDecodeError:
            # Saved by an editor in the encoding of Western Windows. Other encodings give other letters, so it counts.
            text = bytes(raw).decode(_ONLY_WINDOWS, "replace").encode()
            lost += 1
            with contextlib.suppress(msgspec.DecodeError, RecursionError):
                cells.append(_read(Raw(text)))
        except (msgspec.DecodeError, RecursionError):
            lost += 1
    return tuple(cells), lost


def _whole(data: bytes) -> _Notebook:
    try:
        return _notebook.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as e:
        why = e
    try:
        return _notebook.decode(_HALF.sub(rb"\\ufffd", data))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise NotANotebookError(f"not a notebook that can be read ({why}).") from None


def _read(raw: Raw) -> HandedIn:
    cell = _cell.decode(raw)
    source = cell.source if isinstance(cell.source, str) else "".join(cell.source)
    attached = _attached(cell.attachments)
    return HandedIn(cell.cell_type, source.replace("\r\n", "\n"), _grade_id(cell.metadata), cell.id, attached)


def _attached(attachments: Raw) -> tuple[tuple[str, str], ...]:
    try:
        held = _attachments.decode(attachments)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ()
    # Of a file in several forms the first is taken; Jupyter writes one.
    texts = {name: next(iter(forms.values()), "") for name, forms in list(held.items())[:MAX_ATTACHED]}
    return tuple((name, text if isinstance(text, str) else "".join(text)) for name, text in texts.items())


def _grade_id(metadata: Raw) -> str:
    try:
        return _nbgrader.decode(_metadata.decode(metadata).nbgrader).grade_id
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ""
