"""Write the report of a class: `python -m grading.report <assignment>`, with `--root` for another course root."""

import sys

from grading.collecting.ledger import LedgerError
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
        ids = {*found.names, *(each.name for each in found.learners), *(each.learner for each in found.accounts)}
        names = {who: found.names.get(who, who) for who in ids} if given.names else pseudonyms(ids, given.root)
        made = report(found, names, causes=given.names)
        print(write(made, given.root))
    except (AssignmentError, LedgerError, OSError) as e:
        print(e, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
