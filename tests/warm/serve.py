"""The process that has packages loaded and forks programs: run as `serve.py <address> <package> …`, and never imported.

What is compiled and parsed by one of its forks is kept for the others: most of them run copies of the same project.
"""

import _imp
import contextlib
import hashlib
import importlib
import json
import marshal
import os
import runpy
import signal
import socket
import sys
import threading
import tomllib
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

OWN = ("course", "grading", "tests")
_LONG = 10_000
"""Characters from which on it pays to keep what a text is parsed to."""


def _compile_once(folder: Path) -> None:
    """Keep in a folder what modules are compiled to, by their text: every copy of the project has the same ones."""
    anew = SourceFileLoader.source_to_code

    def source_to_code(self: SourceFileLoader, data: Any, path: Any, **more: Any) -> CodeType:
        kept = folder / hashlib.sha256(data).hexdigest()
        code = _once(kept, lambda: anew(self, data, path, **more))
        _imp._fix_co_filename(code, path)
        return code

    SourceFileLoader.source_to_code = source_to_code


def _parse_once(folder: Path) -> None:
    """Keep in a folder what banks and keys are parsed to, by their text, as copies of the project have the same."""
    anew = tomllib.loads

    def loads(text: str, /, **more: Any) -> dict[str, Any]:
        if more or not isinstance(text, str) or len(text) < _LONG:
            return anew(text, **more)
        kept = folder / f"{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}.parsed"
        return _once(kept, lambda: anew(text))

    tomllib.loads = loads


def _once(kept: Path, make: Callable[[], Any]) -> Any:
    """What a file holds; what is made, and kept in it, if there is none yet."""
    with contextlib.suppress(FileNotFoundError):
        return marshal.loads(kept.read_bytes())
    made = make()
    with contextlib.suppress(ValueError):  # a date can't be kept
        data = marshal.dumps(made)
        part = kept.with_suffix(f".{os.getpid()}")
        part.write_bytes(data)
        part.replace(kept)
    return made


def _serve(address: str, *loaded: str) -> list[str]:
    """Listen until standard input is closed; returns only in a fork, with the words of its command."""
    path = [*sys.path]
    for name in loaded:
        importlib.import_module(name)
    sys.path[:] = path  # one of them adds to it
    found = {name.partition(".")[0] for name in sys.modules}.intersection(OWN)
    assert not found, f"{found} must be loaded by each program itself"
    _compile_once(Path(address).parent)
    _parse_once(Path(address).parent)
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(f"{address}-soon")
    listening.listen(16)
    Path(f"{address}-soon").rename(address)  # where it stands, it answers
    if listener := os.fork():  # one listens, and the other waits for the end of the tests
        sys.stdin.buffer.read()
        os.kill(listener, signal.SIGTERM)
        os.waitpid(listener, 0)
        os.killpg(0, signal.SIGTERM)
    while True:
        connection, _ = listening.accept()
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        if os.fork() == 0:
            listening.close()
            return _one(connection)
        connection.close()


def _one(connection: socket.socket) -> list[str]:
    """Fork the program, and say its number and its status."""
    size, files, _, _ = socket.recv_fds(connection, 4, 2)
    left, asked = int.from_bytes(size, "big"), b""
    while len(asked) < left:
        asked += connection.recv(left - len(asked))
    words, cwd, env = json.loads(asked.decode("utf-8", "surrogateescape"))
    if program := os.fork():
        connection.sendall(b"%d\n" % program)
        threading.Thread(target=_end_with, args=(connection, program), daemon=True).start()
        status = os.waitstatus_to_exitcode(os.waitpid(program, 0)[1])
        with contextlib.suppress(BrokenPipeError):
            connection.sendall(b"%d\n" % status)
        os._exit(0)
    connection.close()
    nothing = os.open(os.devnull, os.O_RDONLY)
    for source, target in zip((nothing, *files), (0, 1, 2), strict=True):
        os.dup2(source, target)
        os.close(source)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    # As `site` does, a folder stands there once.
    own = filter(None, env.get("PYTHONPATH", "").split(os.pathsep))
    sys.path[:] = dict.fromkeys([cwd, *own, *sys.path])
    return list(words)


def _end_with(connection: socket.socket, program: int) -> None:
    """End the program once whoever asked for it has gone."""
    while connection.recv(1):
        pass
    with contextlib.suppress(ProcessLookupError):
        os.kill(program, signal.SIGKILL)


if __name__ == "__main__":
    module, *arguments = _serve(*sys.argv[1:])
    sys.argv[1:] = arguments
    runpy.run_module(module, run_name="__main__", alter_sys=True)
