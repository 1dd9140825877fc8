"""What the page draws of an argument while it grows: what each premise does, what follows, where it breaks. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from course.argument import (
    ArgumentError,
    Judged,
    Proposition,
    Statement,
    consistent,
    entails,
    judge,
    sentence,
    words,
    world_in_words,
)
from course.kinds.argue.answer import Argued


def analysis(argued: Argued, propositions: Iterable[Proposition], hidden: Iterable[Statement]) -> dict[str, Any] | None:
    """What the page draws of an argument; None if no premise is finished yet.

    Args:
        argued: an argument that fits its question.
        propositions: those of the question.
        hidden: premises that may be left unsaid.

    Returns:
        `state` (valid, invalid, contradictory, open: no conclusion yet), `premises` with their words, as a plain
        sentence, too, and their role (needed, used, idle, open: not finished), `derived`: what follows on the way,
        `conclusion`, `counter`: clauses
        of the plainest world that the premises allow and in which the conclusion is false, `more`: how many other such
        worlds there are, and `missing`: the unsaid premise that alone is missing.
    """
    finished = [n for n, premise in enumerate(argued.premises) if premise.statement is not None]
    if not finished:
        return None
    texts = {each.id: each for each in propositions}
    try:
        found = judge(argued.statements, argued.conclusion, tuple(hidden)) if argued.conclusion else None
        drawn = _derived(argued, texts) if consistent(argued.statements) else []
    except ArgumentError:
        return None
    roles = {n: _role(place, found) for place, n in enumerate(finished)}
    premises = [
        {
            "letters": "…" if each.statement is None else words(each.statement),
            "text": "" if each.statement is None else words(each.statement, texts),
            "plain": "" if each.statement is None else sentence(each.statement, texts),
            "role": roles.get(n, "open"),
        }
        for n, each in enumerate(argued.premises)
    ]
    return {
        "state": _state(argued, found),
        "premises": premises,
        "derived": [{**each, "from": [finished[place] for place in each["from"]]} for each in drawn],
        "conclusion": _conclusion(argued, found, finished, texts),
        "counter": list(world_in_words(found.counter[0], texts)) if found and found.counter else [],
        "more": max(0, len(found.counter) - 1) if found else 0,
        "missing": [words(each, texts) for each in found.missing[0]] if found and found.missing else [],
    }


def _state(argued: Argued, found: Judged | None) -> str:
    if found is None:
        return "open" if consistent(argued.statements) else "contradictory"
    if not found.consistent:
        return "contradictory"
    return "valid" if found.valid else "invalid"


def _role(place: int, found: Judged | None) -> str:
    if found is None or not found.supports:
        return "given"
    if place in found.idle:
        return "idle"
    return "needed" if place in found.needed else "used"


def _conclusion(
    argued: Argued, found: Judged | None, finished: list[int], texts: Mapping[str, Proposition]
) -> dict[str, Any] | None:
    if argued.conclusion is None:
        return None
    support = [finished[place] for place in found.supports[0]] if found and found.supports else []
    said = argued.conclusion
    return {"letters": words(said), "text": words(said, texts), "plain": sentence(said, texts), "from": support}


def _derived(argued: Argued, texts: Mapping[str, Proposition]) -> list[dict[str, Any]]:
    """Letters, or their denials, that follow without being a premise or the conclusion."""
    given = argued.statements
    steps = []
    for letter in texts:
        for step in (Statement("is", (letter,)), Statement("not", (letter,))):
            if step in given or step == argued.conclusion or not entails(given, step):
                continue
            clause = texts[letter].text if step.form == "is" else texts[letter].negation
            support = list(judge(given, step).supports[0])
            plain = sentence(step, texts)
            steps.append({"letters": words(step), "text": clause, "plain": plain, "from": support})
    return steps
