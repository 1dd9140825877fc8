"""All of autograde that needs no grade book: read a submission, score it, and rebuild its notebook.

Nothing here is shared between submissions, so any number of processes can do it; each is told the assignment once.
"""

import copy
import logging
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path

import msgspec
import nbformat
from nbgrader.utils import determine_grade

from grading.converters.batch import Found, Result
from grading.handout.assignment import Assignment
from grading.handout.cells import grade_id, is_question, is_task
from grading.handout.pristine import Pristine
from grading.reading.fingerprint import files, fingerprint
from grading.reading.submission import read_submission
from grading.scoring.evidence import with_evidence
from grading.scoring.pictures import find_pictures
from grading.scoring.record import Scores
from grading.scoring.score import asked_of, score_submission
from grading.showing.rebuild import lay_in, lay_results

AHEAD = 4
"""Submissions that each process may be ahead of the grade book; it bounds what is held in memory."""
_log = logging.getLogger(__name__)


class Prepared(msgspec.Struct, frozen=True):
    """A submission ready to be entered.

    Attributes:
        scores: its record.
        points: question to points, as nbgrader reads them from the notebook.
        notebook: the rebuilt notebook, as text of nbformat 4.
        journal: the journal's bytes in UTF-8, if they could be read.
    """

    scores: Scores
    points: Mapping[str, float]
    notebook: str
    journal: bytes | None


def prepare(assignment: Assignment, pristine: Pristine, folder: Path, student: str) -> Prepared:
    """Read, score and rebuild one submission; never raises for what a learner can put there."""
    asked = asked_of(assignment, (grade_id(c) for c in pristine.notebook.cells if is_task(c)))
    released = assignment.bank.path.parent
    submission = read_submission(folder, f"{assignment.name}.ipynb", asked, released)
    scores = score_submission(assignment, pristine, submission, student)
    pictures, notes = find_pictures(pristine, submission.cells or ())
    handed_in = files(folder, released)
    scores = msgspec.structs.replace(scores, flags=(*scores.flags, *notes), fingerprint=fingerprint(handed_in))
    scores = with_evidence(scores, assignment, pristine, submission, handed_in)
    notebook = copy.deepcopy(pristine.notebook)
    lay_in(notebook, scores, pictures)
    lay_results(notebook, scores, assignment)
    points = {grade_id(c): determine_grade(c, _log)[0] for c in notebook.cells if is_question(c)}
    text = nbformat.writes(notebook)  # type: ignore[no-untyped-call]
    return Prepared(scores, points, f"{text}\n", submission.journal)


def prepare_all(
    assignment: Assignment, pristine: Pristine, ready: Iterable[Found], workers: int
) -> Iterator[tuple[Found, Result]]:
    """Each submission with what gives its result, in order, whatever the number of processes.

    Args:
        assignment: with its keys.
        pristine: the assignment as released.
        ready: what to prepare; asked for only a few ahead of what is taken.
        workers: processes; with 1 all is done in this one.
    """
    ready = iter(ready)
    # The first is done here, so that what scoring loads is loaded once, before there are other processes.
    for each in ready if workers <= 1 else islice(ready, 1):
        yield each, lambda each=each: prepare(assignment, pristine, Path(each.folder), each.student)  # type: ignore[misc]
    if workers <= 1:
        return
    with ProcessPoolExecutor(workers, _context(), _begin, (assignment, pristine)) as pool:
        waiting = deque[tuple[Found, Future[Prepared]]]()
        try:
            for each in ready:
                waiting.append((each, pool.submit(_work, each)))
                if len(waiting) > workers * AHEAD:
                    first, future = waiting.popleft()
                    yield first, future.result
            for first, future in waiting:
                yield first, future.result
        finally:
            pool.shutdown(cancel_futures=True)


def _context() -> BaseContext:
    # A fork starts at once, but of a process with threads, as the formgrader's is, it may never come back.
    alone = threading.active_count() == 1 and sys.platform == "linux"
    return get_context("fork" if alone else "spawn")


_told: list[tuple[Assignment, Pristine]] = []


def _begin(assignment: Assignment, pristine: Pristine) -> None:
    _told.append((assignment, pristine))


def _work(each: Found) -> Prepared:
    [(assignment, pristine)] = _told
    return prepare(assignment, pristine, Path(each.folder), each.student)
