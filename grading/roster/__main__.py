"""Import a platform's list of learners: `python -m grading.roster <file.csv>`, as `make roster FILE=…` does."""

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from grading.book import read_version_here, sqlite
from grading.collecting.ledger import LedgerError
from grading.command import HERE
from grading.errors import explain, find_programs
from grading.reading.inert import one_line
from grading.roster.columns import FIELDS, Person, known, people, platform
from grading.roster.enter import Entered, enter
from grading.roster.text import RosterError, Table, read

COURSE = "reading-diplomatic-signals"


def main() -> int:
    """Enter the list and say what was matched with what; 1 if it can't be taken, and then nothing is changed."""
    asked = argparse.ArgumentParser(prog="python -m grading.roster", description="Import a list of learners.")
    asked.add_argument("file", type=Path, help="Canvas's or Moodle's export, or a table with a column id, as CSV")
    asked.add_argument("--root", type=Path, default=HERE, help="nbgrader's course root (default: %(default)s)")
    asked.add_argument("--db", default=os.environ.get("NBGRADER_DB_URL", ""), help="address of the grade book")
    asked.add_argument("--encoding", default="", help="the file's, such as cp1252; by default it is found out")
    asked.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=NAME",
        help=f"which column holds a field ({', '.join(FIELDS)}), where its name is not a usual one",
    )
    given = asked.parse_args()
    find_programs()
    read_version_here()
    try:
        table = read(given.file.read_bytes(), known, given.encoding)
        listed, said = people(table, dict(each.partition("=")[::2] for each in given.column))
        entered = enter(listed, given.root, given.db or sqlite(given.root.resolve() / "gradebook.db"), COURSE)
    except (RosterError, OSError) as e:
        why = e.strerror if isinstance(e, OSError) else e
        print(f"{given.file}: {one_line(str(why))} Nothing was imported.", file=sys.stderr)
        return 1
    except (LedgerError, SQLAlchemyError) as e:
        print(explain(e) or e, "Nothing was imported.", file=sys.stderr)
        return 1
    print("\n".join(map(one_line, told(table, listed, said, entered))))
    return 0


def told(table: Table, listed: list[Person], said: list[str], entered: Entered) -> Iterable[str]:
    """What was read, what was matched, and everybody who was not."""
    yield f"{len(listed)} learners in the list ({platform(table.header)}; {table.encoding}, {table.separator})."
    yield from said
    odd = [p.name for p in listed if not p.name.isascii()]
    if table.guessed:
        shown = f" such as {', '.join(f'“{name}”' for name in odd[:3])}" if odd else ""
        yield (
            f"The file does not say its encoding and was read as {table.encoding}: look at names{shown}. "
            "If they are wrong, name the encoding with --encoding."
        )
    nameless = [p.id for p in listed if p.name == p.id]
    if nameless:
        yield f"Without a name: {', '.join(nameless)}."
    match = entered.match
    for way in dict.fromkeys(way for _, way in match.found.values()):
        yield f"{sum(w == way for _, w in match.found.values())} with work handed in, matched by {way}."
    yield f"{len(entered.new)} are new in the grade book, {len(entered.changed)} changed."
    yield from (f"  {who}: {what}" for who, what in entered.changed.items())
    for who, was in entered.joined.items():
        yield f"{who}: entered under this id, under which the work stands, and no longer under “{was}”."
    for who, was in entered.double.items():
        yield f"{who}: has work under this id and under “{was}”; both stay. Which holds is for you to say."
    for who, fits in match.unclear.items():
        yield f"{who}: fits more than one, and was given to nobody: {'; '.join(f'{p.name} ({p.id})' for p in fits)}."
    if match.unclear or match.unknown:
        yield f"Handed in by nobody of the list: {', '.join((*match.unknown, *match.unclear)) or 'none'}."
    if entered.others:
        yield f"In the grade book, and not in the list: {', '.join(entered.others)}."


if __name__ == "__main__":
    sys.exit(main())
