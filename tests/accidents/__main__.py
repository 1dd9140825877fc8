"""Run every kind of accident and print the table: what happened, who reports it, what came of it.

python -m tests.accidents [part ...]
"""

import sys

import pytest

from tests.accidents.registry import HERE, parts


class _Outcomes:
    """Keeps how the test of each kind ended."""

    def __init__(self) -> None:
        self.ended: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" or report.outcome != "passed":
            self.ended[report.nodeid.rpartition("[")[2].removesuffix("]")] = report.outcome


def main(chosen: list[str]) -> int:
    """Print the table; 1 if an outcome is not as it should be."""
    wanted = {part: kinds for part, kinds in parts().items() if not chosen or part in chosen}
    outcomes = _Outcomes()
    code = pytest.main(["-q", "--no-header", *(str(HERE / f"test_{part}.py") for part in wanted)], plugins=[outcomes])
    rows = [("kind", "what happened", "source", "outcome", "holds")]
    for part, kinds in wanted.items():
        rows += [
            (f"{part}/{k.id}", k.does, k.source, k.outcome, "yes" if outcomes.ended.get(k.id) == "passed" else "NO")
            for k in kinds
        ]
    print("\n".join(f"| {' | '.join(row)} |" for row in (rows[0], ("---",) * 5, *rows[1:])))
    print(f"{len(rows) - 1} kinds, {sum(row[-1] == 'yes' for row in rows[1:])} with the right outcome")
    return int(code)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
