"""The published schemas say what the loaders say, as far as a schema can."""

import tomllib

import jsonschema
import pytest

from course.schemas import KINDS, published, schema, text
from tests.paths import EVERY_TYPE, LESSON_BANKS, ROOT

BANKS = [EVERY_TYPE, *LESSON_BANKS, *sorted((ROOT / "grading" / "source").glob("*/questions.toml"))]
KEYS = sorted((ROOT / "grading" / "keys").glob("*.toml"))


def checker(kind: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_the_published_schema_is_the_generated_one(kind):
    jsonschema.Draft202012Validator.check_schema(schema(kind))
    assert published(kind) == text(kind), "run `make schemas`"


@pytest.mark.parametrize(
    ("kind", "path"), [*(("bank", p) for p in BANKS), *(("key", p) for p in KEYS)], ids=lambda x: getattr(x, "stem", x)
)
def test_every_file_of_ours_fits(kind, path):
    checker(kind).validate(tomllib.loads(path.read_text("utf-8")))


@pytest.mark.parametrize(
    "change",
    [{"type": "essay"}, {"id": "No Slug"}, {"points": 0}, {"choices": []}, {"colour": "red"}, {"claims": ["25"]}],
    ids=lambda change: next(iter(change)),
)
def test_a_wrong_question_does_not_fit(change):
    bank = tomllib.loads(EVERY_TYPE.read_text("utf-8"))
    bank["question"][0] |= change
    assert not checker("bank").is_valid(bank)
