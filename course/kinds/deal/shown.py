"""Issues and options as a page shows them: who accepts which, and why."""

from collections.abc import Sequence
from typing import Any

from course.asked.claim_cards import claim_cards
from course.kinds.deal.positions import positions
from course.tables import links, read


def cards(issues: Sequence[str]) -> list[dict[str, Any]]:
    """Each issue with its options, and each option with what every side says of it.

    Raises:
        BankError: the tables have no such issue.
    """
    table = positions(issues)
    behind = links("bargaining_position")
    options = {str(row["id"]): row for row in read("bargaining_options")}
    names = {str(row["issue"]): str(row["issue_name"]) for row in options.values()}
    said = {
        (str(row["side"]), str(row["option_id"])): {
            "accepts": row["accepts"],
            "why": row["why"],
            "stated": row["explicitness"] == "stated",
            "claims": claim_cards(behind.get(str(row["id"]), ())),
        }
        for row in read("bargaining_positions")
    }
    return [
        {
            "id": issue,
            "name": names[issue],
            "options": [
                {
                    "id": option,
                    "name": options[option]["name"],
                    "text": options[option]["statement"],
                    "sides": {side: said[side, option] for side in table.sides},
                }
                for option in chosen
            ],
        }
        for issue, chosen in table.options.items()
    ]
