"""What a key’s conditions say of an answer, from its TOML and the answer’s JSON alone.

Nothing of the course's conditions is called. `holds` is what a remark asks; `lacking` what a line says that is read
where a criterion is missed. Each kind has a table of its members, and a member that no table has is an error: whoever
adds one says here what makes it true.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from tests.oracles import argued, dealt, weighed

Member = Callable[[Any, Any, Mapping[str, Any]], bool]
"""What a key wants, the answer, and the question as TOML has it, with the whole condition as “when”."""


def _near(number: float) -> Fraction:
    return Fraction(round(number * 10**7), 10**7)


def _said(answer: Any, *items: str) -> bool:
    return all(answer.get(item) is not None for item in items)


def _adds_up(wanted: Any, answer: Any, _: Any) -> bool:
    for each in wanted:
        whole = [each["whole"]] if "whole" in each else []
        if not _said(answer, *each["parts"], *whole):
            return False
        parts = sum(_near(answer[part]) for part in each["parts"])
        if abs(parts - (_near(answer[whole[0]]) if whole else 1)) > Fraction(1, 100):
            return False
    return True


def _different(wanted: int, answer: Any, _: Any) -> bool:
    said = [_near(each) for each in answer.values() if each is not None]
    return len({each for each in said if 0 < each < 1}) + sum(each in (0, 1) for each in said) >= wanted


def _between(wanted: Any, answer: Any, _: Any) -> bool:
    return all(_said(answer, i) and _near(lo) <= _near(answer[i]) <= _near(hi) for i, (lo, hi) in wanted.items())


CHANCES: dict[str, Member] = {
    "between": _between,
    "at_most": lambda wanted, answer, _: all(
        _said(answer, a, b) and _near(answer[a]) <= _near(answer[b]) for a, b in wanted
    ),
    "adds_up": _adds_up,
    "different": _different,
}
MEMBERS: dict[str, Mapping[str, Member]] = {
    "choose_one": {"chose": lambda wanted, answer, _: answer in wanted},
    "choose_many": {
        "includes": lambda wanted, answer, _: set(wanted) <= set(answer),
        "excludes": lambda wanted, answer, _: not set(wanted) & set(answer),
    },
    "classify": {
        "places": lambda wanted, answer, _: all(
            answer.get(item) in ([place] if isinstance(place, str) else place) for item, place in wanted.items()
        )
    },
    "rank": {"before": lambda wanted, answer, _: all(_said(answer, a, b) and answer[a] < answer[b] for a, b in wanted)},
    "probability": CHANCES,
    "forecast": CHANCES,
    "estimate": {"between": _between},
    "argue": argued.MEMBERS,
    "deal": dealt.MEMBERS,
    "weigh": weighed.MEMBERS,
}
LEVELS: dict[str, Callable[[str, Mapping[str, Any]], int]] = {"argue": argued.level, "deal": dealt.level}
"""What is read where a criterion is missed is about its members of the highest level; the others say when to judge."""


def holds(kind: str, when: Mapping[str, Any], answer: Any, question: Mapping[str, Any]) -> bool:
    """Whether all that a condition says is so."""
    asked, answer = {**question, "when": when}, _looked_at(kind, when, answer, question)
    return all(_member(kind, name, wanted, answer, asked) for name, wanted in when.items())


def lacking(kind: str, when: Mapping[str, Any], answer: Any, question: Mapping[str, Any]) -> bool:
    """Whether something is not so that a missed condition is about."""
    level = LEVELS.get(kind, lambda name, _: int(name != "given"))
    if _looked_at(kind, when, answer, question) != answer:
        return False  # of what is left out, the line would not be true
    top = max(level(name, when) for name in when)
    about = [name for name in when if level(name, when) == top]
    return not all(_member(kind, name, when[name], answer, {**question, "when": when}) for name in about)


def _looked_at(kind: str, when: Mapping[str, Any], answer: Any, question: Mapping[str, Any]) -> Any:
    return argued.among(answer, when, question) if kind == "argue" else answer


def _member(kind: str, name: str, wanted: Any, answer: Any, question: Mapping[str, Any]) -> bool:
    if name == "any":
        return any(holds(kind, each, answer, question) for each in wanted)
    if name == "not":
        return not holds(kind, wanted, answer, question)
    if name == "given":
        return holds(kind, wanted, answer, question)
    if name not in MEMBERS[kind]:
        raise AssertionError(f"{kind}: no independent predicate for “{name}”; write one in tests/oracles.")
    return MEMBERS[kind][name](wanted, answer, question)
