"""What a learner reads after checking an answer to a lesson's question. Pure but for the look-up of claims."""

from collections.abc import Iterable, Mapping
from typing import Any

from course.asked import Asked
from course.asked.place import fits, place
from course.asked.prose import runs
from course.scoring import ItemScore, score
from course.tables import read


def feedback(question: Asked, value: Any) -> dict[str, Any]:  # noqa: ANN401 - an answer is any JSON value
    """The feedback on an answer, ready for the page: a verdict, and remarks, the most useful first.

    Each remark has the claims to reread, and the `place` that it is about, an item or a part of the answer; "" if it is
    about several or the whole. Items that do not fit, and of which no remark speaks, have a mark alone.
    """
    if question.key is None:
        return {"checked": False}
    result, answer = score(question, value, question.key), question.taken(value)[1]
    judged = answer is not None and not question.key.dropped
    all_met = all(each.met for each in result.criteria)
    right = fits((each.when for each in question.key.criteria), answer) if judged and not all_met else {}
    told = [(place(each.when, answer) if judged else "", each) for each in result.remarks]
    told.sort(key=lambda each: (right.get(each[0], False), each[1].misconception is None))
    kind, mark = ("fits", "✓") if all_met else ("note", "→")
    said = [_remark(kind, mark, each.says, at, each.reread) for at, each in told]
    missed = [_remark("missed", "Look again:", each.missed) for each in result.criteria if each.missed]
    spoken = {each["place"] for each in said}
    marked = [_remark("wrong", "✗", "", item) for item, ok in right.items() if not ok and item not in spoken]
    return {
        "checked": True,
        "verdict": verdict(result, right, question.counts_as),
        "remarks": [*said, *missed, *marked],
        "wrong": [item for item, ok in right.items() if not ok],
        "reread": [] if all_met else reread(question.claims),
    }


def verdict(result: ItemScore, right: Mapping[str, bool], counts_as: str = "right") -> str:
    """How far an answer fits the brief, in words: how many of its items, where they can be judged one by one.

    Args:
        result: of scoring.
        right: whether each item that the answer speaks of is as it should be.
        counts_as: as the kind has it. Where that says more than that an item is right, such as its place among the
            others, the count is told.
    """
    if all(each.met for each in result.criteria):
        return "✓ This fits the brief."
    fitting, found = sum(right.values()), result.counted
    if found and counts_as != "right":
        return f"✗ Not yet: {found.right} of {found.of} are {counts_as}."
    if not fitting:
        return "✗ Not yet."
    if fitting == len(right) and not found:
        # What is judged as a whole, such as whether all sides accept, is not among the items.
        return "✗ Not yet."
    if fitting == len(right):
        return "✗ Not yet: nothing here is wrong by itself, but something is missing."
    return f"✗ Not yet: {fitting} of {len(right)} {'fits' if fitting == 1 else 'fit'} the brief."


def _remark(kind: str, mark: str, says: str, at: str = "", claims: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"kind": kind, "mark": mark, "says": runs(says), "place": at, "reread": reread(claims)}


def reread(claims: Iterable[str]) -> list[dict[str, str]]:
    """Claims as the page shows them: id, place in the brief, and what it says there."""
    known = {row["id"]: row for row in read("claims")}
    return [{"id": c, "place": str(known[c]["place"]), "text": str(known[c]["paraphrase"])} for c in claims]
