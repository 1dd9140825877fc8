"""Set the course up and open its first lesson: `python course/start.py`, on any system; `make lab` does the same.

It runs before anything is installed, so it needs nothing but Python, and is written so that one that is too old can
read it and say so. It makes one environment, `.venv`; deleting that folder undoes everything. Every trouble ends in
one line that says what to do, and leaves nothing behind that hinders the next try.
"""

import argparse
import ast
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import IO

OLDEST, NEWEST = (3, 11), (3, 14)
HERE = Path(__file__).resolve().parent
# In the repository this file stands in course/; in the students' bundle, beside the wheel.
HOME = HERE.parent if HERE.name == "course" else HERE
LOCK, PROJECT = HOME / "requirements.lock", HOME / "pyproject.toml"
# What the environment takes on the disk in MB, with room to unpack: for learners, and with all.
FEW_MB, ALL_MB = 620, 1650

# In an environment that a program was writing to when it ended: it is made anew, from what was fetched.
UNFINISHED = ".unfinished"
# Where a package that is unpacked shows, on Windows last. Nothing below: pip makes and removes folders there meanwhile.
INSTALLED = "lib/python*/site-packages/*.dist-info", "Lib/site-packages/*.dist-info"

# Of Python's own variables these concern only how it reads and writes; any other could bring in other code.
HARMLESS = (
    "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED", "PYTHONIOENCODING", "PYTHONPYCACHEPREFIX", "PYTHONUNBUFFERED",
    "PYTHONUTF8",
)  # fmt: skip

# What pip's own configuration may say here: where packages come from and how they are reached. All else in it is for
# other work (another folder, packages built here, other versions), and would make an environment that lacks something.
KEPT_OF_PIP = (
    "index-url", "extra-index-url", "find-links", "no-index", "trusted-host", "cert", "client-cert", "proxy", "timeout",
    "default-timeout", "retries", "resume-retries", "cache-dir", "no-cache-dir", "keyring-provider",
)  # fmt: skip
PLACES = ("index-url", "find-links", "no-index")

NONE_FITS = re.compile(r"No matching distribution found for ([\w.=-]+)")
AGAIN = "Then run the same command again; it goes on from there."
# What a program says of a failure, and what a newcomer is told.
CAUSES = {
    r"No space left|not enough space|File too large|[Qq]uota exceeded": "The disk is full. Make room. " + AGAIN,
    r"DO NOT MATCH THE HASHES": "What was fetched is not what the course was tested with; check the connection. "
    + AGAIN,
    r"CERTIFICATE_VERIFY_FAILED|certificate verify failed": "The place that packages come from shows a certificate "
    "that this computer does not trust, as in many companies' networks. Ask there for the file of their certificate "
    "and set PIP_CERT to its path. " + AGAIN,
    r"(?:TLS CA certificate bundle|TLS certificate|TLS key)[^\n]*invalid path: ([^\n]+)": "pip is told to use a "
    "certificate that is not there: {}. Mend the path where it is named: in PIP_CERT, REQUESTS_CA_BUNDLE or "
    "CURL_CA_BUNDLE, or in pip's configuration (pip config list). " + AGAIN,
    r"407 Proxy|ProxyError|annot connect to proxy|[Pp]roxy URL|for SOCKS|OSError: Failed to parse": "The proxy to the "
    "network can't be reached, or refuses. Its address stands in HTTPS_PROXY or in pip's configuration (pip config "
    "list). Mend it there. " + AGAIN,
    r"not a trusted or secure host": "pip does not ask the place that its configuration names, as it is reached "
    "without encryption (http). If it is your own, set PIP_TRUSTED_HOST to its name. " + AGAIN,
    r"40[13] (?:Client )?Error|HTTP error 40[13]|Credentials not correct": "The place that packages come from asks for "
    "a name and password, or refuses them. Its address stands in pip's configuration: pip config list. " + AGAIN,
    r"5\d\d Server Error|HTTP error 5\d\d|too many 5\d\d error": "The place that packages come from is out of order. "
    "Wait a while. " + AGAIN,
    r"onnection ?(?:broken|Error|refused|reset|aborted)|imed? ?out|IncompleteRead|name resolution|Max retries"
    r"|unreachable|SSLError": "There is no connection, or it was lost. What was fetched is kept. Go online. " + AGAIN,
    r"(.*(?:Permission denied|Access is denied|Read-only file system).*)": "A folder can't be written: {}. " + AGAIN,
    r"No (\S+) at this place": "There is no ready-made {} for this Python and system where pip is told to look, by its "
    "settings {places} (pip config list). Ask whoever keeps that place. " + AGAIN,
    NONE_FITS.pattern: "There is no ready-made {} for this Python and system; nothing "
    "is built here, so that no compiler is needed. Try another Python: 3.11 to 3.14.",
}


def main() -> None:
    """Set up what is missing, then start JupyterLab, unless told to do no more."""
    parser = argparse.ArgumentParser(description="Set the course up and open its first lesson.")
    parser.add_argument("--env", default=str(HOME / ".venv"), help="folder of the environment (.venv)")
    parser.add_argument("--all", action="store_true", help="also what instructors and contributors need")
    parser.add_argument("--setup-only", action="store_true", help="do not start JupyterLab")
    chosen, options = parser.parse_known_args()
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        wanted = "3.11, 3.12, 3.13 or 3.14. Use one of these."
        sys.exit(f"This is Python {platform.python_version()}; the course needs {wanted}")
    env = Path(chosen.env).absolute()
    for name in [n for n in os.environ if n.startswith("PYTHON") and n not in HARMLESS]:
        del os.environ[name]
    try:
        set_up(env, chosen.all)
        if not chosen.setup_only:
            start(env, options)
    except KeyboardInterrupt:
        sys.exit("\nStopped. Run the same command again; it goes on from there.")
    except OSError as error:
        sys.exit(told(str(error)) or f"{error.filename or env}: {error.strerror or error}. {AGAIN}")


def start(env: Path, options: "list[str]") -> None:
    """Become a JupyterLab in the lessons' folder."""
    os.chdir(HOME / "notebooks")
    command = [str(python_of(env)), "-m", "course.server", *options]
    print("Starting JupyterLab; Ctrl+C here stops it", flush=True)
    if os.name == "nt":  # there a program that becomes another gives the terminal back at once
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def set_up(env: Path, everything: bool) -> None:
    """Make an environment hold what the lock says, or a learner's part of it, and the course; nothing if it does."""
    if everything and os.path.expandvars(HOME) != str(HOME):
        taken = next(v for v in re.findall(r"\$\w+|\$\{[^}]*\}|%[^%]*%", str(HOME)) if os.path.expandvars(v) != v)
        sys.exit(f"{HOME}: Jupyter takes “{taken}” in a folder's name for a variable, and nbgrader would run without "
                 "the course's settings. Rename that folder.")  # fmt: skip
    ready, unfinished, wanted = env / ".ready", env / UNFINISHED, packages(everything)
    # Who has everything has what a learner needs, too.
    if ready.is_file() and ready.read_text("utf-8") in {state(env, wanted), state(env, packages(everything=True))}:
        return
    if env.exists() and any(env.iterdir()) and not unfinished.exists() and not (env / "pyvenv.cfg").is_file():
        sys.exit(f"{env} is a folder of something else. Name another one for the environment.")
    for sign, use in ((os.pathsep, "divides lists of folders"), ("[", "Jupyter takes for a pattern")):
        if sign in str(env):
            sys.exit(f"{env} holds “{sign}”, which {use}. Rename that folder, or put the environment elsewhere: "
                     "--env FOLDER, or with make VENV=FOLDER.")  # fmt: skip
    check_room(env, ALL_MB if everything else FEW_MB)
    if unfinished.exists() or not usable(env):
        make(env)
    ready.unlink(missing_ok=True)
    print(f"Setting up the course in {env}: a minute or more the first time", flush=True)
    # As addresses: in a path, pip would read [ ] and ; as its own.
    course = ["--force-reinstall", *(path.as_uri() for path in HOME.glob("*.whl"))]
    if PROJECT.is_file():
        course = ["--no-build-isolation", "--editable", HOME.as_uri()]
    listed = env / "requirements.lock"
    listed.write_text(wanted, "utf-8")
    with (env / "install.log").open("w", encoding="utf-8") as log:
        installing = Installing(env, wanted, log)
        installing.run("--progress-bar=off", "--only-binary=:all:", "--require-hashes", "-r", str(listed))
        installing.run("--no-deps", *course)
    unfinished.unlink(missing_ok=True)
    ready.write_text(state(env, wanted), "utf-8")


def packages(everything: bool) -> str:
    """The lock, or of it what a learner needs; in the students' bundle the lock is that part already."""
    lock = LOCK.read_text("utf-8")
    return lock if everything or not PROJECT.is_file() else part(lock, needed())


def needed() -> "set[str]":
    """The names of the packages that a learner's environment is asked to hold."""
    import tomllib  # noqa: PLC0415 - a Python that lacks it has to read this file, too

    described = tomllib.loads(PROJECT.read_text("utf-8"))
    project, built_with = described["project"], described["build-system"]["requires"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["lab"], *built_with]
    return {re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", each)[0]).lower() for each in asked}


def part(lock: str, names: "set[str]") -> str:
    """Those entries of a lock that some packages need, themselves included; comments say via what each entry came."""
    found = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE | re.IGNORECASE)
    via = [(each, each.split("==")[0], set(re.findall(r"#\s+(?:via +)?([\w.-]+)", each))) for each in found]
    taken = set(names)
    while True:
        more = {name for _, name, by in via if by & taken} | taken
        if more == taken:
            return "".join(each for each, name, _ in via if name in taken)
        taken = more


def state(env: Path, wanted: str) -> str:
    """What a finished environment was made of and for; a moved folder or another lock makes it another."""
    made_of = [wanted.encode(), *(p.read_bytes() for p in (PROJECT, *sorted(HOME.glob("*.whl"))) if p.is_file())]
    return "\n".join([str(env), str(HOME), *(hashlib.sha256(each).hexdigest() for each in made_of)])


def check_room(env: Path, needed: int) -> None:
    """End where the disk can't hold the environment; what stands in it already counts."""
    free = shutil.disk_usage(next(p for p in (env, *env.parents) if p.exists())).free // 10**6
    there = sum(p.stat().st_size for p in env.rglob("*") if p.is_file()) // 10**6 if env.exists() else 0
    if free + there < needed:
        sys.exit(
            f"The disk is too full: the environment needs {needed - there} MB more, and {free} MB are free. "
            "Make room, or put it elsewhere: --env FOLDER, or with make VENV=FOLDER."
        )


def python_of(env: Path) -> Path:
    """The Python of an environment."""
    return env / "Scripts" / "python.exe" if os.name == "nt" else env / "bin" / "python"


def usable(env: Path) -> bool:
    """Whether an environment stands where it was made, and its Python starts, is new enough and has pip."""
    try:
        command = re.search(r"^command = (.*)", (env / "pyvenv.cfg").read_text("utf-8"), re.MULTILINE)
        moved = command is not None and str(env) not in command[1]
        tell = "import pip, sys; assert sys.version_info >= (3, 11)"
        return not moved and not subprocess.call([str(python_of(env)), "-c", tell], stderr=subprocess.DEVNULL)
    except OSError:
        return False


def make(env: Path) -> None:
    """Make an empty environment; what an earlier try left in it goes."""
    shutil.rmtree(env, ignore_errors=True)
    env.mkdir(parents=True, exist_ok=True)
    (env / UNFINISHED).touch()
    outside = getattr(sys, "_base_executable", sys.executable)  # whoever activated the environment runs its own Python
    made = subprocess.run(
        [outside, "-m", "venv", str(env)], check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if made.returncode:
        said = made.stdout.decode("utf-8", "replace")
        package = "python{}.{}-venv".format(*sys.version_info)
        sys.exit(told(said) or f"This Python can't make an environment; it lacks venv (Debian: apt install {package}).")
    (env / UNFINISHED).unlink()


class Installing:
    """Runs of pip: all that pip says goes to a log, how far it is to the terminal, and a failure ends in one line."""

    def __init__(self, env: Path, lock: str, log: "IO[str]") -> None:
        self._env, self._log, self._lock = env, log, lock.splitlines()
        self._shown, self._width = time.monotonic(), 0
        self._variables, self._places = pips_settings(python_of(env))

    def run(self, *options: str) -> None:
        """Install what pip's options say, from ready-made packages alone."""
        pip = [str(python_of(self._env)), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
        said = []
        unpacked = threading.Event()
        with subprocess.Popen(
            [*pip, *options], env=self._variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as process:
            for raw in process.stdout or ():
                said.append(raw.decode("utf-8", "replace").rstrip())
                self._log.write(said[-1] + "\n")
                of_lock = re.search(r"\(line (\d+)\)", said[-1])
                if of_lock:
                    above = self._lock[: int(of_lock[1])]
                    self._show(f"Fetching {entries(above)} of {entries(self._lock)}: {above[-1].split('==')[0]}")
                elif "connection broken by" in said[-1]:
                    self._show("No connection; trying again")
                elif said[-1].startswith("Installing collected packages: "):
                    (self._env / UNFINISHED).touch()
                    threading.Thread(target=self._count, args=(said[-1].count(",") + 1, unpacked), daemon=True).start()
        unpacked.set()
        self._show("")
        if process.returncode:
            shown = "\n".join(said)
            absent = NONE_FITS.search(shown)
            if absent:
                shown += self._why_absent(absent[1])
            if self._places:
                shown = NONE_FITS.sub(r"No \1 at this place", shown)
            places = " and ".join(self._places)
            sys.exit(told(shown, places) or f"pip failed: {said[-1] if said else ''} All it said: {self._log.name}")

    def _why_absent(self, package: str) -> str:
        """What pip keeps to itself when it finds no package: that it could not ask."""
        pip = [str(python_of(self._env)), "-m", "pip", "download", "-vv", "--no-input", "--no-deps", package]
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [*pip, "--only-binary=:all:", "--dest", folder],
                check=False, env=self._variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )  # fmt: skip
        said = done.stdout.decode("utf-8", "replace")
        self._log.write(said)
        return "".join("\n" + line for line in said.splitlines() if re.search("Could not fetch|not a trusted", line))

    def _count(self, number: int, unpacked: threading.Event) -> None:
        """Show how many packages are unpacked, about which pip is silent."""
        before = installed(self._env)
        while not unpacked.wait(0.5):
            self._show(f"Unpacking {installed(self._env) - before} of {number}")

    def _show(self, text: str) -> None:
        """Rewrite the line of a terminal; elsewhere print one now and then."""
        if sys.stdout.isatty():
            print("\r" + text.ljust(self._width), end="\r" if not text else "", flush=True)
            self._width = len(text)
        elif text and time.monotonic() > self._shown + 5:
            print(text, flush=True)
            self._shown = time.monotonic()


def pips_settings(python: Path) -> "tuple[dict[str, str], list[str]]":
    """The variables to run pip with, and which of its settings say where packages come from.

    Its files are left out, and what is kept of them is said by variables.
    """
    # `user`, `global` and `site` in a file would make pip show one file alone, and `quiet` nothing.
    whole = {"PIP_USER": "0", "PIP_GLOBAL": "0", "PIP_SITE": "0", "PIP_QUIET": "0"}
    shown = subprocess.run(
        [str(python), "-m", "pip", "config", "list"],
        check=False, env={**os.environ, **whole}, capture_output=True,
    )  # fmt: skip
    if shown.returncode:
        said = " ".join(shown.stderr.decode("utf-8", "replace").split())
        sys.exit(f"pip's configuration can't be read: {said} Mend that file, or move it away. {AGAIN}")
    found = {}
    listed = shown.stdout.decode("utf-8", "replace")
    for section in ("global", "install", ":env:"):
        lines = re.findall(rf"^{section}\.([\w-]+)=(.*)$", listed, re.MULTILINE)
        given = {name: str(ast.literal_eval(value.strip())) for name, value in lines if name in KEPT_OF_PIP}
        found.update({name: value for name, value in given.items() if value})
    variables = {n: v for n, v in os.environ.items() if not n.upper().startswith("PIP_")}
    variables.update({"PIP_" + n.upper().replace("-", "_"): v for n, v in found.items()})
    return {**variables, "PIP_CONFIG_FILE": os.devnull}, [n for n in PLACES if n in found]


def installed(env: Path) -> int:
    """How many packages are unpacked in an environment."""
    return len({path for pattern in INSTALLED for path in env.glob(pattern)})


def entries(lock: "list[str]") -> int:
    """How many packages some lines of a lock name."""
    return sum(line[:1].isalnum() for line in lock)


def told(said: str, places: str = "") -> str:
    """The line for a newcomer that goes with what a program said when it failed; empty if none does."""
    for pattern, line in CAUSES.items():
        found = re.search(pattern, said)
        if found:
            return line.format(*found.groups(), places=places)
    return ""


if __name__ == "__main__":
    main()
