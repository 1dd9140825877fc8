"""Tables as they are shown: probabilities in per cent, and nothing but a note where there is no row."""

import pandas as pd
import pytest

from course.brief.frames import Table


def shown(values, **attrs):
    table = Table({"chance": values, "n": range(len(values))})
    table.attrs |= {"percent": ["chance"], **attrs}
    return table


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ([0.31, 0.05], ["31 %", "5 %"]),
        ([0.043, 0.28], ["4.3 %", "28.0 %"]),
        ([0, 1], ["0 %", "100 %"]),
        ([0.00001, 0.99999, 0.5], ["under 0.01 %", "over 99.99 %", "50 %"]),
        ([0.1, None], ["10 %", ""]),
        ([2.0, 0.5], ["2.0", "0.5"]),  # no probabilities any more
    ],
)
def test_probabilities_are_shown_in_per_cent_and_stay_numbers(values, texts):
    table = shown(values)
    for each in texts:
        assert f">{each}</td>" in table._repr_html_()
        assert each in repr(table)
    assert table["chance"].dropna().tolist() == [each for each in values if each is not None]
    assert ">0</td>" in table[["n"]]._repr_html_(), "only the columns that are named"


def test_a_table_without_rows_shows_its_note_alone():
    assert shown([], note="Commit first.")._repr_html_() == "<p><small>Commit first.</small></p>"
    assert "<th" in shown([])._repr_html_()
    assert "Commit first." in repr(shown(pd.Series([], dtype=float), note="Commit first."))
