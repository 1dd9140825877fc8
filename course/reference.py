"""The tools of a lesson as a table, made from their docstrings, so that it can't say anything else than they do."""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from textwrap import dedent, fill
from types import ModuleType
from typing import Any

import msgspec

_HEAD = re.compile(r"^(Args|Returns|Raises|Example):\n", re.MULTILINE)
_ENTRY = re.compile(r"^(?=\S)", re.MULTILINE)
_CODE = re.compile(r"``(.+?)``|`(.+?)`")
_TOOL = ' style="text-align: left; vertical-align: top; min-width: 8em; max-width: 20em"'
_SAYS = ' style="text-align: left; vertical-align: top; min-width: 14em; max-width: 60em"'


class Tool(msgspec.Struct, frozen=True):
    """One tool, as its docstring describes it.

    Attributes:
        call: its name and arguments, as code.
        does: what it does, paragraphs.
        takes: argument to what it is.
        gives: what comes back.
        fails: error to when it comes.
        example: a call that works.
    """

    call: str
    does: tuple[str, ...]
    takes: Mapping[str, str]
    gives: str
    fails: Mapping[str, str]
    example: str


class Tools(tuple[Tool, ...]):
    """Tools in alphabetical order; shown as a table."""

    __slots__ = ()

    def __repr__(self) -> str:
        """The same as text."""
        return "\n\n".join("\n".join((tool.call, *map(_filled, _lines(tool)))) for tool in self)

    def _repr_html_(self) -> str:
        head = f'<th scope="col"{_TOOL}>Tool</th><th scope="col"{_SAYS}>What it does</th>'
        return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{''.join(map(_row, self))}</tbody>\n</table>"


def tools(of: ModuleType | Callable[..., Any]) -> Tools:
    """Every tool of a part of the course.

    Args:
        of: a part, such as `course.brief`, or a single tool, such as `course.ask`.

    Raises:
        ValueError: a tool has no docstring, or one that leaves out what comes back or an example.
    """
    if isinstance(of, ModuleType):
        part = of.__name__.rpartition(".")[2]
        return Tools(_tool(f"{part}.{name}", getattr(of, name)) for name in sorted(of.__all__))
    return Tools([_tool(of.__name__, of)])


def _tool(name: str, tool: Callable[..., Any]) -> Tool:
    does, *rest = _HEAD.split(inspect.getdoc(tool) or "")
    said = dict(zip(rest[::2], (dedent(each).strip() for each in rest[1::2]), strict=True))
    if not (does and "Returns" in said and "Example" in said):
        raise ValueError(f"{name}: expected a docstring that says what it does, what comes back, and gives an example.")
    bare = [p.replace(annotation=p.empty) for p in inspect.signature(tool).parameters.values()]
    return Tool(
        f"{name}{inspect.Signature(bare)}",
        tuple(" ".join(each.split()) for each in does.strip().split("\n\n")),
        dict(_entries(said.get("Args", ""))),
        " ".join(said["Returns"].split()),
        dict(_entries(said.get("Raises", ""))),
        said["Example"],
    )


def _entries(text: str) -> Iterator[tuple[str, str]]:
    for entry in filter(None, _ENTRY.split(text)):
        name, _, says = " ".join(entry.split()).partition(": ")
        yield name, says


def _lines(tool: Tool) -> Iterator[str]:
    said = [*tool.does, *(f"{name}: {says}" for name, says in tool.takes.items())]
    said += [f"You get: {tool.gives}", *(f"Error {name}: {says}" for name, says in tool.fails.items())]
    yield from (_CODE.sub(lambda m: m[1] or m[2], each) for each in said)
    yield f"Example: {tool.example}"


def _filled(line: str) -> str:
    return fill(line, 100, initial_indent="  ", subsequent_indent="    ")


def _row(tool: Tool) -> str:
    parts = [f"<p>{_html(each)}</p>" for each in tool.does]
    if tool.takes:
        parts.append(_list({f"<code>{escape(name)}</code>": says for name, says in tool.takes.items()}))
    parts.append(f"<p><b>You get:</b> {_html(tool.gives)}</p>")
    if tool.fails:
        parts.append(_list({f"<b>Error</b> <code>{escape(name)}</code>": says for name, says in tool.fails.items()}))
    parts.append(f"<p><b>Example:</b> <code>{escape(tool.example)}</code></p>")
    return f'<tr><th scope="row"{_TOOL}><code>{escape(tool.call)}</code></th><td{_SAYS}>{"".join(parts)}</td></tr>\n'


def _list(entries: Mapping[str, str]) -> str:
    return f"<ul>{''.join(f'<li>{name}: {_html(says)}</li>' for name, says in entries.items())}</ul>"


def _html(text: str) -> str:
    return _CODE.sub(lambda m: f"<code>{m[1] or m[2]}</code>", escape(text, quote=False))
