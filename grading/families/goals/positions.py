"""The positions of both sides on the issues of the course, as the model of bargaining takes them, and their words."""

from course.bargaining import Positions
from course.tables import read

ISSUES = ("order", "status", "detainees")
CAPITALS = {"US": "Washington", "DPRK": "Pyongyang"}
WORDS = {
    "steps-first": "steps first, then talks", "side-by-side": "steps and talks together",
    "talks-first": "talks first, with no conditions", "given-up": "the bombs given up",
    "left-open": "the question of the"
    " bombs left open", "accepted": "the bombs accepted", "separate": "the prisoners freed separately",
    "to-an-envoy": "the prisoners freed to a senior envoy", "part-of-a-deal": "the prisoners freed within a nuclear"
    " deal",
}  # fmt: skip
"""Options in the words of the assignment."""


def positions() -> Positions:
    """Who accepts what on three issues; on the forum the sides agree."""
    issue_of = {str(row["id"]): str(row["issue"]) for row in read("bargaining_options")}
    options = {issue: tuple(o for o, found in issue_of.items() if found == issue) for issue in ISSUES}
    accepts: dict[str, dict[str, frozenset[str]]] = {side: dict.fromkeys(ISSUES, frozenset()) for side in CAPITALS}
    for row in read("bargaining_positions"):
        side, option = str(row["side"]), str(row["option_id"])
        if row["accepts"] and issue_of[option] in ISSUES:
            accepts[side][issue_of[option]] |= {option}
    return Positions(options, accepts)


def listed(found: list[str], last: str = "and") -> str:
    """Parts of a list in words: “a, b and c”."""
    return f" {last} ".join(filter(None, (", ".join(found[:-1]), *found[-1:])))
