"""What got lost in a summary: seven summaries of places in the brief, in twelve mixtures of wordings."""

from grading.families.family import Family
from grading.families.lines import sorting
from grading.families.mixed import VARIANTS, pick, turned
from grading.families.signals._hedges import PARTS

MISSED = {
    "careful": "Two summaries are firmer than their places. Compare verb with verb.",
    "source": "Ask of each summary: on whose word does it stand now, and on whose word in the brief? (C068, C074, "
    "C076)",
    "option": "Two summaries are about a test. Ask of each whether anything has happened in it, and whether anything "
    "has "
    "happened in the brief (C034).",
    "nothing-lost": "One summary is about something that others say, and says so. Is anything missing from it?",
}

QUESTION = {
    "title": "What got lost?",
    "prompt": "Each sentence is somebody’s summary of one place in the brief. Compare it with the place; where the "
    "brief tells a "
    "thing twice, with the place that tells it in detail. What got lost on the way?",
    "points": 4,
    "claims": ["C013", "C031", "C033", "C034", "C035", "C062", "C068", "C069", "C073", "C074", "C075", "C076", "C097"],
    "hints": [
        "Cover the summary and read the place aloud. Stress every small word.",
        "Some of the summaries are in order, although their words are not those of the brief.",
    ],
    "categories": [
        {"id": "done", "text": "The difference between what can still be done and what was done"},
        {"id": "careful", "text": "A careful word, such as *may* or *likely*"},
        {"id": "source", "text": "The word on who says so"},
        {"id": "kept", "text": "Nothing that matters"},
    ],
}

FAMILY = Family(
    "signals-hedges",
    "signals",
    "written",
    tuple(
        sorting(
            {"id": f"signals-hedges-{n + 1}", **QUESTION},
            turned([pick(part, n, place) for place, part in enumerate(PARTS)], n),
            MISSED,
        )
        for n in range(VARIANTS)
    ),
)
