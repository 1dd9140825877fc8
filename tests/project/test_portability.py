"""Learners use Windows and macOS too: the course needs nothing that only some systems have."""

import re
import subprocess
import sys

from tests.paths import ROOT
from tests.project.test_project import tracked

# What a check for Windows has to see: each line but the first names what Windows lacks.
FOREIGN = """import fcntl, os, signal
os.fork()
os.open("a", os.O_NOFOLLOW)
os.geteuid()
os.kill(1, signal.SIGKILL)
fcntl.flock(1, 2)
"""
RESERVED = re.compile(r"[<>:\"|?*\\\x00-\x1f]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def test_the_course_calls_nothing_that_windows_lacks(tmp_path):
    foreign = tmp_path / "foreign.py"
    foreign.write_text(FOREIGN)
    # Python's own stubs say what each system has; mypy reads them as if this were Windows.
    command = [sys.executable, "-m", "mypy", "--platform=win32", "--config-file=", "--follow-imports=skip"]
    options = ["--ignore-missing-imports", f"--cache-dir={tmp_path / 'cache'}", "--show-absolute-path", "course"]
    done = subprocess.run([*command, *options, str(foreign)], cwd=ROOT, capture_output=True, text=True, check=False)
    seen = [line for line in done.stdout.splitlines() if line.endswith("[attr-defined]")]
    assert {line.split(": error:")[0] for line in seen} == {f"{foreign}:{n}" for n in range(2, 7)}, done.stdout


def test_every_file_is_opened_with_its_encoding():
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--preview", "--select=PLW1514", "course", "grading"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_every_file_can_be_checked_out_on_windows():
    names = [str(path.relative_to(ROOT)) for path in tracked()]
    assert not [name for name in names if any(RESERVED.search(part) for part in name.split("/"))]
    assert len({name.casefold() for name in names}) == len(names)
    assert max(map(len, names)) < 120  # Windows allows 260 in all, the folder that holds the course included


def test_the_journal_keeps_to_what_windows_has():
    syncs_folders = (
        "tests/journal/test_journal.py::test_data_reach_the_disk_before_the_name_does_and_the_name_before_save_returns"
    )
    command = [sys.executable, "-m", "pytest", "-p", "tests.as_on_windows", f"--deselect={syncs_folders}"]
    command += ["-k", "not (torn or damaged_bytes or altered or json)"]  # these are about what is read, and take long
    command += ["tests/journal/test_journal.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "course.journal on nt" in done.stdout
