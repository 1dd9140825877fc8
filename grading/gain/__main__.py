"""Report what a class gained: `python -m grading.gain FOLDER`, a folder with what learners handed in.

Besides what is printed, `gain.json` and `gain-families.csv` hold the same as data.
"""

import argparse
import sys
from pathlib import Path

import msgspec

from course.asked import BankError
from course.gain import points
from course.gain.read import families
from course.tables import read
from course.tables.as_csv import as_csv
from grading.gain.collected import collect
from grading.gain.measured import FamilyGain, measured
from grading.gain.told import told

REPORTS = Path(__file__).parents[1] / "reports"


def main() -> int:
    """Print the report, and write it as data; 1 if nothing can be read, 3 if something was left out."""
    asked = argparse.ArgumentParser(prog="python -m grading.gain", description=__doc__)
    asked.add_argument(
        "folder", type=Path, help="what learners handed in: gain.json files or journals, or zip archives"
    )
    asked.add_argument("--to", type=Path, default=REPORTS / "gain", help="where the data go (default: %(default)s)")
    told_what = asked.parse_args()
    try:
        among = families()
        found = collect(told_what.folder, among)
        made = measured([points(answers, among) for answers in found.learners], list(among))
        told_what.to.mkdir(parents=True, exist_ok=True)
        (told_what.to / "gain.json").write_bytes(msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n")
        table = as_csv(FamilyGain, made.families)
        (told_what.to / "gain-families.csv").write_text(table, encoding="utf-8", newline="")
    except (BankError, OSError) as e:
        print(e, file=sys.stderr)
        return 1
    print(told(made, {str(row["id"]): str(row["asks"]) for row in read("gain_families")}))
    if found.left_out:
        print("\nNot used:", *found.left_out, sep="\n- ")
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
