"""Other files beside a journal that are journals too: damaged ones set aside, and copies left by sync tools."""

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from course.journal.errors import JournalError
from course.journal.files import read_bytes
from course.journal.join import compare
from course.journal.reader import parse
from course.journal.record import Record

_seen: dict[Path, tuple[tuple[int, int], Record | None]] = {}


def files_set_aside(path: Path) -> list[Path]:
    """The damaged journals set aside beside a path, oldest first."""
    start = f"{path.stem}.damaged-"
    with suppress(OSError):
        return sorted(p for p in path.parent.iterdir() if p.name.startswith(start) and p.suffix == path.suffix)
    return []


def copies(path: Path) -> dict[str, Record]:
    """File name to content of every sound journal beside a path that is named as its copy.

    OneDrive writes `journal-COMPUTER.json`, Dropbox and Nextcloud `journal (… conflicted copy …).json`, in many
    languages, Syncthing `journal.sync-conflict-….json`, ownCloud `journal_conflict-….json`, Google Drive and browsers
    `journal (1).json`, iCloud `journal 2.json`. What they share: the name goes on after the stem with something other
    than a letter or digit.
    """
    named = re.compile(rf"{re.escape(path.stem)}[^0-9A-Za-z].*{re.escape(path.suffix)}", re.IGNORECASE).fullmatch
    aside = {p.name for p in files_set_aside(path)}
    found: dict[str, Record] = {}
    with suppress(OSError):
        for each in path.parent.iterdir():
            if named(each.name) and each.name not in aside and (record := _read(each)) is not None:
                found[each.name] = record
    return found


def brought_back(path: Path, at: str) -> str:
    """The name of a copy that came from another device: `journal (brought back 2014-10-01 120000.000001).json`."""
    return f"{path.stem} (brought back {at.rstrip('Z').replace('T', ' ').replace(':', '')}){path.suffix}"


def notices(path: Path, read: Callable[[], Record]) -> list[str]:
    """What a learner should know of other files beside a journal, which is read only where there is a copy of it."""
    said = [
        f"{aside.name} is a damaged journal that was set aside; its answers do not show here. "
        "Keep it, or move it away when you no longer need it."
        for aside in files_set_aside(path)
    ]
    others = copies(path)
    if not others:
        return said
    mine = read()
    found = compare(mine, others)
    for name in sorted({*found.only.values(), *(n for names in found.different.values() for n in names)}):
        only = [q for q, where in found.only.items() if where == name]
        different = [q for q, names in found.different.items() if name in names]
        parts = [f"{_many(only)} that this journal lacks ({', '.join(only)})"] if only else []
        parts += [f"{_many(different, 'another', 'other')} ({', '.join(different)})"] if different else []
        # Another seed: begun apart, on a second computer or by somebody else.
        sure = (
            ""
            if others[name].seed == mine.seed
            else " It was begun apart from this journal: make sure that it is yours."
        )
        said.append(f"{name}, a copy of your journal beside it, holds {' and '.join(parts)}.{sure}")
    return said


def _many(questions: list[str], one: str = "an", more: str = "") -> str:
    return f"{one} answer" if len(questions) == 1 else " ".join(f"{len(questions)} {more} answers".split())


def _read(path: Path) -> Record | None:
    with suppress(OSError, JournalError):
        stat = path.stat()
        state = (stat.st_mtime_ns, stat.st_size)
        if path not in _seen or _seen[path][0] != state:
            data, record = read_bytes(path), None
            with suppress(JournalError):
                record = parse(data or b"", str(path))
            _seen[path] = (state, record)
        return _seen[path][1]
    return None
