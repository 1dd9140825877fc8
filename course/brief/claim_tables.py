"""Claims of the brief as tables, found by where they stand, what kind they are, whom they are about, who says so."""

from collections.abc import Iterable

import pandas as pd

from course.brief.claim_card import FIRMNESS, HEDGES, Claim, all_claims
from course.brief.frames import Table
from course.brief.known import known
from course.brief.load import load, showing


def claims(
    section: str | None = None, *, subsection: str | None = None, kind: str | None = None, actor: str | None = None
) -> Table:
    """Claims of the brief in the order of the text; all of them, or those that fit everything you give.

    Args:
        section: such as ``"Introduction"``.
        subsection: such as ``"Secret Visits"``.
        kind: such as ``"inference"``.
        actor: such as ``"Sung Kim"``.

    Returns:
        One row per claim, by ``id``: its place, kind and paraphrase, to whom it is attributed, ``hedging`` (the words
        that weaken it), ``firmness`` (hedged < plain < emphatic), ``actors``, and the other columns of ``claims.csv``.

    Raises:
        UnknownName: there is no such section, subsection, kind or actor. The message names the nearest.

    Example:
        brief.claims("Introduction", kind="inference")
    """
    found = list(all_claims().values())
    for what, asked in (("section", section), ("subsection", subsection), ("kind", kind)):
        if asked is not None:
            name = known(what, asked, (getattr(each, what) for each in all_claims().values()))
            found = [each for each in found if getattr(each, what) == name]
    if actor is not None:
        name = known("actor", actor, (name for each in all_claims().values() for name in each.actors))
        found = [each for each in found if name in each.actors]
    return _table(found)


def reported_by(source: str) -> Table:
    """Claims that the brief attributes to a source.

    Args:
        source: such as ``"IAEA"``.

    Returns:
        A table as `claims` gives it.

    Raises:
        UnknownName: the brief attributes nothing to that source. The message names the nearest.

    Example:
        brief.reported_by("IAEA")
    """
    attributed = [each for each in all_claims().values() if each.attributed_to]
    name = known("source in the brief", source, (str(each.attributed_to) for each in attributed))
    return _table(each for each in attributed if each.attributed_to == name)


def wordings() -> Table:
    """The words of the brief that carry its stance: hedges, stress, attribution and others.

    Returns:
        One row for some words of a claim: ``claim_id``, ``position``, ``words`` and their ``function``.

    Example:
        brief.wordings()
    """
    return load("claim_wordings")


def _table(found: Iterable[Claim]) -> Table:
    table = load("claims")
    table["actors"] = pd.Series({each.id: each.actors for each in all_claims().values()}, dtype=object)
    hedging = {each.id: "; ".join(each.words(*HEDGES)) or None for each in all_claims().values()}
    table["hedging"] = pd.Series(hedging, dtype="string")
    firmness = pd.CategoricalDtype(list(FIRMNESS), ordered=True)
    table["firmness"] = pd.Series({each.id: each.firmness for each in all_claims().values()}, dtype=firmness)
    return showing(table.loc[[each.id for each in found]], "claims")
