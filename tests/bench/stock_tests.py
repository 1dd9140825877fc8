"""nbgrader's own tests, run under this course's configuration: what still holds, and why the rest does not apply.

    python -m tests.bench.stock_tests [module …]

A test that fails here is run again under nbgrader's own configuration. If it fails there too, it says nothing on us.
Module after module, so that a run that is broken off has said something.
`stock_tests.toml` gives the reason for each of the others; one without a reason is printed, and the command fails.
Many generate an assignment that has no bank, and are refused before they reach what they test. These run once more with
nbgrader's own converters put back; of a converter's own tests, with those before it.
"""

import itertools
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import msgspec
import nbgrader

from tests.paths import ROOT

APPS = (
    "autograde", "collect", "db", "export", "fetch_assignment", "fetchfeedback", "formgrade", "generate_assignment",
    "generate_feedback", "list", "releaseassignment", "releasefeedback", "submit", "update", "validate", "zip_collect",
)  # fmt: skip
MODULES = (*(f"apps/test_nbgrader_{name}.py" for name in APPS), "apps/test_api.py", "preprocessors")


class Converter(NamedTuple):
    """One of nbgrader's that the course has its own of: class, module that starts it, module of its tests, settings."""

    name: str
    app: str
    tests: str
    settings: tuple[str, ...]


CONVERTERS = (
    Converter("GenerateAssignment", "generateassignmentapp", "generate_assignment", ("preprocessors",)),
    Converter("Autograde", "autogradeapp", "autograde", ("sanitize_preprocessors", "autograde_preprocessors")),
    Converter("GenerateFeedback", "generatefeedbackapp", "generate_feedback", ("preprocessors", "exporter_class")),
)
"""In the order in which they work."""
LOAD = f'load_subconfig("nbgrader_config.py", {str(ROOT / "grading")!r})\n'
HOLD = "hold"
BOTH = "fail here under nbgrader's own configuration, too"
PUT_BACK = (
    "generate an assignment that has no bank, and hold with nbgrader's own converters put back before what they test"
)


class Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why some tests don't hold; `stock_tests.toml` describes the members."""

    failure: str
    says: str
    once_more: bool = False


REASONS = msgspec.convert(
    tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["reason"], list[Reason]
)


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


def reason(told: str) -> Reason | None:
    """Why this failure is one of ours by intent, None if nobody has said."""
    return next((each for each in REASONS if re.search(each.failure, told)), None)


def compare(module: str) -> tuple[Counter[str], dict[str, str]]:
    """How many tests of a module came out how, by what is said of them; and what those without a reason printed."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder, "cache")
        ours = run(module, cache, configured(Path(folder, "ours"), LOAD))
        failed = {test: told for test, told in ours.items() if told is not None}
        stock = run(module, cache, None, "--last-failed") if failed else {}
        ours_alone = {test: told for test, told in failed.items() if stock.get(test) is None}
        # By name: pytest now remembers what failed the second time, which is something else.
        refused = {test for test, told in ours_alone.items() if (why := reason(told)) and why.once_more}
        before = [*itertools.takewhile(lambda each: f"_{each.tests}.py" not in module, CONVERTERS)]
        own = configured(Path(folder, "put-back"), LOAD + "".join(map(putting_back, before)))
        names = " or ".join(test.rpartition("::")[2] for test in refused)
        again = run(module, cache, own, "-k", names) if refused and before else {}
    came = Counter({HOLD: len(ours) - len(failed), BOTH: len(failed) - len(ours_alone)})
    unexplained = dict[str, str]()
    for test, told in (ours_alone | {test: again[test] for test in refused & again.keys()}).items():
        if told is None:
            came[PUT_BACK] += 1
        elif why := reason(told):
            came[f"do not apply: they {why.says}"] += 1
        else:
            unexplained[test] = told
    return came, unexplained


def putting_back(own: Converter) -> str:
    """Lines of configuration that put nbgrader's own converter, with its own settings, where the course's was."""
    return f"""
from nbgrader import converters
from nbgrader.apps import api, {own.app}
api.{own.name} = {own.app}.{own.name} = converters.{own.name}
for setting in {own.settings!r}:
    del get_config().{own.name}[setting]
"""


def configured(folder: Path, text: str) -> Path:
    """A folder whose configuration of nbgrader is the text."""
    folder.mkdir(exist_ok=True)
    (folder / "nbgrader_config.py").write_text(text, encoding="utf-8")
    return folder


def main(modules: tuple[str, ...]) -> int:
    """Print the table; the number of tests without a reason."""
    came, unexplained = Counter[str](), dict[str, str]()
    for module in modules:
        found, unknown = compare(module)
        came += found
        unexplained |= unknown
        print(f"{module}: {found.total() + len(unknown)} tests", *found.items(), file=sys.stderr, flush=True)
    print(f"nbgrader {nbgrader.__version__}: {came.total() + len(unexplained)} of its tests, run here")
    for said, count in came.most_common():
        print(f"  {count:4} {said}")
    for test, told in unexplained.items():
        print(f"\n{test} fails, and nobody has said why:\n{told[-3000:]}")
    return len(unexplained)


if __name__ == "__main__":
    sys.exit(min(1, main(tuple(sys.argv[1:]) or MODULES)))
