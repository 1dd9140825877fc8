"""Text with **bold**, *italic* and `code` parts, split once here so that page, static form and plain text agree."""

import html
import re

TAGS = {"*": "em", "**": "strong", "`": "code"}
_MARK = re.compile(r"(\*\*?|`)(?=\S)(.+?)(?<=\S)\1")

Runs = list[tuple[str, str]]


def runs(text: str) -> Runs:
    """Split text into (tag, text) pairs; tag is "", "strong", "em" or "code"."""
    found, end = [], 0
    for match in _MARK.finditer(text):
        found += [("", text[end : match.start()]), (TAGS[match[1]], match[2])]
        end = match.end()
    return [run for run in (*found, ("", text[end:])) if run[1]]


def as_html(text: str) -> str:
    """The text as HTML; everything but bold, italic and code is escaped."""
    return "".join(f"<{t}>{html.escape(s)}</{t}>" if t else html.escape(s) for t, s in runs(text))


def as_text(text: str) -> str:
    """The text without its marks."""
    return "".join(s for _, s in runs(text))
