"""What a hostile submission can do to a class, and how each is told, the same for every tool."""

import hashlib
import os
import signal
import stat
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import msgspec

from tests.hostile.place import CANARY, KEY, SECRET

COLUMNS = {
    "earned": "scores what it should not",
    "stopped": "stops the batch",
    "read": "reads what it should not",
    "wrote": "changes what is not its own",
    "ran": "runs code of a learner",
    "page": "script, load or link in feedback",
}
"""Kind of harm to its name. What merely costs a learner the own grade is no harm to others, and is told apart."""
LOST = "gets no grade"
TOKENS = [text.encode() for text in (CANARY, SECRET, KEY)]
SECONDS = 180
_FILE = 2_000_000_000
_READ = 300_000_000
"""Bytes of the largest file that may be written, and of the largest that is looked into."""
BOUNDED = ("sh", "-c", f'ulimit -f {_FILE // 512}; ulimit -v {8 * 2**20}; exec "$@"', "sh")
"""Half-kilobytes of the largest file, and kilobytes of memory."""


class Outcome(msgspec.Struct):
    """What one kind did with one tool: harms, and whether it was left without a grade."""

    harms: set[str] = msgspec.field(default_factory=set)
    lost: bool = False

    def note(self, harm: str, seen: bool) -> None:
        """Take a harm down if it was seen."""
        if seen:
            self.harms.add(harm)


def run(command: list[str], cwd: Path, env: Mapping[str, str]) -> tuple[bool, str]:
    """Run a grader within bounds of time, memory and file size; whether it ended in time, and what it printed.

    Bounded, because some kinds end in no other way: a device copied fills the disk, a device read fills memory.
    """
    with subprocess.Popen(
        [*BOUNDED, *command], cwd=cwd, env=dict(env), start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as process:  # fmt: skip
        try:
            said, _ = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return False, ""
    return True, said.decode("utf-8", "replace")


def holds_stolen(paths: Iterable[Path]) -> bool:
    """Whether a plain file holds what stands outside, in another's essay, in a key, or is a grade book."""
    for path in paths:
        if stat.S_ISREG(path.lstat().st_mode) and path.stat().st_size < _READ:
            data = path.read_bytes()
            if any(t in data for t in TOKENS) or (data.startswith(b"SQLite format 3\0") and len(data) > 1000):
                return True
    return False


def standing(folders: Iterable[Path], leave: Callable[[Path], bool] = lambda path: False) -> dict[Path, str]:
    """Path to a hash of everything below some folders; links and pipes are named, not opened."""
    found = {}
    for path in (p for folder in folders for p in sorted(folder.rglob("*")) if not leave(p)):
        plain = stat.S_ISREG(path.lstat().st_mode) and path.lstat().st_size < _READ
        found[path] = hashlib.sha256(path.read_bytes()).hexdigest() if plain else str(path.lstat().st_mode)
    return found


class Tool(msgspec.Struct, frozen=True):
    """What came of the kinds with one tool; `silent` are the harms that this says nothing of."""

    name: str
    outcomes: Mapping[str, Outcome]
    silent: frozenset[str] = frozenset()


def table(*tools: Tool) -> str:
    """How many kinds did which harm, by tool, and which they were; “–” for a harm that nothing is said of."""
    width = max(map(len, [*COLUMNS.values(), LOST]))
    rows = [f"{'':{width}}" + "".join(f"{f'{tool.name} ({len(tool.outcomes)})':>30}" for tool in tools)]
    named = []
    for column, title in (*COLUMNS.items(), ("", LOST)):
        did = {tool.name: [k for k, o in tool.outcomes.items() if _did(o, column)] for tool in tools}
        told = ["–" if column in tool.silent else len(did[tool.name]) for tool in tools]
        rows.append(f"{title:{width}}" + "".join(f"{each:>30}" for each in told))
        named += [f"{tool}, {title}: {', '.join(kinds)}" for tool, kinds in did.items() if kinds]
    return "\n".join((*rows, "", *named))


def _did(outcome: Outcome, column: str) -> bool:
    return column in outcome.harms if column else outcome.lost
