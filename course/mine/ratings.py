"""What a learner said on the board, and what follows from all of it together."""

from course.asked.short_names import short_names
from course.brief.frames import Table
from course.mine.noted import noted
from course.mine.weighed import WEIGHING, own


def ratings(question: str = WEIGHING) -> Table:
    """Your ratings of every signal that you have rated fully.

    Args:
        question: a board's id; by default the one of lesson 6, with all signals.

    Returns:
        One row per signal, by ``id``: ``name``, ``step`` (−3 to 3; each step up doubles how much likelier the signal is
        if a reset is coming), ``credibility`` (0 to 1), ``same_as`` (another signal that tells the same story).

    Raises:
        NotWeighed: what your journal holds under this id is not a weighing.
        JournalError: your journal can't be read.

    Example:
        mine.ratings()
    """
    weighed, note = own(question)
    names = short_names()
    rated = dict(sorted(weighed.rated.items()))
    rows = [
        {"name": names[signal], "step": each.step, "credibility": each.credibility, "same_as": each.same_as}
        for signal, each in rated.items()
    ]
    return noted(rows, rated, note, "signal")


def prior(question: str = WEIGHING) -> float:
    """How probable you considered a reset before you weighed any signal.

    Args:
        question: as for `ratings`.

    Returns:
        A probability, 0 to 1; the example's if you have none yet.

    Raises:
        NotWeighed, JournalError: as `ratings`.

    Example:
        mine.prior()
    """
    return own(question)[0].judgement.prior


def posterior(question: str = WEIGHING) -> float:
    """How probable a reset is after all the signals, as you rated them. Signals of one story count once.

    Args:
        question: as for `ratings`.

    Returns:
        A probability, 0 to 1; the example's if you have rated nothing yet.

    Raises:
        NotWeighed, JournalError: as `ratings`.

    Example:
        mine.posterior()
    """
    return own(question)[0].weighing.probability
