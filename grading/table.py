"""A small table that an instructor writes in an editor or a spreadsheet: CSV with columns that are known beforehand."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from grading.handout.assignment import AssignmentError

Row = tuple[int, dict[str, str]]


def read_table(path: Path, columns: Sequence[str], optional: Sequence[str] = ()) -> Iterator[Row]:
    """Each row that is not empty, with the line on which it ends; none where there is no file.

    Args:
        path: in UTF-8, with commas, semicolons or tabs.
        columns: those that it must have, in any order and case.
        optional: those that it may have besides; a row has "" for one that is not there.

    Raises:
        AssignmentError: the table can't be read. The message names the line.
    """
    text = text_of(path)
    if text is None:
        return
    # A spreadsheet writes what its country puts between the cells of a list.
    between = separator(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    try:
        head = [cell.strip().casefold() for cell in next(rows, [])]
        if len({*head}) != len(head) or not {*columns} <= {*head} <= {*columns, *optional}:
            has = ", ".join(head) or "nothing"
            raise AssignmentError(f"{path}, line 1: expected the columns {', '.join(columns)}; it has {has}.")
        for row in rows:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if len(cells) != len(head):
                raise AssignmentError(
                    f"{path}, line {rows.line_num}: expected {len(head)} cells and found {len(cells)}; "
                    f"a row reads {between.join(head)}."
                )
            yield rows.line_num, dict.fromkeys(optional, "") | dict(zip(head, cells, strict=True))
    except csv.Error as e:
        raise AssignmentError(f"{path}, line {rows.line_num}: not CSV ({e}).") from None


def text_of(path: Path) -> str | None:
    """The text of a table; None if there is no such file.

    Raises:
        AssignmentError: it is not in UTF-8, or can't be read.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise AssignmentError(f"{path}: not in UTF-8; save it as “CSV UTF-8”.") from None
    except OSError as e:
        raise AssignmentError(f"{path}: can't be read ({e.strerror}).") from None


def separator(text: str) -> str:
    """What stands between the cells: of comma, semicolon and tab, what the first line has most of."""
    return max(",;\t", key=next(iter(text.splitlines()), "").count)


def fault(path: Path, line: int, column: str, says: str) -> AssignmentError:
    """What is wrong with a cell."""
    return AssignmentError(f"{path}, line {line}, column {column}: {says}.")


def check_assignment(root: Path, path: Path, line: int, name: str) -> None:
    """Hold an assignment's name in a row against those that there are.

    Raises:
        AssignmentError: there is none of this name. Misspelt, a row would be passed over, and nobody would be told.
    """
    if not (root / "source" / name).is_dir() and not (root / "release" / name).is_dir():
        known = ", ".join(sorted(p.name for p in (root / "source").glob("*") if p.is_dir()))
        raise fault(path, line, "assignment", f"there is no assignment “{name}”; expected one of {known}")
