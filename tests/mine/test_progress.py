"""The map of the lessons: how far the journal has come, what is left, and where to go on."""

import re
from html.parser import HTMLParser

import pytest

from course import mine
from course.journal.record import Answer
from course.mine.progress import Progress, how_far
from course.questions import load_bank
from course.tables import read
from tests.paths import LESSON_NOTEBOOKS, ROOT

BANKS = {row["id"]: load_bank(ROOT / "data" / "questions" / f"{row['id']}.toml").questions for row in read("lessons")}
LESSONS = [{"id": "01_first", "title": "First", "minutes": 20}, {"id": "02_second", "title": "<b>", "minutes": 30}]
FEW = {"01_first": BANKS["00_start_here"][::2], "02_second": BANKS["01_the_question"][:4]}
FIRST, SECOND = (tuple(each.id for each in few) for few in FEW.values())


def value(question):
    """An answer that is complete: the first choice, or every item in the first category."""
    match type(question).__name__:
        case "ChooseOne":
            return question.choices[0].id
        case "ChooseMany":
            return [question.choices[0].id]
        case "Classify":
            return {item.id: question.categories[0].id for item in question.items}
        case "Estimate":
            return {item.id: 1 for item in question.items}
    raise AssertionError(question)


def given(*questions: str) -> dict[str, Answer]:
    known = {each.id: each for few in FEW.values() for each in few}
    times = (f"2026-01-01T00:00:{n:02}.000000Z" for n in range(60))
    return {each: Answer(value(known[each]), at, None, 1) for each, at in zip(questions, times, strict=False)}


def after(*questions: str) -> Progress:
    return how_far(LESSONS, FEW, given(*questions))


def test_the_map_counts_complete_answers_only(journal):
    before = mine.progress()
    assert [stage.lesson for stage in before] == [row["id"] for row in read("lessons")]
    assert all(stage.answered == 0 < stage.questions for stage in before)
    assert "Begin with: Lesson 0 · Start here" in repr(before)

    journal.save("prior", {"talks": 0.5})
    assert mine.progress().stages[0].answered == 0, "half an answer"
    journal.save("prior", {"talks": 0.5, "reset": 0.2})
    journal.save("nothing-that-is-asked", "x")
    assert mine.progress().stages[0].answered == 1
    assert "You were last at “Your prior”." in repr(mine.progress())
    assert "Go on with: Lesson 0 · Start here" in repr(mine.progress())


def test_what_is_left_is_named_once_a_lesson_is_begun():
    assert after().stages[1].left == "4 questions, about 30 minutes"
    titles = [each.title for each in FEW["02_second"]]
    assert after(SECOND[0]).stages[1].left == f"“{titles[1]}”; “{titles[2]}”; “{titles[3]}”, about 25 minutes"
    assert after(*SECOND).stages[1].left == "complete ✓"
    longer = how_far(LESSONS[:1], {"01_first": BANKS["01_the_question"]}, given(SECOND[0]))
    assert " and 5 more, about " in longer.stages[0].left


@pytest.mark.parametrize(
    ("questions", "lesson"),
    [
        ((), "01_first"),
        (FIRST[:1], "01_first"),
        (FIRST, "02_second"),
        ((FIRST[0], SECOND[0]), "02_second"),
        ((FIRST[0], *SECOND), "01_first"),
        ((*FIRST, *SECOND), None),
    ],
)
def test_the_way_leads_on_and_back_only_at_the_end(questions, lesson):
    found = after(*questions)
    assert (found.next.lesson if found.next else None) == lesson


def test_at_the_end_the_map_leads_to_the_portfolio_in_the_last_lesson():
    found = after(*FIRST, *SECOND)
    assert found.sums == "All 6 questions answered ✓"
    [(file, cell)] = re.findall(r'Look back: <a href="([\w.]+)#cell-id=([\w-]+)">', found._repr_html_())
    assert file == "02_second.ipynb"
    assert f'"id": "{cell}"' in LESSON_NOTEBOOKS[-1].read_text(encoding="utf-8")


class Read(HTMLParser):
    """Tags with their attributes, and all text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_map_is_a_table_that_says_in_words_all_that_it_draws():
    shown = Read(after(FIRST[0])._repr_html_())
    scopes = [(tag, found["scope"]) for tag, found in shown.tags if tag == "th"]
    assert scopes == [("th", "col")] * 3 + [("th", "row")] * 2
    bars = [(found["value"], found["max"]) for tag, found in shown.tags if tag == "progress"]
    assert bars == [("1", "2"), ("0", "4")]
    assert [tag for tag, _ in shown.tags].count("label") == len(bars)
    assert all(f"{value} of {most}" in shown.text for value, most in bars)
    links = [found["href"] for tag, found in shown.tags if tag == "a"]
    assert links == ["01_first.ipynb", "01_first.ipynb", "02_second.ipynb"]
    assert "b" not in {tag for tag, _ in shown.tags}, "a title is text"
