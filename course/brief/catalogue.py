"""The brief's tables beside the claims: signals, goals, positions, the argument, events, and the course's own terms."""

from course import tables
from course.brief.frames import Table
from course.brief.known import known
from course.brief.load import load, showing
from course.brief.words import words


def actors() -> Table:
    """The names of people, offices and states that the tables use.

    Returns:
        One row per ``name``: ``kind`` and ``description``.

    Example:
        brief.actors()
    """
    return load("actors")


def signals() -> Table:
    """The signals of the brief.

    Returns:
        One row per signal, by ``id``: who sends it, what happened and when, what the brief says it was meant to do and
        did, the course's reading, ``claims`` (ids), and the other columns of ``signals.csv``.

    Example:
        brief.signals()
    """
    return load("signals", signal=("claims",))


def goals() -> Table:
    """Goals, means, conditions and refusals of both sides.

    Returns:
        One row per goal, by ``id``: ``actor``, ``kind``, ``statement``, ``explicitness`` (stated or implied),
        ``claims`` (ids).

    Example:
        brief.goals()
    """
    return load("goals", goal=("claims",))


def positions() -> Table:
    """What each side accepts and refuses, issue by issue.

    Returns:
        One row for a side and an option, by ``id``: ``issue``, ``side``, ``option``, ``accepts`` (yes or no),
        ``explicitness``, ``why``, ``claims`` (ids).

    Example:
        brief.positions()
    """
    table = _with_options(load("bargaining_positions", bargaining_position=("claims",)))
    return showing(table, "bargaining_positions")


def moves() -> Table:
    """What happens, or could happen, and which position it would move.

    The signals of the brief stand there beside events that the course invents; ``kind`` says which.

    Returns:
        One row per event, by ``id``: ``happening``, ``kind``, ``why``, ``claims`` (ids), and the position that moves:
        ``side``, ``issue`` and ``option``, which are empty where none does.

    Example:
        brief.moves()
    """
    table = _with_options(load("bargaining_moves", bargaining_move=("claims",)))
    return showing(table, "bargaining_moves")


def propositions() -> Table:
    """The letters of the argument.

    Returns:
        One row per letter: what it stands for.

    Example:
        brief.propositions()
    """
    return load("propositions")


def argument() -> Table:
    """The author's argument as the course reads it: premises, conclusion, and notes.

    Returns:
        One row per step, by ``id``: its ``role``, the ``statement`` in words, the ``formula``, ``claims`` (ids).

    Example:
        brief.argument()
    """
    return load("argument", argument=("claims",))


def events() -> Table:
    """Events up to the time of the brief.

    Returns:
        One row per event, by ``id``: ``date`` (text, as exact as it is known), ``event``, ``actors``, ``category``,
        ``source``, ``claims`` (ids), ``start`` and ``end`` (dates, to sort and to draw).

    Example:
        brief.events()
    """
    return load("events", event=("actors", "claims"))


def discrepancies() -> Table:
    """Where the brief and the public record up to its time differ, and where they agree.

    Returns:
        One row per topic, by ``id``: ``brief_says``, ``public_record``, ``source``, ``confidence``, ``claims`` (ids).

    Example:
        brief.discrepancies()
    """
    return load("discrepancies", discrepancy=("claims",))


def background() -> Table:
    """What a teacher would expect and the brief leaves out: theory, other governments and voices, what was public when.

    Returns:
        One row per statement, by ``id``: the ``statement`` in the course's words, ``who`` makes it or did it, ``date``
        (text, as exact as it is known), ``source``; ``topic`` and the other columns of ``background.csv``.

    Example:
        brief.background()
    """
    return load("background")


def datasets() -> Table:
    """Data sets from which dates and outcomes were taken.

    Returns:
        One row per data set, by ``id``: what it is, where it is, and under which licence.

    Example:
        brief.datasets()
    """
    return load("datasets")


def glossary(lesson: str = "") -> Table:
    """Terms of the course; each leads to the place that introduces it.

    Args:
        lesson: the number of a lesson, such as ``"04"``, for the terms that it introduces, in its order; without it
            all of them, in alphabetical order.

    Returns:
        One row per ``term``: its ``meaning``, where it is ``introduced``, ``see_also`` (terms; for a lesson
        only those known by then).

    Raises:
        UnknownName: there is no such lesson.

    Example:
        brief.glossary("04")
    """
    wanted = None
    if lesson:
        lessons = {str(row["id"]).partition("_")[0]: str(row["id"]) for row in tables.read("lessons")}
        wanted = lessons[known("lesson", lesson, lessons)]
    return words(load("glossary"), tables.read("glossary_related"), wanted)


def _with_options(table: Table) -> Table:
    """With `issue` and `option`, the names that belong to `option_id`, in front; missing where there is none."""
    options = {row["id"]: row for row in tables.read("bargaining_options")}
    for place, (name, column) in enumerate((("issue", "issue_name"), ("option", "name"))):
        table.insert(place, name, [options[each][column] if each in options else None for each in table["option_id"]])
    return table
