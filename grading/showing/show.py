"""What whoever grades sees in the formgrader: the result of each question, and what was odd about the submission."""

from collections.abc import Iterable, Mapping
from html import escape

from course.asked import Asked
from course.scoring import CriterionScore
from grading.reading.inert import NO_MATH, inert, inert_line, visible
from grading.scoring.record import EssayMark, Flag, ItemMark, Scores


def item_html(question: Asked, item: ItemMark, flags: Iterable[Flag], misconceptions: Mapping[str, str]) -> str:
    """The result of a question as a fragment of HTML. It names criteria, so it is not for learners."""
    rows = [
        ("Answer", "\n".join(question.in_words(item.answer)) or "none"),
        ("State", " ".join((item.state.value.replace("_", " "), *(f"– {r}" for r in item.reasons)))),
        ("Points", f"{item.points:g} of {item.max_points:g}" + _why(question, item)),
        *(("Met" if c.met else "Not met" if c.judged else "Not judged", _named(c)) for c in item.criteria),
        *((f"Misconception {m}", misconceptions[m]) for m in item.misconceptions),
        *(("Look at this", f.says) for f in flags),
    ]
    body = "".join(f"<tr><th scope='row'>{escape(a)}</th><td dir='auto'>{_cell(b)}</td></tr>" for a, b in rows)
    return f'<table class="{NO_MATH}"><caption>{escape(question.title)}</caption><tbody>{body}</tbody></table>'


def _named(criterion: CriterionScore) -> str:
    return f"{criterion.id} ({criterion.max_points:g})" if criterion.max_points else criterion.id


def _why(question: Asked, item: ItemMark) -> str:
    found = item.counted
    return f" ({found.right} of {found.of} {question.counts_as})" if found else ""


def flags_markdown(scores: Scores) -> str:
    """The flags of a submission as markdown for the top of the notebook, "" if there are none."""
    if not scores.flags:
        return ""
    lines = (f"- {inert_line(f.says)}{' **A person must look.**' if f.look else ''}" for f in scores.flags)
    return "\n".join(("**For whoever grades:**", "", *lines))


def beside_markdown(essay: EssayMark) -> str:
    """What stood elsewhere in the notebook, as inert markdown, "" if nothing did."""
    if not essay.beside:
        return ""
    return f"**Written outside the answer cell** (kept by the grading room):\n\n{inert(essay.beside)}"


def _cell(text: str) -> str:
    return "<br>".join(escape(visible(line)) for line in text.split("\n"))
