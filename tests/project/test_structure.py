"""The structure that ARCHITECTURE.md describes: who imports whom, what is pure, how long a module may be."""

import ast
import graphlib
import re
from functools import cache
from pathlib import Path

import pytest

from tests.paths import ROOT

MOST_LINES = 200
ALONE = {"course.start"}
"""Has to be one file, because it runs when nothing else is there."""
RECORDS = {"errors", "argument", "bargaining", "weighing", "forecasting"}
"""Pure rooms, which anybody may import."""
READS = RECORDS | {"paths", "subject", "tables", "text"}
MAY_IMPORT = {
    "errors": set(),
    "paths": set(),
    "text": set(),
    "when_needed": set(),
    "subject": {"tables"},
    "style": set(),
    "svg": {"style"},
    "light": set(),
    "start": set(),
    "bundle": {"start"},
    "argument": {"errors"},
    "bargaining": set(),
    "weighing": {"errors"},
    "forecasting": {"errors", "weighing"},
    "tables": {"errors", "paths", "text"},
    "journal": {"errors"},
    "live": {"errors", "journal"},
    "brief": {"errors", "forecasting", "tables"},
    "charts": {"brief", "light", "style", "subject", "svg", "tables"},
    "asked": {"errors", "tables"},
    "kinds": RECORDS | {"asked", "subject", "tables"},
    "questions": {"asked", "kinds", "paths", "tables", "text"},
    "scoring": {"asked", "questions"},
    "schemas": {"asked", "journal", "kinds"},
    "panels": READS | {"asked", "journal", "kinds", "live", "questions", "scoring"},
    "mine": READS | {"asked", "brief", "journal", "kinds", "live", "questions"},
    "gain": {"asked", "journal", "panels", "questions", "scoring"},
    "retrieval": {"asked", "errors", "journal", "panels", "questions", "scoring"},
    "portfolio": READS | {"asked", "gain", "journal", "kinds", "questions", "mine", "scoring", "style", "svg"},
    "labextension": {"brief", "tables"},
    "server": {"asked", "gain", "journal", "labextension", "light", "questions", "retrieval"},
    "reference": set(),
}
"""Room of `course` to the other rooms that it may import: the flow of ARCHITECTURE.md, one way."""
SHARED = {"book", "command", "errors", "progress", "table"}
"""Modules of `grading` that belong to no room."""
GRADING_MAY_IMPORT = {
    "book": {"handout"},
    "command": set(),
    "errors": {"handout"},
    "progress": set(),
    "table": {"handout"},
    "new": set(),
    "take": {"command", "handout", "reading"},
    "handout": set(),
    "families": set(),
    "reading": set(),
    "collecting": {"reading"},
    "scoring": {"handout", "reading"},
    "marking": SHARED | {"handout", "late", "reading", "scoring"},
    "showing": {"collecting", "handout", "late", "marking", "reading", "scoring"},
    "groups": {"handout", "reading", "table"},
    "late": {"collecting", "groups", "handout", "reading", "table"},
    "converters": SHARED | {"collecting", "groups", "handout", "late", "marking", "reading", "scoring", "showing"},
    "check": {"families", "handout"},
    "roster": SHARED | {"collecting", "reading"},
    "similarity": set(),
    "export": SHARED | {"collecting", "groups", "handout", "late", "reading", "roster"},
    "regrade": SHARED | {"handout", "reading", "scoring", "converters", "export", "late", "marking"},
    "report": SHARED
    | {"collecting", "groups", "handout", "late", "marking", "reading", "scoring", "roster", "similarity", "export"},
    "gain": set(),
    "scale": SHARED | {"handout", "reading", "scoring"},
    "static_site": {"handout"},
    "nbgrader_config": {"book", "collecting", "converters", "late", "scoring", "showing"},
}
"""The same for `grading`."""
FLOW = {
    "course": (MAY_IMPORT, {"grading", "tests", "notebooks"}),
    "grading": (GRADING_MAY_IMPORT, {"tests", "notebooks"}),
}
"""Package to what its rooms may import of it, and to what is built on it and so never imported."""

PURE_ROOMS = {"argument", "bargaining", "weighing", "forecasting", "svg"}
"""Besides these, every module whose docstring says “Pure.”"""
WORLDLY = re.compile(
    r"^(os|sys|pathlib|shutil|tempfile|subprocess|socket|urllib|time|secrets|importlib|tomllib|filelock|pandas|altair"
    r"|anywidget|ipywidgets|traitlets|nbformat|nbconvert|nbgrader|course\.(tables|paths|journal|brief))\b(?!\.as_csv)"
)
"""Modules that reach files, clocks, widgets or tables."""


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


SOURCES = {name_of(path): path for room in ("course", "grading") for path in (ROOT / room).rglob("*.py")}
OURS = {name: path for name, path in SOURCES.items() if not name.startswith("grading.source.")}


@cache
def imports(module: str) -> frozenset[str]:
    """What a module imports, anywhere in it: modules, and of a package its modules rather than its names."""
    found = set()
    for node in ast.walk(ast.parse(OURS[module].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            inside = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (inside & set(OURS)) or {node.module}
    return frozenset(found)


def room(module: str) -> str:
    return module.split(".")[1] if module.count(".") else ""


@pytest.mark.parametrize("module", [m for m in OURS if "." in m])
def test_a_room_imports_only_what_flows_into_it(module):
    top = module.split(".")[0]
    may_import, built_on_it = FLOW[top]
    assert not {each for each in imports(module) if each.split(".")[0] in built_on_it}, (
        f"imports what is built on {top}"
    )
    assert room(module) in may_import, f"a new room of {top}: say in {Path(__file__).name} what it may import"
    ours = {each for each in imports(module) if each.split(".")[0] == top}
    assert {room(each) for each in ours} - {room(module)} <= may_import[room(module)]


def test_no_module_imports_itself_by_a_detour():
    graph = {module: {each for each in imports(module) if each in OURS} for module in OURS}
    graph["course"] = set()  # the door to every room, which opens when somebody knocks
    list(graphlib.TopologicalSorter(graph).static_order())


def calls_itself_pure(module: str) -> bool:
    said = ast.get_docstring(ast.parse(OURS[module].read_text("utf-8"))) or ""
    return bool(re.search(r"\bPure\.", said)) or (module.startswith("course.") and room(module) in PURE_ROOMS)


def reach(module: str, seen: set[str]) -> set[str]:
    """All that a module imports, and what that imports, and so on."""
    for each in imports(module) - seen:
        seen.add(each)
        if each in OURS:
            reach(each, seen)
    return seen


@pytest.mark.parametrize("module", [*filter(calls_itself_pure, OURS)])
def test_what_is_called_pure_reaches_no_file_table_widget_or_clock(module):
    assert not {each for each in reach(module, set()) if WORLDLY.match(each)}
    names = {node.func.id for node in ast.walk(ast.parse(OURS[module].read_text("utf-8")))
             if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}  # fmt: skip
    assert not names & {"open", "print", "input", "exec", "eval"}


@pytest.mark.parametrize("module", sorted(OURS.keys() - ALONE))
def test_no_module_is_too_long_to_be_read_at_once(module):
    assert len(OURS[module].read_text("utf-8").splitlines()) <= MOST_LINES


def test_every_room_and_file_of_the_architecture_is_there_and_none_is_left_out():
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    block = re.search(r"```\n(.+?)```", text, re.DOTALL)[1]
    top, named = "", set()
    for indent, name in re.findall(r"^( *)([\w.]+/?) ", block, re.MULTILINE):
        top = top if indent else name
        named.add(top + name if len(indent) == 2 else name if not indent else "")
    named -= {""}
    assert not [each for each in named if not (ROOT / each).exists()]
    rooms = {f"{p.parent.name}/{p.name}/" for top in ("course", "grading") for p in (ROOT / top).iterdir()
             if (p / "__init__.py").is_file() or p.name == "schemas"}  # fmt: skip
    assert rooms <= named


TESTED_WITH = {
    "course/asked": "kinds",
    "course/svg": "style",
    "grading/late": "accidents",
}
"""Rooms without tests of their own: what they do shows only in what stands on them."""
WHOLES = {
    "accidents", "bench", "browser", "data", "extend", "facts", "grading", "hostile", "notebooks", "oracles", "project",
    "validity", "warm",
}  # fmt: skip
"""Folders of tests that belong to no single room."""


def test_tests_stand_where_what_they_test_does():
    rooms = {f"{path.parent.name}/{path.name}" for top in ("course", "grading") for path in (ROOT / top).iterdir()
             if (path / "__init__.py").is_file()}  # fmt: skip
    tests = ROOT / "tests"
    own = {f"course/{path.name}" for path in tests.iterdir() if path.is_dir()}
    own |= {f"grading/{path.name}" for path in (tests / "grading").iterdir() if path.is_dir()}
    own = {each for each in own if not each.endswith("__pycache__")} - {f"course/{each}" for each in WHOLES}
    assert own <= rooms, "a folder of tests without a room"
    assert rooms - own == set(TESTED_WITH), "a room without a folder of tests"
    assert all((tests / each).is_dir() for each in TESTED_WITH.values())
    assert not [*tests.glob("test_*.py")], "a test that stands in no folder"
