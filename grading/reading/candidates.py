"""Which of the files handed in is the journal, and which the notebook: one place decides, and says why. Pure.

Only two things are ever taken without a person: the file of the right name, or, where there is none, the one file that
holds all that any other of its kind holds. Every other difference is told, and waits.
"""

from collections.abc import Collection, Sequence

from grading.reading.copies import JOURNAL, made_by
from grading.reading.handed import Expected, Fault, JournalFile, NotebookFile
from grading.reading.words import ids, made, named

TAKE = "An instructor can take it with python -m grading.take."
_SHOWN = 4


def more(copy: JournalFile, kept: JournalFile | None, places: Collection[str]) -> tuple[str, ...]:
    """The questions of which a copy holds an answer that another journal never held, in order.

    What the other held once and changed later is no news: its log has it.
    """
    theirs, mine = copy.latest or {}, (kept.latest if kept else None) or {}
    ever = kept.ever if kept else {}
    return tuple(
        q
        for q in places
        if q in theirs and _value(theirs[q]) != _value(mine.get(q)) and theirs[q] not in ever.get(q, frozenset())
    )


def choose_journal(
    right: JournalFile | None, copies: Sequence[JournalFile], places: Sequence[str]
) -> tuple[str | None, tuple[Fault, ...]]:
    """The name of the journal to be read, None if there is none; and what has to be told of the copies.

    Args:
        right: `journal.json`, None if it was not handed in.
        copies: the others, those that can't be read as well.
        places: ids of the questions asked.
    """
    if right is not None:
        return right.name, tuple(_beside(right, copies, places))
    readable = [c for c in copies if c.latest is not None]
    best = next((c for c in readable if not any(more(o, c, places) for o in readable)), None)
    if best is not None:
        rest = [c for c in copies if c is not best]
        return best.name, (_renamed(best, places), *_beside(best, rest, places))
    missing = f"No journal ({JOURNAL}) was handed in"
    if readable:
        differ = [q for q in places if len({_value((c.latest or {}).get(q)) for c in readable}) > 1]
        says = f"{missing}. {named([c.name for c in readable])} differ in {ids(differ)}, so none was taken. {TAKE}"
        return None, (Fault("journal-missing", says),)
    told = "; ".join(f"{named([c.name])} can't be read ({c.why})" for c in copies[:_SHOWN])
    return None, (Fault("journal-missing", f"{missing}: {told}." if told else f"{missing}."),)


def choose_notebook(name: str, others: Sequence[NotebookFile], asked: Expected) -> tuple[NotebookFile | None, Fault]:
    """The notebook to be read where the named one was not handed in: the only one of this assignment, or none."""
    kin = [n for n in others if n.cells is not None and asked.asks(n.cells)]
    if kin and all(n.cells == kin[0].cells for n in kin):
        says = f"The notebook was handed in as {named([kin[0].name])}{made(kin[0].name, name)}; it was read."
        return kin[0], Fault("notebook-renamed", says)
    says = f"No notebook ({name}) was handed in."
    if kin:
        says += f" Several of this assignment stand there and differ: {named([n.name for n in kin])}."
    elif others:
        says += f" There is {named([n.name for n in others])}."
    return None, Fault("notebook-missing", says)


def _renamed(copy: JournalFile, places: Sequence[str]) -> Fault:
    says = f"The journal was handed in as {named([copy.name])}{made(copy.name, JOURNAL)}; it was read."
    kind = made_by(copy.name.rpartition("/")[2], JOURNAL)
    blank = _blank(copy, places) if "conflict" in kind or "damaged" in kind else ()
    if blank:
        says += f" The journal of which it is a copy may answer {ids(blank)}, which this one does not."
    return Fault("renamed-journal", says, blank, bool(blank))


def _beside(kept: JournalFile, copies: Sequence[JournalFile], places: Sequence[str]) -> list[Fault]:
    faults, alike = [], []
    for copy in copies:
        found = more(copy, kept, places)
        if copy.latest is None:
            faults.append(_unreadable(copy, kept, places))
        elif found:
            faults.append(_differs(copy, kept, found))
        else:
            alike.append(copy.name)
    if alike:
        says = f"What stands in {named(alike)} on these questions, {named([kept.name])} holds as well."
        faults.append(Fault("copies-alike", says, (), look=False))
    return faults


def _unreadable(copy: JournalFile, kept: JournalFile, places: Sequence[str]) -> Fault:
    blank = _blank(kept, places)
    says = f"{named([copy.name])}{made(copy.name, JOURNAL)} can't be read ({copy.why})."
    if blank:
        says += f" It may answer {ids(blank)}, which {named([kept.name])} does not."
    return Fault("copy-unreadable", says, blank, bool(blank))


def _differs(copy: JournalFile, kept: JournalFile, found: Sequence[str]) -> Fault:
    lacks = [q for q in found if q in _blank(kept, found)]
    other = [q for q in found if q not in lacks]
    told = [f"answers {ids(lacks)}, which {named([kept.name])} does not"] if lacks else []
    told += [f"answers {ids(other)} otherwise than {named([kept.name])}"] if other else []
    says = f"{named([copy.name])}{made(copy.name, JOURNAL)} {', and '.join(told)}. It was not taken. {TAKE}"
    return Fault("copies-differ", says, tuple(found))


def _blank(journal: JournalFile, places: Sequence[str]) -> tuple[str, ...]:
    return tuple(q for q in places if q not in (journal.latest or {}))


def _value(answer: str | None) -> str | None:
    return None if answer is None else answer.partition(" ")[2]
