"""Whose is what was extracted: one learner each, nobody merged with another, and of several the newest work."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from grading.collecting.found import LATE
from grading.collecting.names import Named, fold, original
from grading.collecting.unpack import Piece, Taken
from grading.collecting.wanted import rank

_PERSON = tuple[str, str]
_MARKED_LATE = (
    "Canvas marks it late, and not by how much. For a penalty, look the time up and write it into timestamp.txt of the "
    "learner's folder in submitted/, such as 2026-03-31 23:59:00 UTC."
)


class Entry(msgspec.Struct, frozen=True):
    """What was extracted under one name of a learner's.

    Attributes:
        named: what the name says.
        found: where it was found, for the ledger.
        source: the class archive that it stood in, or "".
        archive: whether it was an archive.
        stamp: when the platform put it there, or it was downloaded, in seconds since 1970.
        taken: what was taken, and what was left.
    """

    named: Named
    found: str
    source: str
    archive: bool
    stamp: float
    taken: Taken


class Person(msgspec.Struct, frozen=True):
    """A learner, what was extracted of that learner's newest work, and what there is to say about it.

    Attributes:
        learner: the id.
        entries: in the order in which their files are preferred.
        told: sentences for whoever collects.
    """

    learner: str
    entries: tuple[Entry, ...]
    told: tuple[str, ...]

    @property
    def named(self) -> Named:
        """As the platform names the learner, if one does."""
        return self.entries[0].named

    @property
    def late(self) -> str:
        """`found.LATE` if the platform marks any of it so, else ""."""
        return LATE if any(e.named.late for e in self.entries) else ""

    @property
    def stamp(self) -> float:
        """When the newest of it was put there."""
        return max(e.stamp for e in self.entries)


def people(entries: Iterable[Entry], known: Mapping[_PERSON, str]) -> list[Person]:
    """Everybody of whom something was extracted, by id.

    Args:
        entries: what was extracted.
        known: ids that were given before, by `Named.person`.
    """
    of: dict[_PERSON, list[Entry]] = defaultdict(list)
    for entry in entries:
        of[entry.named.person].append(entry)
    ids = _ids({person: found[0].named for person, found in of.items()}, known)
    named: dict[str, list[str]] = defaultdict(list)
    numbered: dict[str, list[str]] = defaultdict(list)
    for person, found in of.items():
        named[fold(found[0].named.learner)].append(ids[person])
        numbered[found[0].named.number].append(ids[person])
    made = []
    for person, found in of.items():
        newest, told = _newest(found)
        first = original(found[0].named.learner)
        alike = [i for i in named[fold(found[0].named.learner)] if i != ids[person]]
        same = [i for i in numbered[found[0].named.number] if i != ids[person]]
        if alike:
            told = [*told, f"Of the same name: {', '.join(sorted(alike))}."]
        if found[0].named.number and len(same) == 1 and not alike:
            told = [*told, f"{same[0]} has the same number, and may be the same learner under another name."]
        if not found[0].named.platform and (whose := named.get(fold(first))):
            told = [*told, f"It is named as a copy of {whose[0]}'s; if it is that learner's, put both under one name."]
        if any(e.named.late for e in newest):
            told = [*told, _MARKED_LATE]
        made.append(Person(ids[person], tuple(newest), tuple(told)))
    return sorted(made, key=lambda p: (fold(p.learner), p.learner))


def order(person: Person, assignment: str) -> list[tuple[Piece, Entry]]:
    """The files of a person, first those that are to keep their names.

    What is named as it should be comes first. Then what was handed in by itself before what was packed, and of both
    what the platform numbered last; then what lies nearest to the top.
    """
    pieces = [(piece, entry) for entry in person.entries for piece in entry.taken.pieces]
    pieces.sort(key=lambda p: str(p[0].path), reverse=True)
    pieces.sort(key=lambda p: (rank(p[0].name, assignment), p[1].archive, -p[1].named.file, p[0].depth))
    return pieces


def _ids(people: Mapping[_PERSON, Named], known: Mapping[_PERSON, str]) -> dict[_PERSON, str]:
    """An id for each: the one given before, else the name, and where others have the same name its number as well."""
    ids = {person: known[person] for person in people if person in known}
    names: dict[str, list[_PERSON]] = defaultdict(list)
    for person, named in people.items():
        names[fold(named.learner)].append(person)
    given = {fold(i) for p, i in known.items()}
    for person, named in people.items():
        if person in ids:
            continue
        numbered = named.number and (len(names[fold(named.learner)]) > 1 or fold(named.learner) in given)
        ids[person] = f"{named.learner}-{named.number}" if numbered else named.learner
    # Somebody may be called what another is called together with the number.
    count = Counter(map(fold, ids.values()))
    for person, named in people.items():
        if person not in known and named.number and count[fold(named.learner)] > 1 and ids[person] == named.learner:
            ids[person] = f"{named.learner}-{named.number}"
    return ids


def _newest(entries: Sequence[Entry]) -> tuple[list[Entry], list[str]]:
    """Of a learner's work in several class archives, or in one and beside it, the newest; and a sentence on the rest.

    Newer is what Canvas gave a greater number; where it gave none, what was put there later.
    """
    sources: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        sources[entry.source].append(entry)
    if len(sources) == 1:
        return _several(entries)
    numbered = all(any(e.named.file for e in found) for found in sources.values())

    def age(source: str) -> tuple[float, float]:
        found = sources[source]
        stamp = max(e.stamp for e in found)
        return (max(e.named.file for e in found), stamp) if numbered else (stamp, 0)

    newest, *older = sorted(sources, key=age, reverse=True)
    chosen, told = _several(sources[newest])
    names = ", ".join(old or sources[old][0].found for old in older)
    return chosen, [*told, f"Taken from {newest or chosen[0].found}; what {names} has of the same learner is older."]


def _several(entries: Sequence[Entry]) -> tuple[list[Entry], list[str]]:
    packed = [e for e in entries if e.archive]
    chosen = sorted(entries, key=lambda e: (e.archive, -e.named.file, e.found))
    if len(packed) < 2 or len(packed) != len(entries):
        return chosen, []
    first, *others = (e.found for e in chosen)
    return chosen, [f"{len(packed)} archives of one learner: {first} comes first, then {', '.join(others)}."]
