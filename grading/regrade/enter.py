"""Enter what has changed when a class was scored again."""

from pathlib import Path

from nbgrader.api import Gradebook

from grading.book import address
from grading.late.penalties import follow, settings
from grading.late.rule import Rule
from grading.marking.basis import hold
from grading.reading.files import replace_whole
from grading.regrade.changes import Regraded
from grading.scoring import record


def enter(made: Regraded, name: str, root: Path, database: str = "") -> None:
    """Enter what has changed: automatic points into the grade book, records and notebooks into `autograded/`.

    A person's points and comments stay, and a grade that waited for a person goes on waiting.

    Raises:
        AssignmentError: nbgrader's configuration, which says what late work costs, is no good.
        OSError: a folder can't be written.
    """
    config = settings(root)
    Rule(config)
    follow(lambda: config)
    with Gradebook(address(root, database)) as gradebook:
        for student, new in made.prepared.items():
            submission = gradebook.find_submission_notebook(name, name, student)
            # As whoever marks does; in another order the two could wait for each other.
            hold(gradebook, submission.id)
            for grade in submission.grades:
                if grade.name in new.points:
                    grade.auto_score = new.points[grade.name]
            gradebook.db.commit()
            folder = root / "autograded" / student / name
            replace_whole(folder / record.FILE, record.encode(new.scores))
            replace_whole(folder / f"{name}.ipynb", new.notebook.encode())
