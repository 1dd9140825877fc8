"""What would it have been: a step, a waiver, a signal, or none of them? The key follows from the events' features."""

from grading.families.family import Family, Variant
from grading.families.precondition.events import RELEASES, SIGNALS, STAFF, STEPS, WAIVERS
from grading.families.precondition.placing import Item, Misread, placing

NAME = "signal-or-step"
CATEGORIES = [
    {"id": "step", "text": "A step: it counts towards the condition"},
    {"id": "waiver", "text": "A waiver: Washington gives up the condition"},
    {"id": "signal", "text": "A signal: it shows a wish to talk, nothing more"},
    {"id": "neither", "text": "None of the three"},
]
MISSED = {
    "step": "Ask what changes at the nuclear sites, and who can tell (C092).",
    "waiver": "Ask in which events Washington changes the order that it insists on (C025).",
    "signal": "Ask which of Pyongyang’s acts send a message but leave every site as it was (C088, C094).",
    "neither": "See what Washington keeps apart from the nuclear question, and what the author says about new staff"
    " (C059, C082).",
}
ROWS = (
    (2, 3, 1, 3, 1, 7, 0, 1),
    (3, 4, 1, 4, 0, 4, 1, 3),
    (5, 6, 0, 7, 2, 3, 1, 0),
    (0, 1, 2, 7, 0, 1, 1, 0),
    (1, 7, 0, 5, 4, 5, 1, 1),
    (1, 4, 1, 6, 1, 4, 0, 3),
    (4, 5, 5, 7, 1, 7, 2, 3),
    (1, 5, 0, 5, 4, 6, 2, 1),
    (3, 4, 2, 7, 0, 1, 1, 2),
    (2, 7, 1, 5, 2, 4, 2, 2),
    (1, 2, 4, 5, 0, 1, 2, 1),
    (5, 7, 1, 6, 3, 6, 2, 3),
)
"""Which text stands at each place, counted from 0: a row a variant, so chosen that none lies nearer to the lessons."""


def variant(number: int, row: tuple[int, ...]) -> Variant:
    """The variant with this number, from 1, and these texts."""
    names = ("step", "step-2", "waiver", "waiver-2", "words", "words-2", "staff", "release")
    lists = (STEPS, STEPS, WAIVERS, WAIVERS, SIGNALS, SIGNALS, STAFF, RELEASES)
    told = {name: each[n] for name, each, n in zip(names, lists, row, strict=True)}
    question = {
        "id": f"{NAME}-{number}",
        "title": "What would it have been?",
        "prompt": "All these events are invented. By the condition as the brief reports it, what would each event"
        " have been if it had happened?",
        "claims": ["C025", "C059", "C082", "C085", "C088", "C092", "C094"],
        "points": 4,
        "hints": [
            "Ask who acts and what changes: a nuclear site, the order that Washington insists on, or neither.",
            "For the Americans in detention, look for what Washington has said about linking two questions.",
        ],
        "categories": CATEGORIES,
    }
    items = [Item(name, event.text, event.kinds[0], event.kinds[1:]) for name, event in told.items()]
    remarks = [
        Misread({"words": "step", "words-2": "step"}, "Words leave every site as it was. The author accepts that"
        " there are such signs but sees no readiness for what Washington asks.", "M01", ("C088", "C092", "C094")),
        Misread({"release": "step"}, "Washington has said that it won’t tie the detainees to the nuclear question. In"
        " its eyes, a release isn’t progress there.", "M04", ("C082",)),
        Misread({"staff": "waiver"}, "New people can make the old demand. The author warns against reading a change"
        " of course into a change of staff.", "M05", ("C059", "C069", "C072")),
    ]  # fmt: skip
    holders = {
        "holds-m01": {"words": "step", "words-2": "step"}, "holds-m04": {"release": "step"},
        "holds-m05": {"staff": "waiver"}, "dissenter": {"release": "signal"},
    }  # fmt: skip
    return placing(question, items, missed=MISSED, remarks=remarks, holders=holders)


FAMILY = Family(NAME, "precondition", "computed", tuple(variant(n, row) for n, row in enumerate(ROWS, 1)))
