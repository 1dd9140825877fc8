"""What everybody pays every day: the wait for a panel, a learner's kernel, the check of all lessons, the downloads.

    python -m tests.bench.everyday

Medians of several runs, taken one after the other on a machine that does nothing else, or so it should.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import nbformat
from jupyter_client.manager import start_new_kernel
from playwright.sync_api import Browser, expect, sync_playwright

from course import bundle
from tests.bench.memory import held, measured
from tests.browser import environments
from tests.browser.conftest import CHROMIUM, Lab, Notebook, chromium
from tests.paths import NOTEBOOKS, ROOT

PANDAS = "import pandas as pd\npd.DataFrame({'claims': [100]})"
LESSON = next(path for path in NOTEBOOKS if path.stem.startswith("01"))


class Wait(NamedTuple):
    """Seconds from a command to the first panel, in parts."""

    server: float
    page: float
    kernel: float


class Kernel(NamedTuple):
    """Seconds that a kernel took to run some code, and MiB that it then holds."""

    seconds: float
    mebibytes: float


def cells(path: Path, last: str = "") -> list[str]:
    """The code cells of a lesson; up to the first that holds some text, if there is one."""
    code = [cell.source for cell in nbformat.read(path, 4).cells if cell.cell_type == "code"]
    return code[: next((n for n, source in enumerate(code) if last and last in source), len(code)) + 1]


def first_panel(browser: Browser, command: list[str], cwd: Path = ROOT) -> Wait:
    """Type a command that opens lesson 00, run all its cells, and wait for a panel."""
    with tempfile.TemporaryDirectory() as home:
        start = time.perf_counter()
        with environments.lab(command, cwd, Path(home)) as address:
            served = time.perf_counter()
            page = browser.new_page(viewport={"width": 1400, "height": 1000})
            lesson = Notebook(page, Lab(address, "", cwd / "notebooks"), "00_start_here.ipynb")
            page.goto(address)
            expect(page.get_by_role("heading", name="Start here")).to_be_visible(timeout=120_000)
            shown = time.perf_counter()
            lesson.idle()
            lesson.run_all()
            expect(page.locator(".rs-panel").first).to_be_visible(timeout=120_000)
            ended = time.perf_counter()
            page.close()
    return Wait(served - start, shown - served, ended - shown)


def kernel(code: Iterable[str]) -> Kernel:
    """Start a kernel, run cells in it, and weigh it. Its start is not in the time."""
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "COURSE_JOURNAL": str(Path(folder, "journal.json"))}
        manager, client = start_new_kernel(kernel_name="python3", env=env, stderr=subprocess.DEVNULL)
        try:
            start = time.perf_counter()
            for source in code:
                reply = client.execute_interactive(source, timeout=120, output_hook=lambda message: None)
                if reply["content"]["status"] != "ok":
                    raise SystemExit(f"{source}\n{reply['content']}")
            return Kernel(time.perf_counter() - start, held(manager.provisioner.pid))
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


def waits(times: int) -> None:
    """Print the time to the first panel."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        environments.under_another_name(Path(folder, "env"))
        options = "--no-browser --ServerApp.port=0 --LabApp.expose_app_in_browser=True"
        command = ["make", "--silent", "lab", f"VENV={folder}/env", f"LAB={options}"]
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM)
        taken = [first_panel(browser, command) for _ in range(times)]
        browser.close()
    parts = [f"{name} {statistics.median(getattr(t, name) for t in taken):.1f} s" for name in Wait._fields]
    total = statistics.median(map(sum, taken))
    print(
        f"make lab to the first panel of lesson 00, {times} runs, the second start: {total:.1f} s ({', '.join(parts)})"
    )


def kernels(times: int) -> None:
    """Print what a learner's kernel costs beside one that holds pandas alone."""
    work = {
        "bare": ["pass"],
        "pandas and one table": [PANDAS],
        "lesson 01 up to its first panel": cells(LESSON, "ask("),
        "lesson 01 up to its first chart": cells(LESSON, "charts."),
        "all of lesson 01": cells(LESSON),
    }
    taken = {name: [kernel(code) for _ in range(times)] for name, code in work.items()}
    cost = {n: Kernel(*(statistics.median(part) for part in zip(*runs, strict=True))) for n, runs in taken.items()}
    base = cost["pandas and one table"]
    print(f"\na kernel, {times} runs each{'':21}s    MiB (PSS)   against pandas alone")
    for name, (seconds, mebibytes) in cost.items():
        against = f"{seconds / base.seconds:13.2f} x{mebibytes / base.mebibytes:6.2f} x"
        print(f"{name:36}{seconds:6.2f}{mebibytes:10.0f}{against}")


def main(times: int = 5) -> None:
    """Print all of it."""
    waits(max(1, times // 2 + 1))
    kernels(times)
    used = measured([sys.executable, "-m", "pytest", "-q", "--nbval", "--nbval-current-env", "notebooks"], ROOT)
    print(
        f"\nnbval over {len(NOTEBOOKS)} notebooks, one process: {used.seconds:.0f} s, {used.mebibytes:.0f} MiB at most"
    )
    with tempfile.TemporaryDirectory() as folder:
        for path in bundle.build(Path(folder)):
            print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
