"""Put what was extracted of a learner into `submitted/`, lose nothing on the way, and say what it replaced."""

import os
import shutil
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import msgspec
from nbgrader.utils import parse_utc

from grading.collecting.found import IN_PART, NOT_TAKEN, TAKEN, Found
from grading.collecting.names import fold
from grading.collecting.people import Person, order
from grading.collecting.place import held
from grading.collecting.unpack import MAX_TAKEN, MAX_TOGETHER, Piece
from grading.reading import notcollected
from grading.reading.copies import journal_like, notebook_like, written_elsewhere
from grading.reading.files import NotPlainError, read_plain
from grading.reading.submission import LARGEST, SECRET, TIMESTAMP, handed_in_at

_NOT_HANDED_IN = (notcollected.FILE, TIMESTAMP, SECRET)
_SHOWN = 5
_LOCK = ".lock"
"""What the course itself leaves beside a journal."""
_COPIED = (".ipynb", ".json")


class Chosen(msgspec.Struct, frozen=True):
    """The files of a submission by the names under which they are put there, and sentences on names that changed."""

    files: Mapping[str, bytes]
    told: tuple[str, ...]


def choose(pieces: Sequence[tuple[str, bytes]]) -> Chosen:
    """A name of its own for each file, and the plain name for the first that has it; equal content counts once. Pure.

    Args:
        pieces: names as handed in, and contents; first what is to keep its name.
    """
    files: dict[str, bytes] = {}
    taken: dict[str, str] = {}
    kept: set[tuple[str, bytes]] = set()
    again: dict[str, list[str]] = {}
    plain = {fold(name) for name, _ in pieces}
    for name, data in pieces:
        suffix = PurePosixPath(name).suffix.casefold()
        if (suffix, data) in kept and suffix in _COPIED:
            continue
        kept.add((suffix, data))
        own, number = name, 1
        while fold(own) in taken or (number > 1 and fold(own) in plain):
            number += 1
            own = f"{PurePosixPath(name).stem[:80]} ({number}){PurePosixPath(name).suffix}"
        if number > 1:
            again.setdefault(name, []).append(own)
        taken[fold(own)] = own
        files[own] = data
    told = [f"{name} was handed in {len(own) + 1} times; the others are kept as {', '.join(own[:3])}."
            for name, own in again.items()]  # fmt: skip
    return Chosen(files, tuple(told))


def transfer(person: Person, folder: Path, *, force: bool) -> Found:
    """Put a person's work into a folder, and return the row for the ledger.

    Args:
        person: whose work was extracted.
        folder: `submitted/<learner>/<assignment>`; it may hold what was collected before.
        force: whether other work that stands there may be replaced.
    """
    entries = person.entries
    pieces, left_over = _within([piece for piece, _ in order(person, folder.name)])
    chosen = choose([(piece.name, piece.path.read_bytes()) for piece in pieces])
    left = list(dict.fromkeys([*left_over, *(why for e in entries for why in e.taken.left)]))
    left += [f"What was typed into the platform is not read ({_names(e.taken.others)}); read it there."
             for e in entries if e.named.typed]  # fmt: skip
    others = [parts for e in entries for parts in e.taken.others if not e.named.typed]
    if not chosen.files:
        names = f" Found: {_names(others)}." if others else ""
        left.append(f"No notebook and no journal was found.{names}")
    elif written := _beside(others, [piece.parts for piece in pieces]):
        left.append(f"Only notebook and journal are read. These may belong to the work: {_names(written)}.")
    status = IN_PART if left and chosen.files else TAKEN if chosen.files else NOT_TAKEN
    kept, told = _place(folder, chosen.files, left, person.stamp, force=force)
    status = NOT_TAKEN if kept else status
    why = " ".join((*([] if kept else left), *told, *chosen.told, *person.told))
    where = ", ".join(e.found for e in entries[:_SHOWN]) + (" …" if len(entries) > _SHOWN else "")
    named = person.named
    return Found(person.learner, named.number, named.name, named.platform, where, status, why, person.late)


def _names(paths: Sequence[tuple[str, ...]]) -> str:
    return f"{', '.join(parts[-1] for parts in paths[:_SHOWN])}{' …' if len(paths) > _SHOWN else ''}"


def _beside(others: Sequence[tuple[str, ...]], taken: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Texts and pictures that lie in the folder of a journal or notebook; elsewhere they are those of the course."""
    folders = {parts[:-1] for parts in taken}
    found = [parts for parts in others if parts[:-1] in folders and not parts[-1].casefold().endswith(_LOCK)]
    return [
        parts for parts in found if any(each(parts[-1]) for each in (written_elsewhere, journal_like, notebook_like))
    ]


def _within(pieces: Sequence[Piece]) -> tuple[list[Piece], list[str]]:
    """As many files as a submission holds; a platform may hand out any number of archives of one learner."""
    kept: list[Piece] = []
    size = 0
    for piece in pieces:
        size += piece.path.stat().st_size
        if len(kept) == MAX_TAKEN or size > MAX_TOGETHER:
            return kept, [f"There are {len(pieces)} files, more than a submission holds; {len(kept)} were taken."]
        kept.append(piece)
    return kept, []


def _place(
    folder: Path, files: Mapping[str, bytes], left: Sequence[str], stamp: float, *, force: bool
) -> tuple[bool, list[str]]:
    """Whether what stood there was kept instead, and what there is to say about it."""
    before = standing(folder)
    if before and not files:
        return True, [*left, "What was collected before stays."]
    if before == files:
        _note(folder, left)
        return False, []
    if before and not force:
        return True, ["Other work was collected before, and stays. To replace it, collect again with --force."]
    if before and (newer := by_exchange(folder)) and newer > stamp:
        at = datetime.fromtimestamp(newer, UTC)
        return True, [f"What came through the exchange ({at:%Y-%m-%d %H:%M} UTC) is newer, and stays."]
    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    for name, data in files.items():
        place = held(part, name)
        place.write_bytes(data)
        os.utime(place, (stamp, stamp))
    _note(part, left)
    if folder.exists():
        shutil.rmtree(folder)
    part.rename(folder)
    return False, changes(before, files)


def standing(folder: Path) -> dict[str, bytes]:
    """What stands in a submission's folder and was handed in: name to content; empty if there is no such folder."""
    found = {}
    if folder.is_dir() and not folder.is_symlink():
        for path in sorted(folder.iterdir()):
            if path.name not in _NOT_HANDED_IN:
                try:
                    found[path.name] = read_plain(path, LARGEST) or b""
                except NotPlainError as e:
                    found[path.name] = str(e).encode()
    return found


def changes(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    """What new work changes of what stood there, in sentences. Pure."""
    if not before:
        return []
    said = {
        "Replaced": [n for n in after if n in before and before[n] != after[n]],
        "New": [n for n in after if n not in before],
        "No longer handed in": [n for n in before if n not in after],
    }
    return [f"{what}: {', '.join(names)}." for what, names in said.items() if names]


def _note(folder: Path, left: Sequence[str]) -> None:
    (folder / notcollected.FILE).unlink(missing_ok=True)
    notcollected.write(folder, left)


def by_exchange(folder: Path) -> float | None:
    """When what stands in a submission's folder was handed in through the exchange; None if it was not."""
    said = handed_in_at(folder)
    return None if said is None else float(parse_utc(said).replace(tzinfo=UTC).timestamp())
