"""Scoring on a cluster gives what nbgrader's grade book has, and a run that was killed is gone on with."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from distributed import LocalCluster
from nbgrader.api import Gradebook

from course.journal import Journal
from grading.handout.assignment import Assignment, AssignmentError, load_assignment
from grading.reading.submission import parse_journal
from grading.scale.journals import digest, divide, read
from grading.scale.parts import Plan, open_folder, write_part
from grading.scoring.score import score_journal
from tests import warm
from tests.grading.classroom import ASSIGNMENT, Classroom
from tests.grading.learners import load_learners
from tests.paths import ROOT
from tests.validity.assignments import load
from tests.validity.models import guess

LEARNERS = [x for x in load_learners() if x.by == "hand"]


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "grading.scale", ASSIGNMENT, *map(str, words)]


def scale(*words: object, succeed: bool = True) -> str:
    done = warm.run(command(*words)[1:], ROOT, timeout=300)
    assert (done.returncode == 0) == succeed, done.stderr
    return done.stderr


def table(folder: Path) -> list[dict]:
    return pq.read_table(folder).to_pylist()


@cache
def released() -> Assignment:
    return load_assignment(ASSIGNMENT, ROOT / "grading" / "source" / ASSIGNMENT, ROOT / "grading" / "keys")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """Every kind of learner who hands in by hand, autograded by nbgrader."""
    room = Classroom.of(tmp_path_factory.mktemp("class"), LEARNERS)
    room.run("autograde", ASSIGNMENT)
    return room


@pytest.fixture(scope="module")
def journals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Journals of learners who guess, and in between some that can't be read."""
    folder, chance = tmp_path_factory.mktemp("journals"), random.Random(6)
    bank = load(ASSIGNMENT).bank
    for n in range(12):
        journal = Journal(folder / f"learner-{n:04}.json")
        for place in bank.places:
            journal.save(place, guess(bank.draw(place, journal.seed), chance))
    for n in range(12, 300):
        shutil.copy(folder / f"learner-{n % 12:04}.json", folder / f"learner-{n:04}.json")
    (folder / "learner-0007.json").write_text("{")
    (folder / "learner-0008.json").write_bytes(b"\xff" * 100)
    for leftover in folder.glob("*.lock"):
        leftover.unlink()
    return folder


def test_scores_are_those_of_nbgraders_grade_book(room, tmp_path):
    """On a cluster whose address is given, with what is released."""
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster:
        said = scale(
            room.root / "submitted", "--out", tmp_path / "scores.parquet", "--chunk", 4,
            "--course", room.root, "--scheduler", cluster.scheduler_address,
        )  # fmt: skip
    assert f"{len(LEARNERS)} journals in" in said
    found = {(row["student"], row["question"]): row["points"] for row in table(tmp_path / "scores.parquet")}
    questions = {question for _, question in found}
    with Gradebook(f"sqlite:///{room.root / 'gradebook.db'}", "reading-diplomatic-signals") as book:
        expected = {
            (who.student_id, grade.name): grade.auto_score
            for who in book.assignment_submissions(ASSIGNMENT)
            for grade in who.notebooks[0].grades
            if grade.name in questions
        }
    assert len(expected) == len(LEARNERS) * 15
    assert found == expected


def test_a_run_that_was_killed_half_way_is_gone_on_with(journals, tmp_path):
    """The whole group of processes is killed, so that nobody can tidy up."""
    out, whole = tmp_path / "killed", tmp_path / "whole"
    run = subprocess.Popen(
        command(journals, "--out", out, "--chunk", 5), cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True
    )
    deadline = time.monotonic() + 120
    while len(list(out.glob("part-*.parquet"))) < 3:
        assert run.poll() is None, "the run ended before it could be killed"
        assert time.monotonic() < deadline
        time.sleep(0.005)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    before = {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in out.glob("part-*.parquet")}
    assert 3 <= len(before) < 60
    said = scale(journals, "--out", out, "--chunk", 5)
    assert f"300 journals in {out}, {5 * len(before)} of them from before" in said
    assert {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in before} == before
    assert "300 of 300 journals in" in said
    whole.mkdir()
    for chunk in divide(journals, ASSIGNMENT, 250):
        write_part(whole, chunk.number, (score_journal(released(), given, who) for who, given in read(chunk)))
    assert len(table(whole)) == 300 * 15
    assert table(out) == table(whole)
    assert {r["student"] for r in table(out) if r["flags"]} == {"learner-0007", "learner-0008"}
    assert not any(r["points"] for r in table(out) if r["flags"])


def test_a_table_is_read_as_the_files_are(journals, tmp_path):
    paths = sorted(journals.glob("*.json"))[:50]
    for kind, made in ((pa.binary(), Path.read_bytes), (pa.string(), lambda p: p.read_bytes().decode("latin-1"))):
        rows = {"student": [p.stem for p in paths], "journal": pa.array([made(p) for p in paths], kind)}
        pq.write_table(pa.table(rows), tmp_path / "journals.parquet", row_group_size=20)
        chunks = divide(tmp_path / "journals.parquet", ASSIGNMENT, 7)
        assert [c.size for c in chunks] == [20, 20, 10]
        for student, submission in (each for c in chunks for each in read(c)):
            here = parse_journal((journals / f"{student}.json").read_bytes())
            mine, theirs = (score_journal(released(), s, student) for s in (submission, here))
            assert mine.items == theirs.items


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda tmp, journals: tmp / "none", "no journals; expected <student>/precondition/"),
        (lambda tmp, journals: _other_columns(tmp), "no column “student”; expected student and journal"),
    ],
)
def test_journals_that_are_none_are_named(journals, tmp_path, spoil, expected):
    with pytest.raises(AssignmentError, match=expected):
        divide(spoil(tmp_path, journals), ASSIGNMENT, 10)


def _other_columns(folder: Path) -> Path:
    pq.write_table(pa.table({"learner": ["a"]}), folder / "other.parquet")
    return folder / "other.parquet"


def test_scores_of_others_are_never_mixed(journals, tmp_path):
    chunks = divide(journals, ASSIGNMENT, 100)
    plan = Plan(ASSIGNMENT, "key", digest(chunks), len(chunks))
    assert open_folder(tmp_path / "out", plan) == set()
    write_part(tmp_path / "out", 2, [])
    assert open_folder(tmp_path / "out", plan) == {2}
    path = chunks[0].files[1][1]
    before = Path(path).stat()
    os.utime(path, (1, 1))
    assert digest(chunks) != plan.journals
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    for member in ("assignment", "key", "journals"):
        with pytest.raises(AssignmentError, match=f"other {member}"):
            open_folder(tmp_path / "out", msgspec.structs.replace(plan, **{member: "other"}))
    with pytest.raises(AssignmentError, match="holds no scores to go on with"):
        open_folder(journals, plan)


def test_a_scheduler_that_is_not_there_is_one_line(journals, tmp_path):
    said = scale(journals, "--out", tmp_path / "out", "--scheduler", "tcp://127.0.0.1:9", "--timeout", 1, succeed=False)
    assert "Traceback" not in said
    assert "no Dask scheduler answers at tcp://127.0.0.1:9" in said
