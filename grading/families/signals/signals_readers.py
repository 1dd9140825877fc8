"""What does the brief say to it? Ten sentences of invented readers, in twelve mixtures of wordings."""

from grading.families.family import Family
from grading.families.lines import sorting
from grading.families.mixed import VARIANTS, pick, turned
from grading.families.signals._readers import PARTS

MISSED = {
    "detainees": "Two sentences are about the three prisoners: what a capital wants, and what it refuses (C080, C082, "
    "C083).",
    "people": "Two sentences are about what new people or a trip mean. Read what the author says in his own name "
    "(C059, C069, C072).",
    "journey": "Two sentences are about New York. Ask of both what happened there (C052, C054, C055).",
    "visits": "Two sentences are about secret trips. Ask how the brief knows of them, and which of two trips is meant "
    "(C074, C078, C079).",
    "nuclear": "Two sentences are about the nuclear programme. Check what is so, and what only may be so (C033, C034).",
}

QUESTION = {
    "title": "Sentences to check",
    "prompt": "Ten readers sum up what they have taken from the brief; all of them are invented. Check each sentence "
    "by itself. "
    "What does the brief say to it?",
    "points": 4,
    "claims": [
        "C033",
        "C034",
        "C052",
        "C054",
        "C055",
        "C058",
        "C059",
        "C069",
        "C072",
        "C074",
        "C078",
        "C079",
        "C080",
        "C082",
        "C083",
    ],
    "hints": [
        (
            "“Unsaid” and “against” are not the same. For the one you find no place; for the other you find a place "
            "that "
            "speaks against it."
        ),
        "Look for the place before you decide. A sentence can begin like the brief and end otherwise.",
    ],
    "categories": [
        {"id": "supports", "text": "The brief supports it"},
        {"id": "against", "text": "The brief speaks against it"},
        {"id": "unsaid", "text": "The brief does not say it"},
    ],
}

FAMILY = Family(
    "signals-readers",
    "signals",
    "written",
    tuple(
        sorting(
            {"id": f"signals-readers-{n + 1}", **QUESTION},
            turned([pick(part, n, place) for place, part in enumerate(PARTS)], n),
            MISSED,
        )
        for n in range(VARIANTS)
    ),
)
