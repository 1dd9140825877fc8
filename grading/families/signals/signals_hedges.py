"""What got lost in a summary: seven summaries of places in the brief, in twelve mixtures of wordings."""

from grading.families.family import Family
from grading.families.lines import sorting
from grading.families.mixed import VARIANTS, pick, turned
from grading.families.signals._hedges import PARTS

MISSED = {
    "careful": "Two summaries are firmer than the passages they sum up. Compare the verbs.",
    "source": (
        "For each summary, ask whose word it rests on: first in the summary, then in the brief (C068, C074, C076)."
    ),
    "option": (
        "Two summaries are about a test. For each, ask whether the test has taken "
        "place according to the summary, and according to the brief (C034)."
    ),
    "nothing-lost": "One summary reports what others say, and tells you so. Is anything missing from it?",
}

QUESTION = {
    "title": "What got lost?",
    "prompt": (
        "Each sentence sums up one passage in the brief. Compare it with that "
        "passage. If the brief mentions a thing twice, use the passage that gives the"
        " details. What got lost in the summary?"
    ),
    "points": 4,
    "claims": ["C013", "C031", "C033", "C034", "C035", "C062", "C068", "C069", "C073", "C074", "C075", "C076", "C097"],
    "hints": [
        "Cover the summary and read the passage aloud. Stress every small word.",
        "Some of the summaries are fine, although they don’t use the brief’s own words.",
    ],
    "categories": [
        {"id": "done", "text": "The difference between what can still be done and what has been done"},
        {"id": "careful", "text": "A careful word, such as *may* or *likely*"},
        {"id": "source", "text": "Who says so"},
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
