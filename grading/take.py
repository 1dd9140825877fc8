"""Take another file of a hand-in for its journal or notebook: what a person has decided, with nothing lost by it.

    python -m grading.take precondition ada "journal (1).json"

The file's content is put in the place of `journal.json`, or of the notebook. What stood there, and every other copy of
it, goes into the folder `set-aside` of the submission, where nothing is read; what lies there can be taken as well.
To keep what stands in its place, name it: `python -m grading.take precondition ada journal.json`.
"""

import sys
from pathlib import Path

from grading.command import HERE, arguments
from grading.handout.assignment import AssignmentError
from grading.reading.beside import look_beside
from grading.reading.copies import SET_ASIDE
from grading.reading.encoding import in_utf8
from grading.reading.files import NotPlainError, read_plain, replace_whole
from grading.reading.inert import one_line
from grading.reading.notcollected import fit_for_id
from grading.reading.notebook import NotANotebookError, parse_cells
from grading.reading.submission import JOURNAL, LARGEST
from grading.reading.whole import UnreadError, read_record


def take(name: str, learner: str, file: str, root: Path = HERE) -> list[str]:
    """Put a file in place, and say what was done, one line each.

    Args:
        name: the assignment's id.
        learner: nbgrader's student id.
        file: the file, below the folder that the learner handed in.
        root: nbgrader's course root.

    Raises:
        AssignmentError: there is no such file, or it is neither a journal nor a notebook that can be read. Nothing is
            changed then.
    """
    folder = root / "submitted" / learner / name
    if not (fit_for_id(learner) and fit_for_id(name)) or not folder.is_dir():
        raise AssignmentError(f"{folder}: no such submission; expected the id of an assignment and of a learner.")
    for path in (folder.parent, folder, folder / SET_ASIDE):
        if path.is_symlink():
            raise AssignmentError(f"{path} is a link, and links are not followed.")
    data = _read(folder, file)
    target, others = _kind(data, file, folder, name)
    done = [_set_aside(folder, other) for other in others if other != target]
    if file != target:
        if (folder / target).exists() or (folder / target).is_symlink():
            done.append(_set_aside(folder, target))
        # A learner may have left a link of this name, through which would be written.
        (folder / f"{target}.part").unlink(missing_ok=True)
        replace_whole(folder / target, data)
        done.append(f"{one_line(file)} is now {target}.")
    else:
        done.append(f"{target} stays.")
    # A folder without its notebook is graded again, and marks that a person gave are kept in the grade book.
    (root / "autograded" / learner / name / f"{name}.ipynb").unlink(missing_ok=True)
    return [*done, f"Now grade it again: nbgrader autograde {name}"]


def _read(folder: Path, file: str) -> bytes:
    path = folder / file
    if folder.resolve() not in path.resolve().parents:
        raise AssignmentError(f"{one_line(file)} is not in {folder}.")
    try:
        data = read_plain(path, LARGEST)
    except NotPlainError as e:
        raise AssignmentError(f"{folder}: {one_line(str(e))}") from None
    if data is None:
        there = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir())
        raise AssignmentError(f"{folder}: no file “{one_line(file)}”; there is {', '.join(map(one_line, there[:20]))}.")
    return data


def _kind(data: bytes, file: str, folder: Path, name: str) -> tuple[str, list[str]]:
    """The name that belongs to a file by what is in it, and the names of all files of its kind."""
    notebook = f"{name}.ipynb"
    beside = look_beside(folder, {JOURNAL, notebook})
    try:
        read_record(in_utf8(data), file)
    except UnreadError as e:
        why = str(e)
    else:
        return JOURNAL, [journal.name for journal, _, _ in beside.journals]
    try:
        parse_cells(in_utf8(data))
    except NotANotebookError:
        says = f"{one_line(file)} is neither a journal nor a notebook that can be read. {one_line(why)}"
        raise AssignmentError(says) from None
    return notebook, [found.name for found in beside.notebooks]


def _set_aside(folder: Path, file: str) -> str:
    aside = folder / SET_ASIDE
    aside.mkdir(exist_ok=True)
    plain = file.replace("/", "_")
    target, number = aside / plain, 1
    while target.exists() or target.is_symlink():
        number += 1
        target = aside / f"{number}-{plain}"
    (folder / file).rename(target)
    return f"{one_line(file)} is now {SET_ASIDE}/{one_line(target.name)}, and is not read."


def main() -> int:
    """Take a file; 1 if that can't be done."""
    asked = arguments("grading.take", "Take another file of a hand-in for its journal or notebook.")
    asked.add_argument("learner", help="the learner's id")
    asked.add_argument("file", help="the file, below submitted/<learner>/<assignment>")
    given = asked.parse_args()
    try:
        print("\n".join(take(given.assignment, given.learner, given.file, given.root)))
    except (AssignmentError, OSError) as e:
        print(e, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
