"""Groups held against what was handed in, and what is to be told of them."""

from collections.abc import Iterator
from pathlib import Path

from grading.groups.counts import Counted, Handed, count
from grading.groups.table import CHOICES, Groups, load_groups
from grading.reading.fingerprint import files, fingerprint
from grading.reading.submission import handed_in_at


def look(root: Path, assignment: str) -> tuple[Groups, Counted]:
    """The groups of an assignment, and whose hand-in counts for whom.

    Raises:
        AssignmentError: a table of groups can't be read.
    """
    groups = load_groups(root, assignment)
    released = root / "release" / assignment
    folders = {path.parent.name: path for path in root.glob(f"submitted/*/{assignment}") if path.is_dir()}
    several = {
        who for each in groups.members.values() if len(own := [w for w in each if w in folders]) > 1 for who in own
    }
    handed = {
        # Only what has to be compared is read.
        who: Handed(fingerprint(files(path, released)) if who in several else "", handed_in_at(path) or "")
        for who, path in folders.items()
    }
    return groups, count(groups.members, groups.chosen, handed)


def told(groups: Groups, counted: Counted) -> Iterator[str]:
    """What whoever grades should know of the groups, a line each."""
    for group, own in sorted(counted.unclear.items()):
        yield (
            f"group “{group}”: {' and '.join(own)} handed in different work, and no mark of it counts yet. "
            f"Write into {CHOICES} whose hand-in counts."
        )
    for who, counts in sorted(counted.besides.items()):
        same = "" if counts in groups.chosen else "the same work, and "
        yield f"{who}: handed in {same}besides {counts}, whose hand-in counts for the group."
    for who in sorted(set(groups.chosen) - {*counted.whose.values()}):
        yield f"{CHOICES}, line {groups.chosen[who]}: “{who}” has handed in nothing, so it chooses nothing."
