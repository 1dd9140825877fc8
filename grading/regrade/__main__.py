"""Show what regrading would change, and enter it if asked to."""

import csv
import sys
from pathlib import Path

import msgspec

from grading.command import arguments
from grading.handout.assignment import AssignmentError
from grading.reading.harmless import harmless
from grading.regrade.changes import Change, Regraded, regrade, told
from grading.regrade.enter import enter

TABLE = "regrade.csv"


def main() -> int:
    """Print and keep the changes; with `--apply` enter them. 1 if that can't be done."""
    asked = arguments("grading.regrade", "Score a class again.")
    asked.add_argument("--apply", action="store_true", help="enter the changes; by default they are only shown")
    given = asked.parse_args()
    name, root = given.assignment, given.root
    try:
        made = regrade(name, root, given.db)
        _write(made, root / "reports" / name / TABLE)
        print(told(made))
        if given.apply:
            enter(made, name, root, given.db)
            print(f"Entered. Make the feedback anew: nbgrader generate_feedback {name} --force")
        elif made.changes:
            print("Nothing is changed yet. To enter it, run this again with --apply, or with make: APPLY=--apply.")
    except (AssignmentError, OSError) as e:
        print(e, file=sys.stderr)
        return 1
    return 0


def _write(made: Regraded, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(Change.__struct_fields__)
        out.writerows(
            [harmless(str(c)) if isinstance(c, str) else c for c in msgspec.structs.astuple(each)]
            for each in made.changes
        )


if __name__ == "__main__":
    sys.exit(main())
