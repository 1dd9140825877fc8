"""Narrow and wide: six events, each of which brings the wider ones with it, to be put in order."""

from itertools import pairwise

from grading.families.family import Family, Variant

MONTHS = ("March", "May", "September")
CHAINS = (
    (
        ("signs", "A secretary of state signs an agreement in Pyongyang in {month} of next year."),
        ("there", "A secretary of state is in Pyongyang in {month} of next year."),
        ("state", "A secretary of state is in Pyongyang next year."),
        ("cabinet", "Someone of cabinet rank from Washington is in Pyongyang next year."),
        ("official", "An official from Washington is in Pyongyang next year."),
        ("two-years", "An official from Washington is in Pyongyang next year or the year after."),
    ),
    (
        ("satellite", "In {month} of next year Pyongyang puts two satellites into orbit with one rocket."),
        ("orbit", "In {month} of next year Pyongyang puts a satellite into orbit."),
        ("rocket", "In {month} of next year Pyongyang launches a rocket."),
        ("year", "Pyongyang launches a rocket next year."),
        ("missile", "Pyongyang launches a rocket or a missile next year."),
        ("later", "Pyongyang launches a rocket or a missile next year or the year after."),
    ),
    (
        ("communique", "Heads of all six delegations meet in Beijing in {month} of next year and issue a statement."),
        ("beijing", "Heads of all six delegations meet in Beijing in {month} of next year."),
        ("anywhere", "Heads of all six delegations meet in {month} of next year."),
        ("within", "Heads of all six delegations meet next year."),
        ("two", "Heads of the delegations of Washington and Pyongyang meet next year."),
        ("any", "Officials of Washington and Pyongyang meet next year."),
    ),
    (
        ("all-envoy", "All the prisoners go home with a former president in {month} of next year."),
        ("all-month", "All the prisoners go home in {month} of next year."),
        ("all", "All the prisoners go home next year."),
        ("two", "At least two of the prisoners go home next year."),
        ("one", "At least one of the prisoners goes home next year."),
        ("one-later", "At least one of the prisoners goes home next year or the year after."),
    ),
)
"""From the narrowest event to the widest. In the last chain there are three prisoners, as the prompt says."""
MORE = ("", "", "", " There are three prisoners.")
SHOWN = (2, 5, 0, 4, 1, 3)
"""The order in the bank: the same in every variant, so that whoever leaves it earns the same; panels shuffle it."""
QUESTION = {
    "type": "rank",
    "title": "Narrow and wide",
    "points": 3,
    "claims": ["C087"],
    "hints": [
        "Take two of them. Can the first happen without the second? Can the second happen without the first?",
        "Adding a detail makes an event narrower. Allowing more time makes it wider.",
    ],
}


def _variant(n: int) -> Variant:
    chain = CHAINS[n % 4]
    ids = [each for each, _ in chain]
    items = [{"id": each, "text": text.format(month=MONTHS[n // 4])} for each, text in chain]
    prompt = (
        "Here are six events. Some of them can’t happen unless others do. Put them in order, from the one that is "
        "**least** probable (1) to the one that is **most** probable (6), so that the order holds whatever you believe "
        f"about Pyongyang. Next year and the year after are both in the future.{MORE[n % 4]}"
    )
    near = list(pairwise(ids))
    criteria = [
        {"id": "detail", "points": 1, "when": {"before": [list(each) for each in near[:2]]},
         "missed": "What does each added detail do to the number of worlds that fit?"},
        {"id": "middle", "points": 1, "when": {"before": [list(each) for each in near[2:4]]},
         "missed": "Compare neighbours in the middle of your order: which of the two always happens when the other "
                   "does?"},
        {"id": "whole", "points": 1, "when": {"before": [list(near[0]), list(near[2]), list(near[4])]},
         "missed": "Test the order at both ends and in the middle: can one event happen without its neighbour?"},
    ]  # fmt: skip
    remarks = [
        {"when": {"before": [[ids[1], ids[0]]]},
         "says": "A story with more detail sounds more likely, because you can picture it. Count the worlds instead: "
                 "wherever the fuller story comes true, the shorter one does too.", "reread": ["C087"]},
        {"when": {"before": [[ids[5], ids[4]]]},
         "says": "You give less to the event that leaves more open. Whatever makes the narrower of the two come true "
                 "makes the other one come true as well.", "reread": ["C087"]},
    ]  # fmt: skip
    return Variant(
        {"id": f"judgement-chain-{n + 1}", **QUESTION, "prompt": prompt, "items": [items[place] for place in SHOWN]},
        {"criteria": criteria, "remarks": remarks},
        {"expert": {each: place for place, each in enumerate(ids, 1)}},
    )


FAMILY = Family("judgement-chain", "judgement", "computed", tuple(_variant(n) for n in range(12)))
