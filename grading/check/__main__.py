"""Say what does not fit, and end with 1 if anything does not: `python -m grading.check`."""

import sys

from grading.check import faults

wrong = list(faults())
print("\n".join(wrong) or "Tables, questions, lessons, keys and assignments fit together.")
sys.exit(bool(wrong))
