"""The page's side of a panel: JavaScript files joined into one module, and style sheets.

What a kind of question has of its own stands under its name, in `js/kinds/` and `css/kinds/`: one file, or a folder
with a file of that name in it. A kind may do without a style of its own. A first line “Needs: a, b” names the files
that one stands on: those beside it, or else common ones. So no kind is named here.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NoReturn

PAGE = files("course.panels")
NEEDS = re.compile(r"\A(?://|/\*) Needs: ([\w, ]+)")


@cache
def script(kind: str) -> str:
    """The module that draws a panel of a kind.

    Raises:
        FileNotFoundError: the kind has no controls.
    """
    return _joined("js", "base", _own("js", kind) or _missing(kind), "frame")


@cache
def style(kind: str) -> str:
    """The style sheet of a panel of a kind."""
    return _joined("css", "look", "panel", *filter(None, [_own("css", kind)]))


def parts(form: str, *names: str) -> tuple[str, ...]:
    """Files of a form, js or css, by their names without it; what they need comes before them."""
    found: dict[str, None] = {}
    for name in names:
        _gather(form, name, found, ())
    return tuple(found)


def _gather(form: str, name: str, found: dict[str, None], within: tuple[str, ...]) -> None:
    if name in found or name in within:
        return
    for needed in _needs(form, name):
        _gather(form, needed, found, (*within, name))
    found[name] = None


def _needs(form: str, name: str) -> Iterator[str]:
    said = NEEDS.match(_read(form, name))
    for needed in said[1].replace(",", " ").split() if said else ():
        beside = f"{name.rpartition('/')[0]}/{needed}"
        yield beside if _there(form, beside) else needed


def _own(form: str, kind: str) -> str:
    tried = (f"kinds/{kind}", f"kinds/{kind}/{kind}")
    return next((name for name in tried if _there(form, name)), "")


def _missing(kind: str) -> NoReturn:
    raise FileNotFoundError(
        f"Questions of type {kind} have no controls. Expected course/panels/js/kinds/{kind}.js, which says how they "
        f"are drawn: CONTROLS.{kind} = (question, id, change) => ({{ node, read, write }})."
    )


def _joined(form: str, *names: str) -> str:
    return "\n".join(_read(form, name) for name in parts(form, *names))


def _read(form: str, name: str) -> str:
    return (PAGE / form / f"{name}.{form}").read_text("utf-8")


def _there(form: str, name: str) -> bool:
    return (PAGE / form / f"{name}.{form}").is_file()
