"""The learner's journal under real processes: killed in mid-write, writing at once, without room, without rights.

Every writer is a forked process, so that it can be killed without mercy and costs milliseconds to start.
"""

import contextlib
import json
import os
import random
import re
import resource
import select
import shutil
import signal
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from course.journal import Journal, JournalDamaged, JournalUnavailable, parse
from course.journal.files import locked

ROUNDS_OF_ONE = 400
ROUNDS_OF_TWO = 150  # 300 writers killed
ROUNDS_PER_JOURNAL = 25  # then a new file, since a long log makes every save slower


class Child:
    """A forked process that runs one action with a pipe to its parent, and exits with 0 if nothing was raised."""

    def __init__(self, action: Callable[[int], None]) -> None:
        self.pipe, theirs = os.pipe()
        with warnings.catch_warnings():
            # Python 3.12 warns of threads that a child does not inherit; these children use none.
            warnings.simplefilter("ignore", DeprecationWarning)
            self.pid = os.fork()
        if self.pid == 0:
            code = 1
            try:
                action(theirs)
                code = 0
            except BaseException as error:  # noqa: BLE001  (the parent must see it, whatever it is)
                os.write(theirs, f"{type(error).__name__}: {error}".encode())
            finally:
                os._exit(code)
        os.close(theirs)

    def hear(self, lines: int, then_seconds: float) -> bytes:
        """What the child says until it has said so many lines, and for a while after."""
        heard = b""
        while heard.count(b"\n") < lines and (more := os.read(self.pipe, 65536)):
            heard += more
        end = time.monotonic() + then_seconds
        while (left := end - time.monotonic()) > 0 and select.select([self.pipe], [], [], left)[0]:
            if not (more := os.read(self.pipe, 65536)):
                break
            heard += more
        return heard

    def end(self) -> tuple[int, bytes]:
        """Wait for the child; its exit code (negative: the signal) and what it said last."""
        said = b"".join(iter(lambda: os.read(self.pipe, 65536), b""))
        os.close(self.pipe)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1]), said

    def kill(self) -> bytes:
        """Kill the child as a power cut would end it; what it had said and nobody had read yet."""
        os.kill(self.pid, signal.SIGKILL)
        code, said = self.end()
        assert code == -signal.SIGKILL, said
        return said


def succeed(*actions: Callable[[int], None]) -> list[bytes]:
    """Run actions at once, each in a process of its own, and return what each said."""
    children = [Child(action) for action in actions]
    ends = [child.end() for child in children]
    assert [code for code, _ in ends] == [0] * len(actions), ends
    return [said for _, said in ends]


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Randomness whose seed pytest prints when the test fails; set JOURNAL_CRASH_SEED to repeat it."""
    seed = int(os.environ.get("JOURNAL_CRASH_SEED") or random.SystemRandom().getrandbits(32))
    print(f"{request.node.name}: JOURNAL_CRASH_SEED={seed}")
    return random.Random(seed)


# Killed in mid-write


def keep_saving(path: Path, writer: int, start: int) -> Callable[[int], None]:
    """Save numbered answers for ever, and acknowledge each only once `save` has returned."""

    def run(pipe: int) -> None:
        journal = Journal(path)
        for number in range(start, start + 1_000_000):
            saved = journal.save(f"writer-{writer}-{number % 3}", {"number": number, "filler": "x" * 2000})
            assert saved.revision
            os.write(pipe, b"%d\n" % number)

    return run


class Survey:
    """What was acknowledged on one journal, held against what is in its file."""

    def __init__(self, path: Path, writers: int) -> None:
        self.path = path
        self.acknowledged: list[set[int]] = [set() for _ in range(writers)]
        self.next = [0] * writers

    def check(self) -> None:
        if not self.path.exists():
            assert not any(self.acknowledged)
            return
        record = parse(self.path.read_bytes(), "journal")
        for writer, acknowledged in enumerate(self.acknowledged):
            values: list[Any] = [e.value for e in record.log if e.question.startswith(f"writer-{writer}-")]
            logged = [value["number"] for value in values]
            assert acknowledged <= set(logged), f"lost: {sorted(acknowledged - set(logged))}"
            assert logged == list(range(len(logged))), "an answer was logged twice, out of order, or not at all"
            # A killed writer may have got one save to disk that it did not live to acknowledge.
            self.next[writer] = len(logged)
        for question, answer in record.answers.items():
            history = [e for e in record.log if e.question == question]
            assert answer.value == history[-1].value
            assert answer.revision == len(history)
        assert [e.at for e in record.log] == sorted(e.at for e in record.log)
        assert not list(self.path.parent.glob("*damaged*"))

    def leftovers(self) -> int:
        return len(list(self.path.parent.glob(".journal.json.*.tmp")))


@pytest.mark.parametrize(("rounds", "writers"), [(ROUNDS_OF_ONE, 1), (ROUNDS_OF_TWO, 2)])
def test_no_acknowledged_answer_is_lost_when_writers_are_killed(
    tmp_path: Path, chance: random.Random, rounds: int, writers: int
) -> None:
    acknowledged = leftovers = 0
    for number in range(rounds):
        if number % ROUNDS_PER_JOURNAL == 0:
            path = tmp_path / f"journal-{number}" / "journal.json"
            path.parent.mkdir()
            survey = Survey(path, writers)
        children = [Child(keep_saving(path, w, survey.next[w])) for w in range(writers)]
        # Anywhere from a writer's first line to the middle of its fourth save or so.
        heard = [children[0].hear(chance.randrange(4), chance.uniform(0, 0.01)), *(b"" for _ in children[1:])]
        for writer, child in enumerate(children):
            *said, rest = (heard[writer] + child.kill()).split(b"\n")
            assert rest == b"", f"a writer failed: {rest!r}"
            survey.acknowledged[writer].update(int(n) for n in said)
            acknowledged += len(said)
        survey.check()
        assert survey.leftovers() <= writers, "temporary files pile up"
        leftovers += survey.leftovers()
        Journal(path).save("still-writable", number)
        assert survey.leftovers() == 0, "what the dead left is not swept by the next writer"
    killed = rounds * writers
    print(f"{killed} writers killed; {acknowledged} answers acknowledged; {leftovers} killed in mid-write")
    # Otherwise the kills missed what they were meant to hit.
    assert acknowledged > killed / 2
    assert leftovers > 0


def test_a_killed_writer_gives_the_lock_back(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"

    def hold(pipe: int) -> None:
        with locked(path):
            os.write(pipe, b"held\n")
            signal.pause()

    child = Child(hold)
    assert os.read(child.pipe, 100) == b"held\n"
    child.kill()
    start = time.monotonic()
    assert Journal(path).save("a", 1).revision == 1
    assert time.monotonic() - start < 1


# At once


def test_four_processes_writing_at_once_lose_nothing(tmp_path: Path) -> None:
    path, writes = tmp_path / "journal.json", 200

    def write(writer: int) -> Callable[[int], None]:
        def run(_pipe: int) -> None:
            journal = Journal(path)
            for number in range(writes // 2):
                journal.save(f"own-{writer}", number)
                journal.commit("shared", [writer, number])

        return run

    succeed(*(write(writer) for writer in range(4)))
    record = Journal(path).read()
    shared: list[Any] = [e.value for e in record.log if e.question == "shared"]
    for writer in range(4):
        own = [e.value for e in record.log if e.question == f"own-{writer}"]
        assert own == list(range(writes // 2))
        assert [v for v in shared if v[0] == writer] == [[writer, number] for number in range(writes // 2)]
        assert record.answers[f"own-{writer}"].revision == writes // 2
    assert record.answers["shared"].revision == 4 * writes // 2
    assert [e.at for e in record.log] == sorted(e.at for e in record.log)
    assert {p.name for p in tmp_path.iterdir()} == {"journal.json", ".journal.json.lock"}


def test_processes_that_begin_a_journal_at_once_agree_on_its_seed(tmp_path: Path) -> None:
    for attempt in range(5):
        path = tmp_path / f"{attempt}.json"

        def ask(pipe: int, path: Path = path) -> None:
            os.write(pipe, b"%d" % Journal(path).seed)

        seeds = succeed(*[ask] * 6)
        assert len(set(seeds)) == 1
        assert int(seeds[0]) == Journal(path).read().seed


def test_a_damaged_file_met_by_many_is_set_aside_once(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    path.write_bytes(b"torn")

    def meet(number: int) -> Callable[[int], None]:
        def run(_pipe: int) -> None:
            warnings.simplefilter("ignore")
            journal = Journal(path)
            journal.read()
            journal.save(f"q-{number}", number)
            assert len(journal.notices) == 1

        return run

    succeed(*(meet(n) for n in range(6)))
    assert [p.read_bytes() for p in tmp_path.glob("journal.damaged-*.json")] == [b"torn"]
    assert set(Journal(path).read().answers) == {f"q-{n}" for n in range(6)}


# Without room, without rights


def test_a_disk_that_fills_up_in_mid_write_costs_nothing_that_was_there(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.json")
    journal.save("a", "x" * 3000)
    before = journal.path.read_bytes()

    def write(pipe: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))  # the system itself cuts the write short
        try:
            journal.save("a", "y" * 3000)
        except JournalUnavailable as error:
            os.write(pipe, str(error).encode())

    [said] = succeed(write)
    assert said.decode().startswith(f"{journal.path}: nothing was saved: the disk or your quota is full")
    assert journal.path.read_bytes() == before
    assert {p.name for p in tmp_path.iterdir()} == {"journal.json", ".journal.json.lock"}
    assert journal.save("a", 1).revision == 2


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


def ordinary(action: Callable[[], object]) -> str:
    """Run an action as a user whom permissions bind, also where the tests run as root; what it raised or returned."""

    def run(pipe: int) -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        warnings.simplefilter("ignore")
        with contextlib.suppress(OSError):
            os.chdir("/")
        try:
            os.write(pipe, repr(action()).encode())
        except (JournalDamaged, JournalUnavailable) as error:
            os.write(pipe, f"{type(error).__name__}: {error}".encode())

    return succeed(run)[0].decode()


def test_a_read_only_folder_is_read_and_not_written(open_folder: Path) -> None:
    path = open_folder / "journal.json"
    assert ordinary(lambda: Journal(path).save("a", 1).revision) == "1"
    before = path.read_bytes()
    open_folder.chmod(0o555)
    assert ordinary(lambda: Journal(path).read().answers["a"].value) == "1"
    assert ordinary(lambda: Journal(path).seed) == str(json.loads(before)["seed"])
    refused = ordinary(lambda: Journal(path).save("a", 2))
    assert re.match(rf"JournalUnavailable: {path}: nothing was saved: .*read-only", refused)
    assert path.read_bytes() == before


def test_a_new_journal_in_a_read_only_folder_still_has_a_seed(open_folder: Path) -> None:
    journal = Journal(open_folder / "journal.json")
    open_folder.chmod(0o555)
    seeds = ordinary(lambda: (journal.seed, journal.seed, journal.read().seed)).strip("()").split(", ")
    assert len(set(seeds)) == 1
    assert int(seeds[0]) >= 0
    assert list(open_folder.iterdir()) == []


def test_a_damaged_journal_in_a_read_only_folder_stays_where_it_is(open_folder: Path) -> None:
    path = open_folder / "journal.json"
    path.write_bytes(b"torn")
    open_folder.chmod(0o555)
    for call in (lambda: Journal(path).read(), lambda: Journal(path).seed):
        refused = ordinary(call)
        assert re.match(rf"JournalDamaged: {path}: .*could not be set aside", refused)
    assert [p.name for p in open_folder.iterdir()] == ["journal.json"]
    assert path.read_bytes() == b"torn"


def test_a_journal_that_its_owner_made_read_only_is_not_replaced(open_folder: Path) -> None:
    path = open_folder / "journal.json"
    assert ordinary(lambda: Journal(path).save("a", 1).revision) == "1"
    path.chmod(0o444)
    before = path.read_bytes()
    assert re.match(
        rf"JournalUnavailable: {path}: nothing was saved: .*read-only", ordinary(lambda: Journal(path).save("a", 2))
    )
    assert path.read_bytes() == before


def test_a_journal_that_may_not_be_read_is_reported(open_folder: Path) -> None:
    path = open_folder / "journal.json"
    path.write_bytes(b"{}")
    path.chmod(0)
    assert re.match(rf"JournalUnavailable: {path}: it cannot be read", ordinary(lambda: Journal(path).read()))
    assert re.match(rf"JournalUnavailable: {path}: nothing was saved", ordinary(lambda: Journal(path).save("a", 1)))
