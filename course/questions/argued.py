"""What a learner says when building an argument, as the journal keeps it. Pure."""

from collections.abc import Iterator
from typing import Any

import msgspec

from course.argument import FORMS, Form, Statement
from course.questions.model import Argue


class Premise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A premise as built so far: a form, its propositions in order (None where none is chosen yet), claims cited."""

    form: Form
    of: tuple[str | None, ...] = ()
    claims: tuple[str, ...] = ()

    @property
    def statement(self) -> Statement | None:
        """What it says, once every proposition is chosen."""
        chosen = tuple(each for each in self.of if each is not None)
        made = Statement(self.form, chosen)
        return made if made.fits and len(chosen) == len(self.of) else None


class Argued(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer to a question of type argue; `conclusion` is one of those on offer, None is blank."""

    premises: tuple[Premise, ...] = ()
    conclusion: Statement | None = None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What the finished premises say, in order."""
        return tuple(said for each in self.premises if (said := each.statement) is not None)


def parse(value: Any) -> Argued:  # noqa: ANN401 - any JSON value
    """An answer from JSON.

    Raises:
        ValueError: it has another form; the message names the member. (`msgspec.ValidationError` is one.)
    """
    return msgspec.convert(value, Argued)


def faults(question: Argue, value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """Why an answer does not fit the question. Raises ValueError as `parse`."""
    argued = parse(value)
    known, citable = {each.id for each in question.propositions}, set(question.citable)
    if len(argued.premises) > question.max:
        yield f"Use at most {question.max} premises; there are {len(argued.premises)}."
    for number, premise in enumerate(argued.premises, 1):
        chosen = [each for each in premise.of if each is not None]
        if premise.form not in question.forms:
            yield f"Premise {number}: this form is not on offer."
        if len(premise.of) != FORMS[premise.form][0] or not set(chosen) <= known:
            yield f"Premise {number} names a proposition that the question does not have, or too many or too few."
        elif len(set(chosen)) < len(chosen):
            yield f"Premise {number} uses the same proposition twice."
        if not set(premise.claims) <= citable or len(set(premise.claims)) < len(premise.claims):
            yield f"Premise {number} cites a claim that is not on offer, or one claim twice."
    if argued.conclusion is not None and argued.conclusion not in question.conclusions:
        yield "The conclusion is not one of those on offer."


def gaps(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """What is still to be done. Raises ValueError as `parse`."""
    argued = parse(value)
    if not argued.premises:
        yield "There is no premise yet."
    blank = [str(number) for number, each in enumerate(argued.premises, 1) if each.statement is None]
    if blank:
        yield f"Premise {', '.join(blank)}: a part is still blank."
    if argued.conclusion is None:
        yield "The conclusion is missing."
