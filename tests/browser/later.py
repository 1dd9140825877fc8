"""What nobody may read before committing forecasts: what came after 21 October 2014."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page

from course.subject import subject
from course.tables import read, read_after

CUT = (subject().known_until + timedelta(1)).isoformat()
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DATE = re.compile(rf"(\bby |\buntil |\bto )?(?:(\d{{1,2}}) )?\b({'|'.join(MONTHS)})[a-z]* (\d{{4}})\b")
ISO = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b")


def texts() -> set[str]:
    """Texts of the tables that tell what came, beyond the brief's own words."""
    told = {str(row["text"]) for row in read_after("later_records")}
    told |= {str(row["event"]) for row in read_after("events")}
    told |= {str(row["public_record"]) for row in read_after("discrepancies")}
    told |= {str(row["note"]) for row in read_after("outcomes") if row["note"]}
    told |= {str(row["signal"]) for row in read("transfer_signals") if str(row["start"]) >= CUT}
    known = [str(row["paraphrase"]) for row in read("claims")]
    # The mid-term elections came later, and the brief names them.
    return {text for text in told if not any(text in claim for claim in known)}


def seen(page: Page) -> str:
    """All that the notebook says: its text, texts in charts, and descriptions for screen readers."""
    return page.evaluate(
        """() => {
            const shown = document.querySelector('.jp-Notebook');
            const named = [...shown.querySelectorAll('[aria-label], [alt], [title]')];
            const names = ['aria-label', 'alt', 'title'];
            const attributes = named.flatMap(e => names.map(name => e.getAttribute(name) ?? ''));
            return [shown.innerText, shown.textContent, ...attributes].join('\\n');
        }"""
    )


def dates(text: str) -> set[str]:
    """Dates after the brief was written.

    Left aside are the days by which something is asked to come, when a source on earlier events was published, and
    today, when the learner answers.
    """
    now = datetime.now(UTC)
    for source in (*sorted(_sources(), key=len, reverse=True), f"{now:%Y-%m-%d}", f"{now - timedelta(1):%Y-%m-%d}"):
        text = text.replace(source, "")
    found = {match.group() for match in ISO.finditer(text) if match.group() >= CUT}
    for match in DATE.finditer(text):
        asked, day, month, year = match.groups()
        if not asked and f"{year}-{MONTHS.index(month) + 1:02}-{int(day or 1):02}" >= CUT:
            found.add(match.group())
    return found


def _sources() -> set[str]:
    tables = ("events", "discrepancies", "background", "transfer_signals", "transfer_cases")
    return {str(row["source"]) for name in tables for row in read(name)}
