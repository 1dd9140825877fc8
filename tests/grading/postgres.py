"""A PostgreSQL server of a test's own: in a folder of its own, reached by a socket in it, ended with the test."""

import contextlib
import os
import shutil
import subprocess
import tempfile
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

    data, log = str(folder / "data"), str(folder / "log")
    options = f"-k {folder} -c listen_addresses= -c fsync=off -c max_connections=40"
    try:
        run(program("initdb"), "-D", data, "-U", _USER, "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust", "--no-sync")
        # Its output has to go elsewhere, or whoever waits for the end of it waits for the server.
        run(program("pg_ctl"), "-D", data, "-l", log, "-w", "-o", options, "start")
        try:
            run(program("createdb"), "-h", str(folder), "-U", _USER, "gradebook")
            yield f"postgresql+psycopg://{_USER}@/gradebook?host={folder}"
        finally:
            run(program("pg_ctl"), "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)
