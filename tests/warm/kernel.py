"""What Jupyter starts as a kernel where `tests.warm.kernels` says so: it has one made, and passes on what it is told.

    python -I -S kernel.py <address> -m ipykernel_launcher -f <connection file>

The kernel is a fork of a process that has pandas and Altair loaded (see `tests.warm`), so it is no child of Jupyter's.
This program stands for it: it hands signals on, ends as the kernel ends, and the kernel ends where this program does.
Nothing but the standard library is loaded here, and little of that.
"""

import json
import os
import signal
import socket
import sys


def ask(address: str, words: list[str], cwd: str, env: dict[str, str], files: list[int]) -> socket.socket:
    """Ask `serve.py` for a program; where it answers with the program's number, and at its end with its status."""
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(address)
    asked = json.dumps([words, cwd, env]).encode("utf-8", "surrogateescape")
    socket.send_fds(connection, [len(asked).to_bytes(4, "big")], files)
    connection.sendall(asked)
    return connection


def main(address: str, words: list[str]) -> None:
    """Start the program, stand for it, and end as it does."""
    connection = ask(address, words, os.getcwd(), dict(os.environ), [1, 2])  # noqa: PTH109
    answers = connection.makefile("r")
    kernel = int(answers.readline())
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _frame: os.kill(kernel, number))
    status = int(answers.readline() or -signal.SIGKILL)
    if status < 0:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), -status)
    sys.exit(status)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[3:])
