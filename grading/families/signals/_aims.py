"""Nine moves and matters of the brief, each with something that may belong to it, in three or four wordings."""

from grading.families.lines import Line, Remark

MOODS = Remark(
    ("effect",), "Has this happened? Look for the word that says whose belief it is.", ("C035", "C036", "C038")
)

PARTS: tuple[tuple[Line, ...], ...] = (
    tuple(
        Line(
            "new-york",
            text,
            "effect",
            "new-york",
            (
                Remark(
                    ("aim",),
                    "No one makes a journey to get this. Read again who did what in New York.",
                    ("C054", "C055", "C056"),
                ),
            ),
        )
        for text in (
            "The minister in New York: he is kept out of a meeting at which prison camps are condemned",
            "The minister in New York: the opposite of what the journey was meant to achieve",
            "The minister in New York: he has to stay outside a meeting",
            "The minister in New York: a public rebuke from the Secretary of State",
        )
    ),
    tuple(
        Line(
            "came-of-it",
            text,
            "effect",
            "results",
            (
                Remark(
                    ("aim", "neither"),
                    "Find the passage in which the author says what one thing has led to.",
                    ("C078", "C081", "C084", "C093"),
                ),
            ),
        )
        for text in (
            "Agreements that Pyongyang broke: Washington sees little use in talks",
            "Different wishes about the three prisoners: a deal is harder to reach",
            "Keeping the prisoners apart from the nuclear question: Washington hesitates to send someone senior",
        )
    ),
    tuple(
        Line("capacity", text, "aim", "capacity", (MOODS,))
        for text in (
            "More nuclear capacity: Washington under pressure to negotiate",
            "More nuclear capacity: waiting becomes uncomfortable for Washington",
            "More nuclear capacity: Washington comes to accept a nuclear North Korea",
            "A fourth nuclear test, if there were one: everyone sees what Pyongyang has",
        )
    ),
    tuple(
        Line("quiet", text, "aim", "trips")
        for text in (
            "The trip of August 2014: no provocations before the mid-terms",
            "The trip of August 2014: Pyongyang is warned before an American vote",
            "The trip of August 2014: nothing to disturb the mid-term elections",
        )
    ),
    tuple(
        Line(
            "first-trip",
            text,
            "neither",
            "trips",
            (
                Remark(
                    ("effect", "aim"),
                    (
                        "The sentence on two trips numbers them by date, not in the order in which "
                        "the brief mentions them. Only one of the trips was close to the mid-terms."
                    ),
                    ("C074", "C076", "C078", "C079"),
                    "M18",
                ),
            ),
        )
        for text in (
            "The trip of August 2014: no concrete progress",
            "The trip of August 2014: nothing that anyone could point to",
            "The trip of August 2014: too small a result for the author to count",
        )
    ),
    tuple(
        Line(
            "partners",
            text,
            "neither",
            "partners",
            (
                Remark(
                    ("aim", "effect"),
                    (
                        "The brief mentions the other contacts before a “yet”. See what follows it, "
                        "and who can give Pyongyang what it wants in the end."
                    ),
                    ("C012", "C016", "C017", "C018"),
                    "M12",
                ),
            ),
        )
        for text in (
            "Talks with Tokyo and a tour of Europe: new partners who take Washington’s place",
            "Talks with Tokyo and a tour of Europe: getting by without Washington",
            "A dialogue with Tokyo: a guarantee that Washington no longer has to give",
        )
    ),
    tuple(
        Line(
            "closer",
            text,
            "neither",
            "new-york",
            (
                Remark(
                    ("effect",),
                    (
                        "The purpose of a journey doesn’t tell you how it ended. The author says in "
                        "one short sentence how this one ended, and adds two events."
                    ),
                    ("C053", "C054", "C055", "C056"),
                    "M06",
                ),
            ),
            also=("aim",),
        )
        for text in (
            "The minister in New York: Pyongyang and Washington closer to each other",
            "The minister in New York: a warmer tone between the two capitals",
            "The minister in New York: some of the old mistrust is gone",
        )
    ),
    tuple(
        Line(
            "no-talks",
            text,
            "neither",
            "capacity",
            (
                Remark(
                    ("aim", "effect"),
                    "The author lists the nuclear programme among Pyongyang’s cards. Read what the cards are for.",
                    ("C030", "C036", "C038"),
                    "M15",
                ),
            ),
        )
        for text in (
            "More nuclear capacity: an end to the idea of talks",
            "The reactor in use again: Washington learns that it can stop asking for talks",
            "More nuclear capacity: negotiators leave Pyongyang in peace",
        )
    ),
    tuple(
        Line(
            "missions",
            text,
            "neither",
            "results",
            (
                Remark(
                    ("effect", "aim"),
                    (
                        "The brief says who came and who went home. Does it say anything about what "
                        "happened at the negotiating table afterwards?"
                    ),
                    ("C050",),
                    "M17",
                ),
            ),
        )
        for text in (
            "The missions of Clinton and Carter: negotiators back at the table",
            "The missions of Clinton and Carter: the nuclear question back on the agenda",
            "The missions of Clinton and Carter: not only freed prisoners but a round of nuclear diplomacy",
        )
    ),
)
