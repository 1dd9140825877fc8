"""The form of a question that needs no kernel: for a saved notebook, a print, a page on the web. Pure.

It shows the question only, never an answer, so that it can't go stale and is the same on every run.
"""

from collections.abc import Mapping

from course.panels.prose import as_html, as_text
from course.questions.model import (
    Argue,
    ChooseMany,
    ChooseOne,
    Classify,
    Deal,
    Forecast,
    Probability,
    Question,
    Rank,
    Weigh,
    options,
)

_SAID: dict[type, str] = {
    ChooseOne: "Choose one.",
    Rank: "Give each a rank. 1 comes first.",
    Probability: "Give each a probability from 0 to 100 %.",
    Forecast: "Give each a probability from 0 to 100 %, then commit.",
    Weigh: "Weigh each signal, one at a time.",
    Argue: "Build an argument: premises, and what follows from them.",
    Deal: "Propose a deal: one option on each issue.",
}

RUN = "Run this cell to answer."


def instruction(question: Question) -> str:
    """What the learner is to do, in one sentence."""
    match question:
        case ChooseMany():
            return _how_many(question)
        case Classify():
            return "Place each in: " + "; ".join(as_text(c.text) for c in question.categories) + "."
        case _:
            return _SAID[type(question)]


def static_html(question: Question, names: Mapping[str, str] | None = None) -> str:
    """The question as plain HTML that survives JupyterLab's sanitizer; `names` are used for items that it names."""
    items = "".join(f"<li>{as_html(text)}</li>" for text in _items(question, names))
    return (
        f"<h3>{as_html(question.title)}{f' ({points(question)})' if question.points else ''}</h3>"
        f"<p>{as_html(question.prompt)}</p><p>{as_html(instruction(question))}</p><ul>{items}</ul>"
        f"<p><em>{RUN}</em></p>"
    )


def static_text(question: Question, names: Mapping[str, str] | None = None) -> str:
    """The question as plain text; `names` as for `static_html`."""
    head = f"{as_text(question.title)}{f' ({points(question)})' if question.points else ''}"
    items = [f"  - {as_text(text)}" for text in _items(question, names)]
    return "\n".join([head, as_text(question.prompt), instruction(question), *items])


def points(question: Question) -> str:
    """The points of a graded question in words, empty for a lesson's question."""
    if question.points is None:
        return ""
    return f"{question.points:g} point" + ("" if question.points == 1 else "s")


def _items(question: Question, names: Mapping[str, str] | None) -> list[str]:
    return [(names or {}).get(o.id, o.text) for o in options(question)]


def _how_many(question: ChooseMany) -> str:
    low, high = question.min, question.max
    if high is None:
        return "Choose all that fit." if low == 1 else f"Choose at least {low}."
    return f"Choose {low}." if low == high else f"Choose {low} to {high}."
