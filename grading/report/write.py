"""Write a class report: a page that opens offline, everything as JSON, and a CSV file for each table."""

from pathlib import Path
from statistics import median

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from course.style import stylesheet
from course.svg import percent, signed
from course.tables.as_csv import as_csv
from course.tables.flat import flat
from grading.reading.harmless import harmless
from grading.report import pictures
from grading.report.made import TABLES
from grading.report.rows import (
    FEW,
    AccountRow,
    AgreementRow,
    ChoiceRow,
    ItemRow,
    LearnerRow,
    MisreadingRow,
    Report,
    SimilarityRow,
)
from grading.report.tables import ENOUGH
from grading.similarity.essays import ALIKE, LENGTH

FOLDER, PAGE = "reports", "report.html"
MOST_SHOWN = 50
"""Rows of likeness on the page; the table has all of them."""
OWN: dict[str, type[msgspec.Struct]] = {
    "items": ItemRow,
    "misreadings": MisreadingRow,
    "learners": LearnerRow,
    "choices": ChoiceRow,
    "unaccounted": AccountRow,
    "similar": SimilarityRow,
    "agreement": AgreementRow,
}


def write(report: Report, root: Path) -> Path:
    """Write page and tables to `reports/<assignment>` in the course root, and return the page's path.

    Raises:
        OSError: the folder can't be written.
    """
    folder = root / FOLDER / report.assignment
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.json").write_bytes(
        msgspec.json.format(msgspec.json.encode(flat(report, "made")), indent=1) + b"\n"
    )
    tables = {name: (kind, getattr(report, name)) for name, kind in OWN.items()}
    tables |= {name: (table.row, report.made[name]) for name, table in TABLES.items()}
    for name, (kind, rows) in tables.items():
        (folder / f"{name}.csv").write_text(as_csv(kind, [*map(_harmless, rows)]), encoding="utf-8", newline="")
    (folder / PAGE).write_text(page(report), encoding="utf-8")
    return folder / PAGE


def page(report: Report) -> str:
    """The report as a page of HTML: complete in itself, without script, fit for print."""
    pages = FileSystemLoader(Path(__file__).parent)
    environment = Environment(loader=pages, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters |= {"signed": signed, "percent": percent}
    environment.globals["words"] = pictures.words
    charts = {
        "distribution": pictures.distribution(report.shares),
        "difficulties": pictures.difficulties(report.items),
        "misreadings": pictures.misreadings(report.misreadings),
        "days": pictures.days(report.days),
    }
    charts |= {name: pictures.made(table, report.made[name]) for name, table in TABLES.items()}
    return environment.get_template("report.html.j2").render(
        it=report,
        tables=TABLES,
        style=Markup(stylesheet()),  # noqa: S704 - the course's own
        middle=median(report.shares),
        titles={item.question: item.title for item in report.items},
        enough=ENOUGH,
        few=FEW,
        most=MOST_SHOWN,
        runs=LENGTH,
        alike=ALIKE,
        charts={name: Markup(svg) for name, svg in charts.items()},  # noqa: S704 - built as elements, text escaped
    )


def _harmless(row: msgspec.Struct) -> msgspec.Struct:
    values = {n: getattr(row, n) for n in row.__struct_fields__}
    texts = {n: harmless(v) for n, v in values.items() if isinstance(v, str)}
    # The cell of a tuple begins with its first text.
    lists = {n: tuple(map(harmless, v)) for n, v in values.items() if isinstance(v, tuple)}
    return msgspec.structs.replace(row, **texts, **lists)
