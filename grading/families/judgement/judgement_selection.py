"""Picked by the end, bent by the end, or fit for use? Six invented ways to learn from cases, in twelve mixtures."""

from grading.families.family import Family
from grading.families.lines import Line, Remark, sorting
from grading.families.mixed import VARIANTS, pick, turned

END = Remark(("usable",), "How did these cases get onto the list? Which cases could never have got there?", ("C050",))
MIND = Remark(
    ("usable",),
    "Someone here already knows how it ended. What would look just the same if it had ended differently?",
    ("C087",),
)
SOUND = Remark(
    ("picked", "bent"),
    "See when this was written down or drawn, and how the cases were chosen. Could the end have influenced it?",
    ("C087",),
)
SWAP = (
    "You’ve noticed that something is wrong here. But is it how the cases were "
    "chosen, or how one case looks from its end?"
)
OTHER = {"picked": Remark(("bent",), SWAP, ("C050",)), "bent": Remark(("picked",), SWAP, ("C087",))}


def _part(name: str, place: str, criterion: str, remark: Remark, *texts: str) -> tuple[Line, ...]:
    remarks = (remark, OTHER[place]) if place in OTHER else (remark,)
    return tuple(Line(name, text, place, criterion, remarks) for text in texts)


PARTS = (
    _part("openings", "picked", "cases", END,
          (
              "A book describes ten openings. Secret trips came before eight of them. So a "
               "secret trip usually leads to an opening."
          ),
          "Seven of nine famous truces began with a gift. So a gift brings a truce in seven cases out of nine.",
          "The museum of peace shows twelve letters that ended quarrels. So letters end quarrels.",
          "All five governments that gave way had been put under sanctions. So sanctions make governments give way."),
    _part("failures", "picked", "cases", END,
          (
              "Nearly all the failed talks in the files had been leaked to the press. So a "
               "leak nearly always makes talks fail."
          ),
          "A course on war covers six wars, each of which followed an ultimatum. So an ultimatum means war.",
          "She asked the envoys who had come home with a deal what they had done. So that is how you get a deal.",
          "Officers who had been passed over led every coup on a list. So officers who are passed over stage coups."),
    _part("recall", "bent", "looking-back", MIND,
          ("Before the vote, four readers in ten expected the result; asked afterwards, "
           "nine in ten say that they did."),
          "In May he gave the talks 30 %. They have begun, and he now remembers giving them 70 %.",
          "Now that the deal is signed, no one in the office can remember doubting it.",
          "Asked how sure she had been of the launch, she gives the number that she would give today."),
    _part("files", "bent", "looking-back", MIND,
          "A reader who knows about the coup goes through that year’s cables and finds warnings on every page.",
          "The report on the failed deal says that it was doomed from the first day; the notes from that day don’t.",
          "Reading the speech again after the attack, everyone hears the threat in its second sentence.",
          "A historian who knows about the opening shows how every visit in ten years led up to it."),
    _part("drawn", "usable", "fit-for-use", SOUND,
          "All 38 governments without an embassy there in 1990 are followed for 20 years; nine of them opened one.",
          "Thirty ultimatums are drawn by lot from all those on file, and a clerk counts how they ended.",
          "Every trip announced in ten years is listed, whatever its result, and only then sorted by result.",
          "Every tenth case is taken from a complete list of broken contacts, to see how many were resumed."),
    _part("written", "usable", "fit-for-use", SOUND,
          "On the first of each month she writes down a number for ten questions; a colleague scores all of them.",
          "He leaves his forecasts with a notary in dated envelopes, and all the envelopes are opened.",
          "Before the files are opened, two readers write down what they expect to find in them, and where.",
          "The office publishes every forecast on the day it is made, and its score on the day it is settled."),
)  # fmt: skip
MISSED = {
    "cases": "Two lines draw a rule from cases that are on a list because of how they ended. Find them.",
    "looking-back": "In two lines someone looks back at the beginning and already knows the end. Find them.",
    "fit-for-use": "Two lines would have been the same whatever happened. Find them.",
}
QUESTION = {
    "title": "What can you learn from it?",
    "prompt": (
        "Here are six invented ways to learn from cases. Each line says what someone "
        "does, and some also say what they conclude. Which description fits each "
        "line?"
    ),
    "points": 3,
    "claims": ["C050", "C087"],
    "hints": [
        (
            "For every line, ask: would the same thing have been written down, or put on "
            "the list, if it had ended differently?"
        ),
        "A list can be picked by the end. A memory or a reading can be bent by it. These are two different faults.",
    ],
    "categories": [
        {"id": "bent", "text": "Bent by the end: someone looks back already knowing it"},
        {"id": "usable", "text": "Fit for use: the end had no influence on it"},
        {"id": "picked", "text": "Picked by the end: other cases couldn’t get in"},
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
