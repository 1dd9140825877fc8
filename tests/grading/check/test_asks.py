"""The table of what each question asks has one row for every place, and says which row is wrong."""

import shutil

import pytest

from course.questions import load_bank
from course.tables import TableError
from grading.check.asks import asks_faults, read_asks
from grading.check.rooms import KEYS, SOURCE

BANKS = {path.parent.name: load_bank(path) for path in sorted(SOURCE.glob("*/questions.toml"))}


@pytest.fixture
def keys(tmp_path):
    for name in ("datapackage.json", "asks.csv", "misconceptions.csv", "misconception_claims.csv"):
        shutil.copy(KEYS / name, tmp_path)
    return tmp_path


def written(keys, text):
    (keys / "asks.csv").write_text(text, encoding="utf-8")
    return keys


def test_every_place_has_a_row():
    assert list(asks_faults(BANKS)) == []
    assert {name: [*asked] and set(asked) for name, asked in read_asks().items()} == {
        name: set(bank.places) for name, bank in BANKS.items()
    }


def test_a_missing_row_and_two_unknown_ones_are_named(keys):
    name, bank = next(iter(BANKS.items()))
    lines = (keys / "asks.csv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(f"{name},{bank.places[0]},")]
    kept += [f"{name},no-such,reading,Because.", "nothing,at-all,reading,Because."]
    found = list(asks_faults(BANKS, written(keys, "\n".join(kept) + "\n")))
    pool, nothing, missing = (fault.replace(f"{keys}/asks.csv", "") for fault in found)
    assert pool.startswith(f", line {len(kept) - 1}: “{name}” asks no “no-such”; expected the id of a question")
    assert nothing.startswith(f", line {len(kept)}: there is no assignment “nothing”; expected {name}, ")
    assert missing.startswith(f": expected a row “{name},{bank.places[0]}”, which says what it asks: reading, ")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("goals,deal-build,inference,Once more.", "deal-build"),
        ("goals,else,thinking,Because.", "thinking"),
        ("goals,else,reading,", "why"),
    ],
)
def test_a_row_that_stands_there_twice_or_asks_for_something_else_is_an_error(keys, row, says):
    text = (keys / "asks.csv").read_text(encoding="utf-8")
    with pytest.raises(TableError, match=says):
        read_asks(written(keys, f"{text}{row}\n"))
