"""What must be an end, what cannot be one, what is open? Worked out over all ways in which things can be wanted.

In a world of the model each thing is wanted for itself or not. A side pays for an offer, with all else ruled out for
good, if and only if the offer holds something that it wants for itself. So a refusal rules out every thing in the
offer, and a payment says that at least one of them is an end.
"""

from collections.abc import Sequence
from itertools import product
from random import Random

from grading.families.family import Family, Variant

NAME = "aims-means"
SIDES = (
    ("Tarmund", "Ostavia", ("a loan", "a visit by the president", "fishing rights", "a seat in the harbour league",
                            "a joint railway", "a guarded border")),
    ("Quellin", "Hadern", ("a border treaty", "a new bridge", "an exchange of students", "lower tolls",
                           "a public apology", "a share of the river")),
    ("Mirrow", "Stellen", ("a summit", "a radio link", "a promise not to attack", "a share of the gas",
                           "grain for the winter", "an observer’s seat")),
    ("Osk", "Vardia", ("a new port", "a state dinner", "a ban on mines", "a market for its steel",
                       "a joint patrol", "the return of its crown")),
)  # fmt: skip
OFFERS = (
    (((0, 1), False), ((0, 2), True), ((1, 3), True), ((4, 5), True)),
    (((0, 1), False), ((0, 1, 2), True), ((0, 3), True), ((4, 5), True)),
    (((0, 1), False), ((1, 2), True), ((0, 1, 3), True), ((4, 5), True)),
)
"""Sets of things offered, by number, and whether the side paid."""
TURNS = ((1, 3, 0, 2), (3, 0, 2, 1), (2, 0, 3, 1), (0, 2, 1, 3))
"""In which order the offers are told."""
HINTS = [
    "Start with the offer that was refused. What does the refusal tell you about each thing in it?",
    "Then cross out what can’t be an end in the other offers. An offer that was paid for must still contain one.",
]
MISSED = {
    "refused": "One end in the offer would have been enough. So what does a refusal tell you about each thing in it?",
    "needed": "Cross out what the refusal rules out. In two of the offers that were paid for, one thing is left.",
    "unsettled": "In one offer, two things are left. Does the payment tell you which of them the side wanted?",
    "all": "Go through the offers again and ask two things about each item. Could it be an end, given all four"
    " answers? Could it not be one?",
}


def status(count: int, offers: Sequence[tuple[tuple[int, ...], bool]]) -> list[str]:
    """Of things 0 to `count` − 1, whether each is an `end`, `no-end` or `open`.

    Args:
        count: how many things there are.
        offers: things in each offer, and whether it was paid for.
    """
    worlds = [
        world for world in product((False, True), repeat=count)
        if all(any(world[thing] for thing in offer) is paid for offer, paid in offers)
    ]  # fmt: skip
    found = [{world[thing] for world in worlds} for thing in range(count)]
    return ["open" if len(each) > 1 else "end" if True in each else "no-end" for each in found]


def variant(number: int) -> Variant:
    """The variant of one side, one set of offers, and one order of its things."""
    (side, other, names), round_ = SIDES[number % 4], number // 4
    offers, order = OFFERS[(number + round_) % 3], Random(number).sample(range(6), 6)  # noqa: S311 - can be made again
    things = [names[place] for place in order]
    told = [_told(things, *offers[turn]) for turn in TURNS[(number + round_) % 4]]
    places = dict(zip("abcdef", [status(6, offers)[order.index(n)] for n in range(6)], strict=True))
    question = {
        "id": f"{NAME}-{number + 1}",
        "type": "classify",
        "title": "End or means?",
        "prompt": f"{side} bargains with {other}; both are invented. {side} pays for an offer if, and only if, it"
        f" contains something that {side} wants **for its own sake**. A thing that it wants only as a way to"
        f" something else is worth nothing to it when everything else is ruled out. {side} received four offers, each"
        f" time with everything else ruled out for good. {' '.join(told)} Which of these things does {side} want for"
        " its own sake?",
        "points": 4,
        "claims": ["C019", "C049", "C085"],
        "hints": HINTS,
        "items": [{"id": n, "text": name[0].upper() + name[1:]} for n, name in zip("abcdef", names, strict=True)],
        "categories": [
            {"id": "open", "text": "The four answers leave it open"},
            {"id": "no-end", "text": "It can’t be one of them"},
            {"id": "end", "text": "It must be one of them"},
        ],
    }
    return Variant(question, _key(places), {"expert": places})


def _told(things: Sequence[str], offer: tuple[int, ...], paid: bool) -> str:
    names = [things[place] for place in offer]
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    return f"It *paid* for {listed}." if paid else f"It *refused* {listed}."


def _key(places: dict[str, str]) -> dict[str, object]:
    of = {kind: {n: p for n, p in places.items() if p == kind} for kind in ("end", "no-end", "open")}
    first = {n: next(iter(found)) for n, found in of.items()}
    whens = {
        "refused": of["no-end"],
        "needed": of["end"],
        "unsettled": of["open"],
        "all": {name: kind for kind, name in first.items()},
    }
    claims = ["C019", "C049"]
    return {
        "criteria": [{"id": n, "when": {"places": places_}, "missed": MISSED[n]} for n, places_ in whens.items()],
        "remarks": [
            {"when": {"any": [{"places": {n: ["open", "end"]}} for n in of["no-end"]]}, "reread": claims,
             "says": "One of these things was in an offer that was refused. Wouldn’t one end in it have been enough?"},
            {"when": {"any": [{"places": {n: "end"}} for n in of["open"]]}, "reread": claims,
             "says": "You took one thing to be an end, but another thing could explain the payment just as well."},
            {"when": {"any": [{"places": {n: "open"}} for n in of["end"]]}, "reread": claims,
             "says": "You left one thing open. Once you use the refusal, it’s the only thing left in one of the"
             " offers."},
        ],
    }  # fmt: skip


FAMILY = Family(NAME, "goals", "computed", tuple(map(variant, range(12))))
