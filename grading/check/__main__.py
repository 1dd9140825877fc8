"""Say what does not fit, and end with 1 if anything does not: `python -m grading.check`.

`python -m grading.check --lengths` prints how long each lesson is; with a version that git knows, such as `HEAD~20`,
then and now.
"""

import argparse
import sys

from grading.check import faults, notes
from grading.check.before import lengths_at, table
from grading.check.lengths import lengths
from grading.check.rooms import BANKS, NOTEBOOKS

asked = argparse.ArgumentParser(prog="python -m grading.check", description=__doc__)
asked.add_argument(
    "--lengths",
    nargs="?",
    const="",
    metavar="VERSION",
    help="print how long each lesson is, now and in a version of git",
)
version = asked.parse_args().lengths
if version is not None:
    try:
        then = lengths_at(version) if version else None
        print("\n".join(table(lengths(NOTEBOOKS, BANKS), then)))
    except (OSError, ValueError) as e:
        sys.exit(f"{e}")
    sys.exit(0)
wrong = list(faults())
print(
    "\n".join(wrong)
    or "\n".join(
        [*(f"Note: {note}" for note in notes()), "Tables, questions, lessons, keys and assignments fit together."]
    )
)
sys.exit(bool(wrong))
