"""The platform's own number of each learner, as collecting kept it."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from grading.collecting.found import Found


class Numbers(msgspec.Struct, frozen=True):
    """Learner to number, and why others have none: a sentence for each learner to whom no number could be given."""

    found: dict[str, str]
    unclear: dict[str, str]


def numbers(rows: Iterable[Found], platform: str) -> Numbers:
    """The numbers that one platform gave. A learner with two, or a number of two learners, is nobody's number here.

    Canvas's number is the user's, the same in every assignment. Moodle's is a participant's, and each assignment has
    its own (`assign_user_mapping`), so it takes the ledger of one assignment.
    """
    of, who = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for row in rows:
        if row.platform == platform and row.number.isascii() and row.number.isdigit():
            of[row.learner].add(row.number)
            who[row.number].add(row.learner)
    found, unclear = {}, {}
    for learner, each in of.items():
        number = min(each)
        if len(each) > 1:
            unclear[learner] = f"was collected under the numbers {', '.join(sorted(each))}"
        elif len(who[number]) > 1:
            unclear[learner] = f"shares the number {number} with {', '.join(sorted(who[number] - {learner}))}"
        else:
            found[learner] = number
    return Numbers(found, unclear)
