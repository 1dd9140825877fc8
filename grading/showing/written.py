"""What a learner wrote for an essay, ready to be shown to whoever grades and to the learner alike."""

from collections.abc import Sequence

import msgspec

from grading.scoring.record import EssayMark
from grading.showing.counting import Length
from grading.showing.escaping import Shown, picture_html
from grading.showing.markdown import HEADING, as_html, as_typed


class Written(msgspec.Struct, frozen=True):
    """An essay, all of it safe HTML, "" where nothing was written.

    Attributes:
        html: what stands in its cell, as Markdown.
        typed: the same as it was typed.
        words: in it.
        length: asked for.
        beside: what was written elsewhere in the notebook.
        beside_typed: the same as it was typed.
        pictures: attached, and named in neither text.
    """

    html: str
    typed: str
    words: int
    length: Length
    beside: str
    beside_typed: str
    pictures: str

    @property
    def anything(self) -> bool:
        """Whether there is anything to read or to look at."""
        return bool(self.html or self.beside or self.pictures)


def written(essay: EssayMark, pictures: Sequence[Shown], length: Length, heading: int = HEADING) -> Written:
    """An essay of a record.

    Args:
        essay: as handed in.
        pictures: attached to it.
        length: asked for; where it is passed is marked in the text.
        heading: level of the highest heading in it.
    """
    text, beside = as_html(essay.text, pictures, length, heading), as_html(essay.beside, pictures, heading=heading)
    left = [p for p in pictures if p.name not in text.shown | beside.shown]
    return Written(
        text.html,
        as_typed(essay.text) if essay.text else "",
        text.words,
        length,
        beside.html,
        as_typed(essay.beside) if essay.beside else "",
        "".join(picture_html(p) for p in left),
    )
