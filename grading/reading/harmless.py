"""Text in a CSV file that a spreadsheet shows and never computes.

A spreadsheet takes a cell that begins with one of a few characters for a formula, which can read other cells, call
other hosts and start programs; quoting as in RFC 4180 does not prevent it. A leading apostrophe does (OWASP ASVS 5.0,
requirement 1.2.10; CWE-1236).
"""

from grading.reading.inert import visible

# The second four are what an East Asian keyboard makes of the first; some spreadsheets read them alike.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def harmless(text: str) -> str:
    """The text with what can't be seen written out, and with an apostrophe before what would begin a formula.

    Leading spaces count for nothing, because some spreadsheets drop them before they look.
    """
    shown = visible(text)
    return f"'{shown}" if shown.lstrip().startswith(FORMULA) else shown
