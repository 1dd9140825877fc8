"""What follows from two sentences with “only”? Whether a choice follows is what `course.argument.entails` says of it.

In words: a thing is had only if one giver gives it (T, G), and the giver gives it only if something is done first
(K). A third party (O) and a later deed (D) are not spoken of.
"""

from random import Random
from statistics import mean

from course.argument import Statement, entails
from grading.families.family import Family, Variant

NAME = "only-giver"
PREMISES = (Statement("only_if", ("T", "G")), Statement("only_if", ("G", "K")))
SCENES = (
    ("Tarmund", "Ostavia", "the loan", "opens its books", "Ellmark", "sells its fleet"),
    ("Quellin", "Hadern", "the fishing licence", "returns the boats", "Norva", "scraps its nets"),
    ("Mirrow", "Stellen", "the guarantee", "pulls its guns back", "Averna", "dissolves its army"),
    ("Osk", "Vardia", "the crown", "says that it is sorry", "Norrin", "closes its museum"),
    ("the valley", "the city", "the water", "repairs the wall", "the lake district", "fills its wells in"),
    ("the guild", "the queen", "the charter", "pays the tithe", "the bishop", "gives its arms up"),
    ("Sorrel", "Brackmar", "the gas", "ends its embargo", "Luven", "shuts its coal mines"),
    ("the quarry", "the railway", "the siding", "lowers its fees", "the canal company", "takes its cranes down"),
    ("Terrin", "Gault", "the landing right", "frees the pilots", "Isemark", "sells its jets"),
    ("the crew", "the captain", "the pardon", "hands the chest over", "the mate", "leaves the ship"),
    ("Palden", "Ruhm", "the seat in the league", "signs the code", "Corvin", "leaves the other league"),
    ("the clinic", "the ministry", "the vaccine", "names its patients", "the army", "closes its laboratory"),
)
"""Who wants it, who alone can give it, what it is, what has to be done first, a third party, and what is hoped for
later."""
CHOICES: dict[str, tuple[tuple[tuple[Statement, str], ...], ...]] = {
    "right": (
        ((Statement("only_if", ("T", "G")), "As long as {giver} refuses, {side} can’t have {thing}."),
         (Statement("if", ("T", "G")), "If {side} ever has {thing}, {giver} has given it.")),
        ((Statement("if_not", ("K", "T")), "{side} goes without {thing} unless it {first}."),
         (Statement("if", ("T", "K")), "If {side} has {thing}, it has done what was asked first.")),
        ((Statement("if", ("G", "K")), "If {giver} gives {thing}, {side} has done what was asked."),
         (Statement("if_not", ("K", "G")), "If {side} doesn’t do what was asked, {giver} won’t give {thing}.")),
    ),
    "wrong": (
        ((Statement("if", ("K", "G")), "As soon as {side} {first}, {giver} gives it {thing}."),
         (Statement("if", ("K", "T")), "Once {side} {first}, it will get {thing}.")),
        ((Statement("if_not", ("G", "O")), "If {giver} keeps refusing, {other} steps in."),
         (Statement("if", ("O", "T")), "If {other} agrees, {side} can have {thing} as well.")),
        ((Statement("if", ("T", "D")), "Once it has {thing}, {side} {later}."),
         (Statement("if_not", ("T", "K")), "If {side} doesn’t have {thing}, it hasn’t done what was asked.")),
    ),
}  # fmt: skip
"""Three places for choices that follow and three for others, with two wordings each."""
DRAWS = (4, 13, 13, 0, 5, 5, 0, 3, 1, 19, 2, 2)
"""Which draw each variant takes: the first in which whoever goes by the lessons’ lines earns nothing, and whoever goes
by the sound of claims or by tables no more than a guess (`tests/grading/families/test_goals.py`)."""
HINTS = [
    "“Only” tells you what is needed. Does it tell you what is enough?",
    "Start from the end of each story: if the thing has been given, what must have happened before?",
]
MISSED = {
    "needed": "Put the first sentence in two ways: from the giver’s side, and from the receiver’s.",
    "chain": "Put the two sentences together. What has to be done before anything is given?",
    "not-enough": "Both sentences say what has to happen first. Do they say what will follow, or who else might help?",
    "all-and-only": "Choose every sentence that says the same or less, but none that says more.",
}


def follows(stated: Statement) -> bool:
    """Whether a statement is true in every world in which both sentences are."""
    return entails(PREMISES, stated)


def variant(number: int) -> Variant:
    """The variant of one scene, with one wording at each place so that right and wrong choices are of like length."""
    names = ("side", "giver", "thing", "first", "other", "later")
    scene = dict(zip(names, SCENES[number], strict=True))
    chance = Random(f"{number}-{DRAWS[number]}")  # noqa: S311 - a draw that can be made again
    while True:
        drawn = [chance.choice(pair) for kind in CHOICES.values() for pair in kind]
        chance.shuffle(drawn)
        texts = {n: _upper(text.format(**scene)) for n, (_, text) in zip("abcdef", drawn, strict=True)}
        right = [n for n, (stated, _) in zip("abcdef", drawn, strict=True) if follows(stated)]
        if _alike(texts, right):
            break
    question = {
        "id": f"{NAME}-{number + 1}",
        "type": "choose_many",
        "title": "What does “only” say?",
        "prompt": "Assume that two sentences about an invented case are true: *“Only {giver} can give {side} {thing},"
        " and {side} has {thing} only if {giver} gives it.” “{Giver} gives it only if {side} {first}.”* Choose"
        " **all** the sentences that follow from these two.".format(**scene, Giver=_upper(scene["giver"])),
        "points": 4,
        "claims": ["C017", "C018", "C019"],
        "hints": HINTS,
        "choices": [{"id": n, "text": text} for n, text in texts.items()],
    }
    of = {n: stated for n, (stated, _) in zip("abcdef", drawn, strict=True)}
    return Variant(question, _key(of, right), {"expert": right})


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def _alike(texts: dict[str, str], right: list[str]) -> bool:
    good = mean(len(texts[n]) for n in right)
    bad = mean(len(text) for n, text in texts.items() if n not in right)
    return abs(good - bad) < 0.14 * bad


def _key(of: dict[str, Statement], right: list[str]) -> dict[str, object]:
    wrong = [n for n in of if n not in right]
    about_giver = [n for n in right if "K" not in of[n].of]
    about_deed = [n for n in right if "K" in of[n].of]
    whens = {
        "needed": {"includes": [*about_giver, about_deed[0]], "excludes": wrong[:1]},
        "chain": {"includes": about_deed, "excludes": wrong[1:2]},
        "not-enough": {"includes": right[:1], "excludes": wrong},
        "all-and-only": {"includes": right, "excludes": wrong},
    }
    says = {
        True: "You treated what is needed as if it were enough, or turned the sentence round.",
        False: "The two sentences don’t say this. They say only what has to happen first.",
    }
    return {
        "criteria": [{"id": n, "when": when, "missed": MISSED[n]} for n, when in whens.items()],
        "remarks": [
            {"when": {"includes": [n]}, "says": says[{*of[n].of} <= {"T", "G", "K"}], "reread": ["C017"]} for n in wrong
        ],
    }


FAMILY = Family(NAME, "goals", "computed", tuple(map(variant, range(12))))
