"""What does the brief say to it? Ten sentences of invented readers, in twelve mixtures of wordings."""

from grading.families.family import Family
from grading.families.lines import sorting
from grading.families.mixed import VARIANTS, pick, turned
from grading.families.signals._readers import PARTS

MISSED = {
    "detainees": "Two sentences are about the three prisoners: what a capital wants, and what it refuses (C080, C082, "
    "C083).",
    "people": (
        "Two sentences are about what new people or a trip mean. Read what the author himself says (C059, C069, C072)."
    ),
    "journey": "Two sentences are about New York. For both, ask what happened there (C052, C054, C055).",
    "visits": (
        "Two sentences are about secret trips. Ask how the brief knows about them, "
        "and which of two trips each sentence means (C074, C078, C079)."
    ),
    "nuclear": (
        "Two sentences are about the nuclear programme. Check what has happened, and "
        "what only may have happened or may happen (C033, C034)."
    ),
}

QUESTION = {
    "title": "Sentences to check",
    "prompt": (
        "Ten invented readers sum up what they have taken from the brief. Check each "
        "sentence separately. What does the brief say about it?"
    ),
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
            "The brief may simply not say a thing. If it speaks against a sentence, you "
            "can point to the passage that does so."
        ),
        "Look for the passage before you decide. A sentence can begin like the brief and end differently.",
    ],
    "categories": [
        {"id": "supports", "text": "The brief supports it"},
        {"id": "against", "text": "The brief speaks against it"},
        {"id": "unsaid", "text": "The brief doesn’t say it"},
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
