"""Claims as panels show them, wherever one is cited."""

from collections.abc import Iterable
from typing import Any

from course.tables import read


def claim_cards(ids: Iterable[str]) -> list[dict[str, Any]]:
    """Claims with their place, text, and who says so how firmly."""
    known, words = {str(row["id"]): row for row in read("claims")}, _hedges()
    return [_claim(known[claim], words.get(claim, [])) for claim in ids]


def _hedges() -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for row in read("claim_wordings"):
        if row["function"] in ("hedge", "probability"):
            words.setdefault(str(row["claim_id"]), []).append(str(row["words"]))
    return words


def _claim(row: dict[str, Any], hedges: list[str]) -> dict[str, Any]:
    by = f", {row['attributed_to']}" if row["attributed_to"] else ""
    said = "; hedged: " + ", ".join(f"“{words}”" for words in hedges) if hedges else ""
    kind = f"{row['kind']}{by}{said}"
    return {"id": row["id"], "place": row["place"], "text": row["paraphrase"], "kind": kind}
