"""Write the families into banks, keys and synthetic learners: `python -m grading.families`; `--check` only compares."""

import argparse
import sys

from grading.families import FamilyError, differences, written
from grading.families.write import ROOT

asked = argparse.ArgumentParser(prog="python -m grading.families", description=__doc__)
asked.add_argument("--check", action="store_true", help="write nothing; say what differs; end with 1 if anything does")
try:
    if asked.parse_args().check:
        wrong = list(differences())
        print("\n".join(wrong) or "Banks, keys and learners hold what the families say.")
        sys.exit(bool(wrong))
    for path, text in written():
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
        print(path)
except FamilyError as e:
    sys.exit(str(e))
