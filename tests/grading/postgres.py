"""A PostgreSQL server of a test's own: in a folder of its own, reached by a socket in it, ended with the test."""

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

# Debian keeps them off the path; the newest last.
_DEBIAN = Path("/usr/lib/postgresql")
_USER = "course"


def program(name: str) -> str:
    """Where a program of PostgreSQL is."""
    found = shutil.which(name) or max((str(p) for p in _DEBIAN.glob(f"*/bin/{name}")), default="")
    assert found, f"{name} is missing; install PostgreSQL's server (Debian: apt-get install postgresql)"
    return found


@contextlib.contextmanager
def server() -> Iterator[str]:
    """Start a server and make a database; gives its address as SQLAlchemy reads it."""
    # PostgreSQL refuses to run as root.
    other = {"user": "nobody", "group": "nogroup"} if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="course-pg-"))
    if other:
        shutil.chown(folder, **other)

    def run(*command: str) -> None:
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, **other)
        assert done.returncode == 0, done.stdout + done.stderr

    data, options = str(folder / "data"), ["-k", str(folder), "-c", "listen_addresses=", "-c", "fsync=off"]
    try:
        run(program("initdb"), "-D", data, "-U", _USER, "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust", "--no-sync")
        with (folder / "log").open("wb") as log:
            # However the tests end, also by being killed, the pipe is closed and the server is ended.
            script = '"$@" & read -r _; kill -INT $!; wait'
            watched = subprocess.Popen(
                ["/bin/sh", "-c", script, "sh", program("postgres"), "-D", data, *options],
                stdin=subprocess.PIPE, stdout=log, stderr=log, cwd=folder, **other,
            )  # fmt: skip
        try:
            _wait(folder, watched)
            run(program("createdb"), "-h", str(folder), "-U", _USER, "gradebook")
            yield f"postgresql+psycopg://{_USER}@/gradebook?host={folder}"
        finally:
            watched.stdin.close()
            watched.wait(30)
    finally:
        shutil.rmtree(folder)


def _wait(folder: Path, server: subprocess.Popen) -> None:
    deadline = time.monotonic() + 60
    while subprocess.run([program("pg_isready"), "-q", "-h", str(folder)], check=False).returncode:
        assert server.poll() is None, (folder / "log").read_text(encoding="utf-8")
        assert time.monotonic() < deadline, (folder / "log").read_text(encoding="utf-8")
        time.sleep(0.1)
