"""Seven summaries of places in the brief, each in four wordings."""

from grading.families.lines import Line, Remark

HANDS = ("C068", "C069", "C072")
UNSURE = Remark(
    ("kept",), "The brief is less certain here. Look at its verb, and at the words beside the verb.", ("C097",)
)
IN_HAND = Remark(
    ("done", "careful"),
    "You can keep an option without using it. Compare this summary with its passage once more.",
    ("C034",),
)

PARTS: tuple[tuple[Line, ...], ...] = (
    tuple(
        Line(
            "uranium",
            text,
            "careful",
            "careful",
            (
                Remark(
                    ("kept",),
                    (
                        "The summary still names the agency. But how sure is the brief of the second "
                        "thing that it reports from the agency? Look for a small verb."
                    ),
                    ("C033",),
                    "M16",
                ),
            ),
        )
        for text in (
            "According to the IAEA, Pyongyang has got further with enriched uranium.",
            "The IAEA says that Pyongyang’s enrichment of uranium has made headway.",
            "The IAEA reports that Pyongyang is further along with enriched uranium than it was.",
            "By the IAEA’s account, Pyongyang has moved ahead with highly enriched uranium.",
        )
    ),
    tuple(
        Line("firmer", text, "careful", "careful", (UNSURE,))
        for text in (
            "Washington will not change how it deals with North Korea.",
            "The change of staff leaves Washington less room than it had.",
            "Sydney Seiler will be the deputy representative for the Six-Party Talks.",
            "Pyongyang has worked out that it needs calmer surroundings.",
        )
    ),
    tuple(
        Line(
            "visit",
            text,
            "source",
            "source",
            (
                Remark(
                    ("kept",),
                    (
                        "Here something secret reads as if the author had seen it. Look at the first "
                        "words of the sentence in the section on visits."
                    ),
                    ("C060", "C074", "C075", "C076", "C077"),
                    "M10",
                ),
            ),
        )
        for text in (
            "American officials were secretly in Pyongyang in August 2014.",
            "Officials from Washington had already been to Pyongyang in secret before August 2014.",
            "The two governments were in secret contact before the American vote of 2012.",
            "In August 2014 a group from Washington was in Pyongyang without the public knowing.",
        )
    ),
    tuple(
        Line(
            "line-up",
            text,
            "source",
            "source",
            (
                Remark(
                    ("kept",),
                    "The brief says who holds this view, and the author then adds a caution. Find both.",
                    HANDS,
                    "M05",
                ),
            ),
            also=("careful",),
        )
        for text in (
            "The new people show that Washington wants a new North Korea policy.",
            "With his new people Obama is after a different North Korea policy in his last years.",
            "The new line-up means a different way of dealing with Pyongyang.",
            "New officials are taking over because Washington plans a new course with Pyongyang.",
        )
    ),
    tuple(
        Line(
            "tested",
            text,
            "done",
            "option",
            (
                Remark(
                    ("kept",),
                    (
                        "Look at the noun and the verb in this passage. What does Pyongyang have "
                        "there, and what has it done?"
                    ),
                    ("C034", "C035"),
                    "M09",
                ),
            ),
        )
        for text in (
            "Pyongyang has shown its strength in a fourth nuclear test.",
            "A fourth nuclear test has shown the world what Pyongyang has.",
            "Pyongyang has played one more card, its fourth nuclear test.",
            "With its fourth nuclear test Pyongyang has proved its capacity.",
        )
    ),
    tuple(
        Line("can-test", text, "kept", "option", (IN_HAND,))
        for text in (
            "A fourth nuclear test is something that Pyongyang keeps in reserve.",
            "Pyongyang could still go as far as a fourth nuclear test.",
            "A fourth nuclear test, if there were one, would be meant to show capacity.",
            "One card that Pyongyang can still play is a fourth nuclear test.",
        )
    ),
    tuple(
        Line(
            "told",
            text,
            "kept",
            "nothing-lost",
            (
                Remark(
                    ("source", "careful", "done"),
                    (
                        "Read the summary and the passage side by side. Who says it, how firmly, and "
                        "has it happened? See whether the two differ on any of these."
                    ),
                    ("C031", "C068", "C074", "C076"),
                ),
            ),
        )
        for text in (
            "A Japanese news agency reports that officials secretly travelled to Pyongyang.",
            "Some observers expect a different policy to come with the new people.",
            "One newspaper claims that there were secret contacts before the vote of 2012.",
            "The news that the reactor is in use again is credited to the IAEA.",
        )
    ),
)
