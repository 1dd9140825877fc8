"""The instructor's formgrader: a real server in the course root, asked over HTTP as the browser asks it."""

import contextlib
import json
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

from tests import warm
from tests.grading.classroom import Classroom

TOKEN = "grading"


class Formgrader:
    """A client of one running server."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"

    def get(self, path: str) -> str:
        """A page, or the text of an answer of the interface."""
        return self._ask(urllib.request.Request(self.address + path))

    def put(self, path: str, value: dict[str, Any]) -> None:
        """Change a grade or a comment."""
        self._ask(urllib.request.Request(self.address + path, json.dumps(value).encode(), method="PUT"))

    def press(self, path: str) -> dict[str, Any]:
        """What a button of the formgrader does: runs a command in the server, which answers with its outcome."""
        return json.loads(self._ask(urllib.request.Request(self.address + path, b"", method="POST")))

    def _ask(self, request: urllib.request.Request) -> str:
        request.add_header("Authorization", f"token {TOKEN}")
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read().decode("utf-8")


@contextlib.contextmanager
def formgrader(room: Classroom) -> Iterator[Formgrader]:
    """Start the server as `make formgrader` does, without the browser, and end it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    extensions = "{'nbgrader.server_extensions.formgrader': True}"
    command = ["-m", "jupyter_server", "--no-browser", "--allow-root", f"--ServerApp.port={port}"]
    command += [f"--IdentityProvider.token={TOKEN}", f"--ServerApp.jpserver_extensions={extensions}"]
    log = (room.folder / "formgrader.log").open("w+")
    server = warm.start(command, room.root, room.environment(), log.fileno(), log.fileno())
    try:
        client = Formgrader(port)
        _wait(client, server)
        yield client
    finally:
        server.terminate()
        server.wait(30)
        log.close()


def _wait(client: Formgrader, server: warm.Process | subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        try:
            client.get("/api/status")
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the server did not start")
