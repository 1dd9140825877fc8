"""How long each lesson is: words, panels, minutes, screens. Nothing is executed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from course.asked import Asked
from course.questions.bank import read_bank
from grading.check.draws import draws
from grading.handout.cells import read_notebook

SPEED = 180
"""Words read in a minute, as for a text to be studied."""
SCREEN = 800
"""Height of what JupyterLab shows of a notebook at once, in pixels, in a window of 1400 × 900."""
TOO_SHORT, TOO_LONG = 2, 0.3
"""By how much stated minutes may miss: at most so many minutes too few, for reading and for answering; and at most this
share of what is needed, and five minutes, too many in all: lessons state full fives."""

_STATED = re.compile(r"about (\d+) minutes \((\d+) reading, (\d+) answering\)")
_CHARTS = "application/vnd.vegalite"
# Lists of words are looked up, not read through; what a panel shows counts as answering.
_NOT_READ = re.compile(r"\s*(?:ask\(|check_in\(|check_out\(|retrieve\(|brief\.glossary\()")
_ASKED = re.compile(r"\s*(?:ask|check_in|check_out|retrieve)\(")
# Heights in pixels on a page of 1400 pixels, as estimated; they were not fitted to measured pages.
_LINE, _BLOCK, _WORDS_A_LINE = 22, 14, 16
_CODE, _PANEL, _PANEL_ITEM, _ROW = 34, 190, 46, 34


class Length(msgspec.Struct, frozen=True):
    """How long one lesson is.

    Attributes:
        lesson: its id.
        words: of its text.
        table_words: of its tables and of what its charts say, without lists of words.
        charts: that are shown.
        panels: questions asked, each once, also where its parts are asked in several places.
        reading: minutes, at `SPEED` and one for each chart.
        answering: minutes, by what each kind of question says of itself.
        stated: minutes that the lesson states in its first cell: in all, reading, answering; None if it states none.
        screens: how many full windows it is, estimated from lines of text, rows of tables, charts and panels.
    """

    lesson: str
    words: int
    table_words: int
    charts: int
    panels: int
    reading: float
    answering: float
    stated: tuple[int, int, int] | None
    screens: float

    @property
    def minutes(self) -> float:
        """Reading and answering."""
        return self.reading + self.answering

    def faults(self) -> Iterator[str]:
        """Where the stated minutes do not fit."""
        if self.stated is None:
            yield "states no minutes; its first cell reads “about 40 minutes (25 reading, 15 answering)”"
            return
        total, *parts = self.stated
        if sum(parts) != total:
            yield f"states {total} minutes, and its parts are {sum(parts)}"
        for what, said, needed in zip(("reading", "answering"), parts, (self.reading, self.answering), strict=True):
            if needed > said + TOO_SHORT:
                yield f"states {said} minutes for {what}; {needed:.0f} are needed"
        if total > self.minutes * (1 + TOO_LONG) + 5:
            yield f"states {total} minutes; {self.minutes:.0f} are enough"


def length(lesson: str, cells: Sequence[Mapping[str, Any]], questions: Sequence[Asked]) -> Length:
    """Measure one lesson.

    Args:
        lesson: its id.
        cells: of its notebook, as executed.
        questions: of its bank.
    """
    prose = [str(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    shown = [
        output.get("data", {}) for cell in code if not _NOT_READ.match(cell["source"]) for output in cell["outputs"]
    ]
    words = sum(len(text.split()) for text in prose)
    told = sum(len(_text(data).split()) for data in shown)
    charts = sum(any(kind.startswith(_CHARTS) for kind in data) for data in shown)
    found = _STATED.search(prose[0]) if prose else None
    total, reading, answering = map(int, found.groups()) if found else (0, 0, 0)
    drawn, drawn_minutes = draws([str(cell["source"]) for cell in code])
    asked = [*questions, *drawn]
    return Length(
        lesson,
        words,
        told,
        charts,
        len(asked),
        (words + told) / SPEED + charts,
        sum(question.minutes for question in questions) + drawn_minutes,
        (total, reading, answering) if found else None,
        _height(cells, asked) / SCREEN,
    )


def lengths(notebooks: Path, banks: Path) -> list[Length]:
    """Every lesson of a folder, in order.

    Args:
        notebooks: a folder of lessons; the reference is none.
        banks: the folder of their banks. What can't be read of one is left out.

    Raises:
        OSError, ValueError: a notebook can't be read.
    """
    paths = sorted(notebooks.glob("[0-9][0-9]_*.ipynb"))
    return [length(p.stem, read_notebook(p).cells, read_bank(banks / f"{p.stem}.toml")[0].questions) for p in paths]


def _text(data: Mapping[str, Any]) -> str:
    plain = data.get("text/plain", "")
    return plain if isinstance(plain, str) else "".join(plain)


def _height(cells: Sequence[Mapping[str, Any]], questions: Sequence[Asked]) -> float:
    """Pixels, with code folded to a line."""
    pixels = 0.0
    for cell in cells:
        if cell["cell_type"] == "markdown":
            blocks = [block for block in re.split(r"\n(?:\s*\n)?(?=\S)", str(cell["source"])) if block.strip()]
            pixels += sum(_BLOCK + _LINE * (1 + len(block.split()) // _WORDS_A_LINE) for block in blocks)
            continue
        pixels += _CODE
        if not _ASKED.match(str(cell["source"])):
            pixels += sum(_shown(output.get("data", {})) for output in cell["outputs"])
    return pixels + sum(_PANEL + _PANEL_ITEM * len(question.options) for question in questions)


def _shown(data: Mapping[str, Any]) -> float:
    for kind, chart in data.items():
        if kind.startswith(_CHARTS):
            height = chart.get("height", 300) if isinstance(chart, Mapping) else 300
            return float(height if isinstance(height, int | float) else 300) + 60
    if "text/html" in data:
        html = data["text/html"]
        html = html if isinstance(html, str) else "".join(html)
        rows = re.findall(r"<tr>.*?</tr>", html, re.DOTALL)
        return sum(max(_ROW, _LINE * (len(re.sub(r"<[^>]+>", " ", row).split()) / 14)) for row in rows) + 40.0
    return _LINE * (1.0 + _text(data).count("\n"))
