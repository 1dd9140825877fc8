"""Signals and hypotheses as a board shows them, and the course's reading of a signal, which is shown only later."""

from collections.abc import Iterable
from typing import Any

from course.asked.claim_cards import claim_cards
from course.asked.errors import BankError
from course.tables import links, read


def cards(signals: Iterable[str]) -> list[dict[str, Any]]:
    """What a learner sees of each signal before weighing it: no reading of the course, nothing later.

    Raises:
        BankError: no table has such a signal.
    """
    known = {**_of_the_brief(), **_of_transfer()}
    try:
        return [known[signal] for signal in signals]
    except KeyError as e:
        raise BankError(f"There is no signal {e} in the tables signals and transfer_signals.") from None


FACTS = (
    ("What happened", "what"),
    ("For whom", "meant_for"),
    ("Meant to", "intent"),
    ("What it cost", "cost"),
    ("What came of it", "effect"),
    ("What else could explain it", "what_else"),
    ("Also on record", "record"),
)
"""What a card says of a signal, in order: the words for it, and the member of the card that holds it."""


def told(signal: str) -> tuple[str, ...]:
    """A card in lines, for places that have no kernel; raises BankError if no table has the signal."""
    (card,) = cards([signal])
    lines = [f"{name}: {card[member]}" for name, member in FACTS if card[member]]
    record = [f"{each['date']}: {each['text']} ({each['source']})" for each in card["events"]]
    return (str(card["title"]), *lines, *record)


def names(signals: Iterable[str]) -> dict[str, str]:
    """Signal id to its name in a few words; an unknown id stands for itself."""
    known = {**_of_the_brief(), **_of_transfer()}
    return {signal: str(known[signal]["title"]) if signal in known else signal for signal in signals}


def readings(signals: Iterable[str]) -> dict[str, dict[str, str]]:
    """The author's net reading of each signal of the brief, as the course codes it, and why. Others have none."""
    known = {str(row["id"]): row for row in read("signals")}
    return {
        signal: {"word": str(known[signal]["reading_for_reset"]), "why": str(known[signal]["why_this_reading"])}
        for signal in signals
        if signal in known
    }


def hypotheses(ids: Iterable[str]) -> list[dict[str, Any]]:
    """Competing hypotheses, in the order given.

    Raises:
        BankError: the table hypotheses has no such row.
    """
    known, wanted = {str(row["id"]): row for row in read("hypotheses")}, list(ids)
    unknown = [each for each in wanted if each not in known]
    if unknown:
        raise BankError(f"There is no hypothesis “{unknown[0]}” in the table hypotheses; it has {', '.join(known)}.")
    return [
        {"id": h, "name": known[h]["name"], "text": known[h]["statement"], "reset": known[h]["implies_reset"]}
        for h in wanted
    ]


def steps(scale: str, event: str = "") -> list[dict[str, Any]]:
    """The steps of a scale, effect or consistency, from lowest to highest, worded for an event (with its article)."""
    kind = event.partition(" ")[2] or event
    rows = sorted((row for row in read("rating_steps") if row["scale"] == scale), key=lambda row: row["step"])  # type: ignore[arg-type, return-value]
    return [
        {"step": row["step"], "name": row["name"], "meaning": str(row["meaning"]).format(event=event, kind=kind)}
        for row in rows
    ]


def _of_the_brief() -> dict[str, dict[str, Any]]:
    behind, events = links("signal"), links("signal", "events")
    happened = {str(row["id"]): row for row in read("events")}
    return {
        str(row["id"]): {
            "id": row["id"],
            "title": row["signal"],
            "short": row["short"],
            "who": row["actor"],
            "date": row["date"],
            "what": row["what_happened"],
            "intent": row["intent_per_brief"],
            "effect": row["effect_per_brief"],
            "record": row["public_record"] or "",
            "meant_for": row["meant_for"] or "",
            "cost": row["cost"] or "",
            "what_else": row["what_else"] or "",
            "events": [_event(happened[each]) for each in events.get(str(row["id"]), ())],
            "tells_with": row["counts_with"] or "",
            "claims": claim_cards(behind.get(str(row["id"]), ())),
        }
        for row in read("signals")
    }


def _event(row: dict[str, Any], said: str = "event") -> dict[str, Any]:
    return {"date": row["date"], "text": row[said], "source": row["source"], "url": row["source_url"] or ""}


def _of_transfer() -> dict[str, dict[str, Any]]:
    actors = links("transfer_signal", "actors")
    return {
        str(row["id"]): {
            "id": row["id"], "title": row["signal"], "short": row["id"], "date": row["date"],
            "who": " and ".join(actors.get(str(row["id"]), ())),
            "what": "", "intent": "", "effect": "", "record": "", "meant_for": "", "cost": "",
            "what_else": "", "events": [_event(row, "signal")], "tells_with": "", "claims": [],
        }
        for row in read("transfer_signals")
    }  # fmt: skip
