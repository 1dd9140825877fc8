"""Complete the forecasts: of eight numbers three are given, and five more have to fit."""

from grading.families.family import Family, Variant
from grading.families.mixed import sure

GIVEN = (
    # talks within two years; of these after a step; a test within two years, in per cent
    (30, 12, 45), (36, 21, 50), (33, 8, 55), (39, 27, 42), (31, 9, 52), (38, 14, 47), (35, 26, 58), (32, 19, 44),
    (37, 13, 53), (34, 23, 48), (40, 29, 56), (29, 11, 41),
)  # fmt: skip
SHOWN = (
    ("talks-two", "after-step", "test-two"),
    ("talks-two", "no-step", "quiet"),
    ("after-step", "no-step", "test-two"),
)
"""Which three numbers are told; the others follow from them, or have a bound in them."""
TESTS = (
    ("A nuclear test", "No nuclear test"), ("A launch of a satellite", "No launch of a satellite"),
    ("An artillery drill at sea", "No artillery drill at sea"), ("A test of a long-range missile",
        "No test of a long-range missile"),
)  # fmt: skip
MORE = (
    ("embassies", "embassies open"), ("fuel", "a shipment of fuel arrives"), ("pact", "a treaty is signed"), ("guests",
        "a head of state visits"),
)  # fmt: skip
QUESTION = {
    "type": "forecast",
    "title": "Complete the forecasts",
    "points": 4,
    "claims": ["C025", "C092", "C097"],
    "shuffle": False,
    "hints": [
        (
            "Draw a hundred worlds as a rectangle. Divide it first by whether talks "
            "begin, then by what comes before them."
        ),
        (
            "Enter the given numbers first. Two of the others are then fixed. The last "
            "three only have an upper limit, and below it you’re free to choose."
        ),
    ],
}


def completed(given: tuple[int, int, int]) -> dict[str, int]:
    """All numbers that are fixed, in per cent."""
    talks, after, test = given
    return {"talks-two": talks, "after-step": after, "no-step": talks - after, "test-two": test, "quiet": 100 - test}


def _exactly(percentage: int) -> list[float]:
    """The interval of a number that is fixed: what a panel rounds to it."""
    return [round(percentage / 100 - 0.005, 3), round(percentage / 100 + 0.005, 3)]


def _variant(n: int) -> Variant:
    fixed, shown = completed(GIVEN[n]), SHOWN[n % 3]
    (test, none), (name, more) = TESTS[n % 4], MORE[(n + n // 4) % 4]
    texts = {
        "talks-one": "Talks of substance on the nuclear programme begin within one year",
        "talks-two": "Talks of substance on the nuclear programme begin within two years",
        "after-step": "Such talks begin within two years, after a concrete step by Pyongyang",
        "no-step": "Such talks begin within two years, without such a step first",
        name: f"Such talks begin within two years, and {more} in those two years as well",
        "test-one": f"{test} takes place within one year",
        "test-two": f"{test} takes place within two years",
        "quiet": f"{none} takes place within two years",
    }
    known = "; ".join(f"“{texts[each]}”: **{fixed[each]} %**" for each in shown)
    prompt = (
        f"An invented reader has made three of eight forecasts and leaves the rest to you. {known}. Enter these three, "
        "and choose the other five numbers so that **all eight fit together**. What is given fixes some of the five; "
        "you’re free to choose the others within their limits. The panel doesn’t check this for you."
    )
    given = {each: _exactly(fixed[each]) for each in shown}
    derived = {each: _exactly(number) for each, number in fixed.items() if each not in shown}
    sure(len(derived) == 2, f"judgement-forecasts-{n + 1}: two numbers that follow")
    criteria = [
        {"id": "derived", "points": 2, "when": {"between": derived},
         "missed": ("One thing has to happen in one of two ways, and another either happens or "
                    "doesn’t. Two of the numbers follow from what is given.")},
        {"id": "all", "points": 2, "when": {"between": given | derived, "at_most": [["talks-one", "talks-two"], [
            "test-one", "test-two"], [name, "talks-two"]]},
         "missed": ("Check all eight together: keep the given numbers as they are, work out the "
                    "two that follow from them, and give nothing narrow more than something "
                    "wider.")},
    ]  # fmt: skip
    remarks = [
        {"when": {"not": {"at_most": [["talks-one", "talks-two"], ["test-one", "test-two"]]}},
         "says": "For one of the events you give the shorter time more than the longer one. Whatever happens within "
                 "one year has also happened within two.", "reread": ["C087"]},
        {"when": {"not": {"at_most": [[name, "talks-two"]]}},
         "says": "You give something that includes talks more than the talks themselves. It can’t happen without "
                 "them.", "reread": ["C025", "C087"]},
        {"when": {"not": {"adds_up": [{"whole": "talks-two", "parts": ["after-step", "no-step"]}]}},
         "says": "Talks begin either after a step or without one. There isn’t a third way, and the two never overlap. "
                 "See whether your three numbers say this.", "reread": ["C025", "C092", "C097"]},
        {"when": {"not": {"adds_up": [{"parts": ["test-two", "quiet"]}]}},
         "says": "Either it happens in these two years or it doesn’t. Look at your two numbers together.",
         "reread": ["C034"]},
    ]  # fmt: skip
    right = {each: number / 100 for each, number in fixed.items()}
    expert = right | {"talks-one": right["talks-two"] / 2, name: 0.01, "test-one": right["test-two"] / 2}
    bold = right | {"talks-one": right["talks-two"], name: right["talks-two"], "test-one": 0.0}
    question = {
        "id": f"judgement-forecasts-{n + 1}",
        **QUESTION,
        "prompt": prompt,
        "items": [{"id": each, "text": text} for each, text in texts.items()],
        "settled_by": dict.fromkeys(texts, "Invented: nothing has to be settled here, because only the numbers count."),
    }
    return Variant(question, {"criteria": criteria, "remarks": remarks}, {"expert": expert, "dissenter": bold})


FAMILY = Family("judgement-forecasts", "judgement", "computed", tuple(_variant(n) for n in range(12)))
