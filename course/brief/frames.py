"""Tables of the course as DataFrames that are readable when shown."""

from collections.abc import Callable, Iterable, Sequence
from html import escape
from textwrap import wrap
from typing import Any

import pandas as pd

from course.tables.descriptor import Field

ROWS = 60
WIDTH = 120
NARROW = 14
"""Characters of a column in plain text that is not made narrower."""
UNBROKEN = 20
"""Characters of a text on a page that stays on one line."""
MOST_DECIMALS = 6


class Table(pd.DataFrame):
    """A DataFrame that shows its text in full: wrapped, to the left, numbers to the right, without colours of its own.

    ``attrs["shown"]`` names the columns that are shown as long as none has been taken away; the others are
    there all the same, and text names them below the table. ``attrs["note"]`` is a sentence that stands there too.
    In HTML, which is for readers, only rows that are left out are counted.
    ``attrs["percent"]`` names the columns of probabilities: they hold 0.25, and show 25 %, as everywhere in the course.
    ``attrs["links"]`` holds for a column, or the index, by its name, the address of each text that is a link there.
    """

    @property
    def _constructor(self) -> Callable[..., "Table"]:
        return Table

    def _view(self) -> tuple[list[str], list[list[str]], list[bool], str, str]:
        columns, hidden = list(map(str, self.columns)), list[str]()
        described, shown = self.attrs.get("all", []), self.attrs.get("shown", [])
        if set(described) <= set(columns):
            hidden = [column for column in described if column not in shown]
            columns = [*shown, *(column for column in columns if column not in described)]
        few = self.head(self.attrs.get("rows", ROWS))
        named = self.index.name is not None
        numbers = [pd.api.types.is_numeric_dtype(t) and not pd.api.types.is_bool_dtype(t) for t in few[columns].dtypes]
        percent = self.attrs.get("percent", ())
        cells = [
            _percent(few[column]) if number and column in percent else _column(few[column], number)
            for column, number in zip(columns, numbers, strict=True)
        ]
        if named:
            cells.insert(0, list(map(_text, few.index)))
        foot = f"{len(self)} row{'' if len(self) == 1 else 's'}"
        short = "" if len(self) or self.attrs.get("note") else "No rows."
        if len(few) < len(self):
            foot = f"{len(few)} of {foot}"
            short = f"{foot}."
        if hidden:
            foot += f"; more columns: {', '.join(hidden)}"
        if note := self.attrs.get("note"):
            foot += f". {note}"
            short = f"{short} {note}".strip()
        header, numbers = ([str(self.index.name), *columns], [False, *numbers]) if named else (columns, numbers)
        return header, [list(row) for row in zip(*cells, strict=True)], numbers, foot, short

    def __repr__(self) -> str:
        header, rows, numbers, foot, _ = self._view()
        widths = _widths([header, *rows])
        lines = [*_line(header, widths, numbers), "  ".join("-" * width for width in widths)]
        for row in rows:
            lines += _line(row, widths, numbers)
        return "\n".join([*lines, f"[{foot}]"])

    def _repr_html_(self) -> str:
        header, rows, numbers, _, foot = self._view()
        if not rows and self.attrs.get("note"):
            return f"<p><small>{escape(foot)}</small></p>"
        lengths = [list(map(len, column)) for column in zip(*rows, strict=True)] or [list[int]()] * len(header)
        styles = [_style(each, number) for each, number in zip(lengths, numbers, strict=True)]
        head = "".join(
            f'<th scope="col"{style}>{escape(name)}</th>' for name, style in zip(header, styles, strict=True)
        )
        first = 'th scope="row"' if self.index.name is not None else "td"
        links = [self.attrs.get("links", {}).get(name, {}) for name in header]
        linked = [[_linked(cell, known) for cell, known in zip(row, links, strict=True)] for row in rows]
        body = "\n".join(
            f"<tr><{first}{styles[0]}>{row[0]}</{first[:2]}>"
            + "".join(f"<td{style}>{cell}</td>" for cell, style in zip(row[1:], styles[1:], strict=True))
            + "</tr>"
            for row in linked
        )
        table = f'<table class="dataframe">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>'
        below = f"<p><small>{escape(foot)}</small></p>\n" if foot else ""
        return f"<div>\n{table}\n{below}</div>"


def build(rows: Sequence[dict[str, Any]], fields: Iterable[Field], index: str | None) -> Table:
    """Make a table with the column types that its description gives.

    Text becomes ``string``; a fixed list of values becomes a category, ordered where the description says so; dates
    become ``datetime64``; true/false becomes ``boolean``; whole numbers become ``Int64``. Dates of month or year
    precision are text, since a timestamp would say more than is known.

    Args:
        rows: as `course.tables.read` gives them.
        fields: the columns of the table's description.
        index: column to set as index.
    """
    columns = {field.name: pd.Series([row[field.name] for row in rows], dtype=_dtype(field)) for field in fields}
    table = Table(columns)
    return table.set_index(index) if index else table


def _dtype(field: Field) -> str | pd.CategoricalDtype:
    if field.constraints.enum is not None:
        return pd.CategoricalDtype(list(field.constraints.enum), ordered=field.categories_ordered)
    return {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean", "date": "datetime64[s]"}[
        field.type
    ]


def _text(cell: object) -> str:
    if isinstance(cell, tuple):
        return ", ".join(map(str, cell))
    if pd.isna(cell):  # type: ignore[call-overload]  # any scalar
        return ""
    if isinstance(cell, pd.Timestamp):
        return cell.date().isoformat()
    if pd.api.types.is_bool(cell):
        return "yes" if cell else "no"
    return str(cell)


def _linked(text: str, links: dict[str, str]) -> str:
    parts = (
        f'<a href="{escape(links[part])}">{escape(part)}</a>' if part in links else escape(part)
        for part in text.split(", ")
    )
    return ", ".join(parts)


def _column(cells: "pd.Series[Any]", number: bool) -> list[str]:
    """Numbers of a column with equally many decimals, none of them rounded away, and a true minus."""
    texts = list(map(_text, cells))
    if not number:
        return texts
    places = min(max((len(t.partition(".")[2]) for t in texts), default=0), MOST_DECIMALS)
    padded = [t if "e" in t or "." not in t else t + "0" * (places - len(t.partition(".")[2])) for t in texts]
    return [t.replace("-", "−") for t in padded]


def _percent(cells: "pd.Series[Any]") -> list[str]:
    """Probabilities in per cent, to two places at most; what is uncertain never reads 0 or 100."""
    known = cells.dropna()
    if not ((known >= 0) & (known <= 1)).all():
        return _column(cells, number=True)
    texts = ["" if pd.isna(cell) else f"{100 * cell:.2f}".rstrip("0").rstrip(".") for cell in cells]
    for n, (text, cell) in enumerate(zip(texts, cells, strict=True)):
        if text in ("0", "100") and cell not in (0, 1):
            texts[n] = "under 0.01" if cell < 0.5 else "over 99.99"
    places = max((len(text.partition(".")[2]) for text in texts if " " not in text), default=0)
    padded = [text if not text or " " in text else f"{float(text):.{places}f}" for text in texts]
    return [text and f"{text} %" for text in padded]


def _style(lengths: Iterable[int], number: bool) -> str:
    if number:
        return (
            ' style="text-align: right; vertical-align: top; white-space: nowrap; font-variant-numeric: tabular-nums"'
        )
    # A narrow window scrolls; it must neither break a date nor leave a sentence one word a line.
    longest = max(lengths, default=0)
    width = "white-space: nowrap" if longest <= UNBROKEN else "white-space: normal; min-width: 7em; max-width: 42em"
    if longest > WIDTH // 3:
        width = width.replace("7em", "16em")
    return f' style="text-align: left; vertical-align: top; {width}"'


def _widths(rows: list[list[str]]) -> list[int]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    while sum(widths) + 2 * len(widths) > WIDTH and max(widths) > NARROW:
        widest = widths.index(max(widths))
        widths[widest] -= 1
    return widths


def _line(cells: list[str], widths: list[int], numbers: list[bool]) -> list[str]:
    wrapped = [wrap(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, wrapped))
    padded = [part + [""] * (height - len(part)) for part in wrapped]
    return [
        "  ".join(
            text.rjust(width) if number else text.ljust(width)
            for text, width, number in zip(line, widths, numbers, strict=True)
        ).rstrip()
        for line in zip(*padded, strict=True)
    ]
