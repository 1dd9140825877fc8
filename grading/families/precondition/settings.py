"""Twelve invented conditions: one side asks a deed of another before it grants something. All names are made up. Pure.

Each is built as the condition of the brief is: a deed, a waiver, talks that wait for one of the two, an end that needs
the talks, and a sign that changes nothing. So the same reasoning is asked, on a surface that no lesson shows.
"""

from grading.families.precondition.setting import Setting, setting

SETTINGS = (
    setting("strait", ("Orsany", "Veldmark"),
        "Before we talk about the fishing line, Veldmark must clear its mines from the strait.", "MKFTL", """
        Veldmark clears its mines from the strait / Veldmark leaves its mines in the strait
        Orsany drops its demand / Orsany keeps its demand
        talks about the fishing line take place / no talks about the fishing line take place
        the two states sign a treaty / the two states sign no treaty
        Veldmark sends a friendly letter / Veldmark sends no friendly letter
        """, ("harbour officers from the two states speak by radio",
        "Veldmark clears the strait and scraps all its minelayers", "Veldmark apologises for a ferry that it sank",
        "Veldmark sank a ferry")),
    setting("dam", ("Lower Sarn", "Upper Sarn"),
        "Before we talk about the power line, Upper Sarn must open the gates of its dam.", "GVPUN", """
        Upper Sarn opens the gates of its dam / Upper Sarn keeps the gates of its dam shut
        Lower Sarn gives up its demand / Lower Sarn stands by its demand
        talks about the power line take place / no talks about the power line take place
        the two valleys join their grids / the two valleys keep their grids apart
        Upper Sarn praises good neighbours / Upper Sarn does not praise good neighbours
        """, ("farmers from the two valleys trade at the bridge",
        "Upper Sarn opens the gates and takes down the whole dam", "Upper Sarn regrets a flood that it caused",
        "Upper Sarn caused a flood")),
    setting("mill", ("The mill", "The union"),
        "Before we talk about wages, the union must end its blockade of the gate.", "BXTCH", """
        the union ends its blockade / the union goes on with its blockade
        the mill takes back its demand / the mill holds on to its demand
        wage talks take place / no wage talks take place
        a new contract is signed / no new contract is signed
        the union hints at goodwill / the union gives no hint of goodwill
        """, ("foremen and workers share the canteen",
        "the union ends its blockade and promises never to strike again", "the union regrets a broken window",
        "the union broke a promise to keep the gate open")),
    setting("town", ("The government", "The militia"),
        "Before we talk about self-rule, the militia must leave the mining town.", "LZATP", """
        the militia leaves the mining town / the militia stays in the mining town
        the government lets go of its demand / the government insists on its demand
        talks about self-rule take place / no talks about self-rule take place
        the province gets a charter / the province gets no charter
        the militia speaks of peace on the radio / the militia does not speak of peace on the radio
        """, ("doctors from both camps exchange medicine",
        "the militia leaves the town and hands in all its weapons", "the militia apologises for burning barns",
        "the militia burnt barns")),
    setting("tariff", ("The League", "Mirrenia"),
        "Before we talk about tariffs, Mirrenia must cut its aid to exporters.", "CYTFN", """
        Mirrenia cuts its aid to exporters / Mirrenia goes on with its aid to exporters
        the League gives way on its demand / the League does not give way on its demand
        tariff talks take place / no tariff talks take place
        the market is opened / the market stays closed
        Mirrenia praises free trade / Mirrenia does not praise free trade
        """, ("customs clerks of both sides compare lists",
        "Mirrenia ends its aid to exporters and to all other firms", "Mirrenia admits that it once forged its figures",
        "Mirrenia forged its figures")),
    setting("post", ("Teskany", "Norrholm"),
        "Before we talk about the airspace, Norrholm must close its listening post.", "PVATG", """
        Norrholm closes its listening post / Norrholm keeps its listening post open
        Teskany withdraws its demand / Teskany does not withdraw its demand
        airspace talks take place / no airspace talks take place
        flights over the border are allowed / flights over the border stay banned
        Norrholm receives a choir from Teskany / Norrholm receives no choir from Teskany
        """, ("pilots from the two states share one rescue line",
        "Norrholm closes the post and dissolves its secret service", "Norrholm regrets tapping a telephone line",
        "Norrholm tapped a telephone line")),
    setting("debt", ("The bank", "Palmira"),
        "Before we talk about the debt, Palmira must publish its accounts.", "AXDCV", """
        Palmira publishes its accounts / Palmira keeps its accounts secret
        the bank cancels its demand / the bank repeats its demand
        debt talks take place / no debt talks take place
        part of the debt is cancelled / none of the debt is cancelled
        Palmira says that it welcomes visitors / Palmira does not say that it welcomes visitors
        """, ("a bank clerk visits Palmira as a tourist",
        "Palmira publishes its accounts and lets the bank write its budget",
        "Palmira admits that it missed a payment", "Palmira missed a payment")),
    setting("boats", ("The Coast", "The Isles"),
        "Before we talk about the reef, the Isles must return the boats.", "BNFHG", """
        the Isles return the boats / the Isles keep the boats
        the Coast waives its demand / the Coast upholds its demand
        talks about the reef take place / no talks about the reef take place
        both sides share the harvest / the sides do not share the harvest
        the Isles light a beacon of welcome / the Isles light no beacon of welcome
        """, ("divers from both shores rescue a crew together",
        "the Isles return the boats and pay for every day of fishing that was lost",
        "the Isles apologise for cutting nets", "the Isles cut nets")),
    setting("museum", ("The city", "The collector"),
        "Before we talk about a loan, the collector must let experts test the statue.", "ENLXV", """
        the collector lets experts test the statue / the collector lets no expert test the statue
        the city backs down from its demand / the city sticks to its demand
        loan talks take place / no loan talks take place
        the statue is shown in the museum / the statue is not shown in the museum
        the collector dines with the mayor / the collector does not dine with the mayor
        """, ("a museum guard cleans the collector’s frames",
        "the collector lets experts test the statue and gives it to the city",
        "the collector regrets a forged receipt", "the collector used a forged receipt")),
    setting("pass", ("Highfell", "Lowmarsh"),
        "Before we talk about the toll, Lowmarsh must pull its guns back from the pass.", "GKTEN", """
        Lowmarsh pulls its guns back / Lowmarsh leaves its guns in place
        Highfell abandons its demand / Highfell maintains its demand
        toll talks take place / no toll talks take place
        the road is rebuilt / the road is not rebuilt
        Lowmarsh invites a football team / Lowmarsh invites no football team
        """, ("shepherds from the two lands share a well",
        "Lowmarsh pulls its guns back and melts them all down", "Lowmarsh regrets firing at a mule train",
        "Lowmarsh fired at a mule train")),
    setting("forest", ("The park", "The company"),
        "Before we talk about new paths, the company must stop its felling.", "FYNOP", """
        the company stops its felling / the company carries on with its felling
        the park takes its demand off the table / the park renews its demand
        talks about new paths take place / no talks about new paths take place
        a joint lodge is built / no joint lodge is built
        the company prints a green poster / the company prints no green poster
        """, ("rangers and drivers use the same fuel pump",
        "the company stops its felling and plants the whole valley again", "the company regrets polluting a stream",
        "the company polluted a stream")),
    setting("station", ("The agency", "The rival agency"),
        "Before we talk about a joint crew, the rival must share its map of debris.", "MUCJG", """
        the rival shares its map of debris / the rival keeps its map of debris to itself
        the agency lets its demand drop / the agency holds to its demand
        talks about a joint crew take place / no talks about a joint crew take place
        a joint flight is launched / no joint flight is launched
        the rival sends greetings from orbit / the rival sends no greetings from orbit
        """, ("engineers of both agencies meet at a fair",
        "the rival shares its map and hands over its radar", "the rival admits that it hid a collision",
        "the rival hid a collision")),
)  # fmt: skip


def at(place: int, shift: int = 0) -> Setting:
    """The setting of a variant; families begin at different places, so that a learner meets different ones."""
    return SETTINGS[(place + shift) % len(SETTINGS)]
