"""The form of a question that needs no kernel: for a saved notebook, a print, a page on the web. Pure.

A panel shows the question alone, so that it is the same on every run. As a notebook is saved, what the learner has
said is put below (`course.server.answered`).
"""

import html

import msgspec

from course.asked.prose import as_html, as_text
from course.asked.question import Asked

RUN = "To answer, choose Run All Cells from the Run menu."
CHANGE = "To change it, choose Run All Cells from the Run menu."


class Said(msgspec.Struct, frozen=True):
    """What a learner has said.

    Attributes:
        head: that it is an answer, in which state, and when it was saved.
        lines: the answer in words, plain text.
    """

    head: str
    lines: tuple[str, ...]


def question_html(question: Asked) -> str:
    """The question alone as HTML, with which its form begins."""
    items = "".join(f"<li>{as_html(text)}</li>" for text in question.names())
    return (
        f"<h3>{as_html(question.title)}{f' ({points(question)})' if question.points else ''}</h3>"
        f"<p>{as_html(question.prompt)}</p><p>{as_html(question.instruction)}</p><ul>{items}</ul>"
    )


def static_html(question: Asked, said: Said | None = None) -> str:
    """The question as plain HTML that survives JupyterLab's sanitizer, with what was said where it is given."""
    if said is None:
        return f"{question_html(question)}<p><em>{RUN}</em></p>"
    lines = "".join(f"<li>{html.escape(line)}</li>" for line in said.lines)
    answer = f"<p><strong>{html.escape(said.head)}</strong></p><ul>{lines}</ul>"
    return f"{question_html(question)}{answer}<p><em>{CHANGE}</em></p>"


def static_text(question: Asked, said: Said | None = None) -> str:
    """The same as plain text."""
    head = f"{as_text(question.title)}{f' ({points(question)})' if question.points else ''}"
    items = [f"  - {as_text(text)}" for text in question.names()]
    answer = [said.head, *(f"  - {line}" for line in said.lines)] if said else []
    return "\n".join([head, as_text(question.prompt), question.instruction, *items, *answer])


def points(question: Asked) -> str:
    """The points of a graded question in words, empty for a lesson's question."""
    if question.points is None:
        return ""
    return f"{question.points:g} point" + ("" if question.points == 1 else "s")
