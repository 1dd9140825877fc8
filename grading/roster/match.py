"""Whose work is whose: ids under which work was handed in, held against a list of learners. Nobody is guessed."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from grading.collecting.found import CANVAS, Found
from grading.roster.columns import Person

BY_ID, BY_NUMBER, BY_EMAIL, BY_NAME = "id", "the platform's number", "e-mail address", "name"


class Match(msgspec.Struct, frozen=True):
    """Hand-ins held against a list.

    Attributes:
        found: id under which work was handed in, to the learner of the list and by what the two were matched.
        unclear: the same id to the learners of the list among whom nobody is chosen.
        unknown: ids under which work was handed in and that fit nobody.
    """

    found: Mapping[str, tuple[Person, str]]
    unclear: Mapping[str, tuple[Person, ...]]
    unknown: tuple[str, ...]


def match(people: Sequence[Person], handed_in: Iterable[str], ledger: Iterable[Found] = ()) -> Match:
    """Match by id, then by the platform's number, then by e-mail address, then by a name that only one has.

    A number counts only where Canvas gave it: Moodle's archives number a learner anew in each assignment.

    Args:
        people: the list.
        handed_in: ids under which work was handed in.
        ledger: what collecting noted of them.
    """
    numbers, names = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for each in ledger:
        if each.platform == CANVAS and each.number:
            numbers[each.learner].add(each.number)
        if each.name:
            names[each.learner].add(each.name)
    ways = (
        (BY_ID, _index(people, lambda p: [p.id]), lambda who: {who}),
        (BY_ID, _index(people, lambda p: [p.id.casefold()]), lambda who: {who.casefold()}),
        (BY_NUMBER, _index(people, lambda p: [p.number]), lambda who: numbers[who] or {who}),
        (BY_EMAIL, _index(people, lambda p: [p.email.casefold()]), lambda who: {who.casefold()}),
        (BY_NAME, _index(people, spellings), lambda who: {folded(n) for n in (who, *names[who])}),
    )
    found: dict[str, tuple[Person, str]] = {}
    unclear: dict[str, tuple[Person, ...]] = {}
    waiting = sorted(set(handed_in))
    for way, index, keys in ways:
        taken = {person.id for person, _ in found.values()}
        claims = {
            who: {p.id: p for key in keys(who) for p in index.get(key, ()) if p.id not in taken} for who in waiting
        }
        claimed = defaultdict[str, list[str]](list)
        for who, fits in claims.items():
            for person in fits:
                claimed[person].append(who)
        for who, fits in claims.items():
            if len(fits) == 1 and len(claimed[next(iter(fits))]) == 1:
                found[who] = (next(iter(fits.values())), way)
                unclear.pop(who, None)
            elif fits:
                unclear[who] = tuple(fits.values())
        waiting = [who for who in waiting if who not in found]
    return Match(found, unclear, tuple(who for who in waiting if who not in unclear))


def folded(name: str) -> str:
    """A name as everybody writes it: composed, without case, spaces, commas, dots, hyphens and apostrophes."""
    text = unicodedata.normalize("NFKC", name).casefold()
    return unicodedata.normalize("NFC", "".join(c for c in text if c.isalnum() or unicodedata.category(c)[0] == "M"))


def spellings(person: Person) -> list[str]:
    """The ways in which a platform puts a learner's names into one: given name first, or last."""
    first, last = person.first_name, person.last_name
    return sorted({folded(first + last), folded(last + first)} - {""})


def _index(people: Sequence[Person], keys: Callable[[Person], Sequence[str]]) -> dict[str, list[Person]]:
    index = defaultdict[str, list[Person]](list)
    for person in people:
        for key in keys(person):
            if key:
                index[key].append(person)
    return index
