"""Write the report of a class: `python -m grading.report <assignment>`, with `--root` for another course root."""

import sys

from grading.command import arguments
from grading.handout.assignment import AssignmentError
from grading.report.gather import gather
from grading.report.pseudonyms import pseudonyms
from grading.report.tables import report
from grading.report.write import write


def main() -> int:
    """Write the report and say where it is; 1 if it can't be written."""
    asked = arguments("grading.report", "Report what a class did.")
    asked.add_argument("--names", action="store_true", help="name students; by default they have pseudonyms")
    given = asked.parse_args()
    try:
        found = gather(given.assignment, given.root, given.db)
        names = {each.name: each.name for each in found.learners}
        made = report(found, names if given.names else pseudonyms(names, given.root))
        print(write(made, given.root))
    except (AssignmentError, OSError) as e:
        print(e, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
