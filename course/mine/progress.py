"""How far the learner has come: the lessons as a map, from the journal."""

from html import escape

import msgspec

from course import tables
from course.journal import Journal
from course.paths import data_dir
from course.questions import State, load_bank, stand


class Stage(msgspec.Struct, frozen=True):
    """A lesson: name of its notebook, title, minutes it takes, and how many of its questions are answered."""

    lesson: str
    title: str
    minutes: int
    answered: int
    questions: int

    @property
    def words(self) -> str:
        """How far it has come, in words."""
        done = " ✓" if self.answered == self.questions else ""
        return f"{self.answered} of {self.questions} questions answered, about {self.minutes} minutes{done}"


class Progress(tuple[Stage, ...]):
    """The lessons in their order; shown as a list with links."""

    __slots__ = ()

    def __repr__(self) -> str:
        """One line a lesson."""
        return "\n".join(f"{stage.lesson[:2]} {stage.title}: {stage.words}" for stage in self)

    def _repr_html_(self) -> str:
        lines = "".join(
            f'<li><a href="{stage.lesson}.ipynb">{escape(stage.title)}</a> '
            f'<progress max="{stage.questions}" value="{stage.answered}" aria-hidden="true"></progress> '
            f"{stage.words}</li>"
            for stage in self
        )
        return f'<ol start="0">{lines}</ol>'


def progress() -> Progress:
    """The lessons with how many of their questions have a complete answer in the journal.

    Raises:
        JournalError: the journal can't be read.
    """
    answers = Journal().read().answers
    found = []
    for row in tables.read("lessons"):
        questions = load_bank(data_dir() / "questions" / f"{row['id']}.toml").questions
        given = ((q, answers.get(q.id)) for q in questions)
        done = sum(stand(q, answer.value).state is State.ANSWERED for q, answer in given if answer)
        found.append(Stage(str(row["id"]), str(row["title"]), int(str(row["minutes"])), done, len(questions)))
    return Progress(found)
