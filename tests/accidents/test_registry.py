"""Every kind of accident is told once, with its source, and has a part of its own that runs it."""

import re
from collections import Counter

from tests.accidents.registry import HERE, function, parts

SOURCE = re.compile(r"trial|[\w.-]+/[\w.-]+#\d+|https://\S+")


def test_each_kind_is_told_once_with_a_source_and_a_function():
    kinds = [kind for each in parts().values() for kind in each]
    assert [i for i, n in Counter(kind.id for kind in kinds).items() if n > 1] == []
    assert [kind.id for kind in kinds if not all(SOURCE.fullmatch(s.strip()) for s in kind.source.split(","))] == []
    assert all(kind.does and kind.outcome for kind in kinds)
    assert all(function(part, kind) for part, each in parts().items() for kind in each)
    assert {p.name for p in HERE.glob("test_*.py")} == {*(f"test_{part}.py" for part in parts()), "test_registry.py"}
