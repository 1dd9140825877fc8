"""What the course is about, from the table `brief`."""

from datetime import date

import msgspec

from course import tables


class Subject(msgspec.Struct, frozen=True):
    """The one row of ``brief.csv``.

    Attributes:
        about: what the brief is about, in a few words and a year.
        event: what the signals are weighed for, with its article, such as “a reset”.
        event_id: the item of the question “prior” that asks for this event.
        by: until when, in the words of a panel.
        known_until: the last day that the brief can have known of.
    """

    about: str
    event: str
    event_id: str
    by: str
    known_until: date


def subject() -> Subject:
    """What the course is about.

    Raises:
        TableError: the table differs from its description, or has not exactly one row.
    """
    rows = tables.read("brief")
    if len(rows) != 1:
        raise tables.TableError("brief.csv", f"expected one row, as one course teaches one brief; found {len(rows)}")
    return msgspec.convert(rows[0], Subject)
