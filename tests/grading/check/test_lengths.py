"""How long lessons are: counted from notebook and bank, then and now."""

import shutil
import subprocess
import sys

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from course.gain.read import families, minutes
from course.questions import load_bank
from course.questions.find import lesson_banks
from grading.check.before import HEAD, VersionError, lengths_at, table
from grading.check.lengths import SPEED, length, lengths
from tests.paths import ROOT

NAME = "07_hindsight"
TITLE = "# A lesson\n\nLesson 1 · about {} minutes ({} reading, {} answering)\n\n"


def shown(text, **more):
    return new_output("execute_result", data={"text/plain": text} | more)


def cells(words, stated=(10, 5, 5)):
    return [
        new_markdown_cell(TITLE.format(*stated) + "word " * words),
        new_code_cell("ask('one')", outputs=[shown("not counted " * 500)]),
        new_code_cell("brief.glossary('01')", outputs=[shown("looked up " * 500)]),
        new_code_cell("table", outputs=[shown("a table " * 45)]),
        new_code_cell("chart", outputs=[shown("", **{"application/vnd.vegalite.v5+json": {"height": 200}})]),
    ]


@pytest.fixture
def questions():
    return load_bank(ROOT / "data" / "questions" / f"{NAME}.toml").questions


def test_words_tables_charts_and_panels_are_counted(questions):
    found = length("01", cells(1000), questions)
    head = len(TITLE.split())
    assert (found.words, found.table_words, found.charts, found.panels) == (1000 + head, 90, 1, 3)
    assert found.reading == (1000 + head + 90) / SPEED + 1
    assert found.answering == 15 + 2 * 1.5, "fifteen forecasts, and two questions with four choices"
    assert found.stated == (10, 5, 5)


def test_questions_that_are_drawn_count_as_answered_and_not_as_read(questions):
    drawn = [new_code_cell(each, outputs=[shown("not counted " * 500)]) for each in ('retrieve("03")', "check_in()")]
    without, found = (length("03", [*cells(1000), *more], questions) for more in ([], drawn))
    among = families()
    assert found.panels == without.panels + 2 + len(among)
    again = sorted(q.minutes for bank in list(lesson_banks())[:3] for q in bank.questions if q.again)
    assert found.answering == pytest.approx(without.answering + sum(again[-2:]) + minutes(among))
    assert found.reading == without.reading
    assert found.screens > without.screens + 1


@pytest.mark.parametrize(
    ("words", "stated", "says"),
    [
        (950, (26, 8, 18), ""),
        (950, (23, 5, 18), ""),
        (950, (22, 4, 18), "states 4 minutes for reading; 7 are needed"),
        (950, (23, 8, 15), "states 15 minutes for answering; 18 are needed"),
        (950, (38, 20, 18), "states 38 minutes; 25 are enough"),
        (950, (30, 8, 18), "states 30 minutes, and its parts are 26"),
    ],
)
def test_stated_minutes_may_miss_by_a_little(questions, words, stated, says):
    assert ", ".join(length("01", cells(words, stated), questions).faults()) == says


def test_a_lesson_without_stated_minutes_is_told(questions):
    (fault,) = length("01", [new_markdown_cell("# A lesson")], questions).faults()
    assert fault.startswith("states no minutes")


def test_more_of_anything_makes_more_screens(questions):
    few, many = (length("01", cells(n), questions).screens for n in (1000, 3000))
    assert 1 < length("01", cells(1000), ()).screens < few < many


@pytest.fixture
def repository(tmp_path):
    """A repository of one lesson, shorter in its last version."""
    for folder, ending in (("notebooks", ".ipynb"), ("data/questions", ".toml")):
        (tmp_path / folder).mkdir(parents=True)
        shutil.copy(ROOT / folder / f"{NAME}{ending}", tmp_path / folder)

    def git(*words):
        who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        subprocess.run(["git", "-C", str(tmp_path), *who, *words], check=True, capture_output=True)

    git("init", "-q")
    for words in (900, 300):
        nbformat.write(new_notebook(cells=cells(words)), tmp_path / "notebooks" / f"{NAME}.ipynb")
        git("add", "-A")
        git("commit", "-q", "-m", f"{words}")
    return tmp_path


def test_another_version_stands_beside_this_one(repository):
    now = lengths(repository / "notebooks", repository / "data" / "questions")
    head, row, total, *_ = table(now, lengths_at("HEAD~1", repository))
    assert all(name in head for name in HEAD)
    words = len(TITLE.split())
    assert f"{900 + words} → {300 + words}" in row
    assert f"{900 + words} → {300 + words}" in total
    assert "→" not in "\n".join(table(now))


@pytest.mark.parametrize("version", ["nothing-like-it", "--output=pwned", "HEAD~9"])
def test_a_version_that_is_not_there_is_named(repository, version):
    with pytest.raises(VersionError, match=version):
        lengths_at(version, repository)
    assert not (repository / "pwned").exists()


def test_the_command_prints_every_lesson():
    found = subprocess.run(
        [sys.executable, "-m", "grading.check", "--lengths"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    rows = found.stdout.splitlines()
    assert [row.split()[0] for row in rows[1:10]] == [path.stem for path in sorted((ROOT / "notebooks").glob("[0-9]*"))]
