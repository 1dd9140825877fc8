"""What is blank and should not be: a blank essay is final only if all that was handed in is blank."""

from collections.abc import Sequence

from grading.reading.submission import Submission
from grading.reading.words import joined, named
from grading.scoring.record import Flag, Scores

_ASK = "It may have been typed and not saved, or in another file."


def doubts(scores: Scores, submission: Submission) -> list[Flag]:
    """What has to be told of a submission that is blank in part.

    Args:
        scores: its record so far.
        submission: as handed in.
    """
    blank = tuple(e.task for e in scores.essays if e.blank and e.task not in scores.to_look_at())
    written = [e for e in scores.essays if not e.blank]
    found = _found([i.question for i in scores.items], submission)
    if blank and found:
        return [Flag("essay-blank", f"The essay is blank, but {joined(found)}. {_ASK}", blank, look=True)]
    if written and submission.answers is not None and not submission.answers:
        return [Flag("no-answers", "The journal holds no answer, though an essay is written.")]
    return []


def _found(places: Sequence[str], submission: Submission) -> list[str]:
    answers = submission.answers
    answered = sum(q in (answers or {}) for q in places)
    found = []
    if answers is None:
        found.append("no journal could be read")
    elif answers:
        found.append(f"the journal answers {answered} of {len(places)} questions")
    elif any(f.code in ("copies-differ", "copy-unreadable") for f in submission.faults):
        found.append("a copy of the journal stands beside it")
    unread = [n.name for n in submission.beside if n.cells is None]
    if unread:
        found.append(f"{named(unread)} can't be read")
    if submission.written:
        found.append(f"there is {named(submission.written)}")
    if any(f.code == "not-collected" for f in submission.faults):
        found.append("not everything was collected")
    return found
