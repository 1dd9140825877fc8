"""The form of a question that needs no kernel: for a saved notebook, a print, a page on the web. Pure.

It shows the question only, never an answer, so that it can't go stale and is the same on every run.
"""

from course.asked import Asked
from course.asked.prose import as_html, as_text

RUN = "To answer, choose Run All Cells in the menu Run."


def static_html(question: Asked) -> str:
    """The question as plain HTML that survives JupyterLab's sanitizer."""
    items = "".join(f"<li>{as_html(text)}</li>" for text in question.names())
    return (
        f"<h3>{as_html(question.title)}{f' ({points(question)})' if question.points else ''}</h3>"
        f"<p>{as_html(question.prompt)}</p><p>{as_html(question.instruction)}</p><ul>{items}</ul>"
        f"<p><em>{RUN}</em></p>"
    )


def static_text(question: Asked) -> str:
    """The question as plain text."""
    head = f"{as_text(question.title)}{f' ({points(question)})' if question.points else ''}"
    items = [f"  - {as_text(text)}" for text in question.names()]
    return "\n".join([head, as_text(question.prompt), question.instruction, *items])


def points(question: Asked) -> str:
    """The points of a graded question in words, empty for a lesson's question."""
    if question.points is None:
        return ""
    return f"{question.points:g} point" + ("" if question.points == 1 else "s")
