"""Meant, or achieved? Nine moves, each with something that may belong to it, in twelve mixtures of wordings."""

from grading.families.family import Family
from grading.families.lines import sorting
from grading.families.mixed import VARIANTS, pick, turned
from grading.families.signals._aims import PARTS

MISSED = {
    "new-york": (
        "Two lines are about one journey. Write what Pyongyang hoped for in one "
        "column, and what then happened in another (C053, C054)."
    ),
    "capacity": "What does Pyongyang believe more nuclear capacity will do to Washington? (C036, C038)",
    "trips": (
        "One sentence mentions a first and a second trip. Work out which is which "
        "before you place the lines (C078, C079)."
    ),
    "partners": "Compare what Pyongyang wants from other capitals with what it wants from Washington (C012, C016).",
    "results": (
        "Two lines say what one thing led to. You’ll find a passage in the brief for "
        "one of them (C050, C081, C084, C093)."
    ),
}

QUESTION = {
    "title": "Meant, or achieved?",
    "prompt": (
        "Each line names a move or a situation and then, after the colon, something "
        "that may go with it. What is the second part **in the brief’s account**?"
    ),
    "points": 4,
    "claims": [
        "C012",
        "C016",
        "C036",
        "C038",
        "C050",
        "C053",
        "C054",
        "C055",
        "C056",
        "C078",
        "C079",
        "C081",
        "C084",
        "C093",
    ],
    "hints": [
        (
            "A move can be meant to do one thing and end up doing another. Look for the "
            "word that says how it turned out."
        ),
        "Some lines sound like the brief but aren’t in it. And look twice at the sentence on two trips.",
    ],
    "categories": [
        {"id": "effect", "text": "What it led to, in the author’s view"},
        {"id": "aim", "text": "What it was meant for, in the author’s view"},
        {"id": "neither", "text": "The brief says neither"},
    ],
}

FAMILY = Family(
    "signals-aims",
    "signals",
    "written",
    tuple(
        sorting(
            {"id": f"signals-aims-{n + 1}", **QUESTION},
            turned([pick(part, n, place) for place, part in enumerate(PARTS)], n),
            MISSED,
        )
        for n in range(VARIANTS)
    ),
)
