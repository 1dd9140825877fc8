"""Picked by the end, bent by the end, or fit for use? Six invented ways to learn from cases, in twelve mixtures."""

from grading.families.family import Family
from grading.families.lines import Line, Remark, sorting
from grading.families.mixed import VARIANTS, pick, turned

END = Remark(
    ("usable",), "How did these cases get onto the list? Ask which cases could never have got there.", ("C050",)
)
MIND = Remark(
    ("usable",),
    "Somebody here already knows the end. What would look just the same if the end had been another?",
    ("C087",),
)
SOUND = Remark(
    ("picked", "bent"),
    "See when this was written down or drawn, and by whom the cases were chosen. Could the end have had a hand in it?",
    ("C087",),
)
SWAP = "Something is wrong here, and you found it; but is it the choice of cases, or a look at one case from its end?"
OTHER = {"picked": Remark(("bent",), SWAP, ("C050",)), "bent": Remark(("picked",), SWAP, ("C087",))}


def _part(name: str, place: str, criterion: str, remark: Remark, *texts: str) -> tuple[Line, ...]:
    remarks = (remark, OTHER[place]) if place in OTHER else (remark,)
    return tuple(Line(name, text, place, criterion, remarks) for text in texts)


PARTS = (
    _part("openings", "picked", "cases", END,
          (
              "A book tells of ten openings. Secret trips came before eight of them. So a secret trip mostly leads to "
              "an "
              "opening."
          ),
          "Of nine famous truces seven began with a gift. So a gift brings a truce in seven of nine cases.",
          "The museum of peace shows twelve letters that ended quarrels. So letters end quarrels.",
          "All five governments that gave way had been put under sanctions. So sanctions make governments give way."),
    _part("failures", "picked", "cases", END,
          (
              "In the files on broken talks, nearly all had been leaked to the press. So a leak nearly always breaks "
              "talks."
          ),
          "Six wars are taught in this course, and six ultimatums stand before them. So an ultimatum means war.",
          "She asked those envoys who had come home with a deal what they had done. So this is how one gets a deal.",
          "A list of coups shows officers who were passed over. So officers who are passed over make coups."),
    _part("recall", "bent", "looking-back", MIND,
          "Before the vote four of ten readers expected its end; asked after it, nine of ten say that they had.",
          "In May he gave the talks 30 %. They have begun, and he now remembers having given them 70 %.",
          "Since the deal was signed nobody in the office can recall having doubted it.",
          "Asked how sure she had been of the launch, she names the number that she would name today."),
    _part("files", "bent", "looking-back", MIND,
          "Somebody who knows of the coup goes through the cables of that year and finds warnings on every page.",
          "The report on the failed deal calls its failure plain from the first day; the notes of that day do not.",
          "Reading the speech again after the attack, everybody hears the threat in its second sentence.",
          "With the opening known, a historian shows how every visit of ten years had led up to it."),
    _part("drawn", "usable", "fit-for-use", SOUND,
          "All 38 governments without an embassy there in 1990 are followed for 20 years; nine came to have one.",
          "Thirty ultimatums are drawn by lot from all that are on file, and it is counted how they ended.",
          "Every trip that was announced in ten years is listed, whatever came of it, and then sorted by what came.",
          "From a complete list of broken contacts every tenth is taken, and it is seen how many were taken up again."),
    _part("written", "usable", "fit-for-use", SOUND,
          "On the first of each month she writes down a number for ten questions; a colleague scores all of them.",
          "His forecasts lie in dated envelopes at a notary’s, and all of the envelopes are opened.",
          "Before the files are opened, two readers write down what they expect to find in them, and where.",
          "The office publishes every forecast on the day on which it is made, and its score on the day when it is "
          "settled."),
)  # fmt: skip
MISSED = {
    "cases": "In two lines a rule is drawn from cases that stand on a list because of how they ended. Find them.",
    "looking-back": "In two lines somebody looks at the beginning and has the end in mind. Find them.",
    "fit-for-use": "Two lines would have been the same, whatever came. Find them.",
}
QUESTION = {
    "title": "What can be learnt from it?",
    "prompt": "Six invented ways to learn from cases. Each line says what somebody does, and in some of them what is "
    "concluded. What is it?",
    "points": 3,
    "claims": ["C050", "C087"],
    "hints": [
        (
            "Ask of every line: would the same have been written down, or put on the list, if the thing had ended "
            "otherwise?"
        ),
        "A list can be chosen by the end. A memory or a reading can be bent by it. They are two faults.",
    ],
    "categories": [
        {"id": "bent", "text": "Bent by the end: one looks back and already knows"},
        {"id": "usable", "text": "In order: the end had no hand in it"},
        {"id": "picked", "text": "Picked by the end: other cases could not get in"},
    ],
}
FAMILY = Family(
    "judgement-selection",
    "judgement",
    "written",
    tuple(
        sorting(
            {"id": f"judgement-selection-{n + 1}", **QUESTION},
            turned([pick(part, n, place) for place, part in enumerate(PARTS)], n),
            MISSED,
        )
        for n in range(VARIANTS)
    ),
)
