"""Same event, same source? Pairs of invented reports, sorted by two questions that are often taken for one.

A report is about an event and goes back to a source, perhaps by way of others. Who copies whom differs from variant to
variant.
"""

from itertools import combinations

import msgspec

from grading.families.family import Family, Variant
from grading.families.lines import Line, Remark, sorting
from grading.families.mixed import sure, turned


class Told(msgspec.Struct, frozen=True):
    """A report: the number of its event, and either its source or the number of the report that it copies."""

    event: int
    source: int = -1
    copies: int = 0


CHAINS: tuple[tuple[Told, ...], ...] = (
    (Told(0, 0), Told(0, copies=1), Told(0, 1), Told(1, 0), Told(0, copies=2), Told(1, 2)),
    (Told(0, 0), Told(0, 1), Told(0, copies=2), Told(1, 0), Told(1, copies=4), Told(1, 2)),
    (Told(1, 1), Told(0, 0), Told(0, copies=2), Told(1, copies=1), Told(0, 1), Told(1, 2)),
)
"""Six reports each, in three nets."""
THEMES = (
    (
        ("a grey ship has entered the harbour of Sund", "a crane has been brought ashore in Sund"),
        ("a clerk in the harbour office", "a fisherman with a camera", "a pilot who flew over the bay"),
        (
            "The agency Norda",
            "Radio Sund",
            "The *Coast Mail*",
            "The weekly *Sail*",
            "A website on ships",
            "The daily *Light*",
        ),
    ),
    (
        ("a train with closed wagons has crossed the border at Ost", "the guard at Ost has been doubled"),
        ("a railwayman at Ost", "a farmer beside the line", "a driver who waited at the gate"),
        (
            "The agency Transa",
            "The *Border Post*",
            "Radio Ost",
            "The daily *Signal*",
            "A website on railways",
            "The weekly *Track*",
        ),
    ),
    (
        ("the envoy of Vell has visited the palace of Tarn", "the palace of Tarn has ordered flags of Vell"),
        ("a doorman of the palace", "a cook at the hotel", "a tailor who sews flags"),
        (
            "The *Tarn Herald*",
            "Radio Tarn",
            "The agency Medra",
            "The weekly *Mirror*",
            "A website on courts",
            "The daily *Morning*",
        ),
    ),
    (
        ("smoke has risen from the plant at Kor", "lorries have left the plant at Kor by night"),
        ("a shepherd above Kor", "a student who lives in Kor", "a driver of a snow plough"),
        (
            "The agency Alpin",
            "The *Kor Gazette*",
            "Radio Alpin",
            "The daily *Peak*",
            "A website on weather",
            "The weekly *Valley*",
        ),
    ),
)
PLACES = {(True, True): "nothing-new", (True, False): "confirms", (False, True): "one-throat", (False, False): "apart"}
"""Whether event and source are the same, to the category."""
WANTED = {"nothing-new": 2, "confirms": 2, "one-throat": 2, "apart": 1}
SAYS = {
    "nothing-new": "Follow both reports back to the person who saw something. Are there two such people?",
    "confirms": "Two reports of one event can still come from two people. Who saw it in each case?",
    "one-throat": (
        "Ask two separate questions about this pair: what happened, and who says so? "
        "If that person is lying, what is left?"
    ),
    "apart": "Suppose one report of this pair is false. Does that affect the other one at all?",
}
QUESTION = {
    "title": "Same event? Same source?",
    "points": 4,
    "claims": ["C024", "C060", "C074", "C075"],
    "hints": [
        "For every report, write down what is said to have happened and which person the news began with.",
        "A report that repeats a repeated report still goes back to the first one’s source.",
    ],
    "categories": [
        {"id": "one-throat", "text": "Two events, one source: the second says something new, from the same person"},
        {"id": "nothing-new", "text": "One event, one source: the second adds nothing"},
        {"id": "apart", "text": "Two events, two sources"},
        {"id": "confirms", "text": "One event, two sources: the second confirms the first"},
    ],
}
MISSED = {
    "source": (
        "In two pairs both reports tell one story and go back to one person. Follow "
        "every “repeating” back to where it began."
    ),
    "event": "In two pairs a second person has seen the same thing. That is worth more than an echo.",
    "both": "In three pairs the events differ. For each of these, ask whether both reports go back to one person.",
}
CRITERION = {"nothing-new": "source", "confirms": "event", "one-throat": "both", "apart": "both"}


def origin(chain: tuple[Told, ...], number: int) -> int:
    """The source with which a report began; numbers of reports count from 1."""
    told = chain[number - 1]
    return origin(chain, told.copies) if told.copies else told.source


def place(chain: tuple[Told, ...], one: int, other: int) -> str:
    """The category of a pair."""
    same_event = chain[one - 1].event == chain[other - 1].event
    return PLACES[same_event, origin(chain, one) == origin(chain, other)]


def _variant(n: int) -> Variant:
    chain, (events, sources, outlets) = CHAINS[n // 4], THEMES[n % 4]
    told = []
    for number, each in enumerate(chain, 1):
        word = f"citing {sources[each.source]}" if not each.copies else f"repeating report {each.copies}"
        told.append(f"({number}) {outlets[(number + n) % 6]}, {word}: {events[each.event]}.")
    prompt = (
        f"Here are six invented reports. {' '.join(told)} The same words for a source mean the same person. How are the"
        " two reports in each pair related?"
    )
    left, lines = dict(WANTED), []
    pairs = sorted(combinations(range(1, 7), 2), key=lambda pair: (sum(pair) * 5 + pair[0] * 3 + n) % 11)
    for one, other in pairs:
        where = place(chain, one, other)
        if left[where]:
            left[where] -= 1
            wrong = tuple(each for each in WANTED if each != where)
            remark = Remark(wrong, SAYS[where], ("C060", "C074"))
            lines.append(Line(f"r{one}-r{other}", f"Reports {one} and {other}", where, CRITERION[where], (remark,)))
    sure(not any(left.values()), f"signals-pairs-{n + 1}: enough pairs of each category")
    return sorting({"id": f"signals-pairs-{n + 1}", **QUESTION, "prompt": prompt}, turned(lines, n), MISSED)


FAMILY = Family("signals-pairs", "signals", "computed", tuple(_variant(n) for n in range(12)))
