"""nbgrader's own tests, run under this course's configuration: what still holds, and why the rest does not apply.

    python -m tests.bench.stock_tests [module …]

A test that fails here is run again under nbgrader's own configuration. If it fails there too, it says nothing on us.
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


def run(tests: list[str], config: Path | None, cores: str = "2") -> dict[str, str | None]:
    """Test to what it printed if it failed, None if it passed. Tests that nbgrader skips itself are left out."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        env = {**os.environ, "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])}
        env |= {"JUPYTER_CONFIG_PATH": str(config)} if config else {}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", cores, f"--junitxml={report}"]
        subprocess.run([*command, *tests], cwd=folder, env=env, capture_output=True, check=False)
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


def main(modules: tuple[str, ...]) -> int:
    """Print the table; the number of tests without a reason."""
    tests = [str(Path(nbgrader.__file__).parent / "tests" / module) for module in modules]
    with tempfile.TemporaryDirectory() as folder:
        load = f'load_subconfig("nbgrader_config.py", {str(ROOT / "grading")!r})\n'
        Path(folder, "nbgrader_config.py").write_text(load, encoding="utf-8")
        ours = run(tests, Path(folder))
    failed = {test: told for test, told in ours.items() if told is not None}
    stock = run(tests, None) if failed else {}
    both = {test for test in failed if stock.get(test) is not None}
    why = {test: reason(told) for test, told in failed.items() if test not in both}
    print(f"nbgrader {nbgrader.__version__}: {len(ours)} of its tests under this course's configuration")
    print(f"  {len(ours) - len(failed):4} hold")
    print(f"  {len(both):4} fail here under nbgrader's own configuration, too")
    for says, count in Counter(filter(None, why.values())).most_common():
        print(f"  {count:4} do not apply: {says}")
    unexplained = [test for test, says in why.items() if says is None]
    for test in unexplained:
        print(f"\n{test} fails, and nobody has said why:\n{failed[test][-3000:]}")
    return len(unexplained)


if __name__ == "__main__":
    sys.exit(min(1, main(tuple(sys.argv[1:]) or MODULES)))
