"""A journal that comes from another device: nothing of either is lost; only what was answered apart is asked about."""

import base64
import json
import shutil
from pathlib import Path

import pytest

from course.journal import Journal, parse
from course.panels.asking import journal_in_use
from course.panels.brought import bring


@pytest.fixture
def here(tmp_path: Path) -> Journal:
    (tmp_path / "here").mkdir()
    return Journal(tmp_path / "here" / "journal.json")


@pytest.fixture
def there(tmp_path: Path) -> Journal:
    (tmp_path / "there").mkdir()
    return Journal(tmp_path / "there" / "journal.json")


def taken_along(journal: Journal, to: Journal) -> None:
    shutil.copyfile(journal.path, to.path)


def values(journal: Journal) -> dict:
    return {name: answer.value for name, answer in journal.read().answers.items()}


def copies(journal: Journal) -> list[str]:
    return [path.name for path in journal.path.parent.glob("journal (*.json")]


def test_into_an_empty_journal_comes_the_other_as_it_is(here, there):
    there.save("a", 1)
    assert here.seed != there.seed
    found = here.bring(there.read())
    assert (found.came, here.seed, values(here)) == (("a",), there.seed, {"a": 1})


def test_answers_of_both_are_kept_and_the_histories_joined(here, there):
    here.save("a", 1)
    there.save("b", 2)
    there.note("b", "hint", 1)
    found = here.bring(there.read())
    assert (found.came, found.different, values(here)) == (("b",), (), {"a": 1, "b": 2})
    assert [event.event for event in here.history("b")] == ["answer", "hint"]
    assert copies(here) == []


def test_what_was_taken_along_and_changed_there_is_the_changed_one(here, there):
    here.save("a", 1)
    here.save("b", 1)
    taken_along(here, there)
    there.save("a", 2)
    found = here.bring(there.read())
    assert (found.newer, found.different, values(here)) == (("a",), (), {"a": 2, "b": 1})
    assert [event.value for event in here.history("a", "answer")] == [1, 2]


def test_what_was_taken_along_and_changed_here_stands(here, there):
    here.save("a", 1)
    taken_along(here, there)
    here.save("a", 2)
    found = here.bring(there.read())
    assert (found.came, found.newer, found.different, values(here)) == ((), (), (), {"a": 2})


def test_what_was_changed_on_both_sides_is_asked_about_and_settled_as_with_any_copy(here, there):
    here.save("a", 1)
    taken_along(here, there)
    here.save("a", 2)
    there.save("a", 3)
    found = here.bring(there.read())
    assert (found.different, values(here)) == (("a",), {"a": 2})
    [copy] = copies(here)
    assert copy in here.notices[0]
    here.bring(there.read())
    assert copies(here) == [copy]  # once is enough
    here.join(take={"a": copy})
    assert values(here) == {"a": 3}
    assert here.notices == []


def test_a_journal_that_answers_nothing_drawn_takes_the_others_seed(here, there):
    here.save("a", 1)
    there.drawn("pool")
    there.save("pool", "x")
    here.bring(there.read())
    assert (here.seed, values(here)) == (there.seed, {"a": 1, "pool": "x"})


def test_an_answer_to_another_variant_stays_outside_and_is_named(here, there):
    for journal, value in ((here, "x"), (there, "y")):
        for pool in ("pool", "another"):
            if (journal, pool) != (here, "another"):
                journal.drawn(pool)
                journal.save(pool, value)
    there.save("b", 2)
    seed = here.seed
    found = here.bring(there.read())
    assert (found.otherwise, here.seed) == (("another", "pool"), seed)
    assert values(here) == {"pool": "x", "b": 2}
    assert {event.value for event in here.read().log if event.event == "seed"} == {seed}


def test_draws_alone_are_no_work_of_ones_own(here, there):
    here.drawn("pool")
    there.drawn("pool")
    there.save("pool", "y")
    here.bring(there.read())
    assert here.read() == there.read()


@pytest.fixture
def lessons(here: Journal, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the lessons, in which `bring` works."""
    monkeypatch.chdir(here.path.parent)
    monkeypatch.delenv("COURSE_JOURNAL", raising=False)
    assert journal_in_use().path == here.path
    return here.path.parent


def brought(data: bytes) -> tuple[bool, str]:
    told = json.loads(bring(base64.b64encode(data).decode()))
    return told["took"], told["said"]


def test_what_came_is_said_with_the_titles_of_what_is_asked_about(lessons, here, there):
    here.save("prior", {"a": 1})
    there.save("prior", {"a": 2})
    there.save("again-03-prior", {"a": 3})
    took, said = brought(there.path.read_bytes())
    assert took
    assert "1 answer that only that file held" in said
    assert "an answer of their own to “Your prior”" in said
    assert set(values(here)) == {"prior", "again-03-prior"}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the file is empty"),
        (b'{"a": 1}', "it is no journal of this course"),
        (b'{"format": "course-journal", "version": 1, "seed": 1', "complete JSON"),
        (b'{"format": "course-journal", "version": 99}', "Update the course"),
    ],
)
def test_what_is_no_sound_journal_changes_nothing(lessons, here, data, says):
    here.save("prior", 1)
    before = {path.name: path.read_bytes() for path in lessons.iterdir()}
    took, said = brought(data)
    assert not took
    assert says in said
    assert {path.name: path.read_bytes() for path in lessons.iterdir()} == before


def test_the_journal_of_another_assignment_is_refused(lessons, here, there):
    here.save("prior", 1)
    there.save("aims-voices", 1)
    before = here.path.read_bytes()
    took, said = brought(there.path.read_bytes())
    assert not took
    assert "of another assignment, or of the lessons: none of its 1 answer" in said
    assert here.path.read_bytes() == before


def test_in_an_assignment_the_journal_of_the_lessons_is_refused(lessons, here, there):
    bank = '[[question]]\nid = "own"\ntype = "choose_one"\ntitle = "T"\nprompt = "P"\n'
    choices = 'choices = [{ id = "a", text = "A" }, { id = "b", text = "B" }]\npoints = 1\n'
    (lessons / "questions.toml").write_text(bank + choices)
    there.save("prior", 1)
    assert not brought(there.path.read_bytes())[0]
    there.save("own", "a")
    assert brought(there.path.read_bytes())[0]
    assert parse(here.path.read_bytes(), "journal.json").answers.keys() == {"own", "prior"}
