"""Meant, or achieved? Nine moves, each with something that may belong to it, in twelve mixtures of wordings."""

from grading.families.family import Family
from grading.families.lines import sorting
from grading.families.mixed import VARIANTS, pick, turned
from grading.families.signals._aims import PARTS

MISSED = {
    "new-york": "One journey, two lines. Keep what Pyongyang hoped for and what happened then in two columns (C053, "
    "C054).",
    "capacity": "Ask what Pyongyang believes that more nuclear capacity will do to Washington (C036, C038).",
    "trips": "One sentence speaks of a first and of a second trip. Find out which is which before you place the lines "
    "(C078, C079).",
    "partners": "Compare what Pyongyang looks for in other capitals with what it looks for in Washington (C012, C016).",
    "results": "Two lines name what one thing is said to have led to. For one of them you find the place (C050, C081, "
    "C084, C093).",
}

QUESTION = {
    "title": "Meant, or achieved?",
    "prompt": "Each line names a move or a matter, and after the colon something that may belong to it. What is the "
    "second part "
    "**in the brief’s account**?",
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
        "A move can be meant to do one thing and do another. Look for the word that says how it turned out.",
        "Some lines sound like the brief and are not in it. And look twice at the sentence with two trips.",
    ],
    "categories": [
        {"id": "effect", "text": "What came of it, as the author sees it"},
        {"id": "aim", "text": "What it was for, as the author reads it"},
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
