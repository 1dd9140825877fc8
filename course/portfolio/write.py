"""Write a portfolio: a page (HTML), everything as JSON, and a CSV file for each part."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from html import escape
from pathlib import Path

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from course import gain
from course.asked import Asked
from course.gain import share
from course.gain.read import families
from course.journal import Journal
from course.journal.files import replace
from course.mine.committed import FORECASTS
from course.mine.weighed import WEIGHING
from course.portfolio import pictures
from course.portfolio.gained import by_family
from course.portfolio.gather import PRIOR, gather
from course.portfolio.parts import OF_KINDS, Belief, Checked, Foretold, Portfolio, Weight
from course.questions.find import lesson_of
from course.style import stylesheet
from course.subject import subject
from course.svg import percent, signed
from course.tables import read
from course.tables.as_csv import as_csv
from course.tables.flat import flat

FOLDER, PAGE = "portfolio", "portfolio.html"
PARTS: dict[str, type[msgspec.Struct]] = {
    "beliefs": Belief,
    "weights": Weight,
    **{name: part.piece for name, part in OF_KINDS.items()},
    "forecasts": Foretold,
    "checks": Checked,
}


def _is(wanted: str) -> Callable[[Asked], bool]:
    return lambda question: question.id == wanted


def _fills(part: str) -> Callable[[Asked], bool]:
    return lambda question: question.part is not None and question.part.name == part


BEGINS: dict[str, Callable[[Asked], bool]] = {
    "beliefs": _is(PRIOR),
    "weights": _is(WEIGHING),
    **{name: _fills(name) for name in OF_KINDS},
    "forecasts": _is(FORECASTS),
}
"""Part to the question with which it begins."""


class Written(msgspec.Struct, frozen=True):
    """Where a portfolio was written, and which parts are still empty."""

    folder: Path
    empty: tuple[str, ...]

    def __str__(self) -> str:
        left = f" Still empty: {', '.join(self.empty)}." if self.empty else ""
        return f"Written: {FOLDER}/{PAGE}, and the same as data beside it.{left}"

    __repr__ = __str__

    def _repr_html_(self) -> str:
        left = f" Still empty: {', '.join(self.empty)}." if self.empty else ""
        link = f'<a href="{FOLDER}/{PAGE}" target="_blank">{FOLDER}/{PAGE}</a>'
        return f"<p>Written: {link}, and the same as data beside it.{escape(left)}</p>"


def write(folder: Path | str | None = None) -> Written:
    """Write what you said in the course, and what came of it, on one page; and the same as data.

    Args:
        folder: where to; by default the folder ``portfolio`` beside your journal. Files of an earlier portfolio there
            are replaced, others are left alone.

    Returns:
        A link to the page, and which parts of it are still empty.

    Raises:
        JournalError: your journal can't be read.
        OSError: the folder can't be written.

    Example:
        portfolio.write()
    """
    target = Journal().path.with_name(FOLDER) if folder is None else Path(folder)
    made = gather()
    record = Journal().read()
    answers = gain.given(record, families())
    tables = flat(made, "kept")
    target.mkdir(parents=True, exist_ok=True)
    replace(target / "portfolio.json", msgspec.json.format(msgspec.json.encode(tables), indent=1) + b"\n")
    for name, kind in PARTS.items():
        replace(target / f"{name}.csv", as_csv(kind, tables[name]).encode())
    if answers:
        replace(target / share.FILE, share.written(share.shared(record, answers)))
    replace(target / PAGE, page(made).encode())
    return Written(target, tuple(name for name in PARTS if not tables[name]))


def page(portfolio: Portfolio, made: datetime | None = None) -> str:
    """The portfolio as a page of HTML: complete in itself, without script, fit for print.

    Args:
        portfolio: what to show.
        made: when, for the page's head; by default now.
    """
    brief = subject()
    environment = Environment(autoescape=True, undefined=StrictUndefined, loader=PackageLoader("course.portfolio", "."))
    effects = {row["step"]: str(row["name"]) for row in read("rating_steps") if row["scale"] == "effect"}
    charts = {
        "beliefs": pictures.moves([(b.question, b.probability) for b in portfolio.beliefs], brief.event),
        "weights": pictures.way(_way(portfolio.weights), brief.event),
        "forecasts": pictures.forecasts(
            [(f"{_number(f.id)}{f.event}", f.forecast, f.came) for f in portfolio.forecasts]
        ),
    }
    environment.filters |= {"signed": signed, "percent": percent, "number": _number}
    return environment.get_template("page.html.j2").render(
        it=portfolio,
        parts=OF_KINDS.values(),
        brief=brief,
        lessons={part: lesson_of(wanted) for part, wanted in BEGINS.items()},
        style=Markup(stylesheet()),  # noqa: S704 - the course's own
        effects=effects,
        made=(made or datetime.now(UTC)).date().isoformat(),
        families=by_family(portfolio.checks),
        shared=share.FILE,
        charts={name: Markup(svg) for name, svg in charts.items()},  # noqa: S704 - built as elements, text escaped
    )


def _way(weights: Sequence[Weight]) -> list[tuple[str, float, float]]:
    """From prior to posterior: the label of each step, and the probability before and after it."""
    names = {each.signal: f"{each.signal} {each.name}" for each in weights}
    steps = dict.fromkeys((each.counted, each.before, each.after) for each in weights)
    return [
        (names[counted[0]] if len(counted) == 1 else f"{' '.join(counted)} (one story)", before, after)
        for counted, before, after in steps
    ]


def _number(event: str) -> str:
    """The number of an event that the tables number, and nothing for one of the course's own."""
    return f"{event.upper()} " if re.fullmatch(r"q\d+", event) else ""
