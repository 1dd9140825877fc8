"""nbgrader's commands where something is wrong: one plain line, nothing lost, nothing given by accident."""

import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from grading.handout.assignment import AssignmentError
from grading.handout.cells import read_notebook
from grading.handout.fit import check_source
from grading.scoring import record
from tests.grading.classroom import ASSIGNMENT, Classroom
from tests.grading.learners import Learner, load_learners
from tests.paths import ROOT

EXPERT = next(x for x in load_learners() if x.id == "expert")
NOTEBOOK = f"{ASSIGNMENT}.ipynb"


@pytest.fixture
def room(tmp_path: Path) -> Classroom:
    return Classroom(tmp_path)


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A classroom in which the assignment was generated, to be copied."""
    room = Classroom(tmp_path_factory.mktemp("generated"))
    room.generate()
    return room.folder


@pytest.fixture
def released(generated: Path, tmp_path: Path) -> Classroom:
    shutil.copytree(generated, tmp_path / "class")
    return Classroom(tmp_path / "class", new=False)


def one_line(said: str) -> str:
    """The one error of what a command printed."""
    assert "Traceback" not in said, said
    [error] = [line for line in said.splitlines() if re.search(r"\| (ERROR|CRITICAL)\]", line)]
    return error


def source(room: Classroom, name: str) -> Path:
    return room.root / "source" / ASSIGNMENT / name


def edit_bank(room: Classroom, old: str, new: str) -> None:
    path = source(room, "questions.toml")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def edit_cell(room: Classroom, cell_id: str, change: Callable[[dict], None] | None) -> None:
    path = source(room, NOTEBOOK)
    notebook = json.loads(path.read_text(encoding="utf-8"))
    [cell] = [c for c in notebook["cells"] if c["id"] == cell_id]
    if change is None:
        notebook["cells"].remove(cell)
    else:
        change(cell)
    path.write_text(json.dumps(notebook), encoding="utf-8")


def points(cell: dict) -> None:
    cell["metadata"]["nbgrader"]["points"] = 99


WRONG: dict[str, tuple[Callable[[Classroom], None], str]] = {
    "no key": (lambda r: (r.root / "keys" / "precondition.toml").unlink(), "precondition.toml: there is no such file"),
    "no bank": (lambda r: source(r, "questions.toml").unlink(), "questions.toml: there is no such file"),
    "no misconceptions": (lambda r: (r.root / "keys" / "misconceptions.csv").unlink(), "misconceptions.csv"),
    "no notebook": (lambda r: source(r, NOTEBOOK).unlink(), f"{NOTEBOOK}: expected a notebook"),
    "a question without a cell": (lambda r: edit_cell(r, "q-condition-line", None), "“condition-line” of questions"),
    "a cell without a question": (
        lambda r: edit_bank(r, 'pool = "condition-line"', 'pool = "condition-queue"'),
        "“condition-queue” of questions.toml has no cell",
    ),
    "other points": (lambda r: edit_cell(r, "q-condition-line", points), "has 99 points"),
    "no place for the essay": (lambda r: edit_cell(r, "precondition-essay-answer", None), "has no answer cell"),
    "a journal left over": (lambda r: source(r, "journal.json").write_text("{}"), "journal.json: would be handed out"),
    "the key left over": (
        lambda r: shutil.copy(r.root / "keys" / "precondition.toml", source(r, "key.toml")),
        "key.toml: would be handed out",
    ),
    "key text in the bank": (
        lambda r: edit_bank(r, "Test the meaning, not the words.", "This asks for far more. Look at what the conclusion says the steps must do to the programme, and how big they must be."),  # noqa: E501
        "holds text of the key",
    ),
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG)
def test_what_does_not_fit_is_named(room: Classroom, wrong: str):
    spoil, expected = WRONG[wrong]
    spoil(room)
    with pytest.raises(AssignmentError) as error:
        check_source(ASSIGNMENT, room.root / "source" / ASSIGNMENT, room.root / "keys")
    assert expected in str(error.value)
    assert "\n" not in str(error.value)


def test_an_assignment_that_does_not_fit_is_not_generated(room: Classroom):
    edit_cell(room, "q-condition-line", points)
    assert "has 99 points" in one_line(room.run("generate_assignment", ASSIGNMENT, succeed=False))
    assert not (room.root / "release").exists()


def test_what_stands_in_the_room_fits(room: Classroom):
    assert check_source(ASSIGNMENT, room.root / "source" / ASSIGNMENT, room.root / "keys").name == ASSIGNMENT


def test_a_key_in_a_cell_is_not_released(room: Classroom):
    says = "The broken agreements explain why Washington makes a demand. Look for what the demand itself is about."
    keys = (room.root / "keys" / "precondition.toml").read_text(encoding="utf-8")
    assert says in keys
    edit_cell(room, "about", lambda cell: cell.update(source=says))
    assert "the release would hold text of the key" in room.run("generate_assignment", ASSIGNMENT, succeed=False)
    assert not (room.root / "release" / ASSIGNMENT / NOTEBOOK).exists()


def test_a_name_that_is_no_assignment_gets_one_line(room: Classroom):
    assert "source" in one_line(room.run("generate_assignment", "nothing", succeed=False))


def test_grading_before_generating_says_what_to_run(room: Classroom):
    assert "run `nbgrader generate_assignment precondition`" in one_line(
        room.run("autograde", ASSIGNMENT, succeed=False)
    )


def test_a_deleted_release_says_what_to_run_and_touches_nothing(released: Classroom):
    released.hand_in(EXPERT)
    shutil.rmtree(released.root / "release")
    said = one_line(released.run("autograde", ASSIGNMENT, succeed=False))
    assert "the released notebook is missing; run `nbgrader generate_assignment precondition --force`" in said
    assert not (released.root / "autograded").exists()


def test_no_submissions_says_how_to_collect(released: Classroom):
    assert "nbgrader collect precondition" in one_line(released.run("autograde", ASSIGNMENT, succeed=False))


def test_a_release_that_no_longer_fits_the_grade_book_is_refused(released: Classroom):
    released.hand_in(EXPERT)
    path = released.root / "release" / ASSIGNMENT / NOTEBOOK
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"] = [c for c in notebook["cells"] if c["id"] != "q-condition-line"]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert "“condition-line” stands in the release or the grade book" in one_line(
        released.run("autograde", ASSIGNMENT, succeed=False)
    )


def test_a_broken_grading_room_stops_nbgrader_before_it_runs_anything(released: Classroom):
    released.hand_in(EXPERT)
    (released.root / "scoring" / "score.py").write_text("this is no Python")
    said = released.run("autograde", ASSIGNMENT, succeed=False)
    assert "nbgrader can't be set up for this course: SyntaxError" in said
    assert not (released.root / "autograded").exists()


def test_stock_nbgrader_without_the_configuration_gives_nothing_and_says_what_to_do(released: Classroom):
    released.hand_in(EXPERT)
    (released.root / "nbgrader_config.py").write_text("c = get_config()\n")
    released.run("autograde", ASSIGNMENT)
    with Gradebook(f"sqlite:///{released.root / 'gradebook.db'}") as gradebook:
        grades = gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "expert").grades
        assert {g.score for g in grades} == {0}
    notebook = read_notebook(released.submission("expert") / NOTEBOOK)
    said = [str(o) for c in notebook.cells for o in c.get("outputs", ())]
    assert sum("Run nbgrader in the folder grading/" in text for text in said) == len(EXPERT.answers)


def test_times_links_and_extra_files_of_a_submission_do_no_harm(released: Classroom):
    """Late, with a time that is none, with links to others' work and to the grade book, and with files of all kinds."""
    secret = released.root / "keys" / "precondition.toml"
    folder = {w: released.root / "submitted" / w / ASSIGNMENT for w in ("late", "no-time", "linked-time", "extras")}
    for who in folder:
        released.hand_in(Learner(id=who, answers=EXPERT.answers))
    (folder["late"] / "timestamp.txt").write_text("2099-01-02 00:00:00.000000 UTC")
    (folder["no-time"] / "timestamp.txt").write_text("yesterday \x00")
    (folder["linked-time"] / "timestamp.txt").symlink_to(secret)
    (folder["extras"] / "key.toml").symlink_to(secret)
    (folder["extras"] / "journal.py").write_text("raise SystemExit")
    (folder["extras"] / "deep").symlink_to(released.root)
    (folder["extras"] / "other.ipynb").write_text("{}")
    (released.root / "submitted" / "impostor").mkdir()
    (released.root / "submitted" / "impostor" / ASSIGNMENT).symlink_to(folder["late"])
    with Gradebook(f"sqlite:///{released.root / 'gradebook.db'}", "reading-diplomatic-signals") as gradebook:
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate="2099-01-01 00:00:00 UTC")

    for options in ((), (), ("--force",)):
        released.run("autograde", ASSIGNMENT, *options)
        with Gradebook(f"sqlite:///{released.root / 'gradebook.db'}", "reading-diplomatic-signals") as gradebook:
            score = {s.student_id: s.score for s in gradebook.assignment_submissions(ASSIGNMENT)}
            late = gradebook.find_submission(ASSIGNMENT, "late").total_seconds_late
        assert score == {**dict.fromkeys(folder, 54), "impostor": 0}
        assert late == 86400
    kept = {record.FILE, NOTEBOOK, "journal.json", "timestamp.txt", "submission_secret.txt"}
    for who in folder:
        assert {p.name for p in released.submission(who).iterdir()} == kept
        assert not any(p.is_symlink() for p in released.submission(who).iterdir())
    assert secret.read_text(encoding="utf-8") not in (released.submission("linked-time") / "timestamp.txt").read_text()


def test_one_submission_that_fails_unforeseen_leaves_the_others_graded(released: Classroom):
    """A file stands where the output of one submission has to go."""
    for who in ("ada", "bob", "eve"):
        released.hand_in(Learner(id=who, answers=EXPERT.answers))
    (released.root / "autograded").mkdir()
    (released.root / "autograded" / "bob").write_text("in the way")
    assert "'bob'" in released.run("autograde", ASSIGNMENT, succeed=False)
    for who in ("ada", "eve"):
        assert (released.submission(who) / NOTEBOOK).is_file()
    with Gradebook(f"sqlite:///{released.root / 'gradebook.db'}", "reading-diplomatic-signals") as gradebook:
        score = {s.student_id: s.score for s in gradebook.assignment_submissions(ASSIGNMENT)}
    assert score == {"ada": 54, "eve": 54}


def test_feedback_without_a_record_is_refused(released: Classroom):
    released.hand_in(EXPERT)
    released.run("autograde", ASSIGNMENT)
    (released.submission("expert") / record.FILE).unlink()
    said = released.run("generate_feedback", ASSIGNMENT, succeed=False)
    assert "no record of this submission" in said
    assert not (released.root / "feedback" / "expert" / ASSIGNMENT / f"{ASSIGNMENT}.html").exists()


def test_nothing_in_the_course_root_stands_in_the_place_of_the_standard_library():
    """nbgrader runs in this folder, which then comes first where Python looks."""
    names = {path.stem for path in (ROOT / "grading").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert not names & sys.stdlib_module_names
