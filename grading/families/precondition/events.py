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
    "The turbines at Yongbyon stop. Visitors from the IAEA find the reactor cold.",
    "Pyongyang takes the fuel out of its reactor and stores it under foreign seals.",
    "IAEA cameras show empty centrifuge halls, week after week.",
    "Pyongyang ends its work on highly enriched uranium, and inspectors find the pipes cut.",
    "Pyongyang fills the tunnels of its test site with concrete while foreign engineers look on.",
    "With Pyongyang’s help, experts from abroad take the pumps out of the enrichment plant.",
    "Pyongyang closes its plutonium plant. Inspectors live next door and watch.",
    "The IAEA reports that Pyongyang has chosen to make no new bomb material, and that it has made none for a year.",
))  # fmt: skip
WAIVERS = tuple(Event(text, "Washington", drops=True) for text in (
    "The President says: “We’ll talk about everything now. What happens at the reactor can come later.”",
    "American negotiators sit down for talks of substance, while all nuclear work goes on as before.",
    "Washington declares that steps are no longer needed for talks of substance.",
    "The State Department strikes the words about steps from its terms for talks of substance.",
    "Washington agrees to start talks of substance at once and to discuss a halt only at the end.",
    "“We asked for too much,” says the Secretary of State, and offers talks of substance without terms.",
    "Washington tells its allies that it’s starting talks of substance, whatever happens at the reactor.",
    "A letter from Washington offers talks of substance next week, with no demands attached.",
))  # fmt: skip
SIGNALS = tuple(Event(text, "Pyongyang", wish=True) for text in (
    "Pyongyang’s ambassador calls for “a table without walls”, and the reactor keeps running.",
    "A North Korean speech leaves out the usual insults to the United States.",
    "Pyongyang asks a Swiss diplomat to pass on that it would like to talk.",
    "Pyongyang invites former American officials to a conference on security.",
    "A message of sympathy from Pyongyang reaches Washington after a storm.",
    "Pyongyang’s radio speaks of “a good year for dialogue”. Nothing else changes.",
    "North Korean athletes march into an American stadium and wave.",
    "Pyongyang announces that it would welcome an American embassy one day.",
))  # fmt: skip
STAFF = tuple(Event(text, "Washington", staff=True) for text in (
    "A new American envoy takes office and repeats the old demand.",
    "Washington gives the Korea desk to a younger team.",
    "A retired general becomes the President’s adviser on Korea. The terms for talks stay the same.",
    "The special representative gets a larger office in Washington.",
))  # fmt: skip
RELEASES = tuple(Event(text, "Pyongyang", detained=True) for text in (
    "Pyongyang lets one of the Americans it holds fly home to his family.",
    "The three detained Americans leave Pyongyang on a special plane.",
    "Pyongyang pardons an American prisoner for reasons of health.",
    "A court in Pyongyang cuts a detained American’s sentence, and he goes free.",
))  # fmt: skip
