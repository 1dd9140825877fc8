"""Find a learner's essay in the cells handed in. Nothing written is lost, wherever in the notebook it stands."""

from collections import Counter
from collections.abc import Sequence

from grading.handout.cells import answer_id, is_answer_to, is_task, meta
from grading.handout.pristine import Pristine
from grading.reading.notebook import HandedIn
from grading.scoring.record import EssayMark, Flag

AGAIN = "\n\n— the answer cell was handed in more than once; the next one reads: —\n\n"
MAX_TEXT = 200_000


def find_essays(pristine: Pristine, cells: Sequence[HandedIn]) -> tuple[tuple[EssayMark, ...], tuple[Flag, ...]]:
    """What was written for every task of an assignment.

    Args:
        pristine: the assignment as released; the answer cell's text in it is the stub.
        cells: as handed in, in order; empty if no notebook could be read.
    """
    essays, flags, answers = [], [], set[int]()
    for task in filter(is_task, pristine.notebook.cells):
        stub = next(c for c in pristine.notebook.cells if is_answer_to(c, task))
        ids = {answer_id(task), stub.get("id")} - {"", None}
        found = [n for n, c in enumerate(cells) if {c.grade_id, c.cell_id} & ids]
        answers.update(found)
        texts = list(dict.fromkeys(t for n in found if (t := cells[n].source.strip()) not in ("", stub.source.strip())))
        flags += _flags(task.metadata.nbgrader["grade_id"], len(found), len(texts), bool(cells))
        essays.append((task, AGAIN.join(texts)))
    added = [c for n, c in enumerate(cells) if n not in answers and c.source.strip() not in pristine.released | {""}]
    # A new cell is one of code until somebody changes that, so where no essay stands, it may stand in such a cell.
    everywhere = not all(text for _, text in essays)
    shown = (c for c in added if c.cell_type != "code" or (everywhere and c.grade_id not in pristine.locked))
    beside = "\n\n".join(c.source.strip() for c in shown)
    items = tuple(t.metadata.nbgrader["grade_id"] for t, _ in essays)
    if beside:
        says = "Text stands in cells that are not part of the assignment; it is shown below the answer."
        flags.append(Flag("text-beside", says, items, look=True))
    if max(len(beside), *(len(text) for _, text in essays), 0) > MAX_TEXT:
        says = f"Only the first {MAX_TEXT:,} characters are shown; the rest stands in the notebook as handed in."
        flags.append(Flag("text-cut", says, items, look=True))
    marks = (
        EssayMark(meta(task)["grade_id"], text[:MAX_TEXT], beside[:MAX_TEXT], float(meta(task)["points"]))
        for task, text in essays
    )
    return tuple(marks), (*flags, *_tampering(pristine, cells))


def _flags(task: str, cells: int, texts: int, readable: bool) -> list[Flag]:
    if not cells and readable:
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
    counts = {
        "locked-cells-edited": (edited, "locked cells were edited; the released text was put back."),
        "locked-cells-missing": (len(pristine.locked) - len(seen), "locked cells were deleted; they were put back."),
        "locked-cells-twice": (sum(n > 1 for n in seen.values()), "locked cells stood there more than once."),
        "code-added": (code, "code cells are not part of the assignment; they were not run."),
    }
    return [Flag(code, f"{n} {says}") for code, (n, says) in counts.items() if n]
