"""Nothing of a key or a mark scheme may reach a learner: find it in whatever is about to be handed out.

No marker is relied on. What is about to be handed out is compared, all of it, with what only instructors have.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from nbformat import ValidationError

from course.paths import data_dir
from course.text import EncodingError, plain
from grading.handout import likeness
from grading.handout.assignment import BANK, Assignment
from grading.handout.cells import grade_id, is_task, read_notebook
from grading.handout.coded import decoded
from grading.handout.likeness import RUN, RUN_IN_BANK, Wording, sentences, wording
from grading.handout.marks import suspicious
from grading.handout.scheme import BEGIN, END, read_scheme

_KEY = re.compile(r"\[\[\s*key\b|\b(?:criteria|missed|misconception)[\"']?\s*[=:]|\bwhen[\"']?\s*[=:]\s*[{\[]")
Secrets = tuple[tuple[str, ...], ...]
_SHOWN, _LISTED, _SHORT, _SENTENCE = 5, 3, 1, 4


def leaks(text: str, assignment: Assignment) -> Iterator[str]:
    """What of the assignment's key and mark schemes stands in a text, word for word or nearly.

    Args:
        text: what a learner would receive.
        assignment: with its keys.

    Returns:
        A few words of each, never the whole.
    """
    yield from _leaks((text,), _secrets(assignment), (), RUN_IN_BANK)


def faults(
    assignment: Assignment, notebook: Mapping[str, Any], unmarked: Collection[str] = frozenset()
) -> Iterator[str]:
    """What of a key stands in a notebook as it would be released, a line each, with its cell.

    Args:
        assignment: with its keys, and with the mark schemes among what is `hidden`.
        notebook: nbformat 4, as dictionaries, without mark schemes.
        unmarked: cells, as named in a line, whose mark scheme can't be told apart, of which that alone is said.
    """
    secrets = _secrets(assignment)
    tasks = [read_scheme(cell["source"]) for cell in notebook["cells"] if is_task(cell)]
    criteria = tuple(f"{each.number} {each.text} {each.points:g}" for task in tasks for each in task.told)
    parts = [(_name(cell, n), cell) for n, cell in enumerate(notebook["cells"], 1)]
    for where, part in (*parts, ("the notebook's metadata", dict(notebook["metadata"]))):
        texts = tuple(_strings(part))
        if leaked := _leaks(texts, secrets, criteria, RUN):
            yield f"{where}: the release would hold text of the key or mark scheme ({_first('“%s”', leaked)})."
        looks = [*dict.fromkeys(found for text in texts for found in suspicious(text))]
        if looks and where not in unmarked:
            yield (
                f"{where}: the release would hold {_first('%s', looks)}; expected the mark scheme between the lines "
                f"“=== {BEGIN} ===” and “=== {END} ===” of its task, and nowhere else."
            )


def release_faults(source: Path, assignment: Assignment, handed_out: frozenset[str]) -> Iterator[str]:
    """What is wrong with the files beside the notebook, which `generate_assignment` copies to learners, a line each.

    A file that does not belong there (a key, a journal left from trying it), or text of the key in the bank.

    Args:
        source: the folder of the assignment in `source/`.
        assignment: with its keys.
        handed_out: names of the files that belong to the assignment.
    """
    for path in sorted(p for p in source.rglob("*") if p.is_file() and ".ipynb_checkpoints" not in p.parts):
        if path.relative_to(source).as_posix() not in handed_out:
            yield f"{path}: would be handed out with the assignment; expected only {_listed(handed_out)}."
    bank = source / BANK
    text = _text(bank)
    whole = [*dict.fromkeys(leaks(text, assignment))]
    if not whole:
        return
    lines = {n: [*dict.fromkeys(leaks(line, assignment))] for n, line in enumerate(text.splitlines(), 1)}
    found = [f"{bank}, line {n}: holds text of the key ({_first('“%s”', each)})." for n, each in lines.items() if each]
    yield from found or [f"{bank}: holds text of the key ({_first('“%s”', whole)})."]


@lru_cache(maxsize=5_000)
def _leaks(texts: tuple[str, ...], secrets: Secrets, allowed: tuple[str, ...], length: int) -> tuple[str, ...]:
    """What is found, kept, because a release is looked at before it is made and as it is made."""
    return tuple(dict.fromkeys(_found(texts, secrets, allowed, length)))


def _found(texts: tuple[str, ...], secrets: Secrets, allowed: tuple[str, ...], length: int) -> Iterator[str]:
    texts, said = _read(texts, length)
    public = _public(allowed, length)
    for each in texts:
        yield from (_few(m[0]) for m in _KEY.finditer(each))
    parts, among = _in_parts(*secrets)
    for secret, whole in (parts[number] for number in likeness.possible(among, said)):
        least = _SHORT if whole else length if length > RUN else _SENTENCE
        found = likeness.alike(secret, said, public, length, least)
        if not found and length == RUN:  # a bank's hints say nearly the same as the remarks of its key, and may
            found = likeness.nearly(secret, said, public)
        if found:
            yield _few(found)


@lru_cache(maxsize=100)
def _read(texts: tuple[str, ...], length: int) -> tuple[tuple[str, ...], Wording]:
    """Texts, also what is coded in them, and their wording: a site is held against the keys of every assignment."""
    texts = (*texts, *(each for text in texts for each in decoded(text)))
    return texts, wording(texts, length)


def _secrets(assignment: Assignment) -> Secrets:
    """What is secret: texts of which each counts also if it is short, and others."""
    whole = [*assignment.misconceptions.values()]
    for key in assignment.keys.values():
        whole += [*(c.missed for c in key.criteria), *(r.says for r in key.remarks)]
    return tuple(whole), assignment.hidden


@cache
def _in_parts(whole: tuple[str, ...], hidden: tuple[str, ...]) -> tuple[tuple[tuple[str, bool], ...], likeness.Index]:
    """What is secret, and whether it is a whole text; and which of it holds which words."""
    parts = (part for text in (*whole, *hidden) for part in (*sentences(text), text))
    known = dict.fromkeys(parts, False) | dict.fromkeys(whole, True)
    return tuple(known.items()), likeness.index(known)


@cache
def _public(allowed: tuple[str, ...], length: int) -> Wording:
    """What every learner has: the tables of the course, its lessons and their banks, and what is allowed besides."""
    files = sorted(p for p in data_dir().rglob("*") if p.suffix in {".csv", ".toml"})
    lessons = sorted((data_dir().parent / "notebooks").glob("*.ipynb"))
    return wording([*map(_text, files), *(told for path in lessons for told in _told(path)), *allowed], length)


def _told(path: Path) -> list[str]:
    """The texts of a lesson's cells; none if it can't be read, which is said elsewhere."""
    try:
        return [str(cell.source) for cell in read_notebook(path).cells]
    except (OSError, ValueError, ValidationError):
        return []


def _text(path: Path) -> str:
    """What stands in a file; "" if it is not there or not in UTF-8, which is said elsewhere."""
    try:
        return plain(path.read_bytes())
    except (OSError, EncodingError):
        return ""


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for name, each in value.items():
                yield from (str(name), *_strings(each))
        case list() | tuple():
            # nbformat lets a text be a list of its lines.
            if value and all(isinstance(each, str) for each in value):
                yield "".join(value)
            else:
                for each in value:
                    yield from _strings(each)
        case _:
            pass


def _name(cell: Mapping[str, Any], number: int) -> str:
    return f"cell “{grade_id(cell) or cell.get('id') or number}”"


def _first(each: str, found: Sequence[str]) -> str:
    more = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    return ", ".join(each % one for one in found[:_LISTED]) + more


def _few(text: str) -> str:
    found = text.split()
    return " ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")


def _listed(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))
