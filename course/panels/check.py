"""What a learner reads after checking an answer to a lesson's question. Pure but for the look-up of claims."""

from collections.abc import Iterable
from typing import Any

from course.asked import Asked
from course.asked.prose import runs
from course.scoring import score
from course.tables import read


def feedback(question: Asked, value: Any) -> dict[str, Any]:  # noqa: ANN401 - an answer is any JSON value
    """The feedback on an answer, ready for the page: a verdict and remarks, each with the claims to reread."""
    if question.key is None:
        return {"checked": False}
    result = score(question, value, question.key)
    met, of = sum(c.points > 0 for c in result.criteria), len(result.criteria)
    missed = [_remark("missed", "Look again:", c.missed) for c in result.criteria if c.missed]
    said = [_remark("fits" if met == of else "note", "→", r.says, r.reread) for r in result.remarks]
    again = reread(question.claims) if met < of else []
    return {"checked": True, "verdict": verdict(met, of), "remarks": [*said, *missed], "reread": again}


def verdict(met: int, of: int) -> str:
    """How many criteria an answer meets, in words."""
    if met == of:
        return "✓ This fits the brief."
    return "✗ Not yet." if of == 1 or met == 0 else f"✗ Not yet: {met} of {of} points fit the brief."


def _remark(kind: str, mark: str, says: str, claims: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"kind": kind, "mark": mark, "says": runs(says), "reread": reread(claims)}


def reread(claims: Iterable[str]) -> list[dict[str, str]]:
    """Claims as the page shows them: id, place in the brief, and what it says there."""
    known = {row["id"]: row for row in read("claims")}
    return [{"id": c, "place": str(known[c]["place"]), "text": str(known[c]["paraphrase"])} for c in claims]
