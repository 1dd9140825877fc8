"""The panel in which an argument is built from blocks, and what it says of the argument while it grows."""

from typing import Any

from course.argument import FORMS, ArgumentError, Judged, Statement, consistent, entails, judge, words, world_in_words
from course.asked import State
from course.asked.claim_cards import claim_cards
from course.journal import Answer
from course.kinds import Argue
from course.kinds.argue.answer import Argued, parse
from course.panels import assets
from course.panels.panel import Panel


class ArgumentPanel(Panel):
    """A question of type argue. In a lesson the argument is judged as it grows; a graded one only when handed in.

    Args:
        asked: the question.
        journal: where answers go.
    """

    _esm = assets.script("argument")
    _css = assets.style("argument")
    _asked: Argue

    def _page(self, order: int) -> dict[str, Any]:
        asked = self._asked
        forms = [{"id": form, "slots": FORMS[form][0], "words": FORMS[form][1]} for form in asked.forms]
        texts = {each.id: each for each in asked.propositions}
        concluded = [{"form": c.form, "of": list(c.of), "text": words(c, texts)} for c in asked.conclusions]
        return super()._page(order) | {
            "options": [{"id": each.id, "text": each.text} for each in asked.propositions],
            "forms": forms,
            "conclusions": concluded,
            "start": [{"form": each.form, "of": list(each.of), "claims": []} for each in asked.start],
            "citable": claim_cards(asked.citable),
            "max": asked.max,
            "live": asked.points is None,
        }

    def _feedback(self, answer: Answer | None) -> dict[str, Any]:
        said = super()._feedback(answer)
        if self._asked.points is not None:
            return said
        return said | {"analysis": analysis(self._asked, answer.value if answer else None)}


def analysis(asked: Argue, value: Any) -> dict[str, Any] | None:  # noqa: ANN401 - any JSON value
    """What the page draws of an argument; None if there is none yet, or if it does not fit the question.

    Returns:
        `state` (valid, invalid, contradictory, open: no conclusion yet), `premises` with their words and role
        (needed, used, idle, open: not finished), `derived`: what follows on the way, `conclusion`, `counter`: clauses
        of the plainest world that the premises allow and in which the conclusion is false, `more`: how many other such
        worlds there are, and `missing`: the unsaid premise that alone is missing.
    """
    if value is None:
        value = {"premises": [{"form": s.form, "of": list(s.of)} for s in asked.start]}
    if asked.stand(value).state in (State.NOT_ATTEMPTED, State.INCOHERENT):
        return None
    argued = parse(value)
    finished = [n for n, premise in enumerate(argued.premises) if premise.statement is not None]
    if not finished:
        return None
    texts = {each.id: each for each in asked.propositions}
    try:
        found = judge(argued.statements, argued.conclusion, asked.hidden) if argued.conclusion else None
        drawn = _derived(argued, texts) if consistent(argued.statements) else []
    except ArgumentError:
        return None
    roles = {n: _role(place, found) for place, n in enumerate(finished)}
    premises = [
        {
            "letters": "…" if each.statement is None else words(each.statement),
            "text": "" if each.statement is None else words(each.statement, texts),
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


def _conclusion(argued: Argued, found: Judged | None, finished: list[int], texts: Any) -> dict[str, Any] | None:  # noqa: ANN401
    if argued.conclusion is None:
        return None
    support = [finished[place] for place in found.supports[0]] if found and found.supports else []
    said = argued.conclusion
    return {"letters": words(said), "text": words(said, texts), "from": support}


def _derived(argued: Argued, texts: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - letter to proposition
    """Letters, or their denials, that follow without being a premise or the conclusion."""
    given = argued.statements
    steps = []
    for letter in texts:
        for step in (Statement("is", (letter,)), Statement("not", (letter,))):
            if step in given or step == argued.conclusion or not entails(given, step):
                continue
            clause = texts[letter].text if step.form == "is" else texts[letter].negation
            support = list(judge(given, step).supports[0])
            steps.append({"letters": words(step), "text": clause, "from": support})
    return steps
