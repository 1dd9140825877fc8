"""Seven summaries of places in the brief, each in four wordings."""

from grading.families.lines import Line, Remark

HANDS = ("C068", "C069", "C072")
UNSURE = Remark(
    ("kept",), "The brief leaves a small door open here. Look at the verb, and at the word before it.", ("C097",)
)
IN_HAND = Remark(
    ("done", "careful"),
    "To keep a thing in hand is not to use it. Compare this summary with its place once more.",
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
                        "The summary keeps the name of the agency. But see how sure the brief is of the second thing "
                        "it "
                        "reports on its word: there is a small verb in front."
                    ),
                    ("C033",),
                    "M16",
                ),
            ),
        )
        for text in (
            "According to the IAEA, Pyongyang has gone further with enriched uranium.",
            "The IAEA tells that Pyongyang’s enrichment of uranium has made headway.",
            "As the IAEA has it, Pyongyang is further along with enriched uranium than it was.",
            "On the word of the IAEA, Pyongyang has moved ahead with highly enriched uranium.",
        )
    ),
    tuple(
        Line("firmer", text, "careful", "careful", (UNSURE,))
        for text in (
            "Washington will not change how it deals with North Korea.",
            "The change of staff leaves Washington less room than it had.",
            "Sydney Seiler becomes the deputy representative for the Six-Party Talks.",
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
                        "Here something secret stands as if the author had seen it. Read the first words of the "
                        "sentence "
                        "in the section on visits."
                    ),
                    ("C060", "C074", "C075", "C076", "C077"),
                    "M10",
                ),
            ),
        )
        for text in (
            "American officials were secretly in Pyongyang in August 2014.",
            "Officials from Washington had gone to Pyongyang in secret earlier than August 2014.",
            "The two governments were secretly in contact before the American vote of 2012.",
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
                    "In the brief this view has owners, and it is followed by a caution. Find both.",
                    HANDS,
                    "M05",
                ),
            ),
            also=("careful",),
        )
        for text in (
            "The new people show that a new North Korea policy is meant.",
            "With his new people Obama is after another North Korea policy in his last years.",
            "The new line-up stands for another way of dealing with Pyongyang.",
            "New officials take over because a new course with Pyongyang is planned.",
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
                        "Look at the noun and the verb at this place. What does Pyongyang have there, and what has it "
                        "done?"
                    ),
                    ("C034", "C035"),
                    "M09",
                ),
            ),
        )
        for text in (
            "Pyongyang has shown its strength in a fourth nuclear test.",
            "A fourth nuclear test has let the world see what Pyongyang has.",
            "Pyongyang has played one more card, its fourth nuclear test.",
            "With its fourth nuclear test Pyongyang has proved its capacity.",
        )
    ),
    tuple(
        Line("can-test", text, "kept", "option", (IN_HAND,))
        for text in (
            "A fourth nuclear test is something that Pyongyang keeps in hand.",
            "Pyongyang could still go as far as a fourth nuclear test.",
            "Should there be a fourth nuclear test, it would be there to show capacity.",
            "One card that Pyongyang can yet play is a fourth nuclear test.",
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
                        "Read the summary and the place side by side. Who says it, how firmly, and has it "
                        "happened? See whether any of the three differs."
                    ),
                    ("C031", "C068", "C074", "C076"),
                ),
            ),
        )
        for text in (
            "A Japanese news agency reports a secret journey of officials to Pyongyang.",
            "Some observers expect that another policy comes with the new people.",
            "One newspaper claims that there were secret contacts before the vote of 2012.",
            "The IAEA is given as the source for the news that the reactor is in use again.",
        )
    ),
)
