"""Invented events with their features, and what each would be by the condition as the brief reports it. Pure."""

from typing import Literal

import msgspec

Kind = Literal["step", "waiver", "signal", "neither"]


class Event(msgspec.Struct, frozen=True):
    """An invented event.

    Attributes:
        text: a sentence.
        by: who acts.
        halts: work at a nuclear site stops, and others can see that it does.
        drops: the demand that steps come first is given up, in words or by opening talks of substance without them.
        wish: it shows a wish to talk.
        detained: it is about the detained Americans.
        staff: it changes persons, not demands.
    """

    text: str
    by: Literal["Pyongyang", "Washington", "others"]
    halts: bool = False
    drops: bool = False
    wish: bool = False
    detained: bool = False
    staff: bool = False

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What it would be; two where the brief supports two readings, the plainer one first.

        Setting detainees free changes no site, and Washington keeps it apart (C082). By C085 Pyongyang hopes that it
        opens the way to talks, so whoever calls it a signal is right as well.
        """
        if self.by == "Pyongyang" and self.halts:
            return ("step",)
        if self.by == "Washington" and self.drops:
            return ("waiver",)
        if self.detained:
            return ("neither", "signal")
        return ("signal",) if self.by == "Pyongyang" and self.wish else ("neither",)


STEPS = tuple(Event(text, "Pyongyang", halts=True) for text in (
    "The turbines at Yongbyon stop. Visitors from the IAEA measure that the reactor is cold.",
    "Pyongyang pulls the fuel out of its reactor and stores it under foreign seals.",
    "Cameras of the IAEA show empty centrifuge halls, week after week.",
    "Pyongyang ends its work on highly enriched uranium, and inspectors find the pipes cut.",
    "Pyongyang fills the tunnels of its test site with concrete, and foreign engineers look on.",
    "Experts from abroad take the pumps out of the enrichment plant, with Pyongyang’s help.",
    "Pyongyang closes its plant for plutonium. Inspectors live beside it and watch.",
    "The IAEA reports that no new bomb material has been made for a year, by Pyongyang’s decision.",
))  # fmt: skip
WAIVERS = tuple(Event(text, "Washington", drops=True) for text in (
    "The President says: “We will talk about everything now. What happens at the reactor can come later.”",
    "American negotiators sit down for talks of substance, while all nuclear work goes on as before.",
    "Washington declares that steps are no longer needed for talks of substance.",
    "The State Department strikes the words about steps out of its terms for talks of substance.",
    "Washington agrees to talks of substance at once, and to speak about a halt only at the end of them.",
    "“We asked for too much,” says the Secretary of State, and invites to talks of substance without terms.",
    "Washington tells its allies that it now takes up talks of substance, whatever the reactor does.",
    "A letter from Washington offers talks of substance for next week, free of any demand.",
))  # fmt: skip
SIGNALS = tuple(Event(text, "Pyongyang", wish=True) for text in (
    "Pyongyang’s ambassador calls for “a table without walls”, and the reactor runs on.",
    "A North Korean speech leaves out every insult to the United States.",
    "Pyongyang asks a Swiss diplomat to pass on that it would like to talk.",
    "Pyongyang invites former American officials to a conference on security.",
    "A message of sympathy from Pyongyang reaches Washington after a storm.",
    "Pyongyang’s radio speaks of “a good year for dialogue”, and makes no other change.",
    "North Korean athletes march into an American stadium and wave.",
    "Pyongyang announces that it would welcome an American embassy one day.",
))  # fmt: skip
STAFF = tuple(Event(text, "Washington", staff=True) for text in (
    "A new American envoy takes office and repeats what was asked before.",
    "Washington gives the Korea desk to a younger team.",
    "A retired general becomes the President’s adviser on Korea. The terms for talks are as they were.",
    "The post of the special representative gets a larger office in Washington.",
))  # fmt: skip
RELEASES = tuple(Event(text, "Pyongyang", detained=True) for text in (
    "Pyongyang lets one of the Americans whom it holds fly home to his family.",
    "The three detained Americans leave Pyongyang on a special plane.",
    "Pyongyang pardons an American prisoner for reasons of health.",
    "A court in Pyongyang cuts the sentence of a detained American, who goes free.",
))  # fmt: skip
