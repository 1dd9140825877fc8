"""What stands in the folder besides journal and notebook, and what stands there in their place."""

import json
import os
from pathlib import Path

from tests.hostile.place import HOST, JOURNAL, course_id, notebook, other, outside, ran, root

SHADOWS = ("course", "grading", "json", "msgspec", "nbgrader", "sitecustomize", "usercustomize", "jupyter_config")
CONFIGS = ("nbgrader_config.py", "jupyter_nbconvert_config.py", ".jupyter/jupyter_config.py", "conftest.py")


def _link(folder: Path, target: Path | str, name: str = JOURNAL) -> None:
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(target)


def journal_linked_to_another(folder: Path) -> None:
    """To the journal of somebody who knows the answers."""
    _link(folder, other(folder, JOURNAL))


def journal_linked_to_gradebook(folder: Path) -> None:
    _link(folder, root(folder) / "gradebook.db")


def journal_linked_to_key(folder: Path) -> None:
    _link(folder, root(folder) / "keys" / f"{folder.name}.toml")


def journal_linked_outside(folder: Path) -> None:
    _link(folder, outside(folder))


def journal_linked_to_itself(folder: Path) -> None:
    _link(folder, JOURNAL)


def journal_linked_to_nothing(folder: Path) -> None:
    """Who writes through it makes a file where the learner wants one."""
    _link(folder, ran(folder))


def journal_device(folder: Path) -> None:
    _link(folder, "/dev/zero")


def journal_terminal(folder: Path) -> None:
    _link(folder, "/dev/stdin")


def journal_pipe(folder: Path) -> None:
    (folder / JOURNAL).unlink()
    os.mkfifo(folder / JOURNAL)


def journal_folder(folder: Path) -> None:
    (folder / JOURNAL).unlink()
    (folder / JOURNAL).mkdir()


def folder_linked(folder: Path) -> None:
    """The whole submission is another's."""
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.symlink_to(other(folder, ""))


def extra_linked_outside(folder: Path) -> None:
    _link(folder, outside(folder), "data.csv")


def extra_linked_to_gradebook(folder: Path) -> None:
    _link(folder, root(folder) / "gradebook.db", "figure.png")


def extra_linked_folder(folder: Path) -> None:
    _link(folder, outside(folder).parent, "all")


def extra_pipe(folder: Path) -> None:
    os.mkfifo(folder / "data.csv")


def extra_device(folder: Path) -> None:
    _link(folder, "/dev/zero", "data.bin")


def extra_huge(folder: Path) -> None:
    (folder / "data.bin").touch()
    os.truncate(folder / "data.bin", 150_000_000)


def extra_many(folder: Path) -> None:
    for n in range(500):
        (folder / f"file-{n:03}.txt").write_text("x")


def modules_shadowed(folder: Path) -> None:
    for name in SHADOWS:
        (folder / f"{name}.py").write_text(f"open({str(ran(folder))!r}, 'w').close()\n")


def configuration_brought(folder: Path) -> None:
    for name in CONFIGS:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f"open({str(ran(folder))!r}, 'w').close()\n")


def record_forged(folder: Path) -> None:
    """A record and a grade book of one's own."""
    (folder / "scores.json").write_text(json.dumps({"points": 100}))
    (folder / "gradebook.db").write_bytes(b"SQLite format 3\0")


def bank_of_ones_own(folder: Path) -> None:
    """Questions with fewer points lost, and a key beside them."""
    (folder / "questions.toml").write_text("lesson = 'mine'\n")
    (folder / f"{folder.name}.toml").write_text("[[key]]\n")


def note_of_collecting_forged(folder: Path) -> None:
    (folder / "not-collected.txt").write_text(f"All is well. \x1b[2J<script src=http://{HOST}/n></script>\n" * 5)


def timestamp_nonsense(folder: Path) -> None:
    (folder / "timestamp.txt").write_text("yesterday evening")


def timestamp_no_number(folder: Path) -> None:
    """So many hours that the reader of times fails with an error of its own."""
    (folder / "timestamp.txt").write_text("9" * 50 + "h:")


def timestamp_beyond_time(folder: Path) -> None:
    (folder / "timestamp.txt").write_text("99999-12-31 23:59:59 UTC")


def timestamp_first_of_all(folder: Path) -> None:
    (folder / "timestamp.txt").write_text("0001-01-01 00:00:00 +1400")


def timestamp_not_text(folder: Path) -> None:
    (folder / "timestamp.txt").write_bytes(b"\xff\xfe\0")


def timestamp_linked(folder: Path) -> None:
    _link(folder, outside(folder), "timestamp.txt")


def timestamp_pipe(folder: Path) -> None:
    os.mkfifo(folder / "timestamp.txt")


def secret_linked(folder: Path) -> None:
    _link(folder, outside(folder), "submission_secret.txt")


def _renamed(folder: Path, name: str | bytes) -> None:
    notebook(folder).rename(folder / os.fsdecode(name))


# Only by the exchange


def exchange_journal_linked_hard(folder: Path) -> None:
    """A second name of another's journal, which no look for links can tell from a file."""
    (folder / JOURNAL).unlink()
    os.link(other(folder, JOURNAL), folder / JOURNAL)


def exchange_timestamp_nonsense(folder: Path) -> None:
    """Where a time that is none is collected, the next to collect stops at it."""
    timestamp_nonsense(folder)


def exchange_linked_to_nothing(folder: Path) -> None:
    """A newer submission that is a link to nothing."""
    _handed_in(folder, "2014-12-01 12:00:00 UTC").symlink_to(ran(folder))


def exchange_time_no_number(folder: Path) -> None:
    _handed_in(folder, "9" * 50 + "h:").mkdir()


def exchange_files_together_large(folder: Path) -> None:
    """Each within bounds, and together more than nbgrader copies."""
    for n in range(6):
        (folder / f"data-{n}.bin").touch()
        os.truncate(folder / f"data-{n}.bin", 19_000_000)


def _handed_in(folder: Path, time: str) -> Path:
    inbound = root(folder).parent / "exchange" / course_id(folder) / "inbound"
    inbound.mkdir(parents=True, exist_ok=True)
    return inbound / f"{folder.parent.name}+{folder.name}+{time}+def"


def name_not_unicode(folder: Path) -> None:
    _renamed(folder, b"\xff\xfe.ipynb")


def name_script(folder: Path) -> None:
    _renamed(folder, "<img src=x onerror=document.ran=1>.ipynb")


def name_terminal(folder: Path) -> None:
    _renamed(folder, "\x1b[2J\x1b]0;owned\x07\n[autograde | ERROR] forged.ipynb")
