"""Your own argument: four matters that the brief speaks of. Every conclusion can earn all points.

A learner’s own premises carry no claim. What the brief only hedges grants nothing: who cites it for a flat statement is
told. The pattern “A; if A, then B; if B, then C” earns nothing: a premise in use has to be what the brief states as so.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from grading.families.family import Family, Variant

Made = tuple[str, str]
"""A form and its letters, such as ("only_if", "TE")."""


class Matter(msgspec.Struct, frozen=True):
    """What an argument is about.

    Attributes:
        name: in the words of the prompt.
        says: letter to statement and its denial.
        ends: the conclusions on offer.
        citable: claims.
        grants: what claims say outright.
        hedged: statements that a claim would be stretched for, the claims, and what is said then.
        author: premises with claims and the conclusion of somebody who follows the author.
        other: the same of somebody who does not.
    """

    name: str
    says: Mapping[str, tuple[str, str]]
    ends: tuple[Made, ...]
    citable: tuple[str, ...]
    grants: tuple[tuple[Made, tuple[str, ...]], ...]
    hedged: tuple[tuple[Made, tuple[str, ...]], ...]
    author: tuple[tuple[tuple[Made, tuple[str, ...]], ...], Made]
    other: tuple[tuple[tuple[Made, tuple[str, ...]], ...], Made]


MATTERS = (
    Matter(
        "the three prisoners and the Six-Party Talks",
        {
            "L": ("Washington ties the prisoners to a deal on substance",
                "Washington keeps the prisoners apart from a deal on substance"),
            "A": ("Pyongyang wants an envoy of high rank", "Pyongyang does not want an envoy of high rank"),
            "E": ("Washington sends an envoy of high rank", "Washington does not send an envoy of high rank"),
            "F": ("the three prisoners are freed", "the three prisoners are not freed"),
            "T": ("the Six-Party Talks start again", "the Six-Party Talks do not start again"),
        },
        (("not", "T"), ("is", "T"), ("not", "E"), ("is", "E")),
        ("C049", "C050", "C080", "C081", "C082", "C083", "C084", "C085", "C086"),
        ((("not", "L"), ("C082",)), (("is", "A"), ("C049", "C083"))),
        ((("only_if", "EL"), ("C082", "C084")), (("not", "E"), ("C084",)), (("if", "FT"), ("C085", "C086")), (("if",
            "EF"), ("C050", "C085"))),
        (((("not", "L"), ("C082",)), (("only_if", "EL"), ()), (("only_if", "TE"), ())), ("not", "T")),
        (((("is", "A"), ("C083",)), (("if", "AE"), ()), (("if", "ET"), ())), ("is", "T")),
    ),
    Matter(
        "the new officials and a new policy",
        {
            "N": ("new officials take charge of North Korea policy",
                "the officials in charge of North Korea policy stay the same"),
            "S": ("the new posts are outside the East Asia bureau", "the new posts come under the East Asia bureau"),
            "M": ("Washington has more room to act", "Washington has no more room to act than before"),
            "P": ("Washington follows a new policy", "Washington does not follow a new policy"),
            "R": ("relations are reset", "relations are not reset"),
        },
        (("not", "R"), ("is", "R"), ("not", "P"), ("is", "P")),
        ("C023", "C058", "C059", "C065", "C068", "C070", "C071", "C072", "C073"),
        ((("is", "N"), ("C023", "C058", "C065")), (("not", "S"), ("C070",))),
        ((("not", "M"), ("C073",)), (("only_if", "MS"), ("C070", "C071", "C073")), (("if", "NP"), ("C059", "C068")), ((
            "not", "P"), ("C059", "C072"))),
        (((("not", "S"), ("C070",)), (("only_if", "MS"), ()), (("only_if", "PM"), ())), ("not", "P")),
        (((("is", "N"), ("C058",)), (("if", "NP"), ()), (("if", "PR"), ())), ("is", "R")),
    ),
    Matter(
        "the nuclear card and negotiations",
        {
            "K": ("the reactor at Yongbyon is in operation", "the reactor at Yongbyon is not in operation"),
            "V": ("Washington gives up strategic patience", "Washington keeps to strategic patience"),
            "U": ("Washington feels pressed for time", "Washington does not feel pressed for time"),
            "D": ("Washington comes back to negotiations", "Washington does not come back to negotiations"),
            "A": ("Washington accepts a nuclear North Korea", "Washington does not accept a nuclear North Korea"),
        },
        (("not", "A"), ("is", "A"), ("not", "D"), ("is", "D")),
        ("C031", "C033", "C034", "C035", "C036", "C037", "C038", "C039", "C097"),
        ((("is", "K"), ("C031",)), (("not", "V"), ("C037",))),
        ((("if", "KU"), ("C036",)), (("if", "UD"), ("C038",)), (("if", "DA"), ("C039",)), (("not", "D"), ("C097",))),
        (((("not", "V"), ("C037",)), (("only_if", "DV"), ()), (("only_if", "AD"), ())), ("not", "A")),
        (((("is", "K"), ("C031",)), (("if", "KU"), ()), (("if", "UD"), ())), ("is", "D")),
    ),
    Matter(
        "Tokyo, Europe and Washington",
        {
            "J": ("Pyongyang is in dialogue with Tokyo", "Pyongyang is not in dialogue with Tokyo"),
            "G": ("Pyongyang sees others besides Washington as able to guarantee its security",
                "Pyongyang sees only Washington as able to guarantee its security"),
            "M": ("Pyongyang needs Washington less", "Pyongyang needs Washington as much as before"),
            "H": ("the search for partners ends in agreements", "the search for partners ends without agreements"),
            "B": ("Pyongyang turns its back on Washington", "Pyongyang does not turn its back on Washington"),
        },
        (("not", "B"), ("is", "B"), ("not", "M"), ("is", "M")),
        ("C006", "C012", "C013", "C014", "C015", "C016", "C017", "C018", "C019"),
        ((("is", "J"), ("C014",)), (("not", "G"), ("C017",))),
        ((("if", "JM"), ("C012", "C014")), (("is", "H"), ("C012", "C014", "C015")), (("only_if", "MG"), ("C017",
            "C018")), (("not", "M"), ("C016", "C018"))),
        (((("not", "G"), ("C017",)), (("only_if", "MG"), ()), (("only_if", "BM"), ())), ("not", "B")),
        (((("is", "J"), ("C014",)), (("if", "JM"), ()), (("if", "MB"), ())), ("is", "B")),
    ),
)  # fmt: skip
STRETCHED = (
    "You make a claim say more than it does: it is hedged, or it reports what "
    "someone hopes or believes. Without the claim, the premise is your own."
)
QUESTION = {
    "type": "argue",
    "title": "Your own argument",
    "points": 5,
    "hints": [
        "Start from the end: what would make your conclusion certain? Then ask where each part comes from.",
        (
            "For every premise with a claim, read the claim once more. Does it say that "
            "something is so, or that someone expects it?"
        ),
    ],
}


def _ungranted_first(matter: Matter) -> list[tuple[str, tuple[str, str]]]:
    """The statements, those last of which the brief says outright whether they are so: no pattern begins with them."""
    known = {letters for (_, letters), _ in matter.grants}
    return sorted(matter.says.items(), key=lambda each: each[0] in known)


def _made(made: Made) -> dict[str, Any]:
    return {"form": made[0], "of": list(made[1])}


def _argued(argument: tuple[tuple[tuple[Made, tuple[str, ...]], ...], Made]) -> dict[str, Any]:
    premises, end = argument
    return {
        "premises": [{**_made(each), "claims": list(claims)} for each, claims in premises],
        "conclusion": _made(end),
    }


def _variant(n: int, matter: Matter) -> Variant:
    question = {
        "id": f"judgement-argument-{n}",
        **QUESTION,
        "prompt": f"The subject is **{matter.name}**. Choose **your own** conclusion, whichever way it points, and "
        "build an argument for it. If a premise is something that the brief says, you can cite a claim. If it’s your "
        "own, cite none; that costs nothing. You earn points if the conclusion follows, if **at least three** premises "
        "are in use and none is idle, if the brief states one of these outright, cited or not, and if each claim that "
        "you cite says what you make it say.",
        "claims": list(matter.citable),
        "citable": list(matter.citable),
        "propositions": [{"id": each, "text": yes, "negation": no} for each, (yes, no) in _ungranted_first(matter)],
        "conclusions": [_made(each) for each in matter.ends],
    }
    rests = [{"statement": _made(each), "claims": list(claims)} for each, claims in matter.grants]
    stated = [each["statement"] for each in rests]
    criteria = [
        {"id": "follows", "points": 1.5, "when": {"shows": ["valid"], "used": 3, "uses": stated},
         "missed": "Look for a world in which all your premises are true and your conclusion is false. If there isn’t "
                   "one, count the premises that the conclusion needs. There should be at least three, and the brief "
                   "should state one of them outright, without a *may* or a *seems*."},
        {"id": "nothing-idle", "points": 1.5, "when": {"shows": ["valid", "no_idle"], "used": 3, "uses": stated},
         "missed": "Leave out one premise at a time. If the conclusion still follows, your reader will ask what that "
                   "premise is for."},
        {"id": "faithful", "points": 2, "when": {"used": 2, "uses": stated, "rests": rests},
         "missed": "Read every claim that you cite beside its premise. If the premise says more, it’s your own: "
                   "remove the claim."},
    ]  # fmt: skip
    remarks = [
        {
            "when": {"cites": [{"statement": _made(each), "claims": list(claims)}]},
            "says": STRETCHED,
            "reread": list(claims),
        }
        for each, claims in matter.hedged
    ]
    answers = {"expert": _argued(matter.author), "dissenter": _argued(matter.other)}
    return Variant(question, {"criteria": criteria, "remarks": remarks}, answers)


FAMILY = Family(
    "judgement-argument", "judgement", "written", tuple(_variant(n, each) for n, each in enumerate(MATTERS, 1))
)
