"""A classroom in a temporary folder: the grading room as checked out, an exchange, and learners' own places."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Self

import msgspec

from course.journal import Journal
from course.journal.reader import parse
from course.journal.record import encode
from tests import warm
from tests.grading.learners import Learner
from tests.hostile.registry import damage
from tests.paths import ROOT

ASSIGNMENT = "precondition"
# What an instructor's nbgrader, or trying the assignment, may have left in the grading room of this checkout.
MADE = (
    "release",
    "submitted",
    "autograded",
    "feedback",
    "exchange",
    "downloaded",
    "reports",
    "gradebook.db*",
    "__pycache__",
    ".ipynb_checkpoints",
    "journal.json*",
)
VARIANTS = 12
"""As many has each family of the assignment."""
ANSWER_CELL = "precondition-essay-answer"


class Classroom:
    """Runs nbgrader's real commands on a copy of the grading room of a checkout, by default of this one."""

    cold = False
    """Whether programs are started from nothing, and not from what has other people's packages loaded."""

    def __init__(self, folder: Path, *, new: bool = True, checkout: Path = ROOT) -> None:
        self.folder = folder
        self.checkout = checkout
        self.root = folder / "grading"
        self.exchange = folder / "exchange"
        if new:
            shutil.copytree(checkout / "grading", self.root, ignore=shutil.ignore_patterns(*MADE))
            # Most tests give back what nobody set a deadline for; that this needs words is tested by itself.
            every = sorted(each.name for each in (self.root / "source").iterdir())
            given = "".join(f"{each},while hand-ins are open\n" for each in every)
            (self.root / "feedback.csv").write_text(f"assignment,release\n{given}")
            self.exchange.mkdir()
            self.exchange.chmod(0o777)

    def run(self, *command: str, cwd: Path | None = None, succeed: bool = True, status: int | None = None) -> str:
        """Run an nbgrader command as a shell would, and return what it printed; `status` where it is neither."""
        done = self.python("nbgrader", *command, cwd=cwd)
        said = done.stdout + done.stderr
        assert done.returncode == status if status is not None else (done.returncode == 0) == succeed, said
        return said

    def command(self, part: str, *options: str, status: int = 0) -> str:
        """Run one of the course's own commands, as `grading.report`, for the assignment; what it printed."""
        done = warm.run(
            ["-m", f"grading.{part}", ASSIGNMENT, "--root", str(self.root), *options], ROOT, self.environment()
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout + done.stderr

    def python(self, module: str, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run a module as a program; in a new Python where the classroom is `cold`."""
        return warm.run(["-m", module, *words], cwd or self.root, self.environment(cwd), cold=self.cold)

    def environment(self, home: Path | None = None) -> dict[str, str]:
        """The instructor's environment, or with a home of its own a learner's."""
        own = home or self.folder / "instructor"
        own.mkdir(exist_ok=True)
        jupyter = {f"JUPYTER_{part}_DIR": str(own / part.lower()) for part in ("CONFIG", "DATA", "RUNTIME")}
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        # In a checkout that is not installed, `course` is found as it is here.
        python = os.pathsep.join((str(self.checkout), os.environ.get("PYTHONPATH", "")))
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("NBGRADER", "COURSE", "JUPYTER", "COV"))}
        exchange = {"NBGRADER_EXCHANGE": str(self.exchange)}
        return kept | jupyter | exchange | {"PATH": path, "HOME": str(own), "PYTHONPATH": python}

    def generate(self) -> None:
        """Generate and release the assignment."""
        self.run("generate_assignment", ASSIGNMENT)

    def desk(self, learner: str) -> Path:
        """A learner's own working folder, with the two settings a learner needs."""
        desk = self.folder / "desks" / learner
        desk.mkdir(parents=True)
        (desk / "nbgrader_config.py").write_text(
            "c = get_config()\n"
            "c.CourseDirectory.course_id = 'reading-diplomatic-signals'\n"
            f"c.Exchange.root = {str(self.exchange)!r}\n"
        )
        return desk

    def hand_in(self, learner: Learner) -> None:
        """Put a learner's work into `submitted/`, as collecting would."""
        folder = self.root / "submitted" / learner.id / ASSIGNMENT
        shutil.copytree(self.root / "release" / ASSIGNMENT, folder)
        work(folder, learner)

    @classmethod
    def of(cls, folder: Path, learners: Iterable[Learner]) -> Self:
        """A classroom whose assignment is out, and in which these have handed in."""
        room = cls(folder)
        room.generate()
        for learner in learners:
            room.hand_in(learner)
        return room

    def submission(self, learner: str) -> Path:
        """The folder of an autograded submission."""
        return self.root / "autograded" / learner / ASSIGNMENT

    def feedback(self, learner: str) -> str:
        """The page of feedback made for a learner."""
        page = self.root / "feedback" / learner / ASSIGNMENT / f"{ASSIGNMENT}.html"
        return page.read_text(encoding="utf-8")


def begun(path: Path, variant: int = 0) -> Journal:
    """A new journal whose seed draws this variant of every family, from 0; the first `load_learners` answers."""
    journal = Journal(path)
    assert journal.seed >= 0
    record = parse(path.read_bytes(), path.name)
    path.write_bytes(encode(msgspec.structs.replace(record, seed=record.seed - record.seed % VARIANTS + variant)))
    return Journal(path)


def work(folder: Path, learner: Learner) -> None:
    """Answer, write and tamper, in a folder that holds the released assignment."""
    journal = begun(folder / "journal.json")  # opening a panel begins one, also where nothing is answered
    for question, answer in learner.answers.items():
        journal.save(question, answer)
    if learner.essay:
        path = folder / f"{ASSIGNMENT}.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        [answer_cell] = [c for c in notebook["cells"] if c["id"] == ANSWER_CELL]
        answer_cell["source"] = learner.essay
        path.write_text(json.dumps(notebook), encoding="utf-8")
    if learner.done:
        damage(learner.done, folder)
