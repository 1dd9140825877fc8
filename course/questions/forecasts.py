"""The rules that the forecasts of a question have to keep. Pure."""

import msgspec

from course.forecasting import Rule, implies, needs_one_of
from course.questions.model import Forecast


def rules(question: Forecast) -> tuple[Rule, ...]:
    """The rules of a forecast question; `why` names events by their texts."""
    texts = {item.id: item.text for item in question.items}
    found = [implies(narrow, wide) for narrow, wide in question.implies]
    found += [needs_one_of(each.what, each.ways) for each in question.needs]
    return tuple(msgspec.structs.replace(rule, why=_named(rule.why, texts)) for rule in found)


def _named(why: str, texts: dict[str, str]) -> str:
    for name, text in texts.items():
        why = why.replace(f"“{name}”", f"“{text}”")
    return why
