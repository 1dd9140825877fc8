"""What the learner's result hangs on, and what a story does to it: in words, and as numbers for a chart."""

from collections.abc import Sequence

from course import weighing
from course.asked.short_names import short_names
from course.brief.frames import Table
from course.kinds.weigh.answer import Weighed, stories
from course.mine.noted import in_percent, noted
from course.mine.told import Told, listed
from course.mine.weighed import WEIGHING, own, percent


def counted_once(question: str = WEIGHING) -> Told:
    """Which signals you have linked as one story, and where they lead, counted apart and as you linked them.

    Args:
        question: a board's id; by default the one of lesson 6, with all signals.

    Returns:
        A few sentences.

    Raises:
        NotWeighed: what your journal holds under this id is not a weighing.
        JournalError: your journal can't be read.

    Example:
        mine.counted_once()
    """
    weighed, note = own(question)
    found, rated = weighed.weighing, weighed.rated
    prior, now = percent(weighed.judgement.prior), percent(found.probability)
    told = [listed([s for s in sorted(group) if s in rated]) for group in stories(weighed).values()]
    groups = [f"{each} as one story" for each in told if " " in each]
    if not groups:
        many = "the one signal you have rated leads" if len(rated) == 1 else f"your {len(rated)} ratings lead"
        return Told(note, f"You have linked no signals. Each counts by itself, and {many} from {prior} to {now}.")
    apart = percent(weighing.probability(found.prior + found.apart))
    return Told(
        note,
        f"You count {', and '.join(groups)}.",
        f"If every signal counted by itself, your ratings would lead from {prior} to {apart}. "
        f"The way you have linked them, they lead to {now}.",
    )


def hinges(question: str = WEIGHING) -> Table:
    """Where you would end without each signal, for a chart.

    Args:
        question: as for `counted_once`.

    Returns:
        One row per signal that moves your result if it is left out, the one that moves it most first: ``name``, the
        result ``with_all`` signals and ``without`` this one (probabilities).

    Raises:
        NotWeighed, JournalError: as `counted_once`.

    Example:
        mine.hinges()
    """
    weighed, note = own(question)
    names, now = short_names(), weighed.weighing.probability
    moving = _moving(weighed)
    rows = [{"name": names[row.signal], "with_all": now, "without": row.probability} for row in moving]
    made = noted(rows, [row.signal for row in moving], note, "signal", ("name", "with_all", "without"))
    return in_percent(made, "with_all", "without")


def carries(question: str = WEIGHING) -> Told:
    """Which signal carries most of your result, and which move nothing when left out alone.

    Args:
        question: as for `counted_once`.

    Returns:
        A few sentences.

    Raises:
        NotWeighed, JournalError: as `counted_once`.

    Example:
        mine.carries()
    """
    weighed, note = own(question)
    found, names = weighed.weighing, short_names()
    moving = {row.signal: row for row in _moving(weighed)}
    first = next(iter(moving.values()), None)
    most = "No single signal moves your result."
    if first is not None:
        without, now = percent(first.probability), percent(found.probability)
        most = f"{first.signal} ({names[first.signal]}) carries most: without it you would "
        most += f"still be at {now}." if without == now else f"be at {without}, not at {now}."
    spare = [signal for signal, each in found.weights.items() if each and signal not in moving]
    return Told(note, most, _spare([f"{signal} ({names[signal]})" for signal in spare]))


def crossing(line: float = 0.5, question: str = WEIGHING) -> Told:
    """The least that would carry your result across a line, in words; `smallest_changes` has it as a table.

    Args:
        line: a probability above 0 and below 1, such as 0.5.
        question: as for `counted_once`.

    Returns:
        A few sentences.

    Raises:
        WeighingError: the line is not above 0 and below 1.
        NotWeighed, JournalError: as `counted_once`.

    Example:
        mine.crossing(0.5)
    """
    weighed, note = own(question)
    given = weighed.judgement
    found = {move: weighing.smallest_change(given, line, move) for move in ("drop", "flip")}
    at = f"You are at {percent(weighed.weighing.probability)}, {found['drop'].side} the line of {100 * line:g} %."
    if found["drop"].side == "on":
        return Told(note, at)
    ways = [
        f"{verb} {listed(each.signals)}{after} (that would take you to {percent(each.probability)})"
        for each, verb, after in ((found["drop"], "leave out", ""), (found["flip"], "turn", " round"))
        if each.signals
    ]
    least = f"To cross it, it’s enough to {', or to '.join(ways)}."
    none = "Neither leaving signals out nor turning them round can take you across it."
    even, prior = weighing.break_even_prior(given, line), percent(given.prior)
    rest = f"With your ratings as they are, the break-even prior is {percent(even.probability)}. Yours was {prior}."
    alone = any(each.signals and len(each.signals) == 1 for each in found.values())
    warning = "A single signal is enough. Think hard about that one before you trust your result." if alone else ""
    return Told(note, at, least if ways else none, rest, warning)


def _moving(weighed: Weighed) -> list[weighing.Alternative]:
    """The signals that move the result if they are left out, the one that moves it most first."""
    rows = weighing.one_at_a_time(weighed.judgement, "drop")
    return weighing.most_first(row for row in rows if abs(row.change) > weighing.TOLERANCE)


def _spare(named: Sequence[str]) -> str:
    if not named:
        return ""
    weight = "it has weight" if len(named) == 1 else "each has weight"
    return (
        f"Leaving out {listed(named, 'or')} alone changes nothing, although {weight}: "
        "other signals of the same story tell the same news."
    )
