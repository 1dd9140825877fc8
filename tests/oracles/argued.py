"""What a key asks of an argument, by listing worlds: a world is a set of true letters, a statement leaves some."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, combinations, permutations
from typing import Any

RULES = {"if", "only_if", "only_if_either", "if_not"}
TRUE: dict[str, Callable[..., bool]] = {
    "is": lambda a: a,
    "not": lambda a: not a,
    "if": lambda a, b: b or not a,
    "only_if": lambda a, b: b or not a,
    "only_if_either": lambda a, b, c: b or c or not a,
    "if_not": lambda a, b: a or not b,
    "either": lambda a, b: a or b,
    "both": lambda a, b: a and b,
    "neither": lambda a, b: not a and not b,
}
PREMISES = 2  # the highest level of a member
COUNT = {"is": 1, "not": 1, "only_if_either": 3}
Said = tuple[bool, int]
"""Whether a statement is a rule, and the worlds that it leaves, as bits."""


@cache
def _said(form: str, of: tuple[str, ...], letters: tuple[str, ...]) -> Said:
    worlds = range(2 ** len(letters))
    bit = {letter: n for n, letter in enumerate(letters)}
    left = sum(1 << w for w in worlds if TRUE[form](*(bool(w >> bit[each] & 1) for each in of)))
    return form in RULES, left


class View:
    """An argument as the worlds its parts leave."""

    def __init__(self, answer: Mapping[str, Any], question: Mapping[str, Any]) -> None:
        self.letters = tuple(each["id"] for each in question["propositions"])
        self.every = (1 << 2 ** len(self.letters)) - 1
        self.premises = [each for each in answer.get("premises") or [] if None not in each["of"]]
        self.unfinished = answer.get("premises") or []
        self.said = [self.of(each) for each in self.premises]
        end = answer.get("conclusion")
        self.end = None if end is None else self.of(end)[1]
        self.offered = [self.of(each)[1] for each in question["conclusions"]]

    def of(self, statement: Mapping[str, Any]) -> Said:
        return _said(statement["form"], tuple(statement["of"]), self.letters)

    def left(self, said: Iterable[Said]) -> int:
        worlds = self.every
        for _, each in said:
            worlds &= each
        return worlds

    def grants(self, said: Iterable[Said], wanted: int) -> bool:
        return not self.left(said) & ~wanted

    def circular(self, said: Sequence[Said], end: int) -> bool:
        facts = [each for each in said if not each[0]]
        alone = any(self.grants([each], end) for each in said)
        return alone or bool(facts and self.left(facts) and self.grants(facts, end))

    def works(self, said: Sequence[Said], end: int) -> set[int]:
        """Places in some smallest support: with some others they grant the end, which without them does not follow."""
        found = set()
        for place, own in enumerate(said):
            rest = [each for n, each in enumerate(said) if n != place]
            parts = chain.from_iterable(combinations(rest, n) for n in range(len(rest) + 1))
            if any(not self.grants(some, end) and self.grants([*some, own], end) for some in parts):
                found.add(place)
        return found

    def used(self, end: int | None) -> set[int]:
        if end is None or not self.left(self.said):
            return set()
        if self.grants(self.said, end):
            return self.works(self.said, end)
        found: set[int] = set()
        circle = self.circular(self.said, end)
        for more in self._all():
            both = [*self.said, more]
            fits = self.left(both) and self.grants(both, end) and not self.grants([more], end)
            if fits and (circle or not self.circular(both, end)):
                found |= self.works(both, end)
        return found - {len(self.said)}

    def _all(self) -> Iterator[Said]:
        yield from {
            _said(form, of, self.letters) for form in TRUE for of in permutations(self.letters, COUNT.get(form, 2))
        }

    def keeps(self, text: Iterable[Said], said: Said) -> bool:
        return self.grants([each for each in text if each[0] == said[0]], said[1])

    def count(self, end: int | None) -> int:
        if end is None:
            return max(self.count(each) for each in self.offered)
        return len({self.said[place][1] for place in self.used(end)})


def among(answer: Any, when: Mapping[str, Any], question: Any) -> Any:
    """An answer without the premises that stray from what a condition looks at."""
    if "among" not in when:
        return answer
    v = View(answer, question)
    text = [v.of(each) for each in when["among"]]
    premises = answer.get("premises") or []
    left = [p for p in premises if None in p["of"] or v.keeps(text, v.of(p))]
    return answer if left == premises else {**answer, "premises": left}


def _shows(wanted: Any, answer: Any, question: Any) -> bool:
    v = View(answer, question)
    fine = bool(v.left(v.said))
    has = {
        "valid": lambda: v.end is not None and fine and v.grants(v.said, v.end),
        "consistent": lambda: fine,
        "no_circle": lambda: v.end is not None and not v.circular(v.said, v.end),
        "no_idle": lambda: (
            v.end is not None and fine and v.grants(v.said, v.end) and v.works(v.said, v.end) == set(range(len(v.said)))
        ),
        "cited": lambda: bool(v.unfinished) and all(each.get("claims") for each in v.unfinished),
    }
    return all(has[each]() for each in wanted)


def _grants(wanted: Any, answer: Any, question: Any) -> bool:
    v, least = View(answer, question), question["when"].get("least")
    each = [v.of(statement) for statement in wanted]
    text = {rule: [s for s in v.said if s[0] == rule or (not rule and least is None)] for rule in (True, False)}
    granted = sum(v.grants(text[rule], worlds) for rule, worlds in each)
    return (granted if v.left(v.said) else 0) >= (least or len(each))


def _within(wanted: Any, answer: Any, question: Any) -> bool:
    v = View(answer, question)
    text = [v.of(each) for each in wanted]
    return bool(v.said) and all(v.keeps(text, each) for each in v.said)


def _saying(wanted: Any, answer: Any, question: Any) -> set[int]:
    v = View(answer, question)
    return {n for n, each in enumerate(v.said) if each[1] in {v.of(one)[1] for one in wanted}}


def _uses(wanted: Any, answer: Any, question: Any) -> bool:
    v, there = View(answer, question), _saying(wanted, answer, question)
    proven = v.end is not None and v.left(v.said) and v.grants(v.said, v.end)
    return bool(there & v.works(v.said, v.end) if proven and v.end is not None else there)


def _cites(wanted: Any, answer: Any, question: Any) -> bool:
    v = View(answer, question)

    def one(each: Any) -> bool:
        says = [p for p, s in zip(v.premises, v.said, strict=True) if s[1] == v.of(each["statement"])[1]]
        return any(set(p.get("claims") or ()) & set(each["claims"]) for p in says)

    return all(one(each) for each in wanted)


def _rests(wanted: Any, answer: Any, question: Any) -> bool:
    v = View(answer, question)

    def backed(premise: Any, said: Said) -> bool:
        cited = set(premise.get("claims") or ())
        own = [(v.of(e["statement"]), set(e["claims"]) & cited) for e in wanted if set(e["claims"]) & cited]
        alike = [(each, claims) for each, claims in own if each[0] == said[0]]
        text = [each for each, _ in alike]
        work = v.works(text, said[1]) if v.left(text) and v.grants(text, said[1]) else set()
        return cited <= {claim for n, (_, claims) in enumerate(alike) if n in work for claim in claims}

    return bool(v.said) and all(backed(p, s) for p, s in zip(v.premises, v.said, strict=True) if p.get("claims"))


def _changes(wanted: int, answer: Any, question: Any) -> bool:
    v = View(answer, question)
    start = [v.of(each) for each in question.get("start", [])]
    new = {each[1] for each in v.said if not v.keeps(start, each)}
    return sum(not v.keeps(v.said, each) for each in start) <= wanted and len(new) <= wanted


def _concludes(wanted: Any, answer: Any, question: Any) -> bool:
    v = View(answer, question)
    return _speaks(question["when"]) if v.end is None else v.end in {v.of(each)[1] for each in wanted}


def _speaks(when: Mapping[str, Any]) -> bool:
    return any(level(name, when) == PREMISES for name in when)


def level(name: str, when: Mapping[str, Any]) -> int:
    """Whether there is enough, what follows, what the premises are: what is lower only says when the rest is judged."""
    shows = {*when.get("shows", ())}
    if name == "used":
        return 0 if _speaks({each: when[each] for each in when if each != "used"}) else 1
    if (
        name in ("among", "given", "least")
        or (name == "grants" and "least" in when)
        or (name == "uses" and "valid" in shows)
    ):
        return 0
    return 1 if name == "concludes" or (name == "shows" and not {"no_idle", "cited"} & shows) else PREMISES


MEMBERS: dict[str, Callable[[Any, Any, Mapping[str, Any]], bool]] = {
    "shows": _shows,
    "used": lambda wanted, answer, question: (v := View(answer, question)).count(v.end) >= wanted,
    "grants": _grants,
    "least": lambda wanted, answer, question: True,  # how many `grants` asks for
    "among": lambda wanted, answer, question: True,  # what the others look at
    "within": _within,
    "says": lambda wanted, answer, question: bool(_saying(wanted, answer, question)),
    "uses": _uses,
    "concludes": _concludes,
    "cites": _cites,
    "rests": _rests,
    "changes": _changes,
}
