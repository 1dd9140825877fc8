"""Ten sentences that somebody may have taken from the brief, in three or four wordings."""

from grading.families.lines import Line, Remark

PLACE = Remark(
    ("against", "unsaid"),
    "There is a place for this sentence. Look for it under other words.",
    ("C016", "C052", "C057", "C059", "C077", "C083"),
)


def _wrong(misconception: str, says: str, *reread: str) -> tuple[Remark, ...]:
    return (Remark(("supports",), says, reread, misconception),)


PARTS: tuple[tuple[Line, ...], ...] = (
    tuple(
        Line(
            "price",
            text,
            "against",
            "detainees",
            _wrong(
                "M04",
                "Washington has made a statement on just this. Find it in the section on the release.",
                "C082",
                "C084",
            ),
        )
        for text in (
            "If the three are let go, Washington will count it towards a nuclear deal.",
            "Whoever frees the three has bought something in the nuclear question, says Washington.",
            "Washington holds out nuclear concessions for the release of the three.",
            "For Washington the three prisoners and the nuclear question go into one bargain.",
        )
    ),
    tuple(
        Line(
            "course",
            text,
            "against",
            "people",
            _wrong(
                "M05",
                "Somebody in the brief thinks so. See who it is, and what the author adds.",
                "C068",
                "C069",
                "C072",
            ),
            also=("unsaid",),
        )
        for text in (
            "New officials were picked, so the author counts on a new policy.",
            "From the appointments the author can tell where Washington is heading.",
            "The author takes the change of staff for the change of course.",
            "In the author’s eyes the new names settle that another policy comes.",
        )
    ),
    tuple(
        Line(
            "journey",
            text,
            "against",
            "journey",
            _wrong(
                "M06",
                "You may have taken the hope for the result. The author sums the result up in one short sentence.",
                "C053",
                "C054",
                "C055",
                "C056",
            ),
        )
        for text in (
            "The author finds that the minister’s stay in New York has eased relations.",
            "Pyongyang got from the minister’s stay what it had sent him for.",
            "The minister went home from New York with relations in better order.",
            "In New York the minister did his country’s standing with Washington a service.",
        )
    ),
    tuple(
        Line(
            "proof",
            text,
            "unsaid",
            "visits",
            _wrong(
                "M10",
                "Passing a report on is not proving it. Look at how each contact comes into the section on visits.",
                "C024",
                "C060",
                "C074",
                "C075",
            ),
            also=("against",),
        )
        for text in (
            "The brief has proof of the trip of August 2014.",
            "The author has checked that officials were in Pyongyang in August 2014.",
            "That there was a trip in August 2014 is beyond doubt, as the section on visits shows.",
            "The section on visits documents the trip of August 2014.",
        )
    ),
    tuple(
        Line(
            "bombs",
            text,
            "unsaid",
            "nuclear",
            _wrong(
                "M16",
                (
                    "Compare three things with the place: how sure the agency is, which material is spoken of, and "
                    "whether there is a "
                    "word on bombs made of it."
                ),
                "C032",
                "C033",
            ),
            also=("against",),
        )
        for text in (
            "The agency in Vienna has found that Pyongyang owns bombs of enriched uranium.",
            "Bombs of enriched uranium are part of the arsenal, by the IAEA’s finding.",
            "The IAEA vouches for North Korean bombs made of enriched uranium.",
        )
    ),
    tuple(
        Line(
            "fourth",
            text,
            "unsaid",
            "nuclear",
            _wrong("M09", "Read the verb in the sentence on the test. Something is still held there.", "C034"),
            also=("against",),
        )
        for text in (
            "Pyongyang has set off a nuclear device for the fourth time.",
            "Pyongyang is going to carry out its fourth test, as the brief announces.",
            "A fourth nuclear test lies behind Pyongyang.",
        )
    ),
    tuple(
        Line(
            "in-vain",
            text,
            "unsaid",
            "visits",
            _wrong(
                "M18",
                (
                    "You took the trip that the brief tells of first for the one that happened first. Only one of the "
                    "two "
                    "votes is a "
                    "mid-term election."
                ),
                "C076",
                "C078",
                "C079",
            ),
            also=("against",),
        )
        for text in (
            "Of the trip in August 2014 the author says that nothing tangible came of it.",
            "The trip that Kyodo reported is the one that the author calls fruitless.",
            "What was tried in 2012 is, to the author, a warning before the mid-term elections.",
        )
    ),
    tuple(
        Line("first-place", text, "supports", "journey", (PLACE,))
        for text in (
            "The minister’s journey to New York was unusual for Pyongyang.",
            "The journey to New York seems to have turned out badly for Pyongyang.",
            "A newspaper says that the minister was not let into a meeting.",
        )
    ),
    tuple(
        Line("second-place", text, "supports", "people", (PLACE,))
        for text in (
            "A trip in secret need not mean that the policy is another one.",
            "The author warns against making much of the new posts.",
            "That Washington has other people for North Korea is told without reserve.",
        )
    ),
    tuple(
        Line("third-place", text, "supports", "detainees", (PLACE,))
        for text in (
            "Pyongyang would like Washington to send somebody of high rank.",
            "Washington would like to get the three home by diplomacy.",
            "About the three prisoners the two capitals are after different things.",
        )
    ),
)
