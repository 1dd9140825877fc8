"""Families as text in the three files of their assignment, and what there differs from it."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from grading.families import toml
from grading.families.family import Family, Variant
from grading.families.found import families
from grading.families.regions import replaced, replaced_in_tables

ROOT = Path(__file__).resolve().parents[2]
FIRST = ("id", "pool", "type", "title", "prompt", "points", "claims", "hints")
"""Members of a question that come first, in this order."""


def written(found: Sequence[Family] | None = None, root: Path = ROOT) -> Iterator[tuple[Path, str]]:
    """Each file that holds families, below `root`, with the text that it should have.

    Args:
        found: the families; all of them, if None.
        root: the top folder of the course.
    """
    told = families() if found is None else tuple(found)
    for name in dict.fromkeys(each.assignment for each in told):
        own = [each for each in told if each.assignment == name]
        for path, told_by in (
            (Path("grading", "source", name, "questions.toml"), _questions),
            (Path("grading", "keys", f"{name}.toml"), _keys),
        ):
            yield path, replaced(_text(root / path), {each.name: told_by(each) for each in own})
        path = Path("tests", "data", f"{name}_learners.toml")
        yield path, replaced_in_tables(_text(root / path), _learners(own))


def differences(root: Path = ROOT) -> Iterator[str]:
    """A line for each file that does not hold what the families say."""
    for path, text in written(root=root):
        if _text(root / path) != text:
            yield (
                f"{path}: differs from what the families in grading/families say. Change it there, and run python -m "
                "grading.families, which writes over what stands here."
            )


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _questions(family: Family) -> str:
    return "\n".join(toml.table("[[question]]", _ordered(family, each)) for each in family.variants)


def _ordered(family: Family, variant: Variant) -> dict[str, Any]:
    question = {**variant.question, "pool": family.name}
    return {name: question[name] for name in dict.fromkeys((*FIRST, *question)) if name in question}


def _keys(family: Family) -> str:
    return "\n".join(toml.table("[[key]]", {"question": each.question["id"], **each.key}) for each in family.variants)


def _learners(found: Sequence[Family]) -> Mapping[str, Mapping[str, str]]:
    """Learner to family to lines."""
    told: dict[str, dict[str, str]] = {}
    for family in found:
        for each in family.variants:
            for who, answer in each.answers.items():
                lines = told.setdefault(who, {})
                line = f"{toml.member(str(each.question['id']), answer)}\n"
                lines[family.name] = lines.get(family.name, "") + line
    return told
