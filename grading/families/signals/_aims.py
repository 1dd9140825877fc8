"""Nine moves and matters of the brief, each with something that may belong to it, in three or four wordings."""

from grading.families.lines import Line, Remark

MOODS = Remark(
    ("effect",), "Has it come about? Look for the word that says in whose mind this stands.", ("C035", "C036", "C038")
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
                    ("aim",), "Nobody travels for this. Read again who did what in New York.", ("C054", "C055", "C056")
                ),
            ),
        )
        for text in (
            "The minister in New York: he is shut out of a meeting, and prison camps are condemned there",
            "The minister in New York: the reverse of what the journey was made for",
            "The minister in New York: the door of a meeting stays shut for him",
            "The minister in New York: a public rebuke by the Secretary of State",
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
                    "Look for the place where the author says what one thing has done to another.",
                    ("C078", "C081", "C084", "C093"),
                ),
            ),
        )
        for text in (
            "Agreements that Pyongyang broke: Washington sees little use in talks",
            "Different wishes about the three prisoners: a deal is harder to reach",
            "Keeping the prisoners apart from the nuclear question: Washington hesitates to send somebody senior",
        )
    ),
    tuple(
        Line("capacity", text, "aim", "capacity", (MOODS,))
        for text in (
            "More nuclear capacity: Washington under pressure to negotiate",
            "More nuclear capacity: waiting becomes uncomfortable for Washington",
            "More nuclear capacity: Washington gets used to a nuclear North Korea",
            "A fourth nuclear test, if it came: everybody sees what Pyongyang has",
        )
    ),
    tuple(
        Line("quiet", text, "aim", "trips")
        for text in (
            "The trip of August 2014: no provocations before the mid-terms",
            "The trip of August 2014: Pyongyang takes a warning home before an American vote",
            "The trip of August 2014: nothing that disturbs the mid-term elections",
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
                        "The sentence on two trips counts in the order of time, not in the order in which the brief "
                        "tells "
                        "of "
                        "them. Only one trip lies near the mid-terms."
                    ),
                    ("C074", "C076", "C078", "C079"),
                    "M18",
                ),
            ),
        )
        for text in (
            "The trip of August 2014: no concrete progress",
            "The trip of August 2014: nothing that one could hold in one’s hands",
            "The trip of August 2014: a result so small that the author calls it none",
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
                        "The other contacts stand before a “yet”. See what comes after it, and who can give what "
                        "Pyongyang "
                        "wants in the end."
                    ),
                    ("C012", "C016", "C017", "C018"),
                    "M12",
                ),
            ),
        )
        for text in (
            "Talks with Tokyo and a tour of Europe: new partners who take Washington’s place",
            "Talks with Tokyo and a tour of Europe: getting by without Washington",
            "A dialogue with Tokyo: a guarantee that Washington need no longer give",
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
                        "That a journey was meant well does not say how it ended. The author has a short sentence on "
                        "how "
                        "it "
                        "ended, and two events to go with it."
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
            "The reactor in use again: Washington learns that it need not call any more",
            "More nuclear capacity: Pyongyang is left in peace by negotiators",
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
                        "The brief says who came and who went home. Look for a word on what happened at the "
                        "negotiating "
                        "table "
                        "afterwards."
                    ),
                    ("C050",),
                    "M17",
                ),
            ),
        )
        for text in (
            "The missions of Clinton and Carter: negotiators at one table again",
            "The missions of Clinton and Carter: the nuclear question back on the agenda",
            "The missions of Clinton and Carter: more than freed prisoners, a round of nuclear diplomacy",
        )
    ),
)
