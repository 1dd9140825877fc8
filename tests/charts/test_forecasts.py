"""Forecasts as dumbbells: sorted, named, with the numbers of their table."""

import pandas as pd
import pytest

from course import charts, mine
from course.mine.committed import FORECASTS, asked
from course.svg import percent


@pytest.fixture
def committed(journal):
    said = (0.02, 0.1, 0.3, 0.5, 0.85, 0.97)
    journal.commit(FORECASTS, {item.id: said[n % len(said)] for n, item in enumerate(asked(FORECASTS).items)})


def drawn(chart):
    return pd.DataFrame(next(rows for rows in chart.to_dict()["datasets"].values() if rows and "said" in rows[0]))


def test_the_farthest_stands_first_and_each_number_is_that_of_the_table(committed):
    table, chart = mine.outcomes(), charts.forecasts_and_outcomes(mine.outcomes())
    rows = drawn(chart)
    far = (rows["forecast"] - rows["outcome"]).abs()
    assert far.is_monotonic_decreasing
    assert len(rows) == len(table)
    for name, row in table.iterrows():
        (found,) = (rows.to_dict("records")[[*rows["row"]].index(f"{name} {row['event']}")],)
        assert found["said"] == percent(row["forecast"])
        assert bool(found["outcome"]) == row["happened"]
        assert (
            f"{name} {row['event']} {found['said']}, it {'happened' if row['happened'] else 'did not happen'}"
            in chart.description
        )


def test_the_author_stands_beside_what_happened(committed):
    table, chart = mine.author(), charts.forecasts_and_outcomes(mine.author(), "You, the author, and what happened")
    rows = drawn(chart)
    assert sorted(rows["author"]) == sorted(
        f"author {percent(low)} to {percent(high)}" for low, high in zip(table["from"], table["to"], strict=True)
    )
    assert rows["forecast"].isna().sum() == table["mine"].isna().sum()
    assert rows["outcome"].isna().sum() == table["happened"].isna().sum()
    assert "author 95 % to 99 %, it did not happen" in chart.description
    assert "not settled" in chart.description
    assert "author" not in charts.forecasts_and_outcomes(mine.outcomes()).description


@pytest.mark.parametrize(
    ("forecast", "happened", "side"), [(0, 0, "left"), (1, 1, "right"), (0.4, 1, "right"), (0.4, 0, "left")]
)
def test_a_number_stands_where_no_line_is(forecast, happened, side):
    frame = pd.DataFrame({"event": ["An event"], "forecast": [forecast], "happened": [happened]}, index=["q01"])
    spec = charts.forecasts_and_outcomes(frame).to_dict()
    text = next(layer for layer in spec["layer"] if layer["encoding"].get("text", {}).get("field") == "said")
    condition = text["mark"]["align"]["expr"].partition(" ? ")[0]
    for field, value in (("datum.forecast", forecast), ("datum.nearer", happened)):
        condition = condition.replace(field, str(value))
    assert eval(condition.replace("||", "or").replace("&&", "and")) == (side == "right")
