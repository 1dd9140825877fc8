"""Judge an argument: is it valid, what does each premise do, what is missing, does it keep to a text?"""

from collections.abc import Sequence
from functools import cached_property
from itertools import combinations

from course.argument.logic import World, all_worlds, conjunction, counter_worlds, letters_in, table
from course.argument.statement import Statement

Support = tuple[int, ...]
"""Premises that together entail the conclusion, none of them spare; by place, from 0."""


class Judged:
    """What can be said of an argument; each part is worked out when it is first asked for.

    Args:
        premises: as given, in order.
        conclusion: what is said to follow.
        hidden: premises that an author may leave unsaid.

    Raises:
        ArgumentError: as `course.argument.entails`.
    """

    def __init__(self, premises: Sequence[Statement], conclusion: Statement, hidden: Sequence[Statement] = ()) -> None:
        self._premises, self._conclusion, self._hidden = tuple(premises), conclusion, tuple(hidden)
        self._names = letters_in((*self._premises, conclusion, *self._hidden))
        self._tables = [table(each, self._names) for each in self._premises]
        self._against = all_worlds(len(self._names)) ^ table(conclusion, self._names)
        self._together = conjunction(self._premises, self._names)

    @property
    def valid(self) -> bool:
        """Whether the premises entail the conclusion."""
        return not self._together & self._against

    @property
    def consistent(self) -> bool:
        """Whether some world makes all premises true.

        From contradictory premises anything follows, so validity is no merit then.
        """
        return self._together != 0

    @cached_property
    def supports(self) -> tuple[Support, ...]:
        """Every smallest set of premises that entails the conclusion; none where premises contradict one another."""
        found: list[Support] = []
        if not (self.valid and self.consistent):
            return ()
        for size in range(len(self._tables) + 1):
            for places in combinations(range(len(self._tables)), size):
                left = self._against
                for place in places:
                    left &= self._tables[place]
                if not left and not any(set(smaller) <= set(places) for smaller in found):
                    found.append(places)
        return tuple(found)

    @property
    def idle(self) -> tuple[int, ...]:
        """Places of premises in no such set. True or not, they do no work."""
        used = {place for support in self.supports for place in support}
        proven = self.valid and self.consistent
        return tuple(place for place in range(len(self._tables)) if proven and place not in used)

    @property
    def needed(self) -> tuple[int, ...]:
        """Places of premises in every such set: leave one out, and the conclusion no longer follows."""
        used = {place for support in self.supports for place in support}
        return tuple(place for place in sorted(used) if all(place in support for support in self.supports))

    @cached_property
    def counter(self) -> tuple[World, ...]:
        """Worlds that the premises allow and in which the conclusion is false, the plainest first."""
        return counter_worlds(self._premises, self._conclusion)

    @cached_property
    def missing(self) -> tuple[tuple[Statement, ...], ...]:
        """The smallest sets of hidden premises that would make the argument valid without contradicting it.

        None of them is entailed by the premises already.
        """
        if self.valid:
            return ()
        tables = {each: table(each, self._names) for each in self._hidden}
        offered = [each for each in self._hidden if self._together & ~tables[each]]
        for size in range(1, len(offered) + 1):
            found = []
            for added in combinations(offered, size):
                left = self._together
                for each in added:
                    left &= tables[each]
                if left and not left & self._against:
                    found.append(added)
            if found:
                return tuple(found)
        return ()


def judge(premises: Sequence[Statement], conclusion: Statement, hidden: Sequence[Statement] = ()) -> Judged:
    """Judge an argument.

    Args:
        premises: as given, in order; at most 10 (all sets of them are tried).
        conclusion: what is said to follow.
        hidden: premises that an author may leave unsaid. They are not used, only offered in `missing`.

    Raises:
        ArgumentError: as `course.argument.entails`.
    """
    return Judged(premises, conclusion, hidden)
