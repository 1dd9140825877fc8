"""Python programs started from a process that has loaded other people's packages already.

Half of what one of nbgrader's commands takes is the import of nbgrader. Here one process imports it once, and each
command is a fork of that: a process with a folder, an environment and an output of its own, which finds and loads the
course's own modules by its own path, as a new Python would.

    warm.run(["-m", "nbgrader", "autograde", "precondition"], cwd, env)

Another one has loaded what lessons need, and with `warm.kernels(folder)` Jupyter starts its kernels as forks of that.

Where a fork would differ from a new Python (another system than Linux, other variables for Python itself), a new one is
started.
"""

import contextlib
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.warm.kernel import ask

# Nothing of the course: which checkout it comes from, the environment of each program says.
LOADED = (
    "alembic.script", "concurrent.futures.process", "difflib", "filelock", "jupyter_server.serverapp",
    "jupyterlab.labapp", "msgspec", "nbgrader.apps.nbgraderapp", "nbgrader.server_extensions.formgrader",
    "sqlalchemy.dialects.sqlite", "statistics",
)  # fmt: skip
IN_KERNELS = (
    "IPython.core.completer", "altair", "anywidget", "filelock", "ipykernel.ipkernel", "ipykernel.kernelapp",
    "ipykernel.zmqshell", "ipywidgets", "msgspec", "pandas",
)  # fmt: skip
# What programs read when they run. Anything else may have been read by an import, or by Python as it started.
_AT_RUN = ("COURSE", "HOME", "IPYTHON", "JUPYTER", "NBGRADER", "PATH", "PYTHONPATH", "PYTEST", "COLUMNS")
_servers: dict[tuple[str, ...], "_Server"] = {}


class Process:
    """A program that runs, as `subprocess.Popen` knows it."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self.pid = self._number()
        self.returncode: int | None = None

    def _number(self) -> int:
        """The next line that is said; of what comes after it nothing is read."""
        said = b""
        while not said.endswith(b"\n"):
            said += self._connection.recv(1) or b"?\n"
        return int(said)

    def wait(self, timeout: float | None = None) -> int:
        """Its status, once it has ended. Raises subprocess.TimeoutExpired."""
        if self.returncode is None:
            if not select.select([self._connection], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
            self.returncode = self._number()
            self._connection.close()
        return self.returncode

    def poll(self) -> int | None:
        """Its status, None while it runs."""
        try:
            return self.wait(0)
        except subprocess.TimeoutExpired:
            return None

    def terminate(self) -> None:
        """Ask it to end."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)


def start(
    command: Sequence[str], cwd: Path, env: Mapping[str, str], stdout: int, stderr: int, *, cold: bool = False
) -> "Process | subprocess.Popen[bytes]":
    """Start ["-m", module, argument, …]; `stdout` and `stderr` are open files, by number. `cold` is in a new Python."""
    if cold or not _fits(command, env):
        return subprocess.Popen([sys.executable, *command], cwd=cwd, env=env, stdout=stdout, stderr=stderr)
    return _server(LOADED).start(command[1:], cwd, env, stdout, stderr)


def run(
    command: Sequence[str],
    cwd: Path,
    env: Mapping[str, str] | None = None,
    timeout: float = 600,
    *,
    cold: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Run ["-m", module, argument, …] to its end, as `subprocess.run` does with `capture_output` and `text`."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = start(command, cwd, os.environ if env is None else env, out.fileno(), err.fileno(), cold=cold)
        try:
            status = process.wait(timeout)
        except BaseException:
            process.kill()
            process.wait(30)
            raise
        said = []
        for file in (out, err):
            file.seek(0)
            said.append(file.read().decode("utf-8").replace("\r\n", "\n"))
    return subprocess.CompletedProcess(list(command), status, *said)


def kernels(folder: Path) -> dict[str, str]:
    """Variables with which Jupyter starts its Python kernels as forks; `folder` holds what says so."""
    if not _fits(["-m", "ipykernel_launcher"], os.environ):
        return {}
    installed = Path(sys.prefix, "share", "jupyter", "kernels", "python3")
    here = folder / "kernels" / installed.name
    shutil.copytree(installed, here, dirs_exist_ok=True)
    spec = json.loads((here / "kernel.json").read_text("utf-8"))
    standing = [sys.executable, "-I", "-S", str(Path(__file__).with_name("kernel.py")), _server(IN_KERNELS).address()]
    (here / "kernel.json").write_text(json.dumps({**spec, "argv": [*standing, *spec["argv"][1:]]}), "utf-8")
    return {"JUPYTER_PATH": str(folder)}


def stop() -> None:
    """End the processes that others are started from, if there are any."""
    while _servers:
        _servers.popitem()[1].stop()


def _server(loaded: tuple[str, ...]) -> "_Server":
    if loaded not in _servers:
        _servers[loaded] = _Server(loaded)
    return _servers[loaded]


def _fits(command: Sequence[str], env: Mapping[str, str]) -> bool:
    others = {n for n in {*env, *os.environ} if env.get(n) != os.environ.get(n) and not n.startswith(_AT_RUN)}
    # pytest looks into what it imports, so that nothing may be imported before.
    return sys.platform == "linux" and command[0] == "-m" and command[1] != "pytest" and not others


class _Server:
    """The process that has all loaded. It listens at a socket; each connection is a program."""

    def __init__(self, loaded: tuple[str, ...]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="course-warm-")
        self._address = str(Path(self._folder.name, "socket"))
        # It ends when the pipe to it is closed, however the tests end.
        command = [sys.executable, "-P", str(Path(__file__).with_name("serve.py").resolve()), self._address, *loaded]
        env = {n: v for n, v in os.environ.items() if n != "PYTHONPATH"}
        self._process = subprocess.Popen(
            command, env=env | {"OPENBLAS_NUM_THREADS": "1"}, cwd=self._folder.name,  # what forks has one thread
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip

    def address(self) -> str:
        """Where it listens; returns when it does."""
        end = time.monotonic() + 120
        while not Path(self._address).exists():
            assert self._process.poll() is None, "the process to start others from has ended"
            assert time.monotonic() < end, "the process to start others from does not answer"
            time.sleep(0.05)
        return self._address

    def start(self, words: Sequence[str], cwd: Path, env: Mapping[str, str], *files: int) -> Process:
        return Process(ask(self.address(), list(words), str(cwd), dict(env), list(files)))

    def stop(self) -> None:
        self._process.stdin.close()
        self._process.wait(30)
        self._folder.cleanup()
