"""Pack the pages of feedback for the platform that the work came from: `python -m grading.export <assignment>`."""

import sys
from pathlib import Path

from nbgrader.api import Gradebook

from grading.book import address
from grading.collecting import ledger
from grading.collecting.found import CANVAS, MOODLE
from grading.collecting.ledger import FOLDER, LedgerError
from grading.command import arguments
from grading.export.pack import Packed, pack, pages
from grading.handout.assignment import AssignmentError
from grading.late.held import refusal
from grading.late.penalties import settings
from grading.reading.files import NotPlainError, replace_whole
from grading.reading.inert import one_line
from grading.roster.learners import Listed, learners

UPLOAD = {
    MOODLE: "the assignment, View all submissions ▸ Upload multiple feedback files in a zip",
    CANVAS: "the assignment, Re-Upload Submissions",
}


def main() -> int:
    """Write an archive for each platform, and say who is in none; 1 if there is nothing to pack."""
    asked = arguments("grading.export", "Pack feedback for the learning platform that the work came from.")
    given = asked.parse_args()
    try:
        feedback = _feedback(given.root, given.assignment)
        with Gradebook(address(given.root, given.db)) as gradebook:
            if why := refusal(given.root, given.assignment, gradebook, settings(given.root)):
                print(why, file=sys.stderr)
                return 1
            known = {each.id: each for each in learners(gradebook)}
        names = {who: _name(known.get(who), who) for who in feedback}
        packed = pack(feedback, ledger.read(given.root, given.assignment), names)
        folder = given.root / FOLDER / given.assignment
        folder.mkdir(parents=True, exist_ok=True)
        for platform, data in packed.archives.items():
            path = folder / f"feedback-{platform}.zip"
            replace_whole(path, data)
            print(f"{path}: {len(packed.learners[platform])} learners. To {platform.capitalize()}: {UPLOAD[platform]}.")
    except (AssignmentError, LedgerError, NotPlainError, OSError) as e:
        print(one_line(f"{given.assignment}: {e}"), file=sys.stderr)
        return 1
    _say_who_is_left(packed, known, given.assignment)
    return 0 if packed.archives else 1


def _feedback(root: Path, assignment: str) -> dict[str, dict[str, bytes]]:
    if not (found := pages(root, assignment)):
        raise AssignmentError(f"no feedback yet; run `nbgrader generate_feedback {assignment}` first.")
    return found


def _say_who_is_left(packed: Packed, known: dict[str, Listed], assignment: str) -> None:
    for who, why in sorted(packed.left.items()):
        name = known[who].name if who in known and known[who].name != who else ""
        says = f"{who}{f' ({name})' if name else ''}: {why}; send feedback/{who}/{assignment}/ by hand."
        print(one_line(says), file=sys.stderr)


def _name(learner: Listed | None, who: str) -> str:
    return " ".join(filter(None, (learner.first_name, learner.last_name))) or who if learner else who


if __name__ == "__main__":
    sys.exit(main())
