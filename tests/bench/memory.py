"""Time and memory of a command with all the processes it starts."""

import contextlib
import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import psutil


class Used(NamedTuple):
    """Wall time in seconds; the most memory held at once in MiB, pages that processes share counted once."""

    seconds: float
    mebibytes: float
    said: str


def measured(command: Sequence[str], cwd: Path, env: Mapping[str, str] | None = None, every: float = 0.2) -> Used:
    """Run a command to its end, which must be good."""
    peak, ended = 0.0, threading.Event()
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:

        def watch() -> None:
            nonlocal peak
            while not ended.wait(every):
                peak = max(peak, held(process.pid))

        watcher = threading.Thread(target=watch)
        watcher.start()
        said = process.communicate()[0]
        ended.set()
        watcher.join()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}\n{said}")
    return Used(time.perf_counter() - start, peak, said)


def held(pid: int) -> float:
    """MiB of a process and all below it now."""
    total = 0
    with contextlib.suppress(psutil.Error):
        for each in (top := psutil.Process(pid), *top.children(recursive=True)):
            with contextlib.suppress(psutil.Error):
                memory = each.memory_full_info() if os.name == "posix" else each.memory_info()
                total += getattr(memory, "pss", memory.rss)
    return total / 2**20
