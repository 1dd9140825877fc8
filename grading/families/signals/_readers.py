"""Ten sentences that somebody may have taken from the brief, in three or four wordings."""

from grading.families.lines import Line, Remark

PLACE = Remark(
    ("against", "unsaid"),
    "The brief has a passage for this sentence. Look for it in other words.",
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
                "Washington has said something about exactly this. Find it in the section on the release.",
                "C082",
                "C084",
            ),
        )
        for text in (
            "If the three are let go, Washington will count it towards a nuclear deal.",
            "By freeing the three, says Washington, Pyongyang gains something on the nuclear question.",
            "Washington offers nuclear concessions in return for the release of the three.",
            "For Washington the three prisoners and the nuclear question belong in one bargain.",
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
                "Some people in the brief think so. See who they are, and what the author adds.",
                "C068",
                "C069",
                "C072",
            ),
            also=("unsaid",),
        )
        for text in (
            "New officials have been picked, so the author counts on a new policy.",
            "From the appointments the author can tell where Washington is heading.",
            "The author takes the change of staff for a change of course.",
            "In the author’s eyes the new names prove that a different policy is coming.",
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
                "You may have taken the hope for the result. The author sums up the result in one short sentence.",
                "C053",
                "C054",
                "C055",
                "C056",
            ),
        )
        for text in (
            "The author finds that the minister’s stay in New York has eased relations.",
            "The minister’s stay got Pyongyang what it had sent him for.",
            "The minister went home from New York with relations in better shape.",
            "In New York the minister improved his country’s standing with Washington.",
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
                (
                    "You can pass on a report without proving it. Look at how the section on "
                    "visits introduces each contact."
                ),
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
            "The section on visits leaves no doubt that there was a trip in August 2014.",
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
                    "Check three things in the passage: how sure the agency is, which material it"
                    " means, and whether it says anything about bombs made of it."
                ),
                "C032",
                "C033",
            ),
            also=("against",),
        )
        for text in (
            "The agency in Vienna has found that Pyongyang has bombs made of enriched uranium.",
            "According to the IAEA, bombs made of enriched uranium are part of the arsenal.",
            "The IAEA vouches for North Korean bombs made of enriched uranium.",
        )
    ),
    tuple(
        Line(
            "fourth",
            text,
            "unsaid",
            "nuclear",
            _wrong("M09", "Read the verb in the sentence on the test. What does it say Pyongyang still has?", "C034"),
            also=("against",),
        )
        for text in (
            "Pyongyang has set off a nuclear device for the fourth time.",
            "The brief announces that Pyongyang is going to carry out its fourth test.",
            "Pyongyang has a fourth nuclear test behind it.",
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
                    "You took the trip that the brief mentions first for the one that happened "
                    "first. Only one of the two votes is a mid-term election."
                ),
                "C076",
                "C078",
                "C079",
            ),
            also=("against",),
        )
        for text in (
            "The author says that nothing tangible resulted from the trip in August 2014.",
            "The trip that Kyodo reported is the one that the author calls fruitless.",
            "The author reads what was tried in 2012 as a warning before the mid-term elections.",
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
            "A secret trip doesn’t have to mean that policy has changed.",
            "The author warns against making too much of the new posts.",
            "The brief says without reservation that Washington is changing its people for North Korea.",
        )
    ),
    tuple(
        Line("third-place", text, "supports", "detainees", (PLACE,))
        for text in (
            "Pyongyang would like Washington to send someone of high rank.",
            "Washington would like to get the three home through diplomacy.",
            "When it comes to the three prisoners, the two capitals want different things.",
        )
    ),
)
