"""Where an answer stands: a state, and in plain words what is still to be done. Pure."""

import enum

import msgspec


class State(enum.StrEnum):
    """How far an answer has come."""

    NOT_ATTEMPTED = "not_attempted"
    INCOMPLETE = "incomplete"
    INCOHERENT = "incoherent"
    ANSWERED = "answered"


class Standing(msgspec.Struct, frozen=True):
    """A state and, in plain words, what is still to be done.

    Attributes:
        state: how far the answer has come.
        reasons: what is still to be done; none once it is answered.
        notes: what is pointed out, and holds nothing up.
    """

    state: State
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


NOT_ATTEMPTED = Standing(State.NOT_ATTEMPTED, ("There is no answer yet.",))
ANSWERED = Standing(State.ANSWERED)


def incomplete(*reasons: str) -> Standing:
    """An answer that is not finished, and what is missing."""
    return Standing(State.INCOMPLETE, reasons)


def incoherent(*reasons: str) -> Standing:
    """An answer that contradicts itself or the question, and how."""
    return Standing(State.INCOHERENT, reasons)
