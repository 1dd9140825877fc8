"""The tools of a lesson: each is documented so that a learner can use it, and the reference shows them all."""

import inspect
import re
from types import ModuleType

import nbformat
import pytest

import course
from course.reference import tools
from tests.paths import LESSON_NOTEBOOKS, REFERENCE

PARTS = {name: getattr(course, name) for name in course.__all__}
FOUND = [tool for part in PARTS.values() for tool in tools(part)]
LOOK_UPS = {
    "brief": {"actors", "argument", "datasets", "reported_by", "wordings"},
    "mine": {"forecasts"},
}
"""What no lesson shows, for who looks further."""


def code(path):
    return "\n".join(cell.source for cell in nbformat.read(path, 4).cells if cell.cell_type == "code")


@pytest.mark.parametrize("tool", FOUND, ids=lambda tool: tool.call.partition("(")[0])
def test_every_example_runs_and_calls_its_tool(tool, journal):
    assert re.search(rf"^{re.escape(tool.call.partition('(')[0])}\(", tool.example)
    journal.commit("guess-first-page", {"facts": 8})  # what some of them look up
    assert eval(tool.example, dict(PARTS)) is not None


@pytest.mark.parametrize("tool", FOUND, ids=lambda tool: tool.call.partition("(")[0])
def test_every_argument_is_explained(tool):
    signature = inspect.signature(eval(tool.call.partition("(")[0], dict(PARTS)))
    assert list(tool.takes) == [str(p).partition(":")[0].partition("=")[0] for p in signature.parameters.values()]
    assert all((*tool.does, *tool.takes.values(), tool.gives, *tool.fails.values()))


@pytest.mark.parametrize("name", [name for name, part in PARTS.items() if isinstance(part, ModuleType)])
def test_what_is_public_is_what_a_lesson_needs(name):
    public = set(PARTS[name].__all__)
    own = [each for each in vars(PARTS[name]).values() if getattr(each, "__module__", "").startswith(f"course.{name}.")]
    assert {each.__name__ for each in own if inspect.isfunction(each)} == public
    used = set(re.findall(rf"\b{name}\.(\w+)", "\n".join(map(code, LESSON_NOTEBOOKS))))
    assert public == used | LOOK_UPS.get(name, set())


def test_the_reference_shows_every_part_and_has_a_table_that_can_be_read():
    notebook = nbformat.read(REFERENCE, 4)
    assert set(re.findall(r"tools\((\w+)\)", code(REFERENCE))) == set(course.__all__)
    shown = [o.data["text/html"] for c in notebook.cells for o in c.get("outputs", [])]
    assert len(shown) == len(course.__all__)
    for table in shown:
        assert table.count('<th scope="col"') == 2
        assert table.count('<th scope="row"') == table.count("<tr>") - 1
        assert "`" not in table


def test_a_tool_without_its_docstring_is_no_tool():
    def bare() -> None:
        """Say what it does, and no more."""

    with pytest.raises(ValueError, match="gives an example"):
        tools(bare)


def test_markup_in_a_docstring_stays_text():
    def odd(name: str = "<b>") -> str:
        """Show ``<script>`` & more.

        Args:
            name: a `<i>` name.

        Returns:
            Text.

        Example:
            odd("<u>")
        """
        return name

    shown = tools(odd)._repr_html_()
    assert "<script>" not in shown
    assert not re.search(r"<[iu]>", shown)
    assert "<code>&lt;script&gt;</code> &amp; more." in shown
    assert "odd(name='<b>')" in repr(tools(odd))
