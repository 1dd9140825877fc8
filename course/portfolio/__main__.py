"""Write the portfolio of the journal in this folder: `python -m course.portfolio`."""

import sys

from course.journal import JournalError
from course.portfolio.write import write

try:
    print(write())
except (JournalError, OSError) as e:
    sys.exit(f"No portfolio was written: {e}")
