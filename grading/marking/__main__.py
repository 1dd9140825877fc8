"""Two markers: who has handed in what, and worksheets to mark offline: `python -m grading.marking <assignment>`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from nbgrader.api import Gradebook, MissingEntry

from grading.book import address
from grading.command import arguments
from grading.handout.assignment import AssignmentError
from grading.handout.scheme import read_scheme
from grading.late.penalties import follow, settings
from grading.marking.agree import agreement
from grading.marking.pairs import FILE, Pairs, load_pairs
from grading.marking.settle import Essay, essays, hand_in
from grading.marking.standing import digest, work
from grading.marking.worksheet import Sheet, read_sheet, write_sheet
from grading.reading.files import replace_whole
from grading.reading.inert import one_line
from grading.scoring import record


def main() -> int:
    """Say how far marking is; with `--worksheet` or `--enter`, write or read a worksheet. 1 if it can't be done."""
    asked = arguments("grading.marking", "Essays that two persons mark, blind to each other.")
    asked.add_argument("--marker", default="", help="whose worksheet it is, by the name in markers.csv")
    asked.add_argument("--worksheet", type=Path, help="write this marker's worksheet")
    asked.add_argument("--enter", type=Path, help="take the marks from this marker's worksheet and hand them in")
    given = asked.parse_args()
    try:
        pairs = _pairs(given)
        # A mark changes the penalty for handing in late.
        follow(lambda: settings(given.root))
        with Gradebook(address(given.root, given.db)) as gradebook:
            _work(gradebook, given, pairs)
            gradebook.db.commit()
    except MissingEntry:
        print(f"{given.assignment}: the grade book has no such assignment.", file=sys.stderr)
        return 1
    except (AssignmentError, OSError) as e:
        print(one_line(str(e)), file=sys.stderr)
        return 1
    return 0


def _pairs(given: Any) -> Pairs:  # noqa: ANN401 - argparse is untyped
    pairs, table = load_pairs(given.root, given.assignment), given.root / FILE
    if not pairs:
        raise AssignmentError(f"{table}: no row for {given.assignment}, so one person marks each essay.")
    if (given.worksheet or given.enter) and given.marker not in pairs.names:
        raise AssignmentError(f"--marker: expected one of {', '.join(sorted(pairs.names))}; given “{given.marker}”.")
    if given.worksheet and given.worksheet.exists():
        raise AssignmentError(f"{given.worksheet}: there already, and may hold marks; give another name, or move it.")
    return pairs


def _work(gradebook: Any, given: Any, pairs: Pairs) -> None:  # noqa: ANN401 - nbgrader and argparse are untyped
    found = [*essays(gradebook, given.assignment, pairs)]
    for who in sorted(set(pairs.learners) - {each.learner for each in found}):
        line = pairs.learners[who].line
        print(f"{given.root / FILE}, line {line}: “{who}” has no essay to mark.", file=sys.stderr)
    mine = [each for each in found if given.marker in each.pair.names]
    if given.enter:
        read = read_sheet(given.enter, [_sheet(gradebook, given, each) for each in mine])
        found = [_enter(gradebook, each, given.marker, read) if each in mine else each for each in found]
    if given.worksheet:
        text = write_sheet([_sheet(gradebook, given, each) for each in mine if not each.both_in])
        replace_whole(given.worksheet, text.encode("utf-8-sig"))
        print(f"{given.worksheet}: {sum(not each.both_in for each in mine)} essays for {given.marker}.")
    _say(found, pairs)


def _enter(gradebook: Any, of: Essay, marker: str, read: dict[tuple[str, str], Any]) -> Essay:  # noqa: ANN401
    if (of.learner, of.task) not in read:
        return of
    mark, where = read[of.learner, of.task], f"{of.learner}, {of.task}"
    if mark is None:
        print(
            f"{where}: not taken, because the essay is another now than on this worksheet. Write a new worksheet, and "
            "read the essay again.",
            file=sys.stderr,
        )
        return of
    if of.both_in:
        if msgspec.structs.replace(mark, done=True) != of.of(marker):
            print(f"{where}: both marks are in already and stand; this row was not taken.", file=sys.stderr)
        return of
    if mark.points is None:
        print(f"{where}: not taken, because not every criterion has points.", file=sys.stderr)
        return of
    return hand_in(gradebook, of, marker, mark)


def _sheet(gradebook: Any, given: Any, of: Essay) -> Sheet:  # noqa: ANN401 - nbgrader and argparse are untyped
    source = gradebook.find_source_cell(of.task, given.assignment, given.assignment).source or ""
    scheme, most = read_scheme(source), float(of.grade.max_score)
    scores = record.read(given.root / "autograded" / of.learner / given.assignment / record.FILE)
    written = next((e for e in scores.essays if e.task == of.task), None)
    text = "\n\n".join(filter(None, (written.text, written.beside))) if written else ""
    fits = scheme.criteria if scheme.adds_up(most) else ()
    version = digest(work(scores, of.task))
    return Sheet(of.learner, of.task, text, fits, most, of.of(given.marker), version)


def _say(found: Sequence[Essay], pairs: Pairs) -> None:
    for name in sorted(pairs.names):
        own = [each for each in found if name in each.pair.names]
        print(f"{name}: {sum(each.of(name).done for each in own)} of {len(own)} essays handed in.")
    both = [each.points for each in found if each.both_in]
    if agreed := agreement(both):
        kappa = "not defined" if agreed.kappa is None else f"{agreed.kappa:.2f}"
        print(
            f"Both in: {agreed.n}. Quadratic weighted kappa {kappa}; second minus first {agreed.difference:+.2f} "
            "points on average. The class report has it by criterion."
        )
    for each in found:
        if each.to_moderate:
            first, second = each.points
            print(one_line(f"{each.learner}, {each.task}: {first:g} and {second:g}; waits for a moderated mark."))


if __name__ == "__main__":
    sys.exit(main())
