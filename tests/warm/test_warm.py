"""A program started from what has its packages loaded is as one that a new Python runs."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel

from tests import warm
from tests.paths import ROOT

PROBE = """
import atexit, json, os, sys
atexit.register(print, "at the end")
own = sorted({name.split(".")[0] for name in sys.modules} & {"course", "grading", "tests"})
env, said = sorted(os.environ.items()), sys.stdin.read()
print(json.dumps([sys.argv, os.getcwd(), env, sys.path, own, said, __name__, __spec__.name]))
print("loaded", "nbgrader" in sys.modules, file=sys.stderr)
what = sys.argv[1]
if what == "killed":
    os.kill(os.getpid(), 9)
if what == "fails":
    raise ValueError("on purpose")
sys.exit(int(what))
"""


@pytest.mark.parametrize(("what", "status"), [("0", 0), ("3", 3), ("fails", 1), ("killed", -signal.SIGKILL)])
def test_it_does_what_a_new_python_does(tmp_path: Path, what: str, status: int):
    (tmp_path / "probe.py").write_text(PROBE)
    env = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "COURSE_ANSWER": "é"}
    env.pop("PYTEST_CURRENT_TEST")
    command = ["-m", "probe", what, "two words"]
    kept = warm.run(command, tmp_path, env)
    run = [sys.executable, *command]
    new = subprocess.run(
        run, cwd=tmp_path, env=env, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    assert (kept.returncode, kept.stdout) == (new.returncode, new.stdout)
    assert kept.returncode == status
    assert kept.stdout.endswith("at the end\n") == (what != "killed")
    assert ("ValueError: on purpose" in kept.stderr) == ("ValueError: on purpose" in new.stderr) == (what == "fails")
    assert (kept.stderr.startswith("loaded True"), new.stderr.startswith("loaded False")) == (True, True)


def test_what_python_reads_as_it_starts_gets_a_new_python(tmp_path: Path):
    (tmp_path / "probe.py").write_text(PROBE)
    for own in ({"PYTHONUTF8": "0"}, {"TZ": "Asia/Pyongyang"}, {"LANG": "xx"}):
        assert warm.run(["-m", "probe", "0"], tmp_path, {**os.environ, **own}).stderr.startswith("loaded False")


def test_it_can_be_ended_before_its_time(tmp_path: Path):
    (tmp_path / "waits.py").write_text("import time\nprint('here', flush=True)\ntime.sleep(600)\n")
    with pytest.raises(subprocess.TimeoutExpired):
        warm.run(["-m", "waits"], tmp_path, os.environ, timeout=2)
    with (tmp_path / "said").open("w+b") as said:
        process = warm.start(["-m", "waits"], tmp_path, os.environ, said.fileno(), said.fileno())
        assert process.poll() is None
        process.terminate()
        assert process.wait(30) == -signal.SIGTERM
        assert process.poll() == -signal.SIGTERM


def test_what_is_compiled_once_for_all_copies_names_the_file_of_each(tmp_path: Path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "fails.py").write_text("def fail():\n    raise ValueError('on purpose')\n")
        (tmp_path / name / "probe.py").write_text("import fails\nfails.fail()\n")
        said = warm.run(["-m", "probe"], tmp_path / name, os.environ).stderr
        assert f'{tmp_path / name / "fails.py"}", line 2, in fail' in said
    (tmp_path / "two" / "fails.py").write_text("def fail():\n    raise ValueError('and anew')\n")
    assert "and anew" in warm.run(["-m", "probe"], tmp_path / "two", os.environ).stderr


def test_a_long_table_is_parsed_once_and_what_is_wrong_in_it_is_said_each_time(tmp_path: Path):
    (tmp_path / "probe.py").write_text(
        "import sys, tomllib\nprint(repr(tomllib.loads(open(sys.argv[1], encoding='utf-8').read())))\n"
    )
    good = "".join(f'[n{n}]\n"béta" = [1, 2.5, {{ x = "é", y = true }}]\n' for n in range(600))
    for text, wrong in (
        (good, ""),
        (good + "day = 2014-11-01\n", ""),
        (good, ""),
        (f"{good}[n1]\n", "Cannot declare ('n1',) twice (at line 1201, column 4)"),
        (good + "a = 1\na = 2\n", "Cannot overwrite a value (at line 1202, column 6)"),
    ):
        (tmp_path / "table.toml").write_text(text, "utf-8")
        for _ in range(2):
            done = warm.run(["-m", "probe", "table.toml"], tmp_path, os.environ)
            assert done.stdout == ("" if wrong else f"{tomllib.loads(text)!r}\n")
            assert wrong in done.stderr


@pytest.mark.parametrize("killed", ["the kernel", "what stands for it"])
def test_a_kernel_is_started_interrupted_restarted_and_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, killed: str
):
    for name, value in warm.kernels(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COURSE_ANSWER", "é")
    manager, client = start_new_kernel(kernel_name="python3", stderr=subprocess.DEVNULL)

    def said(code: str) -> object:
        texts: list[str] = []
        hook = lambda message: texts.append(message["content"].get("text", ""))  # noqa: E731
        done = client.execute_interactive(code, timeout=60, output_hook=hook)["content"]
        return json.loads("".join(texts)) if done["status"] == "ok" else done["ename"]

    try:
        number, folder, answer, loaded, own = said(KERNEL)
        assert (folder, answer, loaded, own) == (str(tmp_path), "é", True, [])
        assert number != manager.provisioner.pid
        # Jupyter, too, sends it to what it has started, and to the group of that.
        threading.Timer(1, os.killpg, (manager.provisioner.pid, signal.SIGINT)).start()
        assert said("import time; time.sleep(60)") == "KeyboardInterrupt"
        manager.restart_kernel(now=True)
        client.wait_for_ready(timeout=60)
        again = said(KERNEL)[0]
        assert again != number
        assert not _runs(number)
        os.kill(again if killed == "the kernel" else manager.provisioner.pid, signal.SIGKILL)
        _until(lambda: not manager.is_alive() and not _runs(again))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


KERNEL = """
import json, os, sys
own = sorted({name.split(".")[0] for name in sys.modules} & {"course", "grading", "tests"})
print(json.dumps([os.getpid(), os.getcwd(), os.environ["COURSE_ANSWER"], "altair" in sys.modules, own]))
"""


def _runs(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)
