"""Begin an assignment with the example: `python -m grading.new harbour`, in the top folder of the course."""

import re
import sys
from pathlib import Path

EXAMPLE = "example"
ASKS = "asks.csv"
ROOT = Path(__file__).resolve().parents[1]


def places(name: str) -> dict[str, Path]:
    """File of the example to where it stands for an assignment, below the top folder."""
    source = Path("grading", "source", name)
    return {
        "questions.toml": source / "questions.toml",
        f"{EXAMPLE}.ipynb": source / f"{name}.ipynb",
        "key.toml": Path("grading", "keys", f"{name}.toml"),
        "learners.toml": Path("tests", "data", f"{name}_learners.toml"),
    }


def begin(name: str, root: Path = ROOT) -> list[Path]:
    """Copy the example, with the name in its place, and say in `grading/keys/asks.csv` what its questions ask.

    Args:
        name: of the assignment; also of its notebook, and in front of the ids in it.
        root: the top folder of the course.

    Returns:
        The files made, below `root`.

    Raises:
        ValueError: the name is not lower case, or one of the files is there already. Nothing is made then.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        raise ValueError(f"“{name}”: expected a name in lower case, such as harbour or harbour-deal.")
    found = places(name)
    for made in found.values():
        if (root / made).exists():
            raise ValueError(f"{made} is there already; expected a new name.")
    for file, made in found.items():
        text = (root / "grading" / "examples" / "assignment" / file).read_text(encoding="utf-8")
        (root / made).parent.mkdir(parents=True, exist_ok=True)
        (root / made).write_text(text.replace(EXAMPLE, name), encoding="utf-8", newline="\n")
    rows = (root / "grading" / "examples" / "assignment" / ASKS).read_text(encoding="utf-8").split("\n", 1)[1]
    table = root / "grading" / "keys" / ASKS
    told = table.read_text(encoding="utf-8")
    table.write_text(f"{told.rstrip()}\n{rows.replace(EXAMPLE, name)}", encoding="utf-8", newline="\n")
    return list(found.values())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Give one name, such as: python -m grading.new harbour")
    try:
        print("\n".join(map(str, begin(sys.argv[1]))))
    except ValueError as e:
        sys.exit(str(e))
