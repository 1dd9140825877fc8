"""What the page of a weighing gets, and what it says without a kernel."""

from collections.abc import Sequence
from typing import Any

from course.kinds.weigh.cards import FACTS, hypotheses, names, steps
from course.kinds.weigh.reasons import listed
from course.subject import subject


def instruction(*, reasons: bool, varied: bool) -> str:
    """What to do, in a few sentences.

    Args:
        reasons: whether each rating has to say on which claim it rests.
        varied: whether the ratings have to differ.
    """
    said = ["Weigh each signal, one at a time."]
    said += ["For each rating choose the claim on which it rests; “no effect” needs none."] if reasons else []
    said += ["Your ratings have to differ from one another."] if varied else []
    return " ".join(said)


def listing(signals: Sequence[str], *, reasons: bool) -> tuple[str, ...]:
    """The signals in a few words, each with the reasons offered for it where they are asked for."""
    known = names(signals)
    return tuple(f"{known[s]}. {listed(signals, s)}" if reasons else known[s] for s in signals)


def page(signals: Sequence[str], rivals: Sequence[str], event: str | None, by: str | None) -> dict[str, Any]:
    """Scales and rivals.

    Args:
        signals: those of the question, in its order.
        rivals: ids of competing hypotheses.
        event: what is weighed, with its article; None for the event of the brief.
        by: until when; None for the day of the brief.

    Raises:
        BankError: no table has such a hypothesis.
    """
    brief = subject()
    weighed = event or brief.event
    return {
        "order": list(signals),
        "hypotheses": hypotheses(rivals),
        "event": weighed,
        "by": by or brief.by,
        "steps": steps("effect", weighed),
        "facts": FACTS,
        "consistency": steps("consistency"),
    }
