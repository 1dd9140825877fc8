"""The course paraphrases the brief: no run of eight words of it stands anywhere in the project."""

import json
from pathlib import Path

import pytest

from tests.brief.runs import DIGITS, KNOWN, body, runs, words
from tests.paths import ROOT

HASHES = frozenset(KNOWN.read_text(encoding="ascii").split())
PARTS = ("course", "data", "grading", "notebooks", "tests")
KINDS = {".csv", ".css", ".ipynb", ".j2", ".js", ".json", ".md", ".py", ".toml", ".txt", ".cff"}
TEXTS = sorted(
    path
    for top in (ROOT, *(ROOT / part for part in PARTS))
    for path in (top.glob("*") if top == ROOT else top.rglob("*"))
    if path.is_file() and path.suffix in KINDS and path != KNOWN and not any(p in path.parts for p in ("node_modules",))
)
BRIEF = """TITLE OF A BRIEF

*A. Writer*

A first sentence that is long enough to be the one with which the text of this made-up brief begins, and one more word,
for there must be two dozen of them in it, all told.

In sum, nothing fol-
lows from this.

About the institute, which stands in Stockholm and does not count here at all, however long it speaks of itself.
"""


def said(path: Path) -> list[str]:
    """What a file says; of a notebook, each cell and each of its outputs as a text."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".ipynb":
        return [text]
    cells = json.loads(text)["cells"]
    shown = [output.get("data", {}) for cell in cells for output in cell.get("outputs", [])]
    parts = [cell["source"] for cell in cells]
    parts += [data[kind] for data in shown for kind in ("text/plain", "text/html") if kind in data]
    return ["".join(each) for each in parts]


def test_the_hashes_are_those_of_a_brief():
    assert len(HASHES) > 1000
    assert all(len(each) == DIGITS for each in HASHES)
    assert {"notebooks", "grading", "data"} <= {path.relative_to(ROOT).parts[0] for path in TEXTS}


@pytest.mark.parametrize("top", ["course", "data", "grading", "notebooks", "tests", "."])
def test_no_run_of_eight_words_of_the_brief_stands_anywhere(top):
    mine = [path for path in TEXTS if (path.parent == ROOT if top == "." else ROOT / top in path.parents)]
    copied = [
        f"{path.relative_to(ROOT)}: {run}"
        for path in mine
        for text in said(path)
        for known, run in runs(text)
        if known in HASHES
    ]
    assert mine
    assert copied == []


def test_a_copy_is_found_whatever_its_marks_lines_and_capitals():
    kept = {known for known, _ in runs(body(BRIEF))}
    copy = "So: “A FIRST *sentence* that is long\n\nenough to be” …; in sum, nothing follows from\nthis."
    assert {run for known, run in runs(copy) if known in kept} == {
        "a first sentence that is long enough to",
        "first sentence that is long enough to be",
    }
    assert not {known for known, _ in runs("A first sentence, long enough, begins the text of this brief.")} & kept


def test_title_author_and_what_follows_the_conclusion_may_be_cited():
    assert words(body(BRIEF))[:3] == ["a", "first", "sentence"]
    assert words(body(BRIEF))[-6:] == ["in", "sum", "nothing", "follows", "from", "this"]


def test_what_is_one_word_to_a_reader_is_one():
    assert words("The U.S.’s Korea’s re-\nset, café & _C_") == ["the", "uss", "koreas", "reset", "cafe", "c"]
