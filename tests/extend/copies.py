"""A copy of the project in which Python finds the copy's own code and tables, whatever else is installed."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests import warm
from tests.paths import ROOT

WHERE = "import course, grading, course.paths; print(course.__file__, grading.__file__, course.paths.data_dir())"


class Copy:
    """All files of the project that git knows or would take, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        listed = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
        for name in filter(None, subprocess.check_output(listed, cwd=ROOT, text=True).split("\0")):
            if (ROOT / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / name, folder / name)
        found = self.python("-c", WHERE).split()
        assert found == [str(folder / part) for part in ("course/__init__.py", "grading/__init__.py", "data")]

    def python(self, *command: str, journal: Path | None = None, succeed: bool = True, **more: str) -> str:
        """Run Python in the copy's top folder, with `more` in its environment, and return what it printed."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("COURSE", "NBGRADER", "PYTEST", "COV"))}
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        own = {"PYTHONPATH": str(self.root), "PATH": path} | ({"COURSE_JOURNAL": str(journal)} if journal else {})
        done = warm.run(command, self.root, kept | own | more, timeout=300)
        assert (done.returncode == 0) == succeed, done.stdout + done.stderr
        return done.stdout

    def value(self, code: str, journal: Path | None = None) -> Any:
        """What `code` leaves in `found`, as JSON."""
        return json.loads(self.python("-c", f"{code}\nimport json; print(json.dumps(found))", journal=journal))

    def check(self) -> str:
        """What `make check` says, if all is well."""
        return self.python("-m", "grading.check")

    def run_notebooks(self, *names: str, journal: Path) -> dict[str, dict[str, str]]:
        """Run lessons as `make notebooks` does; the text of each code cell's outputs, by lesson and cell id."""
        files = [str(self.root / "notebooks" / f"{name}.ipynb") for name in names]
        settle = "--NotebookExporter.preprocessors=course.server.rebuild.Settle"
        command = ("-m", "nbconvert", "--to", "notebook", "--inplace", "--execute", settle, *files)
        kernels = warm.kernels(self.root.with_name(f"{self.root.name}-jupyter"))
        self.python(*command, journal=journal, **kernels)
        return {name: _outputs(Path(file)) for name, file in zip(names, files, strict=True)}


def _outputs(path: Path) -> dict[str, str]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return {
        cell["id"]: "".join("".join(output["data"]["text/plain"]) for output in cell["outputs"])
        for cell in cells if cell["cell_type"] == "code"
    }  # fmt: skip
