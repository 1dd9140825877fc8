"""Steps of the guide as data, and how each changes a file of a copy of the project."""

import json
import tomllib
from pathlib import Path
from typing import Any

import msgspec

HERE = Path(__file__).parent
ROOM = {"cell_type": "code", "grade": True, "locked": True, "schema_version": 3, "solution": False, "task": False}


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One step of `steps.toml`, `kind.toml` or `wrong.toml`, which describe the members."""

    file: str
    append: str = ""
    old: str = ""
    new: str = ""
    copy: str = ""
    after: str = ""
    cell: str = ""
    points: int | None = None
    does: str = ""
    says: tuple[str, ...] = ()
    encoding: str = "utf-8"

    def apply(self, root: Path) -> None:
        """Change the file below `root`; an AssertionError says that the step does not fit it."""
        path = root / self.file
        if self.copy:
            assert not path.exists(), path
            path.parent.mkdir(exist_ok=True)
            path.write_bytes((HERE / "files" / self.copy).read_bytes())
            return
        text = path.read_text(encoding="utf-8")
        if self.old:
            assert text.count(self.old) == 1, f"{self.file}: “{self.old}” stands there {text.count(self.old)} times"
            text = text.replace(self.old, self.new)
        made = self._with_cell(json.loads(text)) if self.cell else text + self.append
        path.write_text(made, encoding=self.encoding)

    def _with_cell(self, notebook: dict[str, Any]) -> str:
        place = [cell["id"] for cell in notebook["cells"]].index(self.after) + 1
        asked = self.cell.split('"')[1]
        graded = {} if self.points is None else {"nbgrader": ROOM | {"grade_id": asked, "points": self.points}}
        cell = {"cell_type": "code", "id": f"new-{asked}", "metadata": graded, "source": self.cell}
        notebook["cells"].insert(place, cell | {"execution_count": None, "outputs": []})
        return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def load(file: str) -> dict[str, list[Step]]:
    """Steps by path, from `steps.toml`, `kind.toml` or `wrong.toml`."""
    return msgspec.convert(tomllib.loads((HERE / file).read_text(encoding="utf-8")), dict[str, list[Step]])
