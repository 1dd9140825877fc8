"""A kind of question is a room: nothing outside it names it, but the registry, so that a kind is added by adding."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.kinds import KINDS
from tests.paths import ROOT

CLASSES = {kind.__name__ for kind in KINDS.values()}
TAGS = "|".join(KINDS)
ROOM = re.compile(rf"\bkinds[./](?:{TAGS})\b")
QUOTED = re.compile(rf"""["'`](?:{TAGS})["'`]|CONTROLS\.(?:{TAGS})\b|{ROOM.pattern}""")
REGISTRY = "course/kinds/__init__.py"

MAY = {
    "course/mine/": "lessons' own tables of what was weighed and forecast, which read the answers of these two",
    "course/brief/claim_card.py": "“probability” is what words of a claim do",
    "course/asked/claim_cards.py": "the same",
    "course/charts/forecasts.py": "“forecast” is a column of the table that it draws",
    "grading/families/": "they write banks, and a bank names the kind of a question as its type",
    "course/weighing/__init__.py": "“probability” is a function of the model",
}
"""Where a kind may be named, or a word of the course is a kind's name by chance."""

PYTHON = [path for top in ("course", "grading") for path in (ROOT / top).rglob("*.py")]
PAGES = [
    path
    for top in ("course", "grading")
    for path in (ROOT / top).rglob("*")
    if path.suffix in (".js", ".css", ".j2") and "node_modules" not in path.parts
]


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def own(path: Path) -> str:
    """The kind in whose room a file stands, or whose page it is a part of; empty for every other file."""
    found = re.match(r"course/(?:kinds|panels/(?:js|css)/kinds)/(\w+)", where(path))
    return found[1] if found and found[1] in KINDS else ""


def named(text: str) -> Iterator[str]:
    """Every kind that Python code names: its class, its room, or its type as a text."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                yield from {name} & CLASSES
            case ast.ImportFrom(module=module, names=names):
                yield from {each.name for each in names} & CLASSES
                full = {f"{module}.{each.name}" for each in names}
                yield from (each for each in full if ROOM.search(each))
            case ast.Import(names=names):
                yield from (each.name for each in names if ROOM.search(each.name))
            case ast.Constant(value=str(text)) if text in KINDS or ROOM.search(text):
                yield text


def in_page(text: str) -> Iterator[str]:
    """The same for a script, a style sheet or a template."""
    yield from QUOTED.findall(text)


def others(path: Path) -> set[str]:
    """The kinds that a file names, but the one that it belongs to."""
    found = set(named(path.read_text("utf-8")) if path.suffix == ".py" else in_page(path.read_text("utf-8")))
    if kind := own(path):
        mine = re.compile(rf"\b{kind}\b|{KINDS[kind].__name__}")
        return {each for each in found if not mine.search(each)}
    return found


def excused(path: Path, by: object) -> bool:
    return any(where(path).startswith(each) for each in by)


@pytest.mark.parametrize("path", [*PYTHON, *PAGES], ids=where)
def test_a_kind_is_named_in_its_own_room_and_in_the_registry_alone(path):
    if where(path) == REGISTRY or excused(path, MAY):
        return
    assert not others(path)


@pytest.mark.parametrize("place", MAY)
def test_no_exception_outlives_its_reason(place):
    assert any(others(path) for path in [*PYTHON, *PAGES] if where(path).startswith(place))


def test_every_kind_has_its_room_and_its_controls_under_its_own_name():
    for kind in KINDS:
        assert KINDS[kind].__module__ == f"course.kinds.{kind}.question"
        js = ROOT / "course" / "panels" / "js" / "kinds"
        assert (js / f"{kind}.js").is_file() != (js / kind / f"{kind}.js").is_file(), kind


@pytest.mark.parametrize(
    "code",
    [
        "from course.kinds import Weigh",
        "import course.kinds as k\nk.Argue",
        "from course.kinds.deal.positions import positions",
        "from course.kinds import rank",
        "import course.kinds.forecast.question",
        "def f(q):\n    match q:\n        case Classify():\n            pass",
        "if q.kind == 'choose_one': pass",
        "x = {'weigh': 1}",
        "open('js/kinds/weigh/model.js')",
    ],
)
def test_however_it_is_named_it_is_seen(code):
    assert [*named(code)]


@pytest.mark.parametrize("code", ['if (question.type === "rank") x();', "CONTROLS.deal = 1;", "{% if q == 'argue' %}"])
def test_in_a_page_too(code):
    assert [*in_page(code)]
    assert not [*in_page("const rank = 1; // a deal")]
