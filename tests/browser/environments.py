"""Environments that `course/start.py` finds finished, made of the running one: nothing is installed from anywhere."""

import os
import re
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from course import start
from course.labextension.place import EXTENSION

SAID = "said.txt"


def under_another_name(env: Path, home: Path = start.HOME) -> None:
    """The running environment, whole, with its course, for a copy of the course in a folder `home`."""
    env.mkdir()
    for each in Path(sys.prefix).iterdir():
        if each.name != ".ready":
            (env / each.name).symlink_to(each)
    tell = f"import start; print(end=start.state(start.Path({str(env)!r}), start.packages(everything=True)))"
    done = subprocess.run([sys.executable, "-c", tell], cwd=home / "course", check=True, capture_output=True, text=True)
    (env / ".ready").write_text(done.stdout)


def with_the_course_of(home: Path) -> Path:
    """An environment of its own in an unpacked students' folder: the course from the wheel there, the rest borrowed.

    What the course is built on is found through a path entry, and JupyterLab's pages through links. Neither leads to
    the course in the repository: only the running environment itself follows its editable install.
    """
    env, prefix = home / ".venv", Path(sys.prefix)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", env], check=True)
    python = env / "bin" / "python"
    _link(prefix / "share", env / "share", "jupyter")
    _link(prefix / "share" / "jupyter", env / "share" / "jupyter", "labextensions")
    extensions = Path("share", "jupyter", "labextensions")
    _link(prefix / extensions, env / extensions, EXTENSION)
    (wheel,) = home.glob("*.whl")
    pip = [sys.executable, "-m", "pip", f"--python={python}", "install", "--quiet", "--no-deps", "--no-index", wheel]
    subprocess.run(pip, check=True)
    for each in (prefix / "etc" / "jupyter" / "jupyter_server_config.d").iterdir():
        if each.name != "course.json":
            (env / "etc" / "jupyter" / "jupyter_server_config.d" / each.name).symlink_to(each)
    ask = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.run(ask, check=True, capture_output=True, text=True).stdout.strip())
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    tell = "import start; print(start.state(start.HOME / '.venv', start.packages(everything=False)))"
    state = subprocess.run([python, "-c", tell], cwd=home, check=True, capture_output=True, text=True).stdout
    (env / ".ready").write_text(state.rstrip("\n"))
    return env


def _link(there: Path, here: Path, apart: str) -> None:
    """A folder of links to what is in another, but for one name: the wheel puts something of its own there."""
    here.mkdir()
    for each in there.iterdir():
        if each.name != apart:
            (here / each.name).symlink_to(each)


@contextmanager
def lab(command: list[str], cwd: Path, home: Path) -> Iterator[str]:
    """Run a command that ends up as JupyterLab, for somebody with an empty home; gives the address that it prints.

    What it says is in the file `SAID` of its home.
    """
    clean = {n: v for n, v in os.environ.items() if not n.startswith(("JUPYTER", "COURSE", "PYTHON"))}
    env = {**clean, "HOME": str(home), "JUPYTER_RUNTIME_DIR": str(home / "runtime")}
    with (home / SAID).open("w") as log:
        server = subprocess.Popen(command, cwd=cwd, env=env, stderr=log, start_new_session=True)
    try:
        while not (found := re.search(r"http://127\.0\.0\.1:\d+/\S+\n", (home / SAID).read_text())):
            assert server.poll() is None, (home / SAID).read_text()
            time.sleep(0.05)
        yield found[0].strip()
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:  # a kernel that is only just starting can hold the server up
            os.killpg(server.pid, signal.SIGKILL)
            server.wait(20)
