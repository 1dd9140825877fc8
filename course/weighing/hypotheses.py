"""Competing hypotheses: a table of hypotheses (rows) and signals (columns), read without adding it up to one score.

After R. J. Heuer, *Psychology of Intelligence Analysis*, 1999, chapter 8: look for what speaks against a hypothesis,
and set aside evidence that fits all of them. A contested aid. Analysts trained in it were no more accurate than
others (D. R. Mandel, C. W. Karvetski and M. K. Dhami, “Boosting intelligence analysts' judgment accuracy: What works,
what fails?”, *Judgment and Decision Making* 13, 2018) and no more coherent (C. W. Karvetski and D. R. Mandel,
“Coherence of probability judgments from uncertain evidence: Does ACH help?”, the same, 2020). Hypotheses stand in rows
because people so showed less confirmation bias, and with the usual layout did not (M. K. Dhami and others, “Effects of
task structure and confirmation bias in alternative hypotheses evaluation”, *Cognitive Research: Principles and
Implications* 9, 37, 2024).

Consistency is no probability. Read as likelihoods, a step would be a log-likelihood on a scale of its own,
P(signal | hypothesis) = k · b ** step with b > 1 and a k that is the same for all hypotheses. So only differences in a
column carry evidence, and the widest difference, the diagnosticity, is the logarithm (base b) of the largest likelihood
ratio that the signal gives between two hypotheses. Inconsistency alone leaves out how well the rivals fit, so it is
not a posterior and has no prior in it.
"""

import math
from collections.abc import Collection, Iterable, Mapping

import msgspec

from course.weighing.odds import TOLERANCE, WeighingError
from course.weighing.rating import check_credibility, check_step
from course.weighing.story import check_news, one_way, parts

STRONGEST = 2
"""Consistency goes from −2, strongly inconsistent, to 2, strongly consistent; 0 is neutral, None is blank.
`data/rating_steps.csv` holds the names."""


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A learner's table. Order never matters to a number.

    Attributes:
        cells: hypothesis id to signal id to a whole number from −2 to 2, or None. A missing cell is blank.
        credibility: signal id to a number from 0 to 1, or None; names every signal.
        stories, news: as in `course.weighing.Judgement`.
    """

    cells: Mapping[str, Mapping[str, int | None]]
    credibility: Mapping[str, float | None]
    stories: Mapping[str, tuple[str, ...]] = {}
    news: Mapping[str, float] = {}


class Standing(msgspec.Struct, frozen=True):
    """How one hypothesis stands: three numbers that are never merged.

    Attributes:
        hypothesis: id.
        inconsistency: what speaks against it, in steps × credibility; 0 or more.
        consistency: what fits it, in the same unit. Much of it would fit its rivals too.
        coverage: share of the signals that count for it, from 0 to 1. A hypothesis that few signals were held
            against has little inconsistency for that reason alone.
    """

    hypothesis: str
    inconsistency: float
    consistency: float
    coverage: float


def standings(table: Table) -> tuple[Standing, ...]:
    """How each hypothesis stands, in the order of the table.

    A cell counts once its step and the signal's credibility are given, as step × credibility. Within a story what is
    not new counts once, against and in favour (`course.weighing.story.one_way`). Neutral cells count for coverage,
    blank ones do not.

    Raises:
        WeighingError: a step or credibility outside its range, an unknown signal, or stories that don't fit. The
            message names the signal.
    """
    counted = _counted(table)
    groups = parts(table.credibility, table.stories).values()
    return tuple(_standing(name, row, groups, table.news, len(table.credibility)) for name, row in counted.items())


def diagnosticity(table: Table) -> dict[str, float | None]:
    """How well each signal tells the hypotheses apart: the spread of its column.

    Returns:
        Signal id to (highest − lowest step over the hypotheses) × credibility, from 0 to 4. A signal that fits all
        equally, or contradicts all equally, has 0. None if fewer than two hypotheses are rated, or the credibility is
        blank: then nothing can be said, which differs from 0.

    Raises:
        WeighingError: as for `standings`.
    """
    counted = _counted(table)
    columns = {signal: [row[signal] for row in counted.values() if signal in row] for signal in table.credibility}
    return {signal: max(column) - min(column) if len(column) > 1 else None for signal, column in columns.items()}


def least_inconsistent(table: Table) -> tuple[str, ...]:
    """The hypotheses with the least against them, ties included (Heuer 1999: not those with most in favour).

    Compares on the signals that count for every hypothesis, so that no hypothesis gains by cells left blank.

    Returns:
        Ids in the order of the table; empty if no signal counts for all.

    Raises:
        WeighingError: as for `standings`.
    """
    counted = _counted(table)
    shared = {signal for signal in table.credibility if all(signal in row for row in counted.values())}
    if not shared or not counted:
        return ()
    groups = parts(table.credibility, table.stories).values()
    rows = {name: {signal: row[signal] for signal in row if signal in shared} for name, row in counted.items()}
    against = {name: _standing(name, row, groups, table.news, len(shared)).inconsistency for name, row in rows.items()}
    least = min(against.values())
    return tuple(name for name, value in against.items() if value - least <= TOLERANCE)


def _counted(table: Table) -> dict[str, dict[str, float]]:
    for signal, credibility in table.credibility.items():
        check_credibility(signal, credibility)
    for signal, share in table.news.items():
        check_news(signal, share)
    counted: dict[str, dict[str, float]] = {}
    for name, row in table.cells.items():
        for signal, step in row.items():
            what = f"Hypothesis “{name}”, signal “{signal}”: consistency"
            if signal not in table.credibility:
                raise WeighingError(f"{what}: expected a signal of the table, found one it does not have.")
            if step is not None:
                check_step(what, step, STRONGEST)
        given = ((signal, row.get(signal), credibility) for signal, credibility in table.credibility.items())
        counted[name] = {s: step * c + 0.0 for s, step, c in given if step is not None and c is not None}
    return counted


def _standing(
    name: str, row: Mapping[str, float], groups: Iterable[Collection[str]], news: Mapping[str, float], signals: int
) -> Standing:
    given = [[signal for signal in group if signal in row] for group in groups]
    against, favour = (
        math.fsum(
            one_way([max(0.0, sign * row[signal]) for signal in group], [news.get(signal, 0.0) for signal in group])
            for group in given
        )
        for sign in (-1, 1)
    )
    return Standing(name, against, favour, len(row) / signals if signals else 0.0)
