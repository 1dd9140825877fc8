"""Which sentence cites a judgement of the brief rightly? Three names by two degrees of firmness: form tells nothing."""

from random import Random

from grading.families.family import Family, Variant

NAME = "aims-cite"
NAMES = ("Lee", "ISDP", "Obama")
JUDGEMENTS = (
    ("C089", "that the signals will get little attention", "thinks it likely", "takes it as settled"),
    ("C097", "that Washington will stay on course", "thinks it likely", "takes it as certain"),
    ("C048", "that the prisoners serve as bargaining chips", "has the impression", "has established"),
    ("C053", "that the trip was meant to show a wish for dialogue", "has the impression", "has proved"),
    ("C054", "that the trip did harm", "has the impression", "has established"),
    ("C079", "that the second trip was a warning", "thinks it most plausible", "takes it as established"),
    ("C073", "that the reshuffle leaves less room", "thinks it possible", "takes it as settled"),
    ("C071", "that the new posts take second place to a wider policy", "thinks it possible", "takes it as settled"),
    ("C013", "that Pyongyang wants safer surroundings", "thinks it possible", "takes it as certain"),
    ("C010", "that the leader has secured his power", "has the impression", "has established"),
    ("C012", "that Pyongyang wants wider contacts", "thinks it possible", "takes it as certain"),
    ("C062", "that Seiler will get the new post", "thinks it likely", "takes it as settled"),
)  # fmt: skip
"""A claim, what it judges, how firmly the author says so, and how he does not. The paraphrase has the hedge."""
HINTS = ["Who says it, and who does he speak for?", "Keep the word that says how sure he is."]
MISSED = "Check two things in the text: who is responsible for this statement, and how firmly it’s put ({claim}, C099)."


def variant(number: int) -> Variant:
    """The variant of one judgement."""
    claim, what, soft, firm = JUDGEMENTS[number]
    every = [(name, how) for name in NAMES for how in (soft, firm)]
    Random(number).shuffle(every)  # noqa: S311 - a draw that can be made again
    every.remove(("Lee", soft))
    every.insert(1 + number % 5, ("Lee", soft))  # never first
    texts = {n: f"{name} {how} {what} (2014)." for n, (name, how) in zip("abcdef", every, strict=True)}
    at = {each: n for n, each in zip("abcdef", every, strict=True)}
    right = at["Lee", soft]
    question = {
        "id": f"{NAME}-{number + 1}",
        "type": "choose_one",
        "title": "How should you cite it?",
        "prompt": "You want to use one judgement from the brief in a seminar paper. Which sentence cites it correctly?",
        "points": 2,
        "claims": [claim, "C098", "C099"],
        "hints": HINTS,
        "choices": [{"id": n, "text": text} for n, text in texts.items()],
    }
    key = {
        "criteria": [
            {"id": "who-and-how", "points": 2, "when": {"chose": [right]}, "missed": MISSED.format(claim=claim)}
        ],
        "remarks": [
            {"when": {"chose": [at["ISDP", soft], at["ISDP", firm]]}, "misconception": "M19", "reread": ["C099"],
             "says": "The publisher put a sentence in the small print for exactly this case. Read it before you say"
             " whose view this is."},
            {"when": {"chose": [at["Lee", firm]]}, "reread": [claim],
             "says": "You’ve lost a word that limits the statement. Put it back."},
            {"when": {"chose": [at["Obama", soft], at["Obama", firm]]}, "reread": [claim],
             "says": "No government says this in the brief. The judgement is someone else’s."},
        ],
    }  # fmt: skip
    return Variant(question, key, {"expert": right, "holds-m19": at["ISDP", soft]})


FAMILY = Family(NAME, "goals", "written", tuple(map(variant, range(len(JUDGEMENTS)))))
