"""Does an assignment's notebook start for those who get it, as it was saved?"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_ASKS = re.compile(r"^\s*ask\(", re.MULTILINE)
_IMPORTED = re.compile(r"^\s*from course import .*\bask\b", re.MULTILINE)
_LENGTH = re.compile(r"(\d+)\s*(?:to|and|-|–|—)\s*(\d+)\s+words")


def made_faults(path: Path) -> Iterator[str]:
    """Ids of cells that stand there twice, questions that are asked before anything is imported, and another language.

    Args:
        path: of the notebook. It is read as it is; nbformat would give cells other ids without a word.
    """
    try:
        held = json.loads(path.read_bytes())
        cells: list[Any] = list(held["cells"])
        kernel = held.get("metadata", {}).get("kernelspec", {})
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return  # said elsewhere
    for each, n in Counter(cell.get("id") for cell in cells).items():
        if each and n > 1:
            yield f"{path}: {n} cells have the id “{each}”; expected an id of its own for each."
    if kernel and kernel.get("language", "python") != "python":
        yield f"{path}: is made for {kernel['language']}; expected Python (Kernel ▸ Change Kernel)."
    elif kernel and not str(kernel.get("name", "python3")).startswith("python"):
        yield f"{path}: names the kernel “{kernel['name']}”; expected “python3”, which learners have."
    imported = False
    for cell in cells:
        source = "".join(cell.get("source", ""))
        if cell.get("cell_type") == "code":
            imported = imported or bool(_IMPORTED.search(source))
            if not imported and _ASKS.search(source):
                where = f"{path}: cell “{cell.get('id')}”"
                yield f"{where} asks before a cell has imported `ask`; expected “from course import ask” above it."
                return
    for cell in cells:
        for least, most in _LENGTH.findall("".join(cell.get("source", ""))):
            if int(least) > int(most):
                yield f"{path}: cell “{cell.get('id')}”: {least} to {most} words; expected the smaller number first."
