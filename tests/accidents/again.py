"""Grading again, and changing an assignment after it was handed in.

Every kind begins with a copy of one class: three learners, graded, each essay marked by a person.
"""

import base64
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook

from course.journal import Journal
from grading.handout.assignment import AssignmentError
from grading.regrade.changes import regrade
from grading.scoring import record
from tests.grading.classroom import ANSWER_CELL, ASSIGNMENT, Classroom
from tests.grading.learners import Learner, load_learners

CLASS = ("expert", "holds-m01", "half-done")
ESSAY, QUESTION, LAST = f"{ASSIGNMENT}-essay", "condition-line", "argument-hedged"
ASKED, ASKED_KEY = f'id = "{QUESTION}-1"\n', f'question = "{QUESTION}-1"\n'
"""The variant that this class was asked."""
MARK, COMMENT = 8.5, "Read the claim again."
Copy = Callable[[], Classroom]


def graded(folder: Path) -> Classroom:
    """The class that is copied."""
    room = Classroom(folder)
    room.generate()
    known = {learner.id: learner for learner in load_learners()}
    for who in CLASS:
        room.hand_in(Learner(id=who, answers=known[who].answers, essay=f"An essay of {who}."))
    room.run("autograde", ASSIGNMENT)
    with book(room) as gradebook:
        for who in CLASS:
            notebook = gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, who)
            for grade in notebook.grades:
                if grade.name == ESSAY:
                    grade.manual_score, grade.needs_manual_grade = MARK, False
            for comment in notebook.comments:
                if comment.name == ESSAY:
                    comment.manual_comment = COMMENT
        gradebook.db.commit()
    return room


def copied(room: Classroom, folder: Path) -> Classroom:
    """A copy of a class, to be changed."""
    shutil.copytree(room.folder, folder, dirs_exist_ok=True)
    return Classroom(folder, new=False)


def book(room: Classroom) -> Gradebook:
    return Gradebook(f"sqlite:///{room.root / 'gradebook.db'}", "reading-diplomatic-signals")


def marks(room: Classroom, who: str) -> dict[str, tuple[float | None, float | None, bool]]:
    """Cell to automatic and manual points, and whether it waits."""
    with book(room) as gradebook:
        grades = gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, who).grades
        return {g.name: (g.auto_score, g.manual_score, g.needs_manual_grade) for g in grades}


def said_of(room: Classroom, who: str) -> tuple[str, str]:
    """What the essay's comment says: by the course, and by a person."""
    with book(room) as gradebook:
        [comment] = [
            c for c in gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, who).comments if c.name == ESSAY
        ]
        return comment.auto_comment or "", comment.manual_comment or ""


def submitted(room: Classroom, who: str) -> Path:
    return room.root / "submitted" / who / ASSIGNMENT


def answer(room: Classroom, who: str, question: str, value: Any) -> None:
    Journal(submitted(room, who) / "journal.json").save(question, value)


def write(folder: Path, text: str) -> None:
    path = folder / f"{ASSIGNMENT}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    [cell] = [c for c in notebook["cells"] if c["id"] == ANSWER_CELL]
    cell["source"] = text
    path.write_text(json.dumps(notebook), encoding="utf-8")


def anew(said: str) -> set[str]:
    """Who is named as graded anew."""
    return {who for who in CLASS if f"{who}: graded anew" in said}


def confirmed(room: Classroom, who: str) -> bool:
    return marks(room, who)[ESSAY] == (None, MARK, False) and said_of(room, who)[1] == COMMENT


def pack(room: Classroom, who: str, number: int) -> None:
    archive = room.root / "downloaded" / ASSIGNMENT / "archive" / f"{who}_{number}_{number}_{ASSIGNMENT}.zip"
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w") as zipped:
        for path in submitted(room, who).iterdir():
            zipped.write(path, path.name)


def collected_again_from_archives(again: Copy) -> None:
    room = again()
    answer(room, "expert", QUESTION, None)
    write(submitted(room, "half-done"), "Another essay.")
    for number, who in enumerate(CLASS, 1):
        pack(room, who, number)
    shutil.rmtree(room.root / "submitted")
    room.run("zip_collect", ASSIGNMENT, "--force")
    said = room.run("autograde", ASSIGNMENT)
    assert anew(said) == {"expert", "half-done"}
    assert marks(room, "expert")[QUESTION][0] == 0
    assert confirmed(room, "expert")
    assert confirmed(room, "holds-m01")
    assert marks(room, "half-done")[ESSAY] == (None, MARK, True)


def changed_by_hand(again: Copy) -> None:
    room = again()
    answer(room, "expert", QUESTION, None)
    assert anew(room.run("autograde", ASSIGNMENT)) == {"expert"}
    assert marks(room, "expert")[QUESTION][0] == 0
    assert anew(room.run("autograde", ASSIGNMENT)) == set()


def copied_again_unchanged(again: Copy) -> None:
    room = again()
    before = {who: marks(room, who) for who in CLASS}
    for path in (room.root / "submitted").rglob("*.*"):
        os.utime(path, (2_000_000_000, 2_000_000_000))
    assert anew(room.run("autograde", ASSIGNMENT)) == set()
    assert {who: marks(room, who) for who in CLASS} == before


def forced_without_change(again: Copy) -> None:
    room = again()
    before = {who: (marks(room, who), said_of(room, who)) for who in CLASS}
    assert anew(room.run("autograde", ASSIGNMENT, "--force")) == set(CLASS)
    assert {who: (marks(room, who), said_of(room, who)) for who in CLASS} == before
    assert all(confirmed(room, who) for who in CLASS)


def forced_after_a_changed_essay(again: Copy) -> None:
    room = again()
    write(submitted(room, "expert"), "I think otherwise now.")
    room.run("autograde", ASSIGNMENT, "--force")
    assert marks(room, "expert")[ESSAY] == (None, MARK, True)
    said, own = said_of(room, "expert")
    assert "changed after this mark was given" in said
    assert own == COMMENT
    assert confirmed(room, "holds-m01")


def changed_journal_beside_a_marked_essay(again: Copy) -> None:
    room = again()
    answer(room, "expert", QUESTION, None)
    room.run("autograde", ASSIGNMENT)
    assert marks(room, "expert")[QUESTION][0] == 0
    assert confirmed(room, "expert")


def record_of_an_earlier_version(again: Copy) -> None:
    room = again()
    for who in CLASS:
        file = room.submission(who) / record.FILE
        file.chmod(0o644)
        told = json.loads(file.read_text(encoding="utf-8"))
        del told["fingerprint"]
        file.write_text(json.dumps(told), encoding="utf-8")
    answer(room, "expert", QUESTION, None)
    assert anew(room.run("autograde", ASSIGNMENT)) == {"expert"}
    assert all(confirmed(room, who) for who in CLASS)


def removed_from_the_grade_book(again: Copy) -> None:
    room = again()
    with book(room) as gradebook:
        gradebook.remove_student("expert")
    said = room.run("generate_feedback", ASSIGNMENT, succeed=False)
    assert "Traceback" not in said
    assert "expert" in said
    assert "is not in the grade book" in said
    assert {p.parents[1].name for p in room.root.glob("feedback/*/*/*.html")} == {"holds-m01", "half-done"}
    assert anew(room.run("autograde", ASSIGNMENT)) == {"expert"}
    room.run("generate_feedback", ASSIGNMENT)
    assert room.feedback("expert")


# changing an assignment

BANK, NOTEBOOK, KEY = "questions.toml", f"{ASSIGNMENT}.ipynb", f"{ASSIGNMENT}.toml"


def change(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def source(room: Classroom, name: str) -> Path:
    return room.root / "source" / ASSIGNMENT / name


def key(room: Classroom) -> Path:
    return room.root / "keys" / KEY


def tables(text: str, name: str) -> list[str]:
    """A TOML file cut before each `[[name]]`."""
    head, *rest = text.split(f"[[{name}]]")
    return [head, *(f"[[{name}]]{each}" for each in rest)]


def within(path: Path, name: str, member: str, *pairs: tuple[str, str]) -> None:
    """Change the tables of a TOML file that have a member: one, or all of a family."""
    parts = tables(path.read_text(encoding="utf-8"), name)
    found = [n for n, each in enumerate(parts) if member in each]
    assert found, member
    for n in found:
        for old, new in pairs:
            assert old in parts[n], old
            parts[n] = parts[n].replace(old, new)
    path.write_text("".join(parts), encoding="utf-8")


def worth(room: Classroom, cell_id: str, points: float) -> None:
    """Give a graded cell of the source other points."""

    def edit(cells: list[Any]) -> list[Any]:
        for cell in cells:
            if graded_id(cell) == cell_id:
                cell["metadata"]["nbgrader"]["points"] = points
        return cells

    edit_cells(room, edit)


def retold(room: Classroom, *pairs: tuple[str, str]) -> None:
    """Change what the notebook tells of numbers."""
    path = source(room, NOTEBOOK)
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for old, new in pairs:
        cells = [cell for cell in notebook["cells"] if old in "".join(cell["source"])]
        assert cells, old
        for cell in cells:
            cell["source"] = "".join(cell["source"]).replace(old, new)
    path.write_text(json.dumps(notebook), encoding="utf-8")


def without(path: Path, name: str, member: str) -> None:
    """Take the tables out of a TOML file that have a member."""
    parts = tables(path.read_text(encoding="utf-8"), name)
    kept = [each for each in parts if member not in each]
    assert len(kept) < len(parts)
    path.write_text("".join(kept), encoding="utf-8")


def edit_cells(room: Classroom, edit: Callable[[list[Any]], list[Any]]) -> None:
    path = source(room, NOTEBOOK)
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"] = edit(notebook["cells"])
    path.write_text(json.dumps(notebook), encoding="utf-8")


def graded_id(cell: Any) -> str:
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))


def standing(room: Classroom) -> dict[str, Any]:
    """Release, and every mark."""
    found = [p for p in (room.root / "release").rglob("*") if p.is_file() and ".sources" not in p.parts]
    files = {p.relative_to(room.root).as_posix(): p.read_bytes() for p in found}
    return files | {who: marks(room, who) for who in CLASS}


def refused(room: Classroom, says: str) -> None:
    before = standing(room)
    said = room.run("generate_assignment", ASSIGNMENT, "--force", succeed=False)
    assert says in said
    assert "Traceback" not in said
    assert standing(room) == before


def remake(room: Classroom) -> str:
    said = room.run("generate_assignment", ASSIGNMENT, "--force")
    return said + room.run("autograde", ASSIGNMENT)


def a_typo_in_a_prompt(again: Copy) -> None:
    room = again()
    before = {who: marks(room, who) for who in CLASS}
    text = source(room, BANK).read_text(encoding="utf-8")
    line = next(x for x in text.splitlines() if x.startswith("prompt = "))
    change(source(room, BANK), (line, line.replace('prompt = "', 'prompt = "Please: ')))
    assert anew(remake(room)) == set()
    assert "Please: " in (room.root / "release" / ASSIGNMENT / BANK).read_text(encoding="utf-8")
    assert {who: marks(room, who) for who in CLASS} == before


def points_changed(again: Copy) -> None:
    room = again()
    assert marks(room, "expert")[QUESTION][0] == 4
    within(source(room, BANK), "question", f'pool = "{QUESTION}"', ("points = 4", "points = 8"))
    within(key(room), "key", f'question = "{QUESTION}-', ("points = 1", "points = 2"))
    worth(room, QUESTION, 8)
    retold(room, ("give 54 points", "give 58 points"), ("## Question 3 · 4 points", "## Question 3 · 8 points"))
    assert anew(remake(room)) == set(CLASS)
    assert marks(room, "expert")[QUESTION][0] == 8
    assert all(confirmed(room, who) for who in CLASS)
    [item] = [i for i in record.read(room.submission("expert") / record.FILE).items if i.question == QUESTION]
    assert item.max_points == 8


def essay_worth_more_than_before(again: Copy) -> None:
    room = again()
    with book(room) as gradebook:
        for grade in gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "half-done").grades:
            if grade.name == ESSAY:
                grade.manual_score, grade.needs_manual_grade = None, True
        gradebook.db.commit()
    fifth = "| 5 | **is clear** | 2 |"
    scheme = "**5. Is clear (0–2)**\n\nRead it.\n\n"
    last = "| 4 | **meets the strongest objection** to your own judgement | 2 |"
    retold(
        room,
        (last, f"{last}\n{fifth}"),
        ("**1. States the condition", f"{scheme}**1. States the condition"),
    )
    retold(room, ("gives 10", "gives 12"), ("· 10 points", "· 12 points"))
    worth(room, ESSAY, 12)
    said = room.run("generate_assignment", ASSIGNMENT, "--force")
    stays = "Marks that were given before stay; look at those of expert, holds-m01 again."
    assert f"“{ESSAY}”: 12 points now, 10 before; new criteria: 5. {stays}" in said
    assert "other words" not in said
    assert stays not in room.run("generate_assignment", ASSIGNMENT, "--force"), "nothing has changed since"
    retold(room, ("**1. States the condition exactly (0–3)**", "**1. States it exactly (0–3)**"))
    said = room.run("generate_assignment", ASSIGNMENT, "--force")
    assert f"“{ESSAY}”: criterion 1: other words. {stays}" in said


def fewer_points_than_given(again: Copy) -> None:
    room = again()
    worth(room, ESSAY, 8)
    refused(room, "would give 8 points, and a person has given 8.5")
    assert anew(room.run("autograde", ASSIGNMENT)) == set()


def a_question_added(again: Copy) -> None:
    room = again()
    before = {who: marks(room, who) for who in CLASS}
    new = "made-up"
    with source(room, BANK).open("a", encoding="utf-8") as file:
        file.write(
            f'\n[[question]]\nid = "{new}"\ntype = "choose_one"\ntitle = "Made up"\nprompt = "Which?"\npoints = 1\n'
            'choices = [{ id = "left", text = "Left" }, { id = "right", text = "Right" }]\n'
        )
    with key(room).open("a", encoding="utf-8") as file:
        file.write(
            f'\n[[key]]\nquestion = "{new}"\n'
            'criteria = [{ id = "k", when = { chose = ["left"] }, missed = "Turn the made-up page once more." }]\n'
            'remarks = [{ when = { chose = ["right"] }, says = "It is the other side of it." }]\n'
        )

    def add(cells: list[Any]) -> list[Any]:
        at = next(n for n, cell in enumerate(cells) if graded_id(cell) == LAST)
        cell = json.loads(json.dumps(cells[at]))
        cell["id"], cell["source"] = new, f'ask("{new}")'
        cell["metadata"]["nbgrader"] |= {"grade_id": new, "points": 1}
        return [*cells[: at + 1], cell, *cells[at + 1 :]]

    edit_cells(room, add)
    retold(room, ("Fifteen questions give 54 points", "Sixteen questions give 55 points"))
    said = remake(room)
    assert f"New: {new}" in said
    assert anew(said) == set(CLASS)
    for who in CLASS:
        found = marks(room, who)
        assert found.pop(new) == (0, None, False)
        assert found == before[who]
    room.run("generate_feedback", ASSIGNMENT)
    told = room.feedback("expert")
    assert "Locked cells of the assignment that this notebook lacks: 1. They were put in." in told
    assert "deleted" not in told
    answer(room, "expert", new, "left")
    room.run("autograde", ASSIGNMENT)
    assert marks(room, "expert")[new][0] == 1


def take_out(room: Classroom, question: str) -> None:
    without(source(room, BANK), "question", f'pool = "{question}"')
    without(key(room), "key", f'question = "{question}-')
    edit_cells(room, lambda cells: [c for c in cells if graded_id(c) != question])


def a_question_taken_out(again: Copy) -> None:
    room = again()
    before = {who: marks(room, who) for who in CLASS}
    take_out(room, LAST)
    retold(room, ("Fifteen questions give 54 points", "Fourteen questions give 52 points"))
    edit_cells(room, lambda cells: [c for c in cells if c["id"] != f"about-{LAST}"])
    assert f"Taken out with the points they gave: {LAST}" in remake(room)
    for who in CLASS:
        assert marks(room, who) == {cell: mark for cell, mark in before[who].items() if cell != LAST}
    room.run("generate_feedback", ASSIGNMENT)


def a_marked_question_taken_out(again: Copy) -> None:
    room = again()
    with book(room) as gradebook:
        for grade in gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "expert").grades:
            if grade.name == QUESTION:
                grade.manual_score = 0.5
        gradebook.db.commit()
    kept = {p: p.read_bytes() for p in (source(room, BANK), source(room, NOTEBOOK), key(room))}
    take_out(room, QUESTION)
    refused(room, "would be lost")
    for path, data in kept.items():
        path.write_bytes(data)
    assert anew(remake(room)) == set()


def an_essay_taken_out(again: Copy) -> None:
    room = again()
    edit_cells(room, lambda cells: [c for c in cells if graded_id(c) != ESSAY])
    refused(room, "would be lost")


def a_question_renamed(again: Copy) -> None:
    room = again()
    before, new = {who: marks(room, who) for who in CLASS}, "line-of-the-condition"
    with book(room) as gradebook:
        for grade in gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "expert").grades:
            if grade.name == QUESTION:
                grade.manual_score, grade.needs_manual_grade = 0.5, False
        gradebook.db.commit()
    change(source(room, BANK), (f'pool = "{QUESTION}"', f'pool = "{new}"\nwas = ["{QUESTION}"]'))
    change(source(room, NOTEBOOK), (f'"grade_id": "{QUESTION}"', f'"grade_id": "{new}"'), (QUESTION, new))
    assert f"“{QUESTION}” is “{new}” now" in remake(room)
    for who in CLASS:
        found = marks(room, who)
        assert found[new][0] == before[who][QUESTION][0]
        assert found[new][2] is False
        assert QUESTION not in found
    assert marks(room, "expert")[new][1] == 0.5


def a_choice_renamed(again: Copy) -> None:
    room = again()
    before = {who: marks(room, who) for who in CLASS}
    within(source(room, BANK), "question", ASKED, ('id = "f"', 'id = "halt", was = ["f"]'))
    within(key(room), "key", ASKED_KEY, ('"f"', '"halt"'))
    said = remake(room) + room.run("autograde", ASSIGNMENT, "--force")
    assert "Traceback" not in said
    assert {who: marks(room, who) for who in CLASS} == before
    room.run("generate_feedback", ASSIGNMENT)


def generate_without_force(again: Copy) -> None:
    room = again()
    room.run("generate_assignment", ASSIGNMENT)
    change(source(room, BANK), ("title = ", "title  = "))
    said = room.run("generate_assignment", ASSIGNMENT, succeed=False)
    assert f"{BANK} in" in said
    assert "--force" in said
    room.run("generate_assignment", ASSIGNMENT, "--force")
    room.run("generate_assignment", ASSIGNMENT)


def generate_fails_half_way(again: Copy) -> None:
    room = again()
    before = standing(room)

    def spoil(cells: list[Any]) -> list[Any]:
        for cell in cells:
            if graded_id(cell) == QUESTION:
                cell["metadata"]["nbgrader"]["schema_version"] = 99
        return cells

    edit_cells(room, spoil)
    room.run("generate_assignment", ASSIGNMENT, "--force", succeed=False)
    assert standing(room) == before


def a_text_corrected(again: Copy) -> None:
    room = again()
    before = {who: marks(room, who) for who in CLASS}
    retold(room, ("How far does Pyongyang have to go?", "How far must Pyongyang go?"))
    assert anew(remake(room)) == set()
    room.run("autograde", ASSIGNMENT, "--force")
    assert {who: marks(room, who) for who in CLASS} == before
    assert "have to go?" not in record.read(room.submission("expert") / record.FILE).essays[0].beside


# what a mark was given for, and commands that are cut off


def picture(width: int) -> bytes:
    """A picture as `grading.reading.picture` knows one by its first bytes; each width is another."""
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + width.to_bytes(4, "big") + (8).to_bytes(4, "big")


def attach(room: Classroom, who: str, data: bytes) -> None:
    path = submitted(room, who) / f"{ASSIGNMENT}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    [cell] = [c for c in notebook["cells"] if c["id"] == ANSWER_CELL]
    cell["attachments"] = {"image.png": {"image/png": base64.b64encode(data).decode()}}
    path.write_text(json.dumps(notebook), encoding="utf-8")


def confirm(room: Classroom, who: str) -> None:
    """As a person does in the formgrader."""
    with book(room) as gradebook:
        for grade in gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, who).grades:
            if grade.name == ESSAY:
                grade.manual_score, grade.needs_manual_grade = MARK, False
        gradebook.db.commit()


def waits_as_changed(room: Classroom, who: str) -> bool:
    said, own = said_of(room, who)
    kept = marks(room, who)[ESSAY] == (None, MARK, True) and own == COMMENT
    return kept and "changed after this mark was given" in said


def another_picture_in_the_essay(again: Copy) -> None:
    room = again()
    attach(room, "expert", picture(5))
    room.run("autograde", ASSIGNMENT)
    assert waits_as_changed(room, "expert")
    confirm(room, "expert")
    assert anew(room.run("autograde", ASSIGNMENT)) == set()
    attach(room, "expert", picture(6))
    room.run("autograde", ASSIGNMENT)
    assert waits_as_changed(room, "expert")
    attach(room, "expert", picture(5))
    room.run("autograde", ASSIGNMENT)
    assert confirmed(room, "expert")


def another_picture_beside_the_essay(again: Copy) -> None:
    room = again()
    (submitted(room, "expert") / "photo.png").write_bytes(picture(5))
    assert anew(room.run("autograde", ASSIGNMENT)) == {"expert"}
    confirm(room, "expert")
    (submitted(room, "expert") / "photo.png").write_bytes(picture(6))
    room.run("autograde", ASSIGNMENT)
    assert waits_as_changed(room, "expert")
    assert confirmed(room, "holds-m01")


def forced_twice_after_a_change(again: Copy) -> None:
    room = again()
    write(submitted(room, "expert"), "I think otherwise now.")
    for _ in range(2):
        room.run("autograde", ASSIGNMENT, "--force")
        assert waits_as_changed(room, "expert")


def a_damaged_record(again: Copy) -> None:
    room = again()
    file = room.submission("expert") / record.FILE
    file.chmod(0o644)
    file.write_bytes(file.read_bytes()[:-200])
    shutil.rmtree(room.submission("half-done"))
    assert anew(room.run("autograde", ASSIGNMENT)) == {"expert"}
    assert all(confirmed(room, who) for who in CLASS)


def hooked(room: Classroom, command: str, when: str) -> Callable[[], None]:
    """Let a command of nbgrader's kill itself; what comes back takes that back."""
    config = room.root / "nbgrader_config.py"
    before = config.read_text(encoding="utf-8")
    kill = "lambda **_: __import__('os').kill(__import__('os').getpid(), 9)"
    config.write_text(f"{before}\nc.{command}.{when} = {kill}\n", encoding="utf-8")
    return lambda: config.write_text(before, encoding="utf-8") and None


def grading_killed(again: Copy) -> None:
    room = again()
    write(submitted(room, "expert"), "I think otherwise now.")
    for when in ("pre_convert_hook", "post_convert_hook"):
        unhook = hooked(room, "Autograde", when)
        room.run("autograde", ASSIGNMENT, "--force", status=-9)
        unhook()
    room.run("autograde", ASSIGNMENT)
    assert waits_as_changed(room, "expert")
    assert confirmed(room, "holds-m01")
    assert confirmed(room, "half-done")


def rename_question(room: Classroom, new: str) -> None:
    change(source(room, BANK), (f'pool = "{QUESTION}"', f'pool = "{new}"\nwas = ["{QUESTION}"]'))
    change(source(room, NOTEBOOK), (f'"grade_id": "{QUESTION}"', f'"grade_id": "{new}"'), (QUESTION, new))


def release_killed_half_way(again: Copy) -> None:
    room = again()
    before, new = {who: marks(room, who) for who in CLASS}, "line-of-the-condition"
    rename_question(room, new)
    unhook = hooked(room, "GenerateAssignment", "post_convert_hook")
    room.run("generate_assignment", ASSIGNMENT, "--force", status=-9)
    unhook()
    assert {who: marks(room, who) for who in CLASS} == before
    assert "was cut off" in room.run("autograde", ASSIGNMENT, succeed=False)
    remake(room)
    for who in CLASS:
        found = marks(room, who)
        assert found.pop(new) == before[who][QUESTION]
        assert found == {cell: mark for cell, mark in before[who].items() if cell != QUESTION}
        assert confirmed(room, who)


def release_fails_after_a_renaming(again: Copy) -> None:
    room = again()
    before = standing(room)
    rename_question(room, "line-of-the-condition")

    def spoil(cells: list[Any]) -> list[Any]:
        for cell in cells:
            if graded_id(cell) == LAST:
                cell["metadata"]["nbgrader"]["schema_version"] = 99
        return cells

    edit_cells(room, spoil)
    room.run("generate_assignment", ASSIGNMENT, "--force", succeed=False)
    assert standing(room) == before


def a_choice_renamed_unsaid(again: Copy) -> None:
    room = again()
    before = {who: marks(room, who) for who in CLASS}
    within(source(room, BANK), "question", ASKED, ('id = "f"', 'id = "halt"'))
    within(key(room), "key", ASKED_KEY, ('"f"', '"halt"'))
    said = room.run("generate_assignment", ASSIGNMENT, "--force")
    assert 'was = ["f"]' in said
    said = room.run("autograde", ASSIGNMENT)
    assert anew(said) == set(CLASS)
    assert f"“{QUESTION}” otherwise now" in said
    assert marks(room, "expert")[QUESTION] == (0, None, True)
    [flag] = [f for f in record.read(room.submission("expert") / record.FILE).flags if f.code == "name-unknown"]
    assert "“f”" in flag.says
    within(source(room, BANK), "question", ASKED, ('id = "halt"', 'id = "halt", was = ["f"]'))
    remake(room)
    assert {who: marks(room, who) for who in CLASS} == before


def regraded_after_another_essay(again: Copy) -> None:
    room = again()
    write(submitted(room, "expert"), "I think otherwise now.")
    with pytest.raises(AssignmentError, match="expert has handed in again"):
        regrade(ASSIGNMENT, room.root)
