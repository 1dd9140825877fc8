"""Does a question find what it takes from tables and from other questions?"""

from collections.abc import Collection, Iterator

from course.kinds.deal.positions import positions
from course.kinds.weigh.cards import cards, hypotheses
from course.questions import Bank, BankError, Deal, Weigh


def question_faults(bank: Bank, known: Collection[str]) -> Iterator[str]:
    """What the questions of a bank name and nobody has.

    Args:
        bank: the questions.
        known: ids of all questions that a weighing could begin with.
    """
    for question in bank.questions:
        where = f"{bank.path}: question “{question.id}”"
        try:
            if isinstance(question, Weigh):
                cards(question.signals)
                hypotheses(question.hypotheses)
                earlier = [*question.ratings_from, *([question.prior_from] if question.prior_from else [])]
                yield from (f"{where}: there is no question “{each}” to begin with." for each in earlier
                            if each not in known)  # fmt: skip
            if isinstance(question, Deal):
                positions(question.issues)
        except BankError as e:
            yield f"{where}: {e}"
