"""What a lesson loads, and what it leaves alone until it is used: a learner waits for it, and a hub pays for it."""

import sys

from tests.project.test_project import run

LESSON = """
import sys
loaded = lambda *names: {name for name in names if sys.modules.get(name)}

from course import ask, brief, charts, mine
ask
assert loaded("pandas", "anywidget") == {"pandas", "anywidget"}
assert not loaded("altair", "scipy", "sympy", "jinja2", "jsonschema", "nbformat"), sys.modules.keys()

charts.timeline
assert loaded("altair", "jsonschema") == {"altair", "jsonschema"}
assert not loaded("rfc3987_syntax")
assert "rfc3987_syntax" not in sys.modules

import rfc3987_syntax
assert rfc3987_syntax.is_valid_syntax("iri", "https://example.org/")
assert charts.claims_by_kind(brief.claims()).to_dict()["description"]
"""


def test_a_lesson_loads_a_charts_library_with_its_first_chart():
    run(sys.executable, "-c", LESSON)
