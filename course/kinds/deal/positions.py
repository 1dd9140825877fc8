"""The positions of a question about a deal, from the tables of bargaining."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from course.asked.errors import BankError
from course.bargaining import Positions, objections
from course.tables import read, version


def positions(issues: Sequence[str]) -> Positions:
    """Who accepts what on these issues, in their order.

    Raises:
        BankError: the table bargaining_options has no such issue.
    """
    return _positions(tuple(issues), version("bargaining_options", "bargaining_positions"))


def fewest(issues: Sequence[str], only: Mapping[str, Collection[str]] | None = None) -> int:
    """How many relaxations, at the fewest, make some terms on these issues acceptable to everybody.

    Args:
        issues: in any order.
        only: issue to the options that are allowed on it, where not all are. None of an issue's own stands for all.

    Raises:
        BankError: as `positions`.
    """
    table = positions(issues)
    return sum(
        min(
            len(objections(table, {issue: option}))
            for option in ({*(only or {}).get(issue, ())} & {*options} or options)
        )
        for issue, options in table.options.items()
    )


@lru_cache(maxsize=64)
def _positions(issues: tuple[str, ...], _: object) -> Positions:
    options: dict[str, tuple[str, ...]] = dict.fromkeys(issues, ())
    issue_of: dict[str, str] = {}
    for row in read("bargaining_options"):
        issue, option = str(row["issue"]), str(row["id"])
        issue_of[option] = issue
        if issue in options:
            options[issue] = (*options[issue], option)
    empty = [issue for issue, found in options.items() if not found]
    if empty:
        raise BankError(f"There is no issue “{empty[0]}” in the table bargaining_options.")
    accepts: dict[str, dict[str, frozenset[str]]] = {}
    for row in read("bargaining_positions"):
        side, issue = str(row["side"]), issue_of[str(row["option_id"])]
        own = accepts.setdefault(side, {})
        if row["accepts"] and issue in options:
            own[issue] = own.get(issue, frozenset()) | {str(row["option_id"])}
    return Positions(options, accepts)
