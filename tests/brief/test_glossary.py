"""The words of the course: every term that a lesson defines is there, and leads to the place that introduces it."""

import re

import nbformat
import pytest

from course import brief
from course.tables import read
from tests.facts import blocks
from tests.paths import LESSON_NOTEBOOKS, ROOT

LESSONS = {path.stem: nbformat.read(path, 4).cells for path in LESSON_NOTEBOOKS}
TERMS = {str(row["term"]): row for row in read("glossary")}
ORDER = list(TERMS)
PAIRS = [(str(row["term"]), str(row["related"])) for row in read("glossary_related")]
LINK = re.compile(r'<a href="([^"]+)">([^<]+)</a>')

CONTROLS = {
    "Run", "Run All Cells", "Run its cells", "Run Selected Cell and All Below", "Code",
    "Kernel", "Restart Kernel and Run All Cells",
    "Tab", "Space", "Shift", "Enter", "Ctrl Z", "⌘ Z",
    "Check my answer", "Commit my answer", "Take this as my answer", "Back to my answer",
}  # fmt: skip
EMPHASIS = {
    "Before", "Concrete", "Pyongyang’s", "Q", "S", "Substantive", "W", "Washington’s", "backfire",
    "came of it", "effects", "four times as likely", "less than it looks", "meant", "ratings", "reason", "refuse",
    "relief from sanctions",
}  # fmt: skip
"""Bold in the middle of a sentence that defines nothing."""


def stems(text: str) -> set[str]:
    return {word[:4] for word in re.findall(r"\w+", text.lower())}


def bold(lesson: str) -> set[str]:
    """What a lesson prints in bold within its sentences; what a block begins with is a heading of its own."""
    prose = [block for cell in LESSONS[lesson] if cell.cell_type == "markdown" for block in blocks(cell.source)]
    spans = (span for block in prose for span in re.finditer(r"\*\*(.+?)\*\*", block) if span.start())
    return {span.group(1) for span in spans if span.group(1)[-1] not in ".?!:"}


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_word_that_a_lesson_defines_in_bold_is_a_term(lesson):
    known = [stems(term) for term, row in TERMS.items() if str(row["lesson_id"]) <= lesson]
    undecided = {span for span in bold(lesson) if not any(stems(span) <= each for each in known)}
    assert undecided - CONTROLS - EMPHASIS == set(), "a term for data/glossary.csv, or emphasis?"


def test_what_is_no_term_is_still_printed():
    printed = set().union(*map(bold, LESSONS))
    assert printed >= EMPHASIS


@pytest.mark.parametrize("term", TERMS)
def test_a_term_leads_to_the_cell_and_section_that_introduce_it(term):
    row, section = TERMS[term], None
    for cell in LESSONS[row["lesson_id"]]:
        if heading := re.match(r"## (\d+) · ", cell.source):
            section = int(heading[1])
        if cell.id == row["cell_id"]:
            break
    else:
        pytest.fail(f"no cell {row['cell_id']} in {row['lesson_id']}")
    assert section == row["section"]
    assert stems(term.split()[-1]) <= stems(cell.source)


def test_pairs_stand_once_the_earlier_term_first():
    places = [(ORDER.index(one), ORDER.index(other)) for one, other in PAIRS]
    assert places == sorted(set(places))
    assert all(one < other for one, other in places)


def test_each_word_is_a_link_and_every_link_arrives():
    table = brief.glossary()
    html = table._repr_html_()
    assert html.count('scope="row"') == len(table) == len(TERMS)
    assert f"[{len(TERMS)} rows]" in repr(table)
    linked = LINK.findall(html)
    assert {text for _, text in linked} == set(TERMS)
    assert len(linked) == len(TERMS) + 2 * len(PAIRS)
    for address, text in linked:
        file, _, cell = address.partition("#cell-id=")
        assert TERMS[text]["lesson_id"] == file.removesuffix(".ipynb")
        assert cell in {each.id for each in LESSONS[TERMS[text]["lesson_id"]]}


def test_all_words_stand_in_the_order_of_the_alphabet_and_those_of_a_lesson_in_its_own():
    everything = list(brief.glossary().index)
    assert everything == sorted(everything, key=str.casefold)
    first = brief.glossary("01")
    assert list(first.index) == [term for term, row in TERMS.items() if row["lesson_id"] == "01_the_question"]
    assert first.loc["signal", "introduced"] == "Lesson 1, section 6"
    assert first.loc["standfirst", "introduced"] == "Lesson 1"


def test_a_lesson_points_only_to_words_that_are_known_by_then():
    assert brief.glossary("01").loc["signal", "see_also"] == ("step",)
    assert brief.glossary().loc["signal", "see_also"] == ("step", "addressee", "cost", "on its face")


def test_the_last_lesson_has_all_words():
    cells = LESSONS["08_transfer"]
    assert [cell.source for cell in cells if cell.id == "glossary"] == ["brief.glossary()"]
    assert "08_transfer.ipynb#cell-id=all-words" in (ROOT / "notebooks" / "00_start_here.ipynb").read_text("utf-8")
