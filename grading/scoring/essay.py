"""Find a learner's essay in the cells handed in. Nothing written is lost, wherever in the notebook it stands."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from grading.handout.cells import Cell, answer_id, grade_id, is_answer_to, is_task, meta
from grading.handout.pristine import Pristine
from grading.reading.copies import CHECKPOINTS
from grading.reading.handed import NotebookFile
from grading.reading.notebook import HandedIn
from grading.reading.words import named
from grading.scoring.record import EssayMark, Flag

AGAIN = "\n\n— the answer cell was handed in more than once; the next one reads: —\n\n"
MAX_TEXT = 200_000
PICTURES = "essay-pictures"
"""The cause of a flag that only names what is attached."""
_ATTACHED = re.compile(r"\(attachment:([^)\n]{1,200})\)")


def find_essays(
    pristine: Pristine, cells: Sequence[HandedIn], beside: Sequence[NotebookFile] = ()
) -> tuple[tuple[EssayMark, ...], tuple[Flag, ...]]:
    """What was written for every task of an assignment.

    Where the notebook has no text for it, the text of another notebook is taken if there is only one; a person is told,
    and sees every text that differs.

    Args:
        pristine: the assignment as released; the answer cell's text in it is the stub.
        cells: as handed in, in order; empty if no notebook could be read.
        beside: other notebooks of the same hand-in.
    """
    tasks = [c for c in pristine.notebook.cells if is_task(c)]
    flags: list[Flag] = []
    written = [_written(pristine, task, cells) for task in tasks]
    essays = []
    for task, texts in zip(tasks, written, strict=True):
        found = _elsewhere(pristine, task, AGAIN.join(texts), beside)
        flags += [*_flags(grade_id(task), pristine, task, cells, len(texts)), *found.flags]
        essays.append((task, found.text, found.shown))
    added = _added(pristine, cells, everywhere=not all(text for _, text, _ in essays))
    items = tuple(grade_id(task) for task in tasks)
    if added:
        says = "Text stands in cells that are not part of the assignment; it is shown below the answer."
        flags.append(Flag("text-beside", says, items, look=True))
    if not any((added, *(text or shown for _, text, shown in essays))):
        added, found_anywhere = _anywhere(pristine, beside, items)
        flags += found_anywhere
    flags += _pictures(essays)
    whole = [(task, text, "\n\n".join(filter(None, (shown, added)))) for task, text, shown in essays]
    if max((len(part) for _, *parts in whole for part in parts), default=0) > MAX_TEXT:
        says = f"Only the first {MAX_TEXT:,} characters are shown; the rest stands in the notebook as handed in."
        flags.append(Flag("text-cut", says, items, look=True))
    marks = (
        EssayMark(grade_id(task), text[:MAX_TEXT], more[:MAX_TEXT], float(meta(task)["points"]))
        for task, text, more in whole
    )
    return tuple(marks), (*flags, *_tampering(pristine, cells))


class _Found(msgspec.Struct, frozen=True):
    """The text of an essay, what of other notebooks is shown beside it, and what is told of both."""

    text: str
    shown: str = ""
    flags: tuple[Flag, ...] = ()


def _ids(pristine: Pristine, task: Cell) -> tuple[set[str], str]:
    """The ids by which the cell of a task's answer is known, and the text that it was released with."""
    stub = next(c for c in pristine.notebook.cells if is_answer_to(c, task))
    return {answer_id(task), str(stub.get("id") or "")} - {""}, stub.source.strip()


def _written(pristine: Pristine, task: Cell, cells: Sequence[HandedIn]) -> list[str]:
    """The different texts that stand in the cells for a task, in order."""
    ids, stub = _ids(pristine, task)
    texts = (c.source.strip() for c in cells if {c.grade_id, c.cell_id} & ids)
    return list(dict.fromkeys(t for t in texts if t not in ("", stub)))


def _elsewhere(pristine: Pristine, task: Cell, text: str, beside: Sequence[NotebookFile]) -> _Found:
    """An essay with what other notebooks hold for it."""
    others = {n.name: AGAIN.join(_written(pristine, task, n.cells or ())) for n in beside}
    # What JupyterLab keeps of an earlier state is no news where there is a later one.
    news = {name: t for name, t in others.items() if t and t not in text and not (text and CHECKPOINTS in name)}
    if not news:
        return _Found(text)
    item, names = (grade_id(task),), named(list(news))
    if not text and len(set(news.values())) == 1:
        says = f"The essay stands in {names} and not in the notebook of the right name; it was taken from there."
        return _Found(next(iter(news.values())), "", (Flag("essay-elsewhere", says, item, look=True),))
    shown = "\n\n".join(f"— in {named([name])}: —\n\n{t}" for name, t in news.items())
    what = "Another text for the essay stands" if text else "Different texts for the essay stand"
    says = f"{what} in {names}; {'both are' if text else 'none was taken, and all are'} shown."
    return _Found(text, shown, (Flag("essays-differ", says, item, look=True),))


def _added(pristine: Pristine, cells: Sequence[HandedIn], *, everywhere: bool) -> str:
    """What stands in cells that are not as released, nor the answer's. Code is looked at where no essay stands.

    A new cell is one of code until somebody changes that, and one of the assignment's may have been typed into.
    """
    answers = set().union(*(_ids(pristine, c)[0] for c in pristine.notebook.cells if is_task(c)))
    added = (c for c in cells if not {c.grade_id, c.cell_id} & answers)
    shown = (c for c in added if c.cell_type != "code" or everywhere)
    return "\n\n".join(t for c in shown if (t := c.source.strip()) not in pristine.released | {""})


def _anywhere(pristine: Pristine, beside: Sequence[NotebookFile], items: tuple[str, ...]) -> tuple[str, list[Flag]]:
    """Text of other notebooks, wherever in them it stands, for where the notebook has none at all."""
    found = {n.name: t for n in beside if (t := _added(pristine, n.cells or (), everywhere=True))}
    if not found:
        return "", []
    says = f"The notebook holds no essay. Text that is not part of the assignment stands in {named(list(found))}."
    shown = "\n\n".join(f"— in {named([name])}: —\n\n{t}" for name, t in found.items())
    return shown, [Flag("text-elsewhere", says, items, look=True)]


def _pictures(essays: Sequence[tuple[Cell, str, str]]) -> list[Flag]:
    """What is attached to the cells: a picture is no text, and must not be missed for that."""
    found = {grade_id(task): list(dict.fromkeys(_ATTACHED.findall(f"{text}\n{shown}"))) for task, text, shown in essays}
    says = "Pictures are attached to the essay: {}."
    return [Flag(PICTURES, says.format(named(names)), (task,)) for task, names in found.items() if names]


def _flags(task: str, pristine: Pristine, cell: Cell, cells: Sequence[HandedIn], texts: int) -> list[Flag]:
    ids, _ = _ids(pristine, cell)
    if cells and not any({c.grade_id, c.cell_id} & ids for c in cells):
        return [
            Flag("answer-cell-missing", "The cell for the essay is not in the notebook handed in.", (task,), look=True)
        ]
    if texts > 1:
        return [Flag("answer-cell-twice", f"The cell for the essay holds {texts} different texts.", (task,), look=True)]
    return []


def _tampering(pristine: Pristine, cells: Sequence[HandedIn]) -> list[Flag]:
    """Notes on changed cells. They cost nothing and gain nothing, because the released cells are graded."""
    if not cells:
        return []
    seen = Counter(c.grade_id for c in cells if c.grade_id in pristine.locked)
    edited = sum(c.source.strip() != pristine.locked[c.grade_id] for c in cells if c.grade_id in pristine.locked)
    code = sum(
        c.cell_type == "code" and c.grade_id not in pristine.locked and c.source.strip() not in pristine.released | {""}
        for c in cells
    )
    # A learner may have had an earlier release, so nothing is said of what they did.
    counts = {
        "locked-cells-edited": (
            edited,
            "Locked cells with another text than the assignment has now: {}. The assignment’s is used.",
        ),
        "locked-cells-missing": (
            len(pristine.locked) - len(seen),
            "Locked cells of the assignment that this notebook lacks: {}. They were put in.",
        ),
        "locked-cells-twice": (sum(n > 1 for n in seen.values()), "Locked cells that stand there more than once: {}."),
        "code-added": (code, "Code cells that are not part of the assignment: {}. They were not run."),
    }
    return [Flag(code, says.format(n)) for code, (n, says) in counts.items() if n]
