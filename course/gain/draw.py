"""Which question of each family a learner gets at the check-in, and which other one at the check-out. Pure."""

from collections.abc import Collection, Mapping, Sequence

IN, OUT = "check-in", "check-out"
MOMENTS = (IN, OUT)


def place(moment: str, question: str) -> str:
    """Under which id a journal keeps the answer: “check-in-gain-base-stop”."""
    return f"{moment}-{question}"


def drawn(families: Mapping[str, Sequence[str]], seed: int, answered: Collection[str]) -> dict[str, dict[str, str]]:
    """Moment to family to the question that is asked then.

    What was answered stays, whatever the seed is by now: a journal that was begun anew and joined with an older one
    has another. The check-out never asks what the check-in asked.

    Args:
        families: name to its questions, at least two.
        seed: the learner's. It draws the question of the check-in, and by how much the check-out is shifted.
        answered: ids under which the journal holds answers.
    """
    found: dict[str, dict[str, str]] = {IN: {}, OUT: {}}
    for family, questions in families.items():
        n = len(questions)
        first = _answered(IN, questions, answered)
        first = seed % n if first is None else first
        then = _answered(OUT, questions, answered)
        then = (first + 1 + seed // n % (n - 1)) % n if then is None else then
        found[IN][family], found[OUT][family] = questions[first], questions[then]
    return found


def _answered(moment: str, questions: Sequence[str], answered: Collection[str]) -> int | None:
    return next((n for n, each in enumerate(questions) if place(moment, each) in answered), None)
