"""The lengths of lessons as a table, now or beside those of another version in git."""

import io
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from grading.check.lengths import Length, lengths
from grading.check.rooms import BANKS, NOTEBOOKS, ROOT

HEAD = ("lesson", "words", "in tables", "charts", "panels", "minutes", "reading", "answering", "stated", "screens")
NOTE = (
    "Minutes: 180 words or one chart a minute; panels as each kind of question states. Lists of words don't count.\n"
    "Screens: estimated, for a window of 1400 × 900, from lines of text, rows of tables, charts and panels."
)


class VersionError(ValueError):
    """A version can't be read; the message says why."""


def lengths_at(version: str, root: Path = ROOT) -> list[Length]:
    """The lengths of the lessons in another version.

    Args:
        version: what git calls it: a branch, a tag, a commit.
        root: the repository.

    Raises:
        VersionError: git is missing, or the version has no lessons or does not exist.
    """
    parts = [folder.relative_to(ROOT).as_posix() for folder in (NOTEBOOKS, BANKS)]
    # After “--end-of-options” nothing is read as an option, whatever a version is called.
    call = ["git", "-C", str(root), "archive", "--format=tar", "--end-of-options", version, *parts]
    try:
        made = subprocess.run(call, capture_output=True, check=True).stdout  # noqa: S603 - a fixed program, no shell
    except FileNotFoundError:
        raise VersionError("expected git, to read another version; it is not installed.") from None
    except subprocess.CalledProcessError as e:
        said = (e.stderr.decode(errors="replace").strip().splitlines() or ["git says nothing"])[-1]
        raise VersionError(f"version “{version}”: can't be read ({said}).") from None
    with TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(made)) as archive:
        archive.extractall(folder, filter="data")
        return lengths(Path(folder, parts[0]), Path(folder, parts[1]))


def table(now: Sequence[Length], then: Sequence[Length] | None = None) -> Iterator[str]:
    """A line for each lesson and one for all; with another version, its number stands first: “3706 → 2447”."""
    old = None if then is None else {each.lesson: _cells(each) for each in then}
    rows = {each.lesson: _cells(each) for each in now}
    names = list(dict.fromkeys([*sorted(old or ()), *rows]))
    shown = [[name, *_beside(old, name, rows)] for name in sorted(names)]
    shown.append(["all", *_beside(None if then is None else {"all": _sum(then)}, "all", {"all": _sum(now)})])
    widths = [max(len(row[at]) for row in [list(HEAD), *shown]) for at in range(len(HEAD))]
    for row in [list(HEAD), *shown]:
        first, *others = (
            cell.ljust(w) if not at else cell.rjust(w) for at, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join((first, *others)).rstrip()
    yield from ("", NOTE)


def _cells(one: Length) -> list[str]:
    numbers = (one.words, one.table_words, one.charts, one.panels, one.minutes, one.reading, one.answering)
    return [*(f"{n:.0f}" for n in numbers), str(one.stated[0]) if one.stated else "none", f"{one.screens:.0f}"]


def _sum(of: Sequence[Length]) -> list[str]:
    numbers = ((e.words, e.table_words, e.charts, e.panels, e.minutes, e.reading, e.answering) for e in of)
    sums = [f"{sum(column):.0f}" for column in zip(*numbers, strict=True)] or ["0"] * 7
    return [*sums, str(sum(e.stated[0] for e in of if e.stated)), f"{sum(e.screens for e in of):.0f}"]


def _beside(old: dict[str, list[str]] | None, name: str, rows: dict[str, list[str]]) -> list[str]:
    none = ["–"] * (len(HEAD) - 1)
    new = rows.get(name, none)
    if old is None:
        return new
    return [a if a == b else f"{a} → {b}" for a, b in zip(old.get(name, none), new, strict=True)]
