"""Can every assignment be handed out and graded?"""

from collections.abc import Iterator

from course import tables
from grading.check.questions import question_faults
from grading.check.rooms import KEYS, SOURCE
from grading.handout.assignment import AssignmentError
from grading.handout.fit import check_source


def assignment_faults() -> Iterator[str]:
    """Everything about the assignments and their keys that does not fit."""
    names = sorted(path.name for path in SOURCE.iterdir() if path.is_dir() and not path.name.startswith("."))
    for name in names:
        try:
            bank = check_source(name, SOURCE / name, KEYS).bank
        except AssignmentError as e:
            yield str(e)
        else:
            yield from question_faults(bank, bank.ids)
    for path in sorted(KEYS.glob("*.toml")):
        if path.stem not in names:
            yield f"{path}: there is no such assignment; expected the folder {SOURCE / path.stem}."
    claims = {str(row["id"]) for row in tables.read("claims")}
    for row in tables.read("misconception_claims", KEYS):
        if row["claim_id"] not in claims:
            yield f"{KEYS}/misconception_claims.csv: {row['misconception_id']}: there is no claim “{row['claim_id']}”."
