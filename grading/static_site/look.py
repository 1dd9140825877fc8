"""Looks a site through before it is given out: for keys, with the code that looks a release through."""

import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import nbformat

from course.text import EncodingError, plain
from grading.handout.assignment import Assignment, AssignmentError
from grading.handout.fit import read_secrets
from grading.handout.guard import faults, leaks
from grading.static_site.errors import SiteError
from grading.static_site.packages import ROOT

_TEXTS: Final = {".css", ".csv", ".html", ".ipynb", ".js", ".json", ".md", ".py", ".toml", ".txt"}
_OTHERS: Final = ("build/", "extensions/@", "extensions/anywidget/", "lab/", "static/pyodide/")
"""What is JupyterLite's, and the packages, which are held by their hashes; the course's own are looked into."""
_SHORT: Final = 15
_NEVER: Final = ("grading", "tests", "keys", "journal.json", ".ipynb_checkpoints")


def through(site: Path, released: Sequence[Path] = ()) -> None:
    """Look a site through.

    Args:
        site: its folder.
        released: folders of the assignments in it.

    Raises:
        SiteError: a file holds text of a key, or is none that a learner may have.
    """
    names = {each.name for each in released}
    for name, text in _files(site):
        if any(part in _NEVER for part in Path(name).parts):
            raise SiteError(f"{name}: is nothing that a learner may have, so no site was made.")
        for assignment in _assignments():
            if found := next(_told(name, text, assignment), None):
                few = " ".join(found.split()[:8])
                raise SiteError(f"{name}: holds text of the key of {assignment.name} (“{few} …”), so no site was made.")
    if missing := [name for name in names if not (site / "files" / name).is_dir()]:
        raise SiteError(f"{site / 'files' / missing[0]}: is not there, though the assignment was to be.")


def _files(site: Path) -> Iterator[tuple[str, str]]:
    """What of a site is the course's: name and text."""
    for path in sorted(p for p in site.rglob("*") if p.is_file()):
        name = path.relative_to(site).as_posix()
        if path.suffix == ".whl" and path.name.startswith("reading_diplomatic_signals"):
            with zipfile.ZipFile(path) as archive:
                for inner in archive.namelist():
                    yield f"{name}/{inner}", _text(archive.read(inner), Path(inner).suffix)
        elif not name.startswith(_OTHERS):
            yield name, _text(path.read_bytes(), path.suffix)


def _text(data: bytes, suffix: str) -> str:
    if suffix == ".pyc":  # texts stand in byte code as they are
        return data.decode("utf-8", "replace")
    try:
        return plain(data) if suffix in _TEXTS else ""
    except EncodingError:
        return ""


@cache
def _assignments() -> tuple[Assignment, ...]:
    """All, with their keys and mark schemes."""
    folders = sorted(each.parent for each in (ROOT / "grading" / "source").glob("*/questions.toml"))
    try:
        return tuple(read_secrets(each.name, each, ROOT / "grading" / "keys") for each in folders)
    except AssignmentError as e:
        raise SiteError(f"{e} So no site was made.") from e


def _told(name: str, text: str, assignment: Assignment) -> Iterator[str]:
    """What of a key stands in a text: whole, or where it is shown to learners also in part or nearly.

    Banks of lessons have keys of their own, which look like those of an assignment.
    """
    yield from (secret for secret in _secrets(assignment.name) if secret in text)
    room, _, rest = name.partition("/")
    if room == "files" and rest.endswith(".ipynb") and rest.startswith(f"{assignment.name}/"):
        yield from faults(assignment, nbformat.reads(text, 4))  # type: ignore[no-untyped-call]
    elif room == "files" and ("/" not in rest or rest.startswith(f"{assignment.name}/")):
        yield from leaks(text, assignment)


@cache
def _secrets(name: str) -> tuple[str, ...]:
    (of,) = (each for each in _assignments() if each.name == name)
    texts = {*of.misconceptions.values()}
    for key in of.keys.values():
        texts |= {each.missed for each in key.criteria} | {each.says for each in key.remarks}
    return tuple(sorted(text for text in texts if len(text) > _SHORT))
