"""What is said at once of a commitment, or of one that is refused; and that no text reaches a page with its marks."""

import re

import pytest

from course.asked.prose import runs
from course.journal import Journal
from course.kinds.weigh.beside import apart
from course.panels import Panel
from course.panels.said import in_words, standing_in_words
from course.questions import load_bank
from tests.paths import LESSON_BANKS

LESSONS = {q.id: q for path in LESSON_BANKS for q in load_bank(path).questions}
CARDS = LESSONS["weigh-cards"]
NOT_AT_ALL = {"step": 0, "credibility": 1.0, "same_as": None}


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path / "journal.json")


def tell(panel: Panel, kind: str, value, seq: int = 1) -> None:
    message = {"kind": kind, "value": value, "seq": seq, "view": "v", "began": panel.value}
    panel._handle_custom_msg(message, [])


def weighing(**said):
    return {"prior": 0.2, "ratings": {signal: said.get(signal, NOT_AT_ALL) for signal in CARDS.signals}}


def test_a_committed_weighing_is_held_against_the_author_at_once(journal):
    panel = Panel(CARDS, journal)
    tell(panel, "save", weighing())
    assert "moment" not in panel.feedback, "nothing of the author's before the commitment"
    tell(panel, "commit", weighing(S04={"step": 3, "credibility": 1.0, "same_as": None}), 2)
    said = panel.feedback["moment"]
    assert len(said["marks"]) == len(CARDS.signals)
    assert said["most"][0][:2] == ["S04 " + said["most"][0][0][4:], "raises strongly, believed 100 %"]
    assert said["ask"].startswith(f"You differ most on {said['most'][0][0]}.")
    tell(panel, "save", weighing(S04={"step": -3, "credibility": 1.0, "same_as": None}), 3)
    assert panel.feedback["moment"] != said, "a message never outlives what made it true"
    tell(panel, "save", {"prior": 0.2}, 4)
    assert panel.feedback["moment"]["marks"] == []


@pytest.mark.parametrize(
    ("weight", "reading", "far"),
    [(0.7, "neutral", 0.7), (-0.7, "ambiguous", 0.7), (0, "neutral", 0), (-2, "lowers", 0), (-0.1, "lowers", 0)],
)
def test_how_far_a_weight_is_from_a_reading(weight, reading, far):
    assert apart(weight, reading) == far


def test_no_weight_is_nearer_to_a_reading_than_one_that_points_the_other_way():
    assert 0 < apart(0, "lowers") < apart(0.1, "lowers") < apart(2, "lowers")


def test_committed_forecasts_are_held_against_the_authors_words(journal):
    panel = Panel(LESSONS["prior"], journal)
    tell(panel, "commit", {"talks": 0.7, "reset": 0.6})
    said = panel.feedback["moment"]
    assert [name for name, _, _ in said["most"]] == ["A reset"]
    assert "highly unlikely" in said["ask"]
    tell(panel, "commit", {"talks": 0.7, "reset": 0.1}, 2)
    assert panel.feedback["moment"]["most"] == []
    assert "surest" in panel.feedback["moment"]["ask"]


def test_cases_without_a_reading_are_asked_about_without_one(journal):
    question = LESSONS["transfer-weigh"]
    panel = Panel(question, journal)
    tell(panel, "commit", {"prior": 0.2, "ratings": {s: {**NOT_AT_ALL, "step": 1} for s in question.signals}})
    assert panel.feedback["moment"]["marks"] == []
    assert "weighs most with you" in panel.feedback["moment"]["ask"]


@pytest.mark.parametrize(
    ("question", "value", "why"),
    [
        ("weigh-cards", {"prior": 0.2}, "Not committed: the answer is incomplete. 10 of 10 signals still to weigh."),
        ("prior", {"talks": 0.2, "reset": 0.6}, "Not committed: it does not hold together. “A reset. Such talks"),
        ("title-mark", None, "Not checked: There is no answer yet."),
        ("how-firmly", {"tokyo": "fact"}, "Not checked: the answer is incomplete. 4 of 5 still to place."),
    ],
)
def test_a_commitment_that_is_refused_says_so_and_why(journal, question, value, why):
    panel = Panel(LESSONS[question], journal)
    tell(panel, "save", value)
    assert panel.status["refused"] == ""
    tell(panel, "commit", value, 2)
    assert panel.status["refused"].startswith(why)
    tell(panel, "save", value, 3)
    assert panel.status["refused"] == "", "it is said of the press of a button, and not of the answer"


@pytest.mark.parametrize("question", LESSONS.values(), ids=lambda q: q.id)
def test_no_mark_of_a_text_reaches_the_page(question):
    """Bold, italic and code are split for the page, in whatever is said of an answer."""
    names = [o.id for o in question.options] or ["**bold**"]
    apart_from_each_other = {name: (n + 1) / (len(names) + 1) for n, name in enumerate(reversed(names))}
    odd = {name: n / 20 for n, name in enumerate(names)}
    for value in (
        names,
        names[:1],
        dict.fromkeys(names, names[0]),
        apart_from_each_other,
        odd,
        dict.fromkeys(names, 1),
    ):
        said = standing_in_words(question.stand(value)) + in_words(question, value)
        assert not re.search(r"\*\S|`", said), said
    for remark in question.key.remarks if question.key else ():
        assert not re.search(r"\*\*|`", "".join(text for _, text in runs(remark.says)))
