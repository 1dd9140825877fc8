"""The map of the lessons: how far the journal has come."""

from course import mine
from course.journal import Journal
from course.questions import load_bank
from course.tables import read
from tests.paths import ROOT


def test_the_map_counts_complete_answers_only(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_JOURNAL", str(tmp_path / "journal.json"))
    before = mine.progress()
    assert [stage.lesson for stage in before] == [row["id"] for row in read("lessons")]
    assert all(stage.answered == 0 < stage.questions for stage in before)

    journal = Journal()
    journal.save("prior", {"talks": 0.5})
    assert mine.progress()[1].answered == 0, "half an answer"
    journal.save("prior", {"talks": 0.5, "reset": 0.2})
    journal.save("nothing-that-is-asked", "x")
    assert mine.progress()[1].answered == 1

    bank = load_bank(ROOT / "data" / "questions" / "00_start_here.toml")
    for question in bank.questions:
        chosen = question.choices[0].id
        journal.save(question.id, chosen if question.id == "start-save" else [chosen])
    first = mine.progress()[0]
    assert first.answered == first.questions == len(bank.questions)
    assert "✓" in repr(mine.progress()).splitlines()[0]
    assert '<a href="00_start_here.ipynb">' in mine.progress()._repr_html_()
