"""Put what a family says between its marker lines in a text, where they stand, or at the end. Pure."""

import re
from collections.abc import Mapping

_HEAD = re.compile(r"(?m)^\[([^\[\]\n]+)\]\s*$")


def replaced(text: str, bodies: Mapping[str, str]) -> str:
    """The text with each family's lines in its place; a family that is no longer there goes.

    Args:
        text: with or without regions.
        bodies: family to its lines, each ending with a line break.
    """
    for name in re.findall(r"(?m)^# family ([\w-]+)", text):
        region = re.search(rf"(?ms)^{re.escape(_begin(name))}(?![\w-])[^\n]*\n.*?^{re.escape(_end(name))}\n\n?", text)
        if region is not None:
            new = _region(name, bodies[name]) if name in bodies else ""
            text = text[: region.start()] + new + text[region.end() :]
    for name, body in bodies.items():
        if f"{_begin(name)}\n" not in text:
            text = f"{text.rstrip()}\n\n" if text.strip() else text
            text += _region(name, body)
    return text.rstrip() + "\n"


def replaced_in_tables(text: str, bodies: Mapping[str, Mapping[str, str]]) -> str:
    """The same for a text of tables, each of which has a region for every family: table to family to lines."""
    parts = _HEAD.split(text)
    before, tables = parts[0], dict(zip(parts[1::2], parts[2::2], strict=True))
    comments = {name: _comment(rest) for name, rest in zip(parts[1::2], [before, *parts[2::2]], strict=False)}
    told = []
    for name in dict.fromkeys((*tables, *bodies)):
        own = tables.get(name, "")
        own = own[: len(own) - len(_comment(own))] if _comment(own) else own
        body = replaced(own.strip("\n") and own.strip("\n") + "\n", bodies.get(name, {})).strip("\n")
        if body or name == "expert":
            told.append(f"{comments.get(name, '')}[{name}]\n{body}".rstrip() + "\n")
    head = before[: len(before) - len(_comment(before))].strip("\n")
    return "\n".join([*([head + "\n"] if head else []), *told])


def _comment(text: str) -> str:
    """The lines of comment at the end of a text, which belong to the table after it; none that mark a region."""
    found = re.search(r"(?:^|\n\n)((?:#[^\n]*\n)+)\Z", text)
    return "" if found is None or "# family" in found[1] or "# end of family" in found[1] else found[1]


def _begin(name: str) -> str:
    return f"# family {name}"


def _end(name: str) -> str:
    return f"# end of family {name}"


def _region(name: str, body: str) -> str:
    return f"{_begin(name)}\n{body.strip(chr(10))}\n{_end(name)}\n\n"
