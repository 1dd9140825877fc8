"""How far two markers agree, for each pair of them, each task, and each criterion."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from grading.marking.agree import agreement
from grading.marking.settle import Marked
from grading.report.rows import AgreementRow


def agreements(marked: Iterable[Marked]) -> tuple[AgreementRow, ...]:
    """A row for the whole of a task, then one for each of its criteria."""
    found = defaultdict[tuple[tuple[str, str], str], list[Marked]](list)
    for each in marked:
        found[each.pair.names, each.task].append(each)
    return tuple(row for (names, task), essays in sorted(found.items()) for row in _rows(names, task, essays))


def _rows(names: tuple[str, str], task: str, essays: list[Marked]) -> Iterable[AgreementRow]:
    whole = agreement([(e.first.points or 0.0, e.second.points or 0.0) for e in essays])
    if whole is None:
        return
    far, waits = sum(not e.near for e in essays), sum(e.waits for e in essays)
    yield AgreementRow(names, task, "", moderated=far, waiting=waits, **msgspec.structs.asdict(whole))
    for number in dict.fromkeys(n for e in essays for n in sorted(e.first.criteria)):
        both = [e for e in essays if number in e.first.criteria and number in e.second.criteria]
        if of := agreement([(e.first.criteria[number], e.second.criteria[number]) for e in both]):
            yield AgreementRow(names, task, number, moderated=0, waiting=0, **msgspec.structs.asdict(of))
