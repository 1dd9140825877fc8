"""What the check-in and the check-out show of the learner's own gain, for the portfolio."""

from collections.abc import Iterable, Iterator

from course import gain
from course.asked import Asked
from course.asked.prose import as_text
from course.gain.read import families, scored, told
from course.journal.record import Record
from course.portfolio.parts import Checked, Gained
from course.tables import read


def gained(record: Record) -> tuple[tuple[Checked, ...], Gained]:
    """Each answer and what it earned, and the gain; the answers are left out until all of the check-out is committed.

    Raises:
        BankError: the bank of these questions is faulty.
    """
    among = families()
    answers = gain.given(record, among)
    earned = gain.points(answers, among)
    committed = sum(each.moment == gain.OUT and each.committed for each in answers)
    if not told(answers, among):
        return (), Gained(len(among), len(earned[gain.IN]), committed)
    found = gain.measure(earned[gain.IN], earned[gain.OUT])
    counts = Gained(
        len(among), len(earned[gain.IN]), committed, len(found.families), found.before, found.after, found.normalised
    )
    return tuple(_checked(answers, among)), counts


def by_family(checks: Iterable[Checked]) -> list[tuple[str, float | None, float | None]]:
    """What each family asks for, and the points before and after; None where it was not answered."""
    found: dict[str, dict[str, float]] = {}
    for each in checks:
        found.setdefault(each.asks, {})[each.moment] = each.points
    return [(asks, own.get(gain.IN), own.get(gain.OUT)) for asks, own in found.items()]


def _checked(answers: list[gain.Given], among: dict[str, tuple[Asked, ...]]) -> Iterator[Checked]:
    asks = {str(row["id"]): str(row["asks"]) for row in read("gain_families")}
    for each, family, question, result in scored(answers, among):
        yield Checked(
            each.moment,
            family,
            asks[family],
            as_text(question.prompt),
            "; ".join(question.in_words(each.value)),
            result.points / result.max_points,
            " ".join(as_text(remark.says) for remark in result.remarks),
        )
