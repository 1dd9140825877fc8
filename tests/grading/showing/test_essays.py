"""Essays as HTML: nothing lives in it, nothing is lost. Pictures by their bytes; rubrics and lengths by their text."""

import contextlib
import re
import struct
import time
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.handout.scheme import read_scheme
from grading.reading.picture import MAX_BYTES, NotAPictureError, look
from grading.showing.counting import Length, asked, places
from grading.showing.escaping import Shown
from grading.showing.markdown import as_html, as_typed
from tests.grading.showing.test_text import HOSTILE

TAGS = frozenset(
    re.findall(
        r"\w+",
        "p h3 h4 h5 h6 em strong del code pre blockquote ul ol li hr br div table thead tbody tr th td img span mark "
        "wbr",
    )
)
ATTRIBUTES = {"dir", "class", "start", "scope", "role", "aria-label", "tabindex", "alt", "src"}
MARKS = "<>[](){}!#*_`~|$\\&;:/=\"'\n -+.1ab"


class Rendered(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags, self.attributes, self.sources, self.open, self.text = set[str](), set[str](), [], [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {k for k, _ in attrs}
        self.sources += [v for k, v in attrs if k == "src"]
        self.open += [tag] if tag not in ("br", "hr", "img", "wbr") else []

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def check(text: str) -> Rendered:
    page = Rendered(as_html(text, [Shown("a.png", "image/png", "AAAA")], Length(1, 3, 5)).html)
    assert page.open == []
    assert page.tags <= TAGS
    assert page.attributes <= ATTRIBUTES
    assert set(page.sources) <= {"data:image/png;base64,AAAA"}
    return page


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_lives(text: str):
    check(text)


@given(st.text() | st.text(MARKS))
def test_whatever_is_typed_is_harmless_and_no_letter_is_lost(text: str):
    page = check(text)
    letters = re.findall(r"[^\W_]", text)
    numbers_of_lists = re.findall(r"[0-9]", text)
    shown = [c for c in page.text if c in set(letters)]
    # Only the number of a list item is told by the list itself, and an attached picture's name by the picture.
    assert len(shown) + len(numbers_of_lists) + 8 * len(page.sources) >= len(letters)


@given(st.text() | st.text(MARKS))
def test_as_typed_is_as_typed(text: str):
    page = Rendered(as_typed(text))
    assert page.tags <= {"pre", "span", "wbr"}
    told = re.sub(r'<span class="unseen">.*?</span>', "", as_typed(text))
    kept = re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", text.replace("\r\n", "\n").replace("\r", "\n"))
    if kept.isascii():
        assert unescape(re.sub("<[^>]*>", "", told)) == kept


@pytest.mark.parametrize(
    "text",
    [
        "> " * 100_000, "- " * 100_000, "1. " * 60_000, "[" * 200_000, "[a](" * 50_000, "![a](b " * 28_000,
        "*a " * 66_000, "`a``b```" * 25_000, "<a " * 66_000, "~~a " * 50_000, "a|b\n-|-\n" * 25_000, "- a\n" * 50_000,
        "\\" * 200_000, "&amp;" * 40_000, "x" * 200_000, '[]( "' * 40_000,
    ],
)  # fmt: skip
def test_no_text_takes_long(text: str):
    begun = time.process_time()
    as_html(text, length=Length(250, 350, 400))
    assert time.process_time() - begun < 6


def test_headings_leave_no_level_out():
    assert re.findall("<h[0-9]", as_html("# a\n\n### b\n\n###### c").html) == ["<h4", "<h5", "<h6"]
    assert re.findall("<h[0-9]", as_html("### b", heading=3).html) == ["<h3"]


def test_words_that_formatting_parts_count_once():
    assert as_html("re**al**ly *good*, isn’t it – 1 2 한국 말").words == 8
    assert as_html("# Head\n\n- a\n- b\n\n| c | d |\n|---|---|\n| e | |").words == 6
    assert len(places("日本語 is 3 characters")) == 6


def test_the_limit_stands_before_the_first_word_beyond_it():
    html = as_html("one two *three* four five six", length=Length(1, 3, 5)).html
    assert re.search("three</em> <mark[^>]*>3 words: no more were asked for</mark> four", html)
    assert re.search("five <mark[^>]*>5 words: the reader stops here</mark> six", html)
    assert "<mark" not in as_html("one two three", length=Length(1, 3, 5)).html


@pytest.mark.parametrize(
    ("task", "length"),
    [
        ("Write 250 to 350 words. Your reader stops after 400 words.", Length(250, 350, 400)),
        ("300–500 words", Length(300, 500, 500)),
        ("Between 1,000 and 1,500 words.", Length(1000, 1500, 1500)),
        ("At most 300 words, please.", Length(0, 300, 300)),
        ("Use no more than 200 words", Length(0, 200, 200)),
        ("Write what you think.", Length()),
    ],
)
def test_the_length_is_read_from_the_task(task: str, length: Length):
    assert asked(task) == length


TASK = """## Essay

| No. | Your essay | Points |
|---|---|---|
| 1 | **states it** exactly | 3 |
| 2 | gives a reason | 1.5 |

=== BEGIN MARK SCHEME ===

All: be kind.

{first}

| Points | The essay | Anchor |
|---|---|---|
| 3 | is good | “x” |
| 1.5 | is fair | “y” |

### 2. Gives a reason (1.5 points)

A reason.

=== END MARK SCHEME ===
"""


@pytest.mark.parametrize(
    "first", ["**1. States it (0–3)**", "**1. States it (0-3)**", "### 1) States it (3)", "**1. States it (0 to 3)**"]
)
def test_a_rubric_is_read_from_task_and_mark_scheme(first: str):
    found = read_scheme(TASK.format(first=first))
    assert [(c.number, c.name, c.title, c.max_points) for c in found.criteria] == [
        ("1", "states it", "States it", 3),
        ("2", "gives a reason", "Gives a reason", 1.5),
    ]
    assert found.general == "All: be kind."
    assert found.criteria[0].levels == (3, 1.5)
    assert "is fair" in found.criteria[0].scheme
    assert found.adds_up(4.5)
    assert not found.adds_up(10)


def test_a_task_without_a_rubric_has_no_criteria():
    assert read_scheme("## Essay\n\nWrite.").criteria == ()
    assert not read_scheme("## Essay").adds_up(0)


def jpeg(width: int, height: int) -> bytes:
    return b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x08\x08" + struct.pack(">HH", height, width) + b"\x01"


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
KNOWN = {
    "image/png": PNG + struct.pack(">II", 30, 20),
    "image/gif": b"GIF89a" + struct.pack("<HH", 30, 20),
    "image/jpeg": jpeg(30, 20),
    "image/webp": b"RIFF____WEBPVP8X" + b"\0" * 8 + b"\x1d\0\0\x13\0\0",
}


@pytest.mark.parametrize("mime", KNOWN)
def test_a_picture_is_known_by_its_bytes(mime: str):
    found = look(KNOWN[mime])
    assert (found.mime, found.width, found.height) == (mime, 30, 20)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no PNG"),
        (b"<html>", "no PNG"),
        (b"", "no PNG"),
        (b"%PDF-1.7", "no PNG"),
        (KNOWN["image/png"][:18], "broken off"),
        (jpeg(30, 20)[:10], "broken off"),
        (b"\xff\xd8\xff\xff", "broken off"),
        (b"RIFF____WEBPVP9 " + b"\0" * 20, "no WebP that is known"),
        (PNG + struct.pack(">II", 60_000, 60_000), "60,000 by 60,000 pixels"),
        (PNG + struct.pack(">II", 0, 5), "0 by 5"),
        (KNOWN["image/png"] + b"\0" * MAX_BYTES, "bytes"),
    ],
)
def test_what_is_no_picture_is_told_why(data: bytes, why: str):
    with pytest.raises(NotAPictureError, match=why):
        look(data)


@given(st.sampled_from([*KNOWN.values(), b"\xff\xd8\xff", b""]), st.binary(max_size=40))
def test_no_bytes_break_the_look(head: bytes, tail: bytes):
    for data in (head + tail, head[:12] + tail):
        with contextlib.suppress(NotAPictureError):
            assert look(data).width > 0
