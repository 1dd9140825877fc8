"""The project as a whole: it is clean, it installs what it says, and what leaves it holds no key."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import requires, version
from pathlib import Path

import nbformat
import pytest
import yaml
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from course import start
from tests.paths import NOTEBOOKS, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
LEARNERS = start.packages(everything=False)
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
ROOT_MAY_HOLD = {
    "course", "notebooks", "data", "grading", "tests", "environment.yml", "README.md", "ARCHITECTURE.md", "Makefile",
    "pyproject.toml", "requirements.lock", "LICENSE", "LICENSE-content", "CITATION.cff",
    "CHANGELOG.md", "CONTRIBUTING.md", ".ci", ".gitignore", ".gitattributes", "nbgrader_config.py",
}  # fmt: skip


def run(*command: str, cwd: Path = ROOT, **env: str) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=env or None)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def tracked() -> list[Path]:
    return [ROOT / name for name in run("git", "ls-files").splitlines() if (ROOT / name).is_file()]


@pytest.mark.parametrize("command", [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]], ids=" ".join)
def test_the_code_is_clean(command):
    run(sys.executable, "-m", *command)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_the_notebooks_code_is_typed(path, tmp_path):
    cells = [c.source for c in nbformat.read(path, 4).cells if c.cell_type == "code"]
    script = tmp_path / f"lesson_{path.stem}.py"
    script.write_text("\n\n".join(cells) + "\n", "utf-8")
    run(sys.executable, "-m", "mypy", "--strict", "--config-file", str(ROOT / "pyproject.toml"), str(script))


def locked(lock: str = LOCK) -> list[tuple[Requirement, str]]:
    """Every entry of a lock, with its text."""
    entries = re.split(r"\n(?=\S)", lock.replace("\\\n", " "))
    return [(Requirement(e.split(" --hash")[0].strip()), e) for e in entries if e and not e.startswith("#")]


def test_every_entry_of_the_lock_is_exact_and_hashed_and_has_no_address():
    for requirement, text in locked():
        assert re.fullmatch(r"==[^,*]+", str(requirement.specifier)), text
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", text), text
        assert requirement.url is None
    assert not re.search(r"https?:|--\w+-url|--find", LOCK)


def test_a_learners_part_of_the_lock_has_all_that_its_packages_need_and_little_else():
    """By what the installed packages say themselves, and not by the comments of the lock."""
    part = {r.name: r for r, _ in locked(LEARNERS) if r.marker is None or r.marker.evaluate()}
    missing = {
        (name, need.name) for name in part for need in map(Requirement, requires(name) or [])
        if (need.marker is None or need.marker.evaluate({"extra": ""})) and canonicalize_name(need.name) not in part
    }  # fmt: skip
    assert not missing
    assert len(locked(LEARNERS)) < 0.7 * len(locked())
    assert not {"dask", "mypy", "playwright", "psycopg", "pyarrow", "scikit-learn"} & set(part)


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize(("lock", "extras"), [(LOCK, None), (LEARNERS, ["lab"])], ids=["everything", "learners"])
def test_a_lock_satisfies_every_bound(python, lock, extras):
    environment = default_environment() | {"python_version": python, "python_full_version": f"{python}.9"}
    project = PROJECT["project"]
    groups = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(r for name in extras or groups for r in groups[name])]
    for text in (*wanted, *PROJECT["build-system"]["requires"]):
        need = Requirement(text)
        found = [
            r for r, _ in locked(lock) if canonicalize_name(r.name) == canonicalize_name(need.name)
            and (r.marker is None or r.marker.evaluate(environment))
        ]  # fmt: skip
        assert len(found) == 1, f"{text}: {found}"
        assert need.specifier.contains(str(found[0].specifier).removeprefix("=="), prereleases=True), text


def test_what_is_installed_is_what_the_lock_says():
    wrong = {
        r.name: version(r.name) for r, _ in locked()
        if (r.marker is None or r.marker.evaluate()) and f"=={version(r.name)}" != str(r.specifier)
    }  # fmt: skip
    assert not wrong


def test_the_conda_environment_installs_exactly_the_lock():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    (python,) = [d for d in environment["dependencies"] if isinstance(d, str) and d.startswith("python=")]
    assert python.removeprefix("python=") in PYTHONS
    (pip,) = [d["pip"] for d in environment["dependencies"] if isinstance(d, dict)]
    assert pip == ["--require-hashes", "--only-binary=:all:", "-r requirements.lock"]


def test_python_versions_agree():
    named = [c.rsplit(" ", 1)[1] for c in PROJECT["project"]["classifiers"] if re.search(r":: 3\.\d", c)]
    assert tuple(named) == PYTHONS
    assert PROJECT["project"]["requires-python"] == ">=3.11,<3.15"


def test_ci_runs_the_test_command_of_the_readme():
    assert "make test" in (ROOT / "README.md").read_text("utf-8")
    assert re.search(r"^exec make test$", (ROOT / ".ci" / "run").read_text("utf-8"), re.MULTILINE)


def test_the_root_holds_only_what_belongs_there():
    assert {p.relative_to(ROOT).parts[0] for p in tracked()} <= ROOT_MAY_HOLD


def test_no_address_to_install_from_and_no_path_of_a_machine():
    address = r"https?://\S+?(/simple\b|\.whl\b|\.tgz\b)|--(extra-)?index-url[ =]\S"
    wrong = re.compile(address + r"|[\"'\s](/home/|/Users/|/root/)\w")
    for path in tracked():
        if path.suffix not in {".png", ".svg"} and path != Path(__file__):
            assert not (found := wrong.search(path.read_text("utf-8"))), f"{path}: {found}"


def test_a_process_that_has_read_questions_ends_well():
    reads = "from course.kinds import Question; import msgspec; msgspec.convert([], list[Question]); import course"
    for _ in range(20):  # without the guard in `course`, about one in five ends with a crash
        run(sys.executable, "-c", reads)


@pytest.mark.parametrize("target", ["roster", "report", "gain", "regrade"])
def test_a_target_that_has_to_be_told_something_says_what(target):
    name = {"roster": "FILE", "gain": "FOLDER"}.get(target, "ASSIGNMENT")
    said = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode != 0
    assert f"{name} is missing; write: make {target} {name}=" in said.stderr
    told = subprocess.run(["make", "-n", target, f"{name}=x"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
