"""What a saved notebook says of the learner's answers: those of that moment, and nothing else changes."""

import copy
import json
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import nbformat
import pytest

from course import check_in, check_out, retrieve
from course.asked import State
from course.asked.form import CHANGE, RUN, static_html, static_text
from course.journal import Journal
from course.panels import Panel
from course.questions import load_bank
from course.server import _before_save
from course.server.answered import answer, asked
from tests.paths import EVERY_TYPE, LESSON_NOTEBOOKS, ROOT
from tests.validity.models import guess

BANK = load_bank(EVERY_TYPE)


def output(question):
    with TemporaryDirectory() as folder:
        data, _ = Panel(question, Journal(Path(folder, "journal.json")))._repr_mimebundle_()
    return {"output_type": "display_data", "metadata": {}, "data": copy.deepcopy(data)}


def cell(source, *outputs):
    code = {"cell_type": "code", "id": "a", "metadata": {}, "execution_count": 1}
    return code | {"source": source, "outputs": list(outputs)}


def notebook(*cells):
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells)}


def shown(saved, n=0):
    return [each["data"] for each in saved["cells"][n]["outputs"]]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.delenv("COURSE_JOURNAL", raising=False)
    (tmp_path / "questions.toml").write_bytes(EVERY_TYPE.read_bytes())
    return tmp_path


@pytest.fixture
def journal(folder):
    return Journal(folder / "journal.json")


@pytest.mark.parametrize("question", BANK.questions, ids=lambda q: q.id)
def test_an_answer_to_every_kind_of_question_stands_below_it_in_words(question, folder, journal):
    value = guess(question, Random(1))
    journal.save(question.id, value)
    given = question.stand(value).state is not State.NOT_ATTEMPTED
    saved = notebook(cell(f'ask("{question.id}")', output(question)))
    before = shown(copy.deepcopy(saved))[0]["text/html"]
    (data,) = shown(answer(saved, folder))
    assert ("Your answer" in data["text/html"]) == given
    assert data["text/html"].startswith(before.removesuffix(f"<p><em>{RUN}</em></p>"))
    for line in question.in_words(value) if given else ():
        assert line in data["text/plain"]
    assert data["text/html"].endswith(f"<p><em>{CHANGE if given else RUN}</em></p>")


def test_saved_twice_it_is_said_once_a_changed_answer_replaces_it_and_a_cleared_one_goes(folder, journal):
    question, saved = BANK["one"], notebook(cell('ask("one")', output(BANK["one"])))
    first, second, *_ = question.choices
    for value in (first.id, first.id, second.id):
        journal.save("one", value)
        (data,) = shown(answer(saved, folder))
        assert data["text/html"].count("Your answer (") == 1
    after = data["text/html"].split("Your answer")[1]
    assert second.text in after
    assert first.text not in after
    journal.save("one", None)
    (data,) = shown(answer(saved, folder))
    assert (data["text/html"], data["text/plain"]) == (static_html(question), static_text(question))


def test_when_it_was_saved_whether_it_is_whole_and_whether_it_was_committed(folder, journal):
    saved = notebook(cell('ask("classes")', output(BANK["classes"])), cell('ask("one")', output(BANK["one"])))
    journal.save("classes", {"a": "fact"})
    at = journal.commit("one", BANK["one"].choices[0].id).saved_at
    answer(saved, folder)
    assert "Your answer, not complete yet (20" in shown(saved)[0]["text/html"]
    assert f"Your answer ({at[:10]}, {at[11:16]} UTC, committed):" in shown(saved, 1)[0]["text/html"]


def test_words_of_a_journal_from_anywhere_are_inert(folder, journal):
    question = BANK["one"]
    journal.save("one", "<img src=x onerror=alert(1)>")
    (data,) = shown(answer(notebook(cell('ask("one")', output(question))), folder))
    assert "<img" not in data["text/html"]
    assert "onerror" not in data["text/html"]


def test_only_an_output_that_shows_what_its_cell_asks_is_changed(folder, journal):
    journal.save("one", BANK["one"].choices[0].id)
    table = {"output_type": "execute_result", "metadata": {}, "data": {"text/html": "<table></table>"}}
    cells = [
        cell('ask("one")', table),  # another's output
        cell("print('one')", output(BANK["one"])),  # asks nothing
        cell("ask(one)", output(BANK["one"])),  # whatever that is
        cell('ask("one"', output(BANK["one"])),  # no Python
        cell('ask("no-such-question")', output(BANK["one"])),
        {"cell_type": "markdown", "id": "m", "metadata": {}, "source": 'ask("one")'},
        cell('ask("many")', output(BANK["many"])),  # not answered
        cell('ask("one")'),  # never run
    ]
    before = notebook(*cells)
    assert answer(copy.deepcopy(before), folder) == before


def test_several_questions_in_a_cell_keep_theirs(folder, journal):
    journal.save("one", BANK["one"].choices[0].id)
    source = 'from IPython.display import display\nfor each in (ask("many"), course.ask("one")):\n    display(each)'
    many, one = shown(answer(notebook(cell(source, output(BANK["many"]), output(BANK["one"]))), folder))
    assert "Your answer" not in many["text/html"]
    assert "Your answer" in one["text/html"]
    assert set(asked(cell(source))) == {("many", ""), ("one", "")}
    assert asked(cell('ask("weigh-cards", "S04")')) == (("weigh-cards", "S04"),)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"format": "course-journal", "version": 99}'])
def test_a_journal_that_can_not_be_read_changes_nothing_and_is_not_touched(content, folder):
    (folder / "journal.json").write_bytes(content)
    before = notebook(cell('ask("one")', output(BANK["one"])))
    assert answer(copy.deepcopy(before), folder) == before
    assert (folder / "journal.json").read_bytes() == content
    assert sorted(each.name for each in folder.iterdir()) == ["journal.json", "questions.toml"]


def test_without_a_journal_none_is_made(folder):
    before = notebook(cell('ask("one")', output(BANK["one"])))
    assert answer(copy.deepcopy(before), folder) == before
    assert not (folder / "journal.json").exists()


def test_the_server_looks_where_the_kernel_does(folder, journal, tmp_path, monkeypatch):
    journal.save("one", BANK["one"].choices[0].id)

    def saved(root, path):
        model = {"type": "notebook", "content": notebook(cell('ask("one")', output(BANK["one"])))}
        _before_save(model=model, path=path, contents_manager=SimpleNamespace(root_dir=str(root)))
        return "Your answer" in json.dumps(model["content"])

    assert saved(folder, "a.ipynb")
    assert saved(folder.parent, f"/{folder.name}/a.ipynb")
    other = tmp_path / "other"
    other.mkdir()
    (other / "questions.toml").write_bytes(EVERY_TYPE.read_bytes())
    assert not saved(other, "a.ipynb")
    monkeypatch.setenv("COURSE_JOURNAL", str(journal.path))
    assert saved(other, "a.ipynb")


@pytest.mark.parametrize("path", LESSON_NOTEBOOKS, ids=lambda path: path.stem)
def test_every_question_of_a_lesson_would_show_its_answer_and_as_committed_shows_none(path, tmp_path, monkeypatch):
    monkeypatch.delenv("COURSE_JOURNAL", raising=False)
    lesson = json.loads(path.read_text("utf-8"))
    assert "Your answer" not in json.dumps([each for c in lesson["cells"] for each in c.get("outputs", [])])
    journal = Journal(tmp_path / "journal.json")
    questions = {q.id: q for q in load_bank(ROOT / "data" / "questions" / f"{path.stem}.toml").questions}
    asking = [n for n, each in enumerate(lesson["cells"]) if "".join(each["source"]).startswith("ask(")]
    assert asking
    for n in asking:
        ((name, _),) = asked(lesson["cells"][n])
        journal.save(name, guess(questions[name], Random(n)))
    answer(lesson, tmp_path)
    nbformat.validate(nbformat.from_dict(lesson))
    for n in asking:
        assert "Your answer" in "".join(shown(lesson, n)[0]["text/html"])


@pytest.mark.parametrize(
    ("source", "sheet"),
    [('retrieve("02")', lambda: retrieve("02")), ("check_in()", check_in), ("check_out()", check_out)],
)
def test_what_was_drawn_for_the_learner_has_its_answers_below(source, sheet, folder, journal, monkeypatch):
    monkeypatch.setenv("COURSE_JOURNAL", str(journal.path))
    drawn = sheet()
    data = {kind: text for kind, text in drawn._repr_mimebundle_().items() if kind.startswith("text/")}
    stored = {"output_type": "display_data", "metadata": {}, "data": data}
    table = {"output_type": "execute_result", "metadata": {}, "data": {"text/html": "<table></table>"}}
    saved = notebook(cell(source, stored), cell(f"{source}; 1", copy.deepcopy(stored)), cell(source, table))
    before = copy.deepcopy(saved)
    assert answer(saved, folder) == before, "nothing is answered yet"
    first = drawn.children[0]._asked
    journal.save(first.id, guess(first, Random(1)))
    answer(saved, folder)
    html = shown(saved)[0]["text/html"]
    assert html.count("Your answer") == 1
    assert html.count("<h3>") == len(drawn.children)
    assert saved["cells"][1:] == before["cells"][1:], "nothing else is changed"
    assert answer(copy.deepcopy(saved), folder) == saved, "saved again, it stays as it is"
