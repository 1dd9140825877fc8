"""What timelines show is what their tables say: who moved, steps, names, and the silence of the talks."""

import pandas as pd
import pytest

from course import brief, charts, mine
from course.brief.marks import Mark, marks, sides
from course.charts.strips import LEAST, LETTER
from course.charts.who import OTHERS, TOGETHER, who_moved
from course.tables import read
from tests.paths import ROOT

EVENTS = brief.events()
SPANS = {"all": EVENTS, "recent": EVENTS[EVENTS["start"] >= "2012"], "months": EVENTS[EVENTS["start"] >= "2014-03-01"]}
CASES = ("IR", "LI", "MY")
each_span = pytest.mark.parametrize("span", SPANS)


def rows(spec, column):
    """The rows of the data set of a chart that has this column."""
    return next(rows for rows in spec["datasets"].values() if rows and column in rows[0])


@each_span
def test_a_timeline_equals_its_table(span):
    spec, table = charts.timeline(SPANS[span]).to_dict(), charts.strands(SPANS[span])
    drawn = pd.DataFrame(rows(spec, "who"))
    assert list(drawn.groupby("strand").size()[table.index]) == list(table["events"])
    for strand, line in table.iterrows():
        here = drawn[drawn["strand"] == strand]
        told = dict(part.rsplit(" ", 1) for part in line["moved"].split(", "))
        assert {name: int(n) for name, n in told.items()} == here["who"].value_counts().to_dict()
        assert line["steps"] == (here["act"] == "step").sum()


@each_span
def test_the_main_events_are_named_in_every_layout(span):
    drawn = pd.DataFrame(rows(charts.timeline(SPANS[span]).to_dict(), "who"))
    first = drawn[drawn["priority"] == 1]
    for layout in range(len(LEAST)):
        assert (drawn[f"name{layout}"] >= 0).any()
        assert (first[f"name{layout}"] >= 0).mean() > (0.5, 0.7, 0.85)[layout]


@each_span
def test_nothing_is_drawn_on_anything_else(span):
    drawn = pd.DataFrame(rows(charts.timeline(SPANS[span]).to_dict(), "who"))
    starts = pd.to_datetime(drawn["start"])
    for layout, width in enumerate(LEAST):
        shown = drawn[drawn[f"name{layout}"] >= 0]
        assert (shown[f"name{layout}"] < shown[f"y{layout}"]).all(), "a name below its point"
        # On one foot two names of one side lie as far apart as the first is long.
        share = (starts[shown.index] - starts.min()) / (starts.max() - starts.min())
        for (_, right), group in shown.assign(x=share * width).groupby([f"name{layout}", f"right{layout}"]):
            in_order = group.sort_values("x")
            lengths = in_order["name"].str.len() * (LETTER - 1)
            gaps = in_order["x"].diff().iloc[1:]
            assert (gaps.to_numpy() > (lengths.iloc[:-1] if right else lengths.iloc[1:]).to_numpy() * 0.9).all()


def test_the_silence_of_the_talks_is_marked_from_the_last_of_them():
    last = EVENTS.loc[EVENTS["category"] == "official_talks", "start"].max()
    for span in ("all", "recent"):
        chart = charts.timeline(SPANS[span])
        assert "Official talks: none for 2 years, 8 months, since February 2012" in chart.description
        (silence,) = rows(chart.to_dict(), "until")
        assert silence["start"].startswith(f"{last:%Y-%m-%d}")
        assert silence["until"].startswith("2014-10-20")
    assert "none for" not in charts.timeline(SPANS["months"]).description, "no talks in it after which a silence began"


def test_a_name_says_something_and_is_short():
    for row in read("event_marks"):
        assert (row["name"] is None) == (row["priority"] is None), row
        assert len(str(row["name"] or "")) <= 26, row


def test_one_state_has_one_colour_in_every_chart():
    for found in (EVENTS.index, *(mine.case(case).index for case in CASES)):
        assert sides(marks(found))[0] == "US"
    assert sides(marks(["E050", "E052", "E053"])) == ("US", "DPRK")
    assert sides([]) == ("US", "")


def test_who_moved():
    parties = ("US", "DPRK")
    assert who_moved(Mark(("DPRK",)), parties) == "DPRK"
    assert who_moved(Mark(("UN",)), parties) == OTHERS
    assert who_moved(Mark(("US", "DPRK"), together=True), parties) == TOGETHER
    assert marks(["E049"])[0].by == "US and DPRK"
    assert marks(["E082"])[0].by == "US"
    assert marks(["IR08"])[0] == Mark(("Iran",), step=True)
    assert marks(["none"]) == [Mark(())]


@pytest.mark.parametrize("case", CASES)
def test_a_case_equals_its_table(case):
    table = mine.case(case)
    spec = charts.signals_over_time(table, "A case").to_dict()
    drawn = pd.DataFrame(rows(spec, "who"))
    assert list(drawn["moved"]) == list(table["moved"])
    assert list(drawn["act"]) == list(table["act"])
    assert set(table["act"]) == {"step", "signal"}
    for (_, row), told in zip(table.iterrows(), drawn["row"], strict=True):
        assert all(str(row[column]) in told for column in ("date", "moved", "signal"))
        assert f"{row['signal']} ({row['moved']}, {row['act']})" in spec["description"]


def test_colours_and_shapes_are_those_of_the_legend():
    spec = charts.signals_over_time(mine.case("LI"), "Libya").to_dict()
    points = next(layer for layer in spec["layer"] if "shape" in layer["encoding"])
    colour, shape = points["encoding"]["color"]["scale"], points["encoding"]["shape"]["scale"]
    assert colour["domain"] == ["US", "Libya", "together", "others"]
    assert len(set(colour["range"])) == 4
    assert dict(zip(shape["domain"], shape["range"], strict=True)) == {"signal": "circle", "step": "square"}


def test_no_module_stands_in_the_place_of_a_tool():
    folder = ROOT / "course" / "charts"
    assert not {path.stem for path in folder.glob("*.py")} & set(charts.__all__)
