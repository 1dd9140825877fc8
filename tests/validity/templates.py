"""Answers made by a fixed pattern to what is free: arguments, weighings, forecasts, deals. Nothing of it is read."""

from collections.abc import Iterator
from typing import Any

from course.asked import Asked, State

FREE = frozenset({"argue", "weigh", "forecast", "probability", "deal"})
"""Kinds whose answer is free, so that one pattern may fit every question."""


def templates(question: Asked) -> dict[str, Any]:
    """Pattern to the answer that it makes of a question; none of a kind whose answers are not free."""
    tag = question.__struct_config__.tag
    made = _MAKES[tag](question) if tag in _MAKES else ()
    return {name: value for name, value in made if question.stand(value).state is State.ANSWERED}


def _argue(question: Any) -> Iterator[tuple[str, Any]]:
    start = [{"form": each.form, "of": list(each.of), "claims": []} for each in question.start]
    cited = {"none": [], "first": [*question.citable][:1], "all": [*question.citable]}
    for number, end in enumerate(question.conclusions):
        conclusion = {"form": end.form, "of": list(end.of)}
        others = [each.id for each in question.propositions if each.id not in end.of]
        shapes = _shapes(end.form, end.of[0], others) if len(end.of) == 1 and len(others) > 1 else {}
        shapes |= {"itself": [(end.form, [*end.of])], "as it stands": []}
        for shape, said in shapes.items():
            for name, claims in cited.items():
                own = [{"form": f, "of": of, "claims": claims} for f, of in said if f in question.forms]
                premises = own if shape != "as it stands" else start
                if len(own) == len(said) and premises:
                    yield (
                        f"{shape}, to conclusion {number + 1}, citing {name}",
                        {
                            "premises": premises,
                            "conclusion": conclusion,
                        },
                    )


def _shapes(form: str, end: str, others: list[str]) -> dict[str, list[tuple[str, list[str]]]]:
    """Shape to premises from which a letter, or its denial, follows, whatever it means."""
    a, b = others[0], others[1]
    if form == "is":
        return {
            "one step": [("is", [a]), ("if", [a, end])],
            "two steps": [("is", [a]), ("if", [a, b]), ("if", [b, end])],
        }
    if form == "not":
        doors = [("only_if_either", [end, a, b]), ("not", [a]), ("not", [b])]
        return {"one step": [("not", [a]), ("only_if", [end, a])], "doors": doors}
    return {}


def _weigh(question: Any) -> Iterator[tuple[str, Any]]:
    first, *rest = question.signals
    for name, steps, prior, said, posterior, removal in (
        ("one lowers a little", {first: -1}, 0.5, "lowers", 1 / 3, "rises"),
        ("one lowers a little, the posterior nearly as before", {first: -1}, 0.5, "lowers", 0.49, "rises"),
        ("one lowers much", {first: -3}, 0.5, "lowers", 1 / 9, "rises"),
        ("none moves", {}, 0.5, "neither", 0.5, "stays"),
        (
            "all lower a little",
            dict.fromkeys(question.signals, -1),
            0.5,
            "lowers",
            1 / (1 + 2 ** (len(rest) + 1)),
            "rises",
        ),
    ):
        end = {"direction": said, "posterior": round(posterior, 3), "strongest": first, "removal": removal}
        for place, word in ((None, ""), (0, ", citing the first"), (-1, ", citing the last")):
            for most in (3, 5, len(question.signals)) if place is not None else (0,):
                rated = {
                    s: _rating(question, s, steps.get(s, 0), place if n < most else None)
                    for n, s in enumerate(question.signals)
                }
                given = {"prior": prior, "ratings": rated} | ({"conclusion": end} if question.conclude else {})
                yield f"{name}{word}{f' for {most}' if word else ''}", given


def _rating(question: Any, signal: str, step: int, place: int | None) -> dict[str, Any]:
    """A rating with one of the reasons on offer, the first where it needs one, else that in the place, if any."""
    claims = question.offered(signal)
    which = 0 if place is None and step else place
    return {"step": step, "credibility": 1.0} | ({"because": claims[which]} if claims and which is not None else {})


def _chances(question: Any) -> Iterator[tuple[str, Any]]:
    ids = [option.id for option in question.options]
    half = len(ids) // 2
    yield "all the same", dict.fromkeys(ids, 0.5)
    yield "all low", dict.fromkeys(ids, 0.1)
    yield "one half, then a quarter", {each: 0.5 if n < half else 0.25 for n, each in enumerate(ids)}
    yield "a quarter, then one half", {each: 0.25 if n < half else 0.5 for n, each in enumerate(ids)}
    yield "one half and a quarter in turn", {each: 0.25 if n % 2 else 0.5 for n, each in enumerate(ids)}
    yield "a quarter and one half in turn", {each: 0.5 if n % 2 else 0.25 for n, each in enumerate(ids)}
    yield "falling", {each: round(0.9 - 0.8 * n / max(1, len(ids) - 1), 2) for n, each in enumerate(ids)}
    yield "rising", {each: round(0.1 + 0.8 * n / max(1, len(ids) - 1), 2) for n, each in enumerate(ids)}
    yield "never", dict.fromkeys(ids, 0.0)


def _deal(question: Any) -> Iterator[tuple[str, Any]]:
    from course.kinds.deal.positions import positions

    table = positions(question.issues)
    firsts = {issue: options[0] for issue, options in table.options.items()}
    yield "the first of everything", {"terms": firsts}
    for side in table.sides:
        other = next(each for each in table.sides if each != side)
        own = {
            i: next((o for o in os if o in table.accepts[side].get(i, ())), os[0]) for i, os in table.options.items()
        }
        given = [[other, i, o] for i, o in own.items() if o not in table.accepts[other].get(i, ())]
        yield f"{other} gives way in everything", {"terms": own} | ({"relaxed": given} if question.relax else {})


_MAKES = {"argue": _argue, "weigh": _weigh, "forecast": _chances, "probability": _chances, "deal": _deal}
