"""Print the report of every assignment, or of those named: `python -m tests.validity [assignment …]`."""

import sys

from tests.validity.assignments import load, names
from tests.validity.report import report


def show(name: str) -> None:
    """Print one report."""
    assessed = load(name)
    found = report(assessed)
    print(f"\n{name}: {len(assessed.bank.questions)} questions, {assessed.total:g} points")
    asked = assessed.drawn(0)
    if len(asked) < len(assessed.bank.questions):
        print(f"  of pools all are answered here; one learner is asked {len(asked)}, {assessed.asked_total:g} points")
    print(f"  {'share of points':<28}{'least':>7}{'25 %':>7}{'mean':>7}{'75 %':>7}{'most':>7}")
    for kind, five in found.by_kind.items():
        print(f"  {kind:<28}" + "".join(f"{share:7.0%}" for share in five))
    print(f"  {'misconception':<28}{'recall':>7}{'false':>7}{'in':>4} questions")
    for misconception, count in found.named_by.items():
        recall, false = found.recall.get(misconception), found.false_alarms.get(misconception)
        rates = "      –      –" if recall is None else f"{recall:7.2f}{false:7.2f}"
        print(f"  {misconception:<28}{rates}{count:4}")
    print(f"  {'question':<28}{'difficulty':>11}{'item–rest':>11}")
    for question, share in found.difficulty.items():
        print(f"  {question:<28}{share:11.2f}{found.discrimination[question]:11.2f}")


if __name__ == "__main__":
    for each in sys.argv[1:] or names():
        try:
            show(each)
        except ValueError as e:
            sys.exit(str(e))
