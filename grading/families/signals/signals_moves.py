"""How far does each signal move a belief? Five invented signals with natural frequencies, in order of their ratios."""

from fractions import Fraction

from grading.families.family import Family, Variant
from grading.families.mixed import sure
from grading.families.worlds import Often

RATIOS = (Fraction(4), Fraction(2), Fraction(1), Fraction(1, 2), Fraction(1, 5))
"""From what raises most to what lowers most; the same in every variant."""

COUNTS = (
    (Often(2, 10, 1, 20), Often(6, 10, 3, 10), Often(9, 10, 9, 10), Often(8, 20, 8, 10), Often(1, 10, 10, 20)),
    (Often(4, 20, 1, 20), Often(4, 10, 4, 20), Often(16, 20, 8, 10), Often(3, 10, 12, 20), Often(1, 20, 5, 20)),
    (Often(4, 10, 2, 20), Often(8, 10, 8, 20), Often(7, 10, 14, 20), Often(2, 10, 8, 20), Often(2, 10, 10, 10)),
    (Often(8, 20, 1, 10), Often(18, 20, 9, 20), Often(4, 10, 8, 20), Often(5, 20, 5, 10), Often(2, 20, 5, 10)),
)
"""Four sets of counts. In none does the first number alone, or the difference of two, give the order away."""
SIGNALS: tuple[tuple[str, ...], ...] = (
    ("a costly gift", "a friendly speech", "a change of officials", "a military parade", "a cancelled visit"),
    (
        "an exchange of prisoners",
        "a handshake at a funeral",
        "a letter for the New Year",
        "a flight of bombers",
        "an envoy sent home",
    ),
    (
        "a line opened for trains",
        "a joint concert",
        "a denial in the press",
        "a rise in tariffs",
        "a port closed to ships",
    ),
)
EVENTS = ("a reset", "an agreement", "a truce")

SHOWN = (2, 4, 1, 0, 3)
"""The order in the bank: the same in every variant, so that whoever leaves it earns the same; panels shuffle it."""
QUESTION = {
    "type": "rank",
    "title": "How far does it move you?",
    "points": 4,
    "claims": ["C077", "C090"],
    "hints": [
        ("Take one line at a time. Bring its two counts to the same total, and compare them."),
        "What counts is how many times as often, not how much more often. One line shouldn’t move you at all.",
    ],
}


def _variant(n: int) -> Variant:
    counts, names, event = COUNTS[n % 4], SIGNALS[n // 4], EVENTS[(n + n // 4) % 3]
    sure(tuple(each.ratio for each in counts) == RATIOS, f"signals-moves-{n + 1}: one ratio for each place")
    names = names[n % 5 :] + names[: n % 5]
    steep, gentle, level, falling, deep = ids = [name.split(" ", 1)[1].replace(" ", "-").lower() for name in names]
    items = [
        {"id": own, "text": f"{name[0].upper()}{name[1:]}: {each.in_words(event)}."}
        for own, name, each in zip(ids, names, counts, strict=True)
    ]
    prompt = (
        "Here are five invented signals, with how often you’d see each in worlds that end with "
        f"{event} and in worlds that don’t. Put them in order, from the signal that raises your belief in {event} "
        "most (1) to the one that lowers it most (5)."
    )
    criteria = [
        {"id": "direction", "points": 2, "when": {"before": [[gentle, level], [level, falling]]},
         "missed": "One of the five tells you nothing, whatever it sounds like. Find it. Signals that raise your "
                   "belief go above it, and those that lower it go below."},
        {"id": "strength", "points": 2, "when": {"before": [[steep, gentle], [falling, deep]]},
         "missed": "A rare signal can still tell you a lot. How many times as often would you see it in one kind of "
                   "world as in the other?"},
    ]  # fmt: skip
    remarks = [
        {"when": {"before": [[level, gentle]]},
         "says": "You put a signal that is equally common either way above one that is more common with the event. A "
                 "common signal isn’t telling just because it is common.", "reread": ["C090"]},
        {"when": {"before": [[gentle, steep]]},
         "says": "You went by how common a signal is, or by the difference between two numbers. Divide one number by "
                 "the other instead: the rarer of two signals can have the larger ratio.", "reread": ["C053"]},
    ]  # fmt: skip
    return Variant(
        {"id": f"signals-moves-{n + 1}", **QUESTION, "prompt": prompt, "items": [items[place] for place in SHOWN]},
        {"criteria": criteria, "remarks": remarks},
        {"expert": {own: place for place, own in enumerate(ids, 1)}},
    )


FAMILY = Family("signals-moves", "signals", "computed", tuple(_variant(n) for n in range(12)))
