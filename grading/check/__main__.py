"""Say what does not fit, and end with 1 if anything does not: `python -m grading.check`."""

import sys

from grading.check import faults, notes

wrong = list(faults())
print(
    "\n".join(wrong)
    or "\n".join(
        [*(f"Note: {note}" for note in notes()), "Tables, questions, lessons, keys and assignments fit together."]
    )
)
sys.exit(bool(wrong))
