"""What is given away: the wheel, the sources, and a folder for students as a zip; `make dist`.

The same tree gives the same bytes. SOURCE_DATE_EPOCH sets the date that is written into archives.
"""

import os
import subprocess
import sys
import time
import tomllib
import zipfile
from pathlib import Path
from typing import Final

from course import start

ROOT: Final = Path(__file__).resolve().parents[1]
# A journal, a checkpoint or a key can't slip in: nothing is taken that is neither named here nor in version control.
TAKEN: Final = ("notebooks", "LICENSE", "LICENSE-content", "CITATION.cff")
# What hatchling takes for the wheel if nothing is said: 2 February 2020.
_EPOCH: Final = 1580601600

START_HERE: Final = """\
Reading diplomatic signals, version {version}

You need Python 3.11, 3.12, 3.13 or 3.14 (python.org has it), and nothing else.

Open a terminal in this folder and type

    py start.py          on Windows
    python3 start.py     on macOS and Linux

The first time this fetches what the course needs into the folder .venv: a few
minutes, and a connection to the internet. From then on it starts in seconds
and needs no connection. JupyterLab opens in your browser with the first
lesson, which is ready a few seconds later. If it is not, choose Run > Run
All Cells.

If your browser does not open, copy the address that the terminal shows.
To stop, press Ctrl+C in the terminal.

Your answers are in notebooks/journal.json. Keep that file, and you keep your
work. To remove the course, delete this folder.
"""


def build(folder: Path) -> list[Path]:
    """Build all three into a folder, and return their paths.

    Raises:
        subprocess.CalledProcessError: wheel or sources could not be built, or this is no clone of the repository.
    """
    made = _built(folder, "--wheel", "--sdist")
    wheel, sources = made[".whl"], made[".gz"]
    return [wheel, sources, bundle(wheel, folder)]


def wheel_alone(folder: Path) -> Path:
    """Build the wheel into a folder, and return its path; otherwise as `build`."""
    return _built(folder, "--wheel")[".whl"]


def _built(folder: Path, *what: str) -> dict[str, Path]:
    folder.mkdir(parents=True, exist_ok=True)
    epoch = {"SOURCE_DATE_EPOCH": str(_epoch())}
    command = [sys.executable, "-m", "build", "--no-isolation", *what, "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | epoch)
    stem = f"reading_diplomatic_signals-{_version()}"
    return {".whl": folder / f"{stem}-py3-none-any.whl", ".gz": folder / f"{stem}.tar.gz"}


def bundle(wheel: Path, folder: Path) -> Path:
    """The students' folder as a zip: lessons, wheel, lock, `start.py`, and a page that says how to begin."""
    name = f"reading-diplomatic-signals-{_version()}"
    content = {
        "START_HERE.txt": START_HERE.format(version=_version()).replace("\n", "\r\n").encode("ascii"),
        "start.py": Path(start.__file__).read_bytes(),
        "requirements.lock": start.packages(everything=False).encode(),
        wheel.name: wheel.read_bytes(),
    }
    listed = subprocess.run(["git", "ls-files", "--", *TAKEN], cwd=ROOT, check=True, capture_output=True, text=True)
    content |= {path: (ROOT / path).read_bytes() for path in listed.stdout.splitlines()}
    target = folder / f"{name}-students.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(content):
            entry = zipfile.ZipInfo(f"{name}/{path}", time.gmtime(_epoch())[:6])
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, content[path])
    return target


def _version() -> str:
    version: str = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    return version


def _epoch() -> int:
    return int(os.environ.get("SOURCE_DATE_EPOCH") or _EPOCH)


if __name__ == "__main__":
    for made in build(ROOT / "dist"):
        print(f"{made.relative_to(ROOT)}  {made.stat().st_size / 1e6:.2f} MB")
