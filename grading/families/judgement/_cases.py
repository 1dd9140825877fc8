"""Invented cases, each told in three orders: one government sets a condition, and another meets it, or not."""

import msgspec

ORDERS = (
    ("condition", "contact", "gesture", "waiver", "relief", "opening", "first", "second"),
    ("condition", "contact", "first", "gesture", "second", "waiver", "opening", "relief"),
    ("condition", "first", "relief", "gesture", "second", "contact", "waiver", "opening"),
)
"""In order of time: Washington’s part gives way at once; most of what was asked is done first; the two move in turn."""
DATES = (
    ("May of year 1", "March of year 2", "August of year 2", "January of year 3", "April of year 3", "July of year 3",
        "June of year 4",
     "May of year 5"),
    ("October of year 1", "April of year 2", "May of year 3", "November of year 3", "March of year 4",
        "September of year 4",
     "December of year 4", "July of year 5"),
    ("January of year 1", "September of year 1", "December of year 1", "April of year 2", "October of year 2",
        "February of year 3",
     "July of year 3", "November of year 3"),
)  # fmt: skip


class Case(msgspec.Struct, frozen=True):
    """Who asks whom, and the eight lines of the case by what they are."""

    asks: str
    asked: str
    lines: dict[str, str]


CASES = (
    Case("Arden", "Belmar", {
        "condition": ("Arden says that there will be no talks on trade until Belmar clears its "
                      "mines, hands over its charts and pays for a lost ferry."),
        "contact": "Officials of both governments meet in secret on an island.",
        "gesture": "Belmar’s president praises Arden’s sailors in a speech.",
        "waiver": "Arden says that whatever hasn’t been done yet needn’t be done before the talks.",
        "relief": "Arden lets Belmar’s fishing boats into its ports again.",
        "opening": "Arden and Belmar open talks on trade.",
        "first": "Belmar clears its mines; divers from Arden find none.",
        "second": "Belmar hands over its charts, which prove to be complete.",
    }),
    Case("Corvia", "Doran", {
        "condition": ("Corvia says that there will be no talks on the river until Doran stops "
                      "filling its dam, lets its gauges be read and takes down one gate."),
        "contact": "Envoys of the two meet in secret in a third country.",
        "gesture": "Doran’s prime minister sends good wishes for Corvia’s national day.",
        "waiver": "Corvia says that it will come to the table whether or not the rest is done.",
        "relief": "Corvia sells electricity to Doran again.",
        "opening": "Talks on the river begin between Corvia and Doran.",
        "first": "Doran stops filling its dam; pictures from the air show that the water is no longer rising.",
        "second": "Doran lets Corvia’s engineers read the gauges.",
    }),
    Case("Elstra", "Fenmark", {
        "condition": ("Elstra says that its embassy will stay closed until Fenmark withdraws a "
                      "militia, frees two pilots and gives back a bridge."),
        "contact": "Officers of both armies try out a secret telephone line.",
        "gesture": "Fenmark’s national team asks for a friendly match in Elstra’s capital.",
        "waiver": "Elstra says that the embassy no longer depends on what is still outstanding.",
        "relief": "Elstra ends its ban on flights from Fenmark.",
        "opening": "Elstra opens its embassy in Fenmark.",
        "first": "Fenmark withdraws the militia, as observers confirm.",
        "second": "Fenmark frees the two pilots.",
    }),
    Case("Gorland", "Hesper", {
        "condition": ("Gorland says that there will be no credit until Hesper shuts a poison-gas "
                      "plant, lets inspectors in and names its buyers."),
        "contact": "Bankers of the two states meet in secret on behalf of their governments.",
        "gesture": "Hesper’s king speaks of a new age between neighbours.",
        "waiver": "Gorland says that it won’t insist on anything more before it gives credit.",
        "relief": "Gorland releases a frozen fund for medicine.",
        "opening": "Gorland grants Hesper a first credit.",
        "first": "Hesper shuts the plant; an international agency seals the doors.",
        "second": "Hesper lets inspectors into the plant.",
    }),
)  # fmt: skip


def told(n: int) -> tuple[Case, tuple[str, ...], dict[str, str]]:
    """The case of a variant, the order in which its lines came, and each line with its date."""
    case, order = CASES[n % 4], ORDERS[n // 4]
    dates = DATES[(n + n // 4) % 3]
    return case, order, {name: f"{date}: {case.lines[name]}" for name, date in zip(order, dates, strict=True)}
