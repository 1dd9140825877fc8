"""Whose hand-in counts for whom. Pure."""

from collections.abc import Mapping

import msgspec


class Handed(msgspec.Struct, frozen=True):
    """A hand-in: what tells its content from others, and when it came (ISO 8601, "" where nobody knows)."""

    content: str
    at: str = ""


class Counted(msgspec.Struct, frozen=True):
    """Whose hand-in counts for whom.

    Attributes:
        whose: learner to the learner whose hand-in counts; of a group all members. Who has none is not there.
        besides: learner whose hand-in does not count, to the one whose does.
        unclear: group to those of its learners who have handed in different work, of which nobody has chosen one.
        waiting: everybody in such a group.
    """

    whose: Mapping[str, str]
    besides: Mapping[str, str]
    unclear: Mapping[str, tuple[str, ...]]
    waiting: frozenset[str] = frozenset()

    def counts(self, learner: str) -> bool:
        """Whether a learner's own hand-in is one that counts."""
        return self.whose.get(learner) == learner


def count(groups: Mapping[str, tuple[str, ...]], chosen: Mapping[str, int], handed: Mapping[str, Handed]) -> Counted:
    """Say so.

    Of hand-ins that are the same the earliest counts; of different ones none, until one is chosen.

    Args:
        groups: group to its learners.
        chosen: learners whose hand-ins are said to count.
        handed: learner to hand-in.
    """
    whose = {who: who for who in handed}
    besides: dict[str, str] = {}
    unclear: dict[str, tuple[str, ...]] = {}
    for group, members in groups.items():
        own = [who for who in members if who in handed]
        named = [who for who in own if who in chosen]
        same = len({handed[who].content for who in own}) == 1
        if not own:
            continue
        if not named and not same:
            unclear[group] = tuple(own)
            whose = {who: of for who, of in whose.items() if who not in own}
            continue
        # Without a time it sorts last, for it may have come at any time.
        counts = (named or sorted(own, key=lambda who: (not handed[who].at, handed[who].at, who)))[0]
        whose |= dict.fromkeys(members, counts)
        besides |= {who: counts for who in own if who != counts}
    return Counted(whose, besides, unclear, frozenset(who for group in unclear for who in groups[group]))
