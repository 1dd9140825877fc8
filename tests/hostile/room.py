"""A class in which every kind of the corpus is handed in at once, together with learners who did nothing odd."""

import hashlib
import json
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook

from course.journal import Journal
from course.kinds import Argue, Weigh
from grading.collecting.telling import LEFT_OUT
from grading.scoring import record
from tests.grading.classroom import Classroom
from tests.hostile.place import CANARY, JOURNAL, KNOWS, SECRET, write_essay
from tests.hostile.registry import Kind, kinds
from tests.validity.assignments import load

BLANK = "blank"
HONEST = (KNOWS, BLANK)
ESSAY = "An essay of one's own, by {who}. {secret}"
COURSE = "reading-diplomatic-signals"
STAMP = "2014-11-01 12:00:00 UTC"
Grades = dict[str, tuple[float | None, float | None, float, bool, str | None]]


class HostileClass:
    """One assignment, graded as one batch by nbgrader's commands.

    Args:
        folder: an empty folder.
        name: the assignment.
        chosen: the kinds handed in; all of them by default.

    Attributes:
        held: question to the score of the answer that most kinds hand in.
        said: all that the commands printed.
        before, after: what stood in the class, outside of what grading makes, before and after.
    """

    def __init__(self, folder: Path, name: str, chosen: Iterable[Kind] = ()) -> None:
        self.name, self.room = name, Classroom(folder)
        self.kinds = tuple(chosen) or tuple(kinds().values())
        self.assessed = load(name)
        self.holder = next(iter(self.assessed.holders.values()))
        self.held = self.assessed.scores(self.assessed.learners[self.holder])
        (folder / "outside").mkdir()
        (folder / "outside" / "canary.txt").write_text(CANARY)
        self.room.run("generate_assignment", name)
        self._hand_in()
        self.said = "".join(self.room.run(door, name, status=LEFT_OUT) for door in self._doors())
        self.before = dict(self._standing())
        self.said += self.room.run("autograde", name)
        self.said += self.room.run("generate_feedback", name)
        self.after = dict(self._standing())

    @property
    def places(self) -> tuple[str, ...]:
        return self.assessed.bank.places

    def expected(self, kind: Kind) -> dict[str, float]:
        """Points of every question: the holder's own, less what the kind loses."""
        lost, drawn = self.lost(kind), self.assessed.drawn(0)
        return {place: 0 if place in lost else self.held[question].points for place, question in drawn.items()}

    def lost(self, kind: Kind) -> frozenset[str]:
        """The questions whose points the kind loses."""
        answers, drawn = self.assessed.learners[self.holder], self.assessed.drawn(0)
        loses = {
            "nothing": lambda place: False,
            "all": lambda place: True,
            "first": lambda place: place == self.places[0],
            "numbers": lambda place: _has_number(answers.get(drawn[place])),
            "weighings": lambda place: isinstance(self.assessed.bank[drawn[place]], Weigh),
            "arguments": lambda place: isinstance(self.assessed.bank[drawn[place]], Argue),
        }[kind.loses]
        return frozenset(place for place in drawn if loses(place))

    def grades(self) -> dict[str, Grades]:
        """Learner to cell to automatic and manual points, maximum, whether it waits, and the comment."""
        with Gradebook(f"sqlite:///{self.room.root / 'gradebook.db'}", COURSE) as book:
            return {s.student.id: _rows(s.notebooks[0]) for s in book.assignment_submissions(self.name)}

    def made(self, folder: str, who: str) -> Path:
        return self.room.root / folder / who / self.name

    def scores(self, who: str) -> record.Scores:
        return record.decode((self.made("autograded", who) / record.FILE).read_bytes())

    def outputs(self, who: str) -> Iterator[Path]:
        """Every file that grading made for somebody."""
        for room in ("autograded", "feedback"):
            yield from (p for p in self.made(room, who).rglob("*") if p.is_file())

    def _hand_in(self) -> None:
        sound = {
            KNOWS: self._work(KNOWS, self.assessed.learners["expert"], SECRET),
            self.holder: self._work(self.holder, self.assessed.learners[self.holder], ""),
            BLANK: self._work(BLANK, {}, ""),
        }
        for who in HONEST:
            self._lay(sound[who], who)
        for kind in self.kinds:
            folder = self._lay(sound[self.holder], kind.id)
            kind.damage(folder)
            if kind.door == "exchange":
                inbound = self.room.exchange / COURSE / "inbound"
                inbound.mkdir(parents=True, exist_ok=True)
                folder.rename(inbound / f"{kind.id}+{self.name}+{STAMP}+abc")
                folder.parent.rmdir()

    def _doors(self) -> Iterator[str]:
        used = {kind.door for kind in self.kinds}
        yield from (command for door, command in (("exchange", "collect"), ("zip", "zip_collect")) if door in used)

    def _lay(self, sound: Path, who: str) -> Path:
        folder = self.made("submitted", who)
        shutil.copytree(sound, folder)
        return folder

    def _work(self, who: str, answers: dict[str, Any], secret: str) -> Path:
        """Sound work, kept to be copied: opening the same journal a hundred times is slow."""
        folder = self.room.folder / "work" / who / self.name
        shutil.copytree(self.room.root / "release" / self.name, folder)
        journal = Journal(folder / JOURNAL)
        assert journal.seed >= 0
        held = json.loads((folder / JOURNAL).read_bytes())
        (folder / JOURNAL).write_text(json.dumps(held | {"seed": 0}))
        for place, question in self.assessed.drawn(0).items():
            if question in answers:
                journal.save(place, answers[question])
        if answers:
            write_essay(folder, ESSAY.format(who=who, secret=secret))
        return folder

    def _standing(self) -> Iterator[tuple[str, str]]:
        """Path to a hash of everything that grading may not touch; links and pipes are named, not opened."""
        made = {self.room.root / n for n in ("autograded", "feedback", "gradebook.db", ".nbgrader.log")}
        for folder, names, files in os.walk(self.room.folder):
            names[:] = [n for n in names if Path(folder, n) not in made and n not in ("instructor", "__pycache__")]
            for path in (Path(folder, name) for name in (*files, *names)):
                if path in made:
                    continue
                kind = path.lstat()
                if stat.S_ISREG(kind.st_mode) and kind.st_size < 10**8:
                    yield os.fsencode(path).hex(), hashlib.sha256(path.read_bytes()).hexdigest()
                else:
                    yield os.fsencode(path).hex(), f"{kind.st_mode} {kind.st_size}"


def _rows(notebook: Any) -> Grades:
    said = {c.name: c.auto_comment for c in notebook.comments}
    return {
        g.name: (g.auto_score, g.manual_score, g.max_score, g.needs_manual_grade, said.get(g.name))
        for g in notebook.grades
    }


def _has_number(value: Any) -> bool:
    if isinstance(value, dict | list):
        return any(_has_number(v) for v in (value.values() if isinstance(value, dict) else value))
    return type(value) in (int, float)
