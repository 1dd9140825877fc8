"""How far is far enough? Five degrees and a line to be put in order; each degree has several surfaces. Written."""

from grading.families.family import Family, Variant
from grading.families.precondition.placing import spread

NAME = "condition-line"
DEGREES = {
    "nothing": (
        "Pyongyang makes no comment and works on its bombs as before.",
        "Pyongyang cancels a trip and keeps its reactor running.",
        "Pyongyang is silent for a month. Its centrifuges keep spinning.",
    ),
    "words": (
        "Pyongyang invites American scholars and says that it longs for talks. Its centrifuges keep spinning.",
        "Pyongyang tells the White House by letter that it wants a new start. Its reactor keeps running.",
        "Pyongyang says on television that it is open to talks on strategy. It works on its bombs as before.",
        "Pyongyang sends a friendly envoy to the UN. Its plants make bomb material as before.",
    ),
    "halt": (
        "Pyongyang stops its reactor and centrifuges, and foreign experts keep watch. It keeps its bombs.",
        "Pyongyang stops making bomb material, and inspectors confirm it. It keeps its bombs.",
        "Pyongyang halts all work on bombs and bomb material under inspection. It keeps its bombs.",
    ),
    "part": (
        "Pyongyang halts all its bomb work under inspection and hands over half of its bombs.",
        "Inspectors confirm that Pyongyang has stopped making bomb material and taken ten bombs apart.",
        "Pyongyang stops its reactor and centrifuges under inspection and gives up a third of its bombs.",
        "Pyongyang halts its bomb work, lets inspectors watch, and ships some bombs abroad.",
    ),
    "all": (
        "Pyongyang hands over all its bombs and lets inspectors tear down every plant.",
        "Pyongyang gives up every bomb and every gram of material, and inspectors find nothing left.",
        "Pyongyang ends its bomb work for good. Inspectors watch the last bomb leave.",
    ),
}
LINE = "THE LINE: every card after this one meets the condition."
ORDER = ("part", "line", "words", "all", "nothing", "halt")
"""In which order the bank has them: the same in all variants."""
IDS = dict(zip(ORDER, "abcdef", strict=True))
RIGHT = ("nothing", "words", "line", "halt", "part", "all")


def variant(place: int) -> Variant:
    """The variant with this number, from 0."""
    texts = dict(zip(DEGREES, spread([*DEGREES.values()], place), strict=True)) | {"line": LINE}
    question = {
        "id": f"{NAME}-{place + 1}",
        "type": "rank",
        "title": "Where is the line?",
        "prompt": "Five of these cards describe invented acts. Order them from the one that changes **least** at the"
        " nuclear sites (1) to the one that changes **most**. If two acts change nothing there, the one that says"
        " more goes further. The sixth card is a line: every act after it meets the U.S. condition, in the wording of"
        " the brief’s conclusion. Put all six cards in order.",
        "points": 4,
        "claims": ["C092"],
        "hints": [
            "First put the five acts in order. Then ask whether each one is enough.",
            "Look at the verb in the conclusion. It says what the steps must do to the programme.",
        ],
        "items": [{"id": IDS[name], "text": texts[name]} for name in ORDER],
    }
    criteria = [
        _criterion("words-and-line", "See what the conclusion says about signals, and what Washington makes of them"
            " (C088, C089, C094).", ("nothing", "words"), ("words", "line"), ("line", "all")),
        _criterion("extent", "See how far the conclusion says the steps must go. Look at the verb and the adjective"
        " (C092).", ("words", "line"), ("line", "halt"), ("line", "part")),
        _criterion("place-of-line", "Go through the cards one by one. By the wording of the conclusion, is each one"
        " enough? (C092, C094)", ("nothing", "line"), ("words", "line"), ("line", "halt"), ("line", "part"),
            ("line", "all")),
        _criterion("order-of-cards", "Set the line aside and put the other five cards in order again. Each one goes a"
        " step further than the last.", ("nothing", "words"), ("words", "halt"), ("halt", "part"), ("part", "all")),
    ]  # fmt: skip
    remarks = [
        {"when": {"before": _pairs(("line", "words"))}, "misconception": "M01", "says": "With your line, a message is"
        " enough. The author accepts that there are such signs but still says that nothing points to the steps that"
        " Washington wants.",
         "reread": ["C053", "C088", "C094"]},
        {"when": {"before": _pairs(("words", "line"), ("part", "line"))}, "misconception": "M02", "says": "With your"
        " line, nearly everything must be gone before Washington talks. Read again what the steps must do to the"
        " programme.", "reread": ["C025", "C092"]},
    ]  # fmt: skip
    answers = {
        "expert": _ranks(*RIGHT),
        "holds-m01": _ranks("nothing", "line", "words", "halt", "part", "all"),
        "holds-m02": _ranks("nothing", "words", "halt", "part", "line", "all"),
    }
    return Variant(question, {"criteria": criteria, "remarks": remarks}, answers)


def _pairs(*pairs: tuple[str, str]) -> list[list[str]]:
    return [[IDS[one], IDS[other]] for one, other in pairs]


def _criterion(name: str, missed: str, *pairs: tuple[str, str]) -> dict[str, object]:
    return {"id": name, "points": 1, "when": {"before": _pairs(*pairs)}, "missed": missed}


def _ranks(*names: str) -> dict[str, int]:
    return {IDS[name]: rank for rank, name in enumerate(names, 1)}


FAMILY = Family(NAME, "precondition", "written", tuple(map(variant, range(12))))
