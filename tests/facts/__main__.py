"""Name sentences that cite an id and have no row, and rows whose sentence no longer stands: `python -m tests.facts`.

A missing row is printed as a line for the table; its verdict and note are left to the reader who checks it.
"""

import csv
import sys

from tests.facts import FACTS, NAMES, cited, gone, unchecked


def main() -> int:
    """Print what differs; 1 if anything does."""
    differs = False
    out = csv.writer(sys.stdout, lineterminator="\n")
    for name in NAMES:
        if not (FACTS / f"{name}.csv").is_file():
            print(f"# {name}.csv: there is no such table yet")
            differs = True
            continue
        for place, sentence in unchecked(name):
            print(f"# {name}.csv: no row for")
            out.writerow([place, sentence, " ".join(sorted(cited(sentence))), "", ""])
            differs = True
        for fact in gone(name):
            print(f"# {name}.csv: no longer in {fact.where}: {fact.sentence}")
            differs = True
    return int(differs)


if __name__ == "__main__":
    raise SystemExit(main())
