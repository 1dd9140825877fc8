"""What browser tests share: keys, panels, and a notebook that asks some questions."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import Locator, Page


def press(page: Page, *keys: str) -> None:
    """Press keys, one after the other, wherever the focus is."""
    for key in keys:
        page.keyboard.press(key)


def panel(page: Page, title: str) -> Locator:
    """The panel with exactly this title, its points left aside."""
    return page.get_by_role("region", name=re.compile(rf"^{re.escape(title)}(\s*[\d.]+ points?)?$"))


def at_rest(page: Page, look: Callable[[], Any], seconds: float = 0.5) -> Any:
    """What `look` gives once it has not changed for so long: much of a page follows in steps, or is sent later."""
    seen, same = look(), 0
    for _ in range(600):
        page.wait_for_timeout(100)
        now = look()
        same = same + 1 if now == seen else 0
        seen = now
        if same >= 10 * seconds:
            return seen
    raise AssertionError(f"it still changes: {seen}")


def write_notebook(path: Path, cells: Iterable[str]) -> None:
    """A notebook with these cells of code."""
    built = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    built.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(built, path)


def write_asking(path: Path, ids: Iterable[str]) -> None:
    """A notebook that asks these questions."""
    write_notebook(path, ["from course import ask", *(f'ask("{each}")' for each in ids)])
