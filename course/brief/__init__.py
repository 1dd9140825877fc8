"""The brief as DataFrames, with the look-ups that a learner types in a lesson.

Every function returns a new table; changing it changes nothing else. The coding (kinds, readings, functions of words)
is the course's own and not the author's. What happened after the brief is behind `after` alone.
"""

import pandas as pd

from course import tables
from course.brief.claim_card import FIRMNESS, Claim, UnknownName, all_claims, claim
from course.brief.frames import Table, build
from course.brief.words import words

__all__ = [
    "Claim", "UnknownName", "actors", "after", "argument", "claim", "claims", "datasets", "discrepancies", "events",
    "goals", "moves", "positions", "propositions", "reported_by", "signals", "stated_as", "transfer_cases",
    "transfer_signals", "wordings",
]  # fmt: skip

_SHOWN = {
    "claims": ("place", "kind", "paraphrase", "attributed_to", "hedging"),
    "signals": ("actor", "signal", "date", "what_happened", "intent_per_brief", "effect_per_brief", "claims"),
    "goals": ("actor", "kind", "statement", "explicitness", "claims"),
    "bargaining_positions": ("issue", "side", "option", "accepts", "explicitness", "why", "claims"),
    "bargaining_moves": ("happening", "kind", "side", "issue", "option", "why", "claims"),
    "argument": ("role", "statement", "formula", "claims"),
    "events": ("date", "event", "actors", "category", "source"),
    "discrepancies": ("topic", "brief_says", "public_record", "source", "confidence", "claims"),
    "transfer_cases": ("case", "us_precondition", "met_first", "met_note", "talks_before_met", "result"),
    "transfer_signals": ("case_id", "date", "signal", "actors", "source"),
    "after_events": ("date", "event", "actors", "category", "source"),
    "after_discrepancies": ("topic", "brief_says", "public_record", "source", "confidence", "claims"),
    "after_outcomes": ("question", "closes", "outcome", "resolved_on", "source", "claims"),
}


def claims(
    section: str | None = None, *, subsection: str | None = None, kind: str | None = None, actor: str | None = None
) -> Table:
    """Claims of the brief in the order of the text; all of them, or those that fit every argument given.

    Args:
        section: such as ``"Introduction"``.
        subsection: such as ``"Secret Visits"``.
        kind: such as ``"author_inference"``.
        actor: such as ``"Sung Kim"``.

    Returns:
        Index ``id``; the columns of ``claims.csv``, with ``actors`` (a tuple), ``hedging`` (the words that weaken)
        and ``firmness`` (hedged < plain < emphatic).

    Raises:
        UnknownName: no such section, subsection, kind or actor.
    """
    found = list(all_claims().values())
    for what, asked in (("section", section), ("subsection", subsection), ("kind", kind)):
        if asked is not None:
            name = _known(what, asked, [getattr(each, what) for each in all_claims().values()])
            found = [each for each in found if getattr(each, what) == name]
    if actor is not None:
        name = _known("actor", actor, [name for each in all_claims().values() for name in each.actors])
        found = [each for each in found if name in each.actors]
    return _claims(found)


def reported_by(source: str) -> Table:
    """Claims that the brief puts in the mouth of a source, such as ``"IAEA"``; columns as for `claims`.

    Raises:
        UnknownName: the brief attributes nothing to that source.
    """
    known = [each.attributed_to for each in all_claims().values() if each.attributed_to]
    name = _known("source in the brief", source, known)
    return _claims([each for each in all_claims().values() if each.attributed_to == name])


def stated_as(kind: str) -> Table:
    """Claims of one kind, such as ``"author_judgement"``; the same as ``claims(kind=...)``.

    Raises:
        UnknownName: no such kind.
    """
    return claims(kind=kind)


def wordings() -> Table:
    """Words of the brief that carry its stance: claim_id, position, words, function."""
    return _table("claim_wordings")


def actors() -> Table:
    """Names used in the actor columns; index ``name``, columns kind and description."""
    return _table("actors")


def signals() -> Table:
    """The signals; index ``id``, the columns of ``signals.csv``, with ``claims`` (a tuple of ids)."""
    return _table("signals", signal=("claims",))


def goals() -> Table:
    """Goals, means, conditions and refusals of both sides; index ``id``, with ``claims`` (a tuple of ids)."""
    return _table("goals", goal=("claims",))


def positions() -> Table:
    """What each side accepts and refuses, issue by issue; index ``id``, with ``issue``, ``option`` and ``claims``."""
    table = _named_options(_table("bargaining_positions", bargaining_position=("claims",)))
    return _shown(table, "bargaining_positions")


def moves() -> Table:
    """What happens, or could, and which position it would move; index ``id``, with ``claims`` (a tuple of ids).

    The signals of the brief stand there with events that the course invents (``kind`` says which). Where no position
    moves, ``side``, ``issue`` and ``option`` are missing.
    """
    table = _named_options(_table("bargaining_moves", bargaining_move=("claims",)))
    return _shown(table, "bargaining_moves")


def propositions() -> Table:
    """The letters of the argument and what they stand for; index ``id``."""
    return _table("propositions")


def argument() -> Table:
    """Premises, conclusion and notes on the argument; index ``id``, with ``claims`` (a tuple of ids)."""
    return _table("argument", argument=("claims",))


def events() -> Table:
    """Events up to the time of the brief; index ``id``, with ``actors`` and ``claims`` (tuples).

    ``date`` is text of the known precision; ``start`` and ``end`` are timestamps for sorting and charts.
    """
    return _table("events", event=("actors", "claims"))


def discrepancies() -> Table:
    """Where the brief and the record up to its time differ or agree; index ``id``, with ``claims``."""
    return _table("discrepancies", discrepancy=("claims",))


def transfer_cases() -> Table:
    """Other openings, chosen by outcome; index ``id``, with ``claims`` to compare with."""
    return _table("transfer_cases", transfer_case=("claims",))


def transfer_signals() -> Table:
    """Signals of the transfer cases; index ``id``, with ``actors``."""
    return _table("transfer_signals", transfer_signal=("actors",))


def datasets() -> Table:
    """Data sets that dates and outcomes were taken from, with their licences; index ``id``."""
    return _table("datasets")


def glossary(lesson: str = "") -> Table:
    """Terms of the course, each a link to the place that introduces it; index ``term``.

    Args:
        lesson: the number of a lesson, such as ``"04"``, for the terms that it introduces, in its order; by default
            all, in the order of the alphabet.

    Returns:
        Columns ``meaning``, ``introduced`` (lesson and section) and ``see_also`` (a tuple of terms; in the list of a
        lesson only those that are known by then).

    Raises:
        UnknownName: no such lesson.
    """
    wanted = None
    if lesson:
        known = {str(row["id"]).partition("_")[0]: str(row["id"]) for row in tables.read("lessons")}
        wanted = known[_known("lesson", lesson, list(known))]
    return words(_table("glossary"), tables.read("glossary_related"), wanted)


def after(name: str) -> Table:
    """What happened after the brief was written: reveals. For use only once the learner has committed.

    Args:
        name: ``"events"``, ``"outcomes"``, ``"discrepancies"`` or ``"later_records"``.

    Raises:
        UnknownName: no such table.
    """
    linked: dict[str, dict[str, tuple[str, ...]]] = {
        "events": {"event": ("actors", "claims")},
        "outcomes": {"outcome": ("claims",)},
        "discrepancies": {"discrepancy": ("claims",)},
        "later_records": {},
    }
    name = _known("table of what came after", name, list(linked))
    return _table(tables.AFTER + name, **linked[name])


def _known(what: str, asked: str, names: list[str]) -> str:
    known = list(dict.fromkeys(names))
    folded = {name.casefold(): name for name in known}
    if str(asked).strip().casefold() not in folded:
        raise UnknownName(what, str(asked), known)
    return folded[str(asked).strip().casefold()]


def _named_options(table: Table) -> Table:
    """With `issue` and `option`, the names that belong to `option_id`, in front; missing where there is none."""
    options = {row["id"]: row for row in tables.read("bargaining_options")}
    for place, (name, column) in enumerate((("issue", "issue_name"), ("option", "name"))):
        table.insert(place, name, [options[each][column] if each in options else None for each in table["option_id"]])
    return table


def _claims(found: list[Claim]) -> Table:
    table = _table("claims")
    table["actors"] = pd.Series({each.id: each.actors for each in all_claims().values()}, dtype=object)
    hedging = {each.id: "; ".join(each.words("hedge", "probability")) or None for each in all_claims().values()}
    table["hedging"] = pd.Series(hedging, dtype="string")
    firmness = pd.CategoricalDtype(list(FIRMNESS), ordered=True)
    table["firmness"] = pd.Series({each.id: each.firmness for each in all_claims().values()}, dtype=firmness)
    return _shown(table.loc[[each.id for each in found]], "claims")


def _table(name: str, **linked: tuple[str, ...]) -> Table:
    later = name.startswith(tables.AFTER)
    rows = tables.read_after(name.removeprefix(tables.AFTER)) if later else tables.read(name)
    schema = tables.describe(name).schema
    index = schema.primary_key[0] if len(schema.primary_key) == 1 else None
    table = build(rows, schema.fields, index)
    for entity, targets in linked.items():
        for target in targets:
            found = (tables.links_after if later else tables.links)(entity, target)
            table[target] = pd.Series({each: found.get(each, ()) for each in table.index}, dtype=object)
    return _shown(table, name)


def _shown(table: Table, name: str) -> Table:
    table.attrs["all"] = list(table.columns)
    table.attrs["shown"] = list(_SHOWN.get(name, table.columns))
    return table
