"""Who handed in nothing, and whose hand-in was not taken: from grade book, ledger and hand-ins."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

import msgspec

from grading.collecting.found import CANVAS, IN_PART, NOT_TAKEN, Found
from grading.roster.match import folded

NOTHING, LEFT, PART, WAITING = "nothing handed in", "not taken", "taken in part", "not graded yet"
CHOICE = "waits for a choice among the hand-ins of its group"


class Known(msgspec.Struct, frozen=True):
    """A learner as the grade book knows one: id, the names put together, the platform's number."""

    id: str
    names: tuple[str, ...] = ()
    number: str = ""


class Account(msgspec.Struct, frozen=True):
    """Somebody whose work is not, or not whole, among the marks.

    Attributes:
        learner: the id; of what could not be given to anybody, what was found instead of an id.
        what: `NOTHING`, `LEFT`, `PART`, `WAITING` or, by whoever knows the groups, `CHOICE`.
        why: where it was found and why it was not taken; "" if there is nothing to say.
        known: whether the grade book has this learner.
    """

    learner: str
    what: str
    why: str
    known: bool


def accounts(
    learners: Sequence[Known], ledger: Iterable[Found], submitted: Collection[str], graded: Collection[str]
) -> list[Account]:
    """Everybody who has to be looked at, by what is the matter and then by id.

    Args:
        learners: of the grade book.
        ledger: of the assignment.
        submitted: ids under which the assignment stands in `submitted/`.
        graded: ids with a mark for it.
    """
    whose = _owners(learners)
    known = {each.id for each in learners}
    troubled = defaultdict[tuple[str, str], list[str]](list)
    for row in ledger:
        who = next((w for key in _keys(row) if (w := whose.get(key))), row.learner)
        if row.status == NOT_TAKEN:
            troubled[who, LEFT].append(f"{row.found}: {row.why}" if row.why else row.found)
        elif row.status == IN_PART:
            troubled[who, PART].append(f"{row.found}: {row.why}" if row.why else row.found)
    for who in set(submitted) - set(graded):
        troubled[who, WAITING].append("")
    busy = {who for who, _ in troubled} | set(submitted) | set(graded)
    for who in known - busy:
        troubled[who, NOTHING].append("")
    order = (LEFT, PART, WAITING, NOTHING)
    made = [Account(who, what, "; ".join(filter(None, why)), who in known) for (who, what), why in troubled.items()]
    return sorted(made, key=lambda each: (order.index(each.what), each.learner))


def _owners(learners: Iterable[Known]) -> dict[tuple[str, str], str]:
    """How a learner can be told, to the id; what tells of two is left out."""
    found = defaultdict[tuple[str, str], set[str]](set)
    for each in learners:
        found["id", each.id].add(each.id)
        if each.number:
            found["number", each.number].add(each.id)
        for name in each.names:
            found["name", folded(name)].add(each.id)
    return {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1 and key[1]}


def _keys(row: Found) -> list[tuple[str, str]]:
    number = [("number", row.number)] if row.platform == CANVAS else []
    return [("id", row.learner), *number, ("name", folded(row.name)), ("name", folded(row.learner))]
