"""One thing that was found in collecting, and what became of it. Pure."""

import msgspec

TAKEN, IN_PART, NOT_TAKEN = "taken", "in part", "not taken"
LATE = "late"
CANVAS, MOODLE, EXCHANGE = "canvas", "moodle", "exchange"


class Found(msgspec.Struct, frozen=True):
    """One thing that was found.

    Attributes:
        learner: the learner's id, as in `submitted/`; what was found instead of one, if nobody's id could be read.
        number: the learner's number on the platform: Canvas's user id, Moodle's participant id; "" if there is none.
        name: the learner as the platform writes it in its archive; "" if it writes none.
        platform: "canvas", "moodle", "exchange", or "" for what was put there by hand.
        found: where it was found, `archive.zip`, or `archive.zip: member` within an archive for the whole class.
        status: "taken"; "in part", if something of it was left out; or "not taken".
        why: what was left out and why, what was taken instead, what to do; "" if there is nothing to say.
        late: "late" if the platform marks it so without saying by how much, else "".
    """

    learner: str
    number: str
    name: str
    platform: str
    found: str
    status: str
    why: str
    late: str = ""
