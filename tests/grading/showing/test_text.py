"""A learner's words on the pages of others: alive nowhere, and lost nowhere."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbconvert.filters import markdown2html

from course.kinds import ChooseMany, ChooseOne, Classify, Probability, Question, Rank
from grading.handout.scheme import read_scheme
from grading.reading.inert import inert, inert_line, visible
from tests.paths import EVERY_TYPE

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "![a](http://example.org/a.png)",
    "<javascript:alert(1)>",
    "$\\href{javascript:alert(1)}{a}$",
    "$$x$$ \\(y\\) \\begin{equation}z\\end{equation}",
    "```html\n<b>a</b>\n```",
    "    <b>four spaces</b>",
    "# heading\n\n- list\n\n> quote\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    "&lt;b&gt; &amp;#60;",
    "a\n</p><p onclick=alert(1)>b",
    "{{ config }} {% raw %}",
    "*emphasis* __strong__ `code` ~~gone~~ [^1]",
    "https://example.org www.example.org a@example.org",
    "attachment:a.png ![a](attachment:a.png)",
]


class Rendered(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {k for k, _ in attrs}
        self.text += "\n" if tag in ("br", "p") else ""

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_lives_on_the_formgraders_page(text: str):
    page = Rendered(markdown2html(inert(text)))
    assert page.tags <= {"p", "br"}
    assert page.attributes <= {"class", "dir"}
    assert words(page.text) == words(text)


@given(st.text())
def test_any_text_is_shown_as_typed(text: str):
    page = Rendered(markdown2html(inert(text)))
    assert page.tags <= {"p", "br"}
    assert words(page.text) == words(visible(text.replace("\r", "\n")))


@given(st.text(alphabet="<>[](){}!#*_`~|$\\&;:/=\"'\n -+.1ab"))
def test_no_mix_of_marks_comes_alive(text: str):
    page = Rendered(markdown2html(inert(text)))
    assert page.tags <= {"p", "br"}
    assert words(page.text) == words(text)


@given(st.text(alphabet="<>[](){}!#*_`~|$\\&;:/=\"'\n -+.1ab"))
def test_a_line_within_markdown_is_inert_too(text: str):
    page = Rendered(markdown2html(f"- {inert_line(text)}"))
    assert page.tags <= {"ul", "li", "p", "span"}
    assert words(page.text) == words(text)


def test_paragraphs_and_lines_stay_apart():
    assert re.findall(r">(.*?)</p>", inert("a\nb\n\nc")) == ["a<br>b", "c"]


def test_marks_that_turn_or_hide_text_are_written_out():
    assert visible("a\u202eb\u200bc\x00d\x1be") == "a[U+202E]b[U+200B]c[U+0000]d[U+001B]e"
    assert visible("naïve – 한국 ✓\n\t") == "naïve – 한국 ✓\n\t"


def words(text: str) -> list[str]:
    return text.split()


def test_the_mark_scheme_is_taken_out_also_if_its_end_is_missing():
    found = read_scheme("Do\n=== BEGIN MARK SCHEME ===\nx\n=== END MARK SCHEME ===\nthis")
    assert (found.released, found.text, found.marks) == ("Do\nthis", "x", ())
    found = read_scheme("Do\n=== BEGIN MARK SCHEME ===\nx")
    assert (found.released, found.text, len(found.marks)) == ("Do", "x", 1)


# answers in words


@pytest.fixture(scope="module")
def questions() -> dict[type, Question]:
    from course.questions import load_bank

    return {type(q): q for q in load_bank(EVERY_TYPE).questions}


def texts(question: Question) -> list[str]:
    from course.asked.prose import as_text

    return [as_text(o.text) for o in question.options]


def ids(question: Question) -> list[str]:

    return [o.id for o in question.options]


def test_choices_are_told_by_their_text(questions: dict[type, Question]):
    one, many = questions[ChooseOne], questions[ChooseMany]
    assert one.in_words(ids(one)[1]) == (texts(one)[1],)
    assert many.in_words(ids(many)[:2]) == tuple(texts(many)[:2])


def test_places_are_told_in_the_banks_order(questions: dict[type, Question]):
    question = questions[Classify]
    assert isinstance(question, Classify)
    category = question.categories[0]
    answer = dict.fromkeys(reversed(ids(question)), category.id)
    assert [line.partition(" → ")[0] for line in question.in_words(answer)] == texts(question)
    assert question.in_words(answer)[0].endswith(f" → {category.text}")


def test_ranks_are_told_in_their_order(questions: dict[type, Question]):
    question = questions[Rank]
    answer = {i: n for n, i in enumerate(reversed(ids(question)), 1)}
    assert question.in_words(answer) == tuple(f"{n}. {t}" for n, t in enumerate(reversed(texts(question)), 1))


def test_probabilities_are_told_in_per_cent(questions: dict[type, Question]):
    question = questions[Probability]
    assert question.in_words({ids(question)[0]: 0.25}) == (f"{texts(question)[0]}: 25%",)


def test_no_answer_has_no_words(questions: dict[type, Question]):
    for question in questions.values():
        assert question.in_words(None) == ()


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)


@given(value=json)
def test_any_json_can_be_told_and_nothing_of_it_is_repeated(questions: dict[type, Question], value):
    for question in questions.values():
        for line in question.in_words(value):
            assert any(text in line for text in texts(question)) or line.endswith("that the question does not have)")
