"""The panel in which a deal is proposed: who walks away, and why."""

from typing import Any

from course.asked.claim_cards import claim_cards
from course.kinds import Deal
from course.kinds.deal.positions import positions
from course.panels import assets
from course.panels.panel import Panel
from course.tables import links, read


class DealPanel(Panel):
    """A question of type deal. Who accepts what is in the brief, so the page shows it, graded or not.

    Args:
        asked: the question.
        journal: where answers go.

    Raises:
        BankError: the tables have no such issue.
    """

    _esm = assets.script("deal")
    _css = assets.style("deal")
    _asked: Deal

    def _page(self, order: int) -> dict[str, Any]:
        table = positions(self._asked.issues)
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
        return super()._page(order) | {
            "sides": list(table.sides),
            "relax": self._asked.relax,
            "options": [
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
            ],
        }
