"""An assignment of a copy through nbgrader's real commands, answered by some learners."""

import html
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook

from course.journal import Journal
from tests.grading.classroom import Classroom


class Cycle:
    """Generated, handed in, autograded and with feedback.

    Args:
        copy: root of the copy.
        folder: an empty folder for the class.
        name: the assignment.
        answers: learner to question to answer.
    """

    def __init__(self, copy: Path, folder: Path, name: str, answers: Mapping[str, Mapping[str, Any]]) -> None:
        self.room, self.name = Classroom(folder, checkout=copy), name
        self.room.run("generate_assignment", name)
        self.released = self.room.root / "release" / name
        for who, given in answers.items():
            handed_in = self.room.root / "submitted" / who / name
            shutil.copytree(self.released, handed_in)
            journal = Journal(handed_in / "journal.json")
            for question, answer in given.items():
                journal.save(question, answer)
        self.room.run("autograde", name)
        self.room.run("generate_feedback", name)

    def points(self, who: str) -> dict[str, float]:
        """Question to points, from the grade book; the essay, which a person grades, is left out."""
        with Gradebook(f"sqlite:///{self.room.root / 'gradebook.db'}", "reading-diplomatic-signals") as gradebook:
            grades = gradebook.find_submission_notebook(self.name, self.name, who).grades
            return {grade.name: grade.score for grade in grades if not grade.name.endswith("-essay")}

    def feedback(self, who: str) -> str:
        """The text of a learner's feedback."""
        page = self.room.root / "feedback" / who / self.name / f"{self.name}.html"
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.read_text(encoding="utf-8"))).split())
