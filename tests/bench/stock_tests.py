"""nbgrader's own tests, run under this course's configuration: what still holds, and why the rest does not apply.

    python -m tests.bench.stock_tests [module …]

A test that fails here is run again under nbgrader's own configuration. If it fails there too, it says nothing on us.
Module after module, so that a run that is broken off has said something.
`stock_tests.toml` gives the reason for each of the others; one without a reason is printed, and the command fails.
"""

import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import nbgrader

from tests.paths import ROOT

APPS = (
    "autograde", "collect", "db", "export", "fetch_assignment", "fetchfeedback", "formgrade", "generate_assignment",
    "generate_feedback", "list", "releaseassignment", "releasefeedback", "submit", "update", "validate", "zip_collect",
)  # fmt: skip
MODULES = (*(f"apps/test_nbgrader_{name}.py" for name in APPS), "apps/test_api.py", "preprocessors")
REASONS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["reason"]


def run(module: str, cache: Path, config: Path | None, *options: str) -> dict[str, str | None]:
    """Test to what it printed if it failed, None if it passed. Tests that nbgrader skips itself are left out.

    `cache` is pytest's, so that a second run can take only what failed in the first.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        env = {**os.environ, "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])}
        env |= {"JUPYTER_CONFIG_PATH": str(config)} if config else {}
        # Settings of its own: pytest would take this project's, as the environment may lie in its folder. The reason of
        # a failure is often said on standard error only.
        settings = Path(folder, "pytest.ini")
        settings.write_text(f"[pytest]\njunit_logging = all\ncache_dir = {cache}\n", encoding="utf-8")
        path = Path(nbgrader.__file__).parent / "tests" / module
        command = [sys.executable, "-m", "pytest", "-q", "-n", "2", f"-c{settings}", f"--rootdir={path.parent}"]
        command += [f"--junitxml={report}", *options, str(path)]
        subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)
        cases = list(ET.parse(report).iter("testcase"))
    found = {}
    for case in cases:
        if case.find("skipped") is None:
            bad = [*case.iter("failure"), *case.iter("error")]
            told = "\n".join(each.text or "" for each in [*bad, *case.iter("system-err"), *case.iter("system-out")])
            found[f"{case.get('classname')}::{case.get('name')}"] = told if bad else None
    return found


def reason(told: str) -> str | None:
    """Why this failure is one of ours by intent, None if nobody has said."""
    return next((each["says"] for each in REASONS if re.search(each["failure"], told)), None)


def compare(module: str, config: Path) -> tuple[dict[str, str | None], set[str]]:
    """What `run` found under this course's configuration, and which of its tests fail under nbgrader's own, too."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder, "cache")
        ours = run(module, cache, config)
        failed = {test for test, told in ours.items() if told is not None}
        stock = run(module, cache, None, "--last-failed") if failed else {}
    return ours, {test for test in failed if stock.get(test) is not None}


def main(modules: tuple[str, ...]) -> int:
    """Print the table; the number of tests without a reason."""
    held, both, why, unexplained = 0, 0, Counter[str](), {}
    with tempfile.TemporaryDirectory() as folder:
        load = f'load_subconfig("nbgrader_config.py", {str(ROOT / "grading")!r})\n'
        Path(folder, "nbgrader_config.py").write_text(load, encoding="utf-8")
        for module in modules:
            ours, fails_anyhow = compare(module, Path(folder))
            failed = {t: told for t, told in ours.items() if told is not None and t not in fails_anyhow}
            held += len(ours) - len(failed) - len(fails_anyhow)
            both += len(fails_anyhow)
            why.update(filter(None, map(reason, failed.values())))
            unexplained |= {test: told for test, told in failed.items() if reason(told) is None}
            print(f"{module}: {len(ours)} tests, {len(failed)} do not hold", file=sys.stderr, flush=True)
    print(f"nbgrader {nbgrader.__version__}: {held + both + why.total() + len(unexplained)} of its tests, run here")
    print(f"  {held:4} hold")
    print(f"  {both:4} fail here under nbgrader's own configuration, too")
    for says, count in why.most_common():
        print(f"  {count:4} do not apply: {says}")
    for test, told in unexplained.items():
        print(f"\n{test} fails, and nobody has said why:\n{told[-3000:]}")
    return len(unexplained)


if __name__ == "__main__":
    sys.exit(min(1, main(tuple(sys.argv[1:]) or MODULES)))
