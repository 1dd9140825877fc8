"""The instructor's tables of groups: who is in which, and which of two hand-ins of one group counts."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from grading.table import check_assignment, fault, read_table

FILE, CHOICES = "groups.csv", "group_choices.csv"


class Groups(msgspec.Struct, frozen=True):
    """The groups for one assignment.

    Attributes:
        members: group to its learners, in the order of the table.
        chosen: learners whose hand-ins are said to count, with the line that says so.
    """

    members: Mapping[str, tuple[str, ...]] = {}
    chosen: Mapping[str, int] = {}

    def of(self, learner: str) -> tuple[str, ...]:
        """Everybody in a learner's group, the learner included; the learner alone without a group."""
        return next((each for each in self.members.values() if learner in each), (learner,))


def load_groups(root: Path, assignment: str) -> Groups:
    """What the tables in a course root say of an assignment; no groups where there is no table.

    A row without an assignment is for all assignments but those that have rows of their own.

    Raises:
        AssignmentError: a table can't be read, puts a learner into two groups, or chooses twice in one group.
    """
    found = _groups(root)
    members = found.get(assignment, found.get("", {}))
    whose = {learner: group for group, learners in members.items() for learner in learners}
    chosen: dict[str, int] = {}
    path = root / CHOICES
    for line, row in read_table(path, ("assignment", "learner")):
        check_assignment(root, path, line, row["assignment"])
        if row["assignment"] != assignment:
            continue
        who = row["learner"]
        if who not in whose:
            raise fault(path, line, "learner", f"“{who}” is in no group of {FILE} for {assignment}")
        other = next((each for each in chosen if whose[each] == whose[who]), None)
        if other is not None:
            says = f"line {chosen[other]} has “{other}” for the group “{whose[who]}” already; remove one"
            raise fault(path, line, "learner", says)
        chosen[who] = line
    return Groups({group: tuple(learners) for group, learners in members.items()}, chosen)


def _groups(root: Path) -> dict[str, dict[str, list[str]]]:
    """Assignment, "" for all others, to group to learners."""
    path = root / FILE
    found: dict[str, dict[str, list[str]]] = {}
    lines: dict[tuple[str, str], tuple[int, str]] = {}
    for line, row in read_table(path, ("group", "learner"), ("assignment",)):
        for column in ("group", "learner"):
            if not row[column]:
                raise fault(
                    path, line, column, f"empty; expected the {'name' if column == 'group' else 'id'} of a {column}"
                )
        assignment, group, who = row["assignment"], row["group"], row["learner"]
        if assignment:
            check_assignment(root, path, line, assignment)
        if (assignment, who) in lines:
            before, other = lines[assignment, who]
            raise fault(path, line, "learner", f"“{who}” is in “{other}” by line {before} already; remove one")
        lines[assignment, who] = line, group
        found.setdefault(assignment, {}).setdefault(group, []).append(who)
    return found
