"""A guess in a chart of bars: read without a bar running through it; and the bars as a table."""

import pytest

from course import brief, charts

PAGE = brief.claims(section="Introduction")


@pytest.mark.parametrize("guess", [0, 4, 8, 29])
def test_the_words_of_a_guess_stand_between_two_bars(guess):
    spec = charts.with_guess(charts.claims_by_kind(PAGE), "reported fact", guess).to_dict()
    (bars,) = (layer["mark"] for layer in spec["layer"] if layer["mark"]["type"] == "bar")
    (words,) = (m for m in (layer["mark"] for layer in spec["layer"]) if m["type"] == "text" and "fontSize" in m)
    above = spec["height"]["step"] - bars["size"] / 2  # from the middle of the guess's bar to the foot of the one above
    assert bars["size"] / 2 <= -words["dy"] - words["fontSize"] / 2
    assert -words["dy"] + words["fontSize"] / 2 <= above


def test_the_bars_as_a_table():
    table, drawn = charts.kinds(PAGE), charts.claims_by_kind(PAGE).data
    assert list(table.index) == list(drawn["kind"])
    assert list(table["claims"]) == list(drawn["claims"]) == sorted(drawn["claims"], reverse=True)
    assert table["claims"].sum() == len(PAGE)
    assert 'style="text-align: left' in table._repr_html_()
