"""A newcomer's first command, and what can go wrong with it: one line each, and the next try succeeds.

Everything is real but small: an environment, pip, and packages of a few bytes in place of the course and what it needs.
"""

import ast
import base64
import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from course import start
from tests.paths import ROOT

SERVER = "import os, sys; print('JupyterLab in', os.getcwd(), *sys.argv[1:])"


def wheel(folder: Path, name: str, files: dict[str, bytes]) -> Path:
    """A package of version 1.0 as pip wants it."""
    about = f"{name}-1.0.dist-info"
    files = {
        **files,
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n".encode(),
        f"{about}/WHEEL": b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = [
        f"{path},sha256={base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip('=')},{len(data)}"
        for path, data in files.items()
    ]
    built = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(built, "w") as archive:
        for path, data in {**files, f"{about}/RECORD": "\n".join([*rows, f"{about}/RECORD,,"]).encode()}.items():
            archive.writestr(path, data)
    return built


class Newcomer:
    """Somebody with the course in a folder, typing `make lab`."""

    def __init__(self, folder: Path) -> None:
        self.home, self.shelf = folder / "a folder", folder / "shelf"
        self.env = self.home / ".venv"
        for each in (self.home / "course", self.home / "notebooks", self.shelf):
            each.mkdir(parents=True)
        shutil.copy(ROOT / "Makefile", self.home)
        shutil.copy(ROOT / "course" / "start.py", self.home / "course")
        server = {"course/__init__.py": b"", "course/server/__main__.py": SERVER.encode()}
        wheel(self.home, "course", {"course/server/__init__.py": b"", **server})
        self.needs("first")

    def needs(self, *names: str) -> None:
        """Lock the packages of these names, of which the shelf gets those it lacks."""
        lines = []
        for name in names:
            data = {f"{name}.bin": os.urandom(400_000)}
            path = self.shelf / f"{name}-1.0-py3-none-any.whl"
            built = path if path.exists() else wheel(self.shelf, name, data)
            lines.append(f"{name}==1.0 \\\n    --hash=sha256:{hashlib.sha256(built.read_bytes()).hexdigest()}\n")
        (self.home / "requirements.lock").write_text("".join(lines))

    def command(self, **env: str) -> dict:
        known = {n: v for n, v in os.environ.items() if not n.startswith(("PIP_", "PYTHON", "MAKE"))}
        offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.shelf), "PIP_CONFIG_FILE": os.devnull}
        return {"env": {**known, **offline, **env}, "cwd": self.home}

    def lab(self, *before: str, make: tuple[str, ...] = (), **env: str) -> tuple[int, str, str]:
        """`make lab`: the return code, what it printed, and its errors."""
        line = [*before, "make", "--silent", "lab", f"PYTHON={sys.executable}", "LAB=--no-browser", *make]
        done = subprocess.run(line, **self.command(**env), capture_output=True, text=True, check=False)
        return done.returncode, done.stdout, done.stderr

    def fails(self, *before: str, make: tuple[str, ...] = (), **env: str) -> str:
        """The one line that `make lab` ends with, above what make says of it."""
        code, _, errors = self.lab(*before, make=make, **env)
        *said, last = errors.strip().splitlines()
        assert code, errors
        assert last.startswith("make: ***"), errors
        assert len(said) == 1, errors
        return said[0]

    def starts(self, **env: str) -> str:
        code, printed, errors = self.lab(**env)
        assert code == 0, errors
        assert printed.splitlines()[-1] == f"JupyterLab in {self.home / 'notebooks'} --no-browser", printed + errors
        return printed

    def holds(self, name: str) -> bool:
        return any(self.env.rglob(f"{name}.bin"))


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory):
    """A newcomer whose first try ended in the middle."""
    someone = Newcomer(tmp_path_factory.mktemp("newcomer"))
    (someone.env / "bin").mkdir(parents=True)
    (someone.env / start.UNFINISHED).touch()
    return someone


def test_the_second_start_installs_nothing(newcomer):
    assert "Setting up the course" in newcomer.starts()
    assert newcomer.holds("first")
    assert "Setting up" not in newcomer.starts()


PROJECT = """
[build-system]
requires = []
[project]
dependencies = ["First>=1 ; python_version > '3'"]
[project.optional-dependencies]
lab = []
dev = ["second"]
"""


def test_what_contributors_have_serves_a_learner_too(newcomer):
    ready, lock, project = (
        newcomer.env / ".ready",
        newcomer.home / "requirements.lock",
        newcomer.home / "pyproject.toml",
    )
    before, ready_before = lock.read_text(), ready.read_text()
    lock.write_text("first==1.0\n    # via course (pyproject.toml)\nsecond==1.0\n    # via course (pyproject.toml)\n")
    project.write_text(PROJECT)
    tell = (
        "import start; print([start.packages(n) for n in (0, 1)], start.state(start.HOME / '.venv', start.packages(1)))"
    )
    done = subprocess.run([sys.executable, "-c", tell], cwd=newcomer.home / "course", capture_output=True, check=True)
    packages, _, state = done.stdout.decode().strip().partition("] ")
    assert [each.count("second") for each in ast.literal_eval(packages + "]")] == [0, 1]
    ready.write_text(state)
    assert "Setting up" not in newcomer.starts()
    project.unlink()
    lock.write_text(before)
    ready.write_text(ready_before)


LOCK = """\
deep==1 ; sys_platform == 'win32' \\
    --hash=sha256:0
    # via middle
elsewhere==2
    # via
    #   tool
    #   unknown
middle==3 \\
    --hash=sha256:0
    # via
    #   course (pyproject.toml)
    #   tool
tool==4
    # via course (pyproject.toml)
"""


def test_a_part_of_the_lock_follows_what_each_came_via():
    assert re.findall(r"^\w+", start.part(LOCK, {"middle"}), re.MULTILINE) == ["deep", "middle"]
    assert start.part(LOCK, {"middle", "tool"}) == LOCK
    assert start.part(LOCK, {"elsewhere"}) == "elsewhere==2\n    # via\n    #   tool\n    #   unknown\n"


@pytest.mark.parametrize("lib", ["lib/python3.11", "Lib"])
def test_what_is_unpacked_is_counted_while_pip_makes_and_removes_folders(tmp_path, lib):
    packages = tmp_path / lib / "site-packages"
    (packages / "vendor" / "site-packages" / "held-1.dist-info").mkdir(parents=True)
    for name in ("one-1.dist-info", "two-2.dist-info", "two"):
        (packages / name).mkdir()
    unpacked = threading.Event()

    def pip():
        while not unpacked.is_set():
            (packages / "~ld" / "deep").mkdir(parents=True)
            shutil.rmtree(packages / "~ld")

    with ThreadPoolExecutor() as pool:
        working = pool.submit(pip)
        try:
            assert {start.installed(tmp_path) for _ in range(500)} == {2}
        finally:
            unpacked.set()
        working.result()


def test_without_a_connection_the_next_try_goes_on(newcomer):
    newcomer.needs("first", "second")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # and nobody listens
        nowhere = f"http://127.0.0.1:{closed.getsockname()[1]}"
        said = newcomer.fails(PIP_NO_INDEX="", PIP_INDEX_URL=nowhere, PIP_FIND_LINKS="", PIP_RETRIES="1")
    assert said.startswith("There is no connection, or it was lost.")
    assert not newcomer.holds("second")
    newcomer.starts()
    assert newcomer.holds("second")


def test_interrupted_while_it_waits_for_the_network_the_next_try_goes_on(newcomer):
    newcomer.needs("first", "interrupted")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        index = f"http://127.0.0.1:{silent.getsockname()[1]}"
        options = newcomer.command(PIP_NO_INDEX="", PIP_INDEX_URL=index, PIP_FIND_LINKS="")
        line = [sys.executable, "course/start.py"]
        # Where the tests themselves run in a shell's background, an interrupt would be ignored.
        heard = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL), "start_new_session": True}
        with subprocess.Popen(line, **options, **heard, stderr=subprocess.PIPE, text=True) as trying:
            silent.settimeout(60)
            asked, _ = silent.accept()
            os.killpg(trying.pid, signal.SIGINT)
            said = trying.communicate()[1]
            asked.close()
    assert trying.returncode
    assert said.strip() == "Stopped. Run the same command again; it goes on from there."
    newcomer.starts()
    assert newcomer.holds("interrupted")


def test_a_full_disk(newcomer):
    newcomer.starts()  # so that it is the packages that find no room, whichever test comes first
    newcomer.needs("first", "big")
    # No file of more than 100 kB can be written, as on a disk that has so much left.
    said = newcomer.fails("sh", "-c", 'ulimit -f 200; exec "$@"', "sh")
    assert said.startswith("The disk is full. Make room.")
    newcomer.starts()
    assert newcomer.holds("big")


def test_a_disk_with_too_little_room_is_seen_before_anything_is_made(tmp_path):
    with pytest.raises(SystemExit, match=r"The disk is too full: the environment needs 1000000000 MB more"):
        start.check_room(tmp_path / "deep" / ".venv", 10**9)
    assert not list(tmp_path.iterdir())
    start.check_room(tmp_path / "deep" / ".venv", 0)


def test_a_download_that_is_not_what_was_tested(newcomer):
    newcomer.needs("first", "other")
    wheel(newcomer.shelf, "other", {"other.bin": b"something else"})
    assert newcomer.fails().startswith("What was fetched is not what the course was tested with")
    assert not newcomer.holds("other")


def test_nothing_is_built_so_no_compiler_is_missed(newcomer):
    (newcomer.home / "requirements.lock").write_text(f"compiled==1.0 --hash=sha256:{'0' * 64}\n")
    with zipfile.ZipFile(newcomer.shelf / "compiled-1.0.zip", "w") as archive:
        archive.writestr("compiled-1.0/setup.py", "raise SystemExit('error: command gcc failed')")
    assert newcomer.fails().startswith("There is no ready-made compiled==1.0 for this Python and system")


def test_an_old_python_is_told(newcomer, tmp_path):
    (tmp_path / "older.py").write_text(
        "import runpy, sys\n"
        "sys.version_info, sys.argv = (3, 9, 18), sys.argv[1:]\n"
        "runpy.run_path(sys.argv[0], run_name='__main__')\n"
    )
    old = tmp_path / "python3.9"
    old.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{tmp_path}/older.py" "$@"\n')
    old.chmod(0o755)
    assert newcomer.fails(make=(f"PYTHON={old}",)).endswith("3.11, 3.12, 3.13 or 3.14. Use one of these.")


def test_an_old_python_can_read_so_far():
    ast.parse((ROOT / "course" / "start.py").read_text("utf-8"), feature_version=(3, 7))


def test_no_python_is_told(newcomer):
    make = shutil.which("make")
    done = subprocess.run(
        [make, "--silent", "lab"],
        cwd=newcomer.home,
        env={"PATH": "/nowhere"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode
    assert done.stderr.startswith("Python 3.11, 3.12, 3.13 or 3.14 is needed and was not found.")


def test_a_python_without_venv_is_told(newcomer, tmp_path):
    bare = tmp_path / "python"
    bare.write_text("#!/bin/sh\necho 'No module named venv' >&2\nexit 1\n")
    bare.chmod(0o755)
    env = tmp_path / "env"
    run = "import runpy, sys; sys._base_executable, path = sys.argv[1:3]; del sys.argv[1:3]; "
    run += "runpy.run_path(path, run_name='__main__')"
    line = [sys.executable, "-c", run, str(bare), "course/start.py", "--env", str(env)]
    done = subprocess.run(line, **newcomer.command(), capture_output=True, text=True, check=False)
    assert done.returncode
    assert re.fullmatch(
        r"This Python can't make .*; it lacks venv \(Debian: apt install python3\.\d+-venv\)\.\n", done.stderr
    )
    assert {p.name for p in env.iterdir()} == {start.UNFINISHED}


def test_a_folder_of_something_else_is_left_alone(newcomer, tmp_path):
    (tmp_path / "thesis.txt").write_text("all I have")
    assert (
        newcomer.fails(make=(f"VENV={tmp_path}",))
        == f"{tmp_path} is a folder of something else. Name another one for the environment."
    )
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_moved_environment_is_not_used(newcomer):
    assert start.usable(newcomer.env)
    moved = newcomer.env.rename(newcomer.home / "moved")
    try:
        assert not start.usable(moved)
    finally:
        moved.rename(newcomer.env)
