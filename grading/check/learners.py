"""Do the synthetic learners of an assignment answer every question, and the expert rightly?"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from course.scoring import score
from course.text import EncodingError, plain
from grading.handout.assignment import Assignment

EXPERT = "expert"


def learner_faults(path: Path, assignment: Assignment) -> Iterator[str]:
    """What is wrong with the file of learners; nothing if there is none, since a course can do without.

    Args:
        path: a TOML file with a table for each learner, question id to answer.
        assignment: with its keys.
    """
    if not path.is_file() or not assignment.bank.questions:
        return
    try:
        told = tomllib.loads(plain(path.read_bytes()))
    except EncodingError as e:
        yield f"{path}, line {e.line}: {e}."
        return
    except tomllib.TOMLDecodeError as e:
        yield f"{path}: expected text in TOML ({e})."
        return
    loose = [who for who, answers in told.items() if not isinstance(answers, Mapping)]
    yield from (f"{path}: “{who}”: expected a learner, as [{who}], with an answer for each question." for who in loose)
    if not isinstance(told.get(EXPERT), Mapping):
        yield f"{path}: expected a learner [{EXPERT}], who answers every question rightly."
        return
    ids = {*assignment.bank.ids, *assignment.bank.unread}
    for who in (who for who in told if who not in loose):
        spare = [question for question in told[who] if question not in ids]
        yield from (f"{path}: {who} answers “{each}”; expected a question of {assignment.bank.path}." for each in spare)
    yield from (f"{path}: {fault}" for fault in _expert(told[EXPERT], assignment))


def _expert(answers: Mapping[str, Any], assignment: Assignment) -> Iterator[str]:
    for question in assignment.questions:
        where, key = f"{EXPERT}: “{question.id}”", assignment.keys.get(question.id)
        if question.id not in answers:
            yield f"{EXPERT} has no answer to “{question.id}”; expected one to every question of the bank."
            continue
        if key is None or key.dropped:
            continue
        got = score(question, answers[question.id], key)
        if got.points < got.max_points:
            lost = ", ".join(f"“{each.id}”" for each in got.criteria if not each.met)
            says = f" ({got.reasons[0]})" if got.reasons else ""
            yield f"{where}: expected an answer that meets every criterion; it misses {lost}{says}."
        elif got.misconceptions:
            yield f"{where}: meets every criterion and gets a remark on {got.misconceptions[0]}; expected none."
