"""Which premises an argument uses, finished or not; and whether it goes in a circle."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import permutations

from course.argument.judge import Judged, judge
from course.argument.logic import consistent, entails, letters_in, table
from course.argument.statement import FORMS, RULES, Statement


def circular(premises: Sequence[Statement], conclusion: Statement) -> bool:
    """Whether a premise by itself, or the facts together, already say the conclusion.

    Facts are what is no rule (`RULES`). “D only if S; not S; so not D” is no circle: it takes a rule and a fact.
    Facts that contradict one another say nothing in particular, so they are no circle either.

    Raises:
        ArgumentError: as `course.argument.entails`.
    """
    facts = [each for each in premises if each.form not in RULES]
    if any(entails((each,), conclusion) for each in premises):
        return True
    return bool(facts) and consistent(facts) and entails(facts, conclusion)


def in_use(premises: Sequence[Statement], conclusion: Statement) -> frozenset[int]:
    """Places of the premises that do some work for the conclusion.

    Of a valid argument: those in a smallest support. Of one that does not follow yet: those that one more premise
    would put to work, if it contradicts none and does not bring the conclusion with it, because whoever lacks only one
    premise has put the others to use. Premises that contradict one another are not used.

    Args:
        premises: in order; at most 10.
        conclusion: what is said to follow.

    Raises:
        ArgumentError: as `course.argument.entails`.
    """
    given = tuple(premises)
    found = judge(given, conclusion)
    if not found.consistent:
        return frozenset()
    if found.valid:
        return _used(found)
    used: frozenset[int] = frozenset()
    for more in _statements(letters_in((*given, conclusion))):
        if len(used) == len(given):
            break
        completed = judge((*given, more), conclusion)
        if completed.valid and completed.consistent and not _brings(given, more, conclusion):
            used |= _used(completed) - {len(given)}
    return used


def _used(found: Judged) -> frozenset[int]:
    return frozenset(place for support in found.supports for place in support)


def _brings(given: Sequence[Statement], more: Statement, conclusion: Statement) -> bool:
    return circular((more,), conclusion) or (circular((*given, more), conclusion) and not circular(given, conclusion))


@lru_cache(maxsize=256)
def _statements(names: tuple[str, ...]) -> tuple[Statement, ...]:
    """Everything that can be said of these letters, once for each thing that is said."""
    return tuple({table(each, names): each for each in _all(names)}.values())


def _all(names: tuple[str, ...]) -> Iterator[Statement]:
    for form, (count, _) in FORMS.items():
        yield from (Statement(form, of) for of in permutations(names, count))
