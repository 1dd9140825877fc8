"""The prior is asked before any claim, event or signal is told, and from a rate that the table really gives."""

import re
from collections import Counter

import nbformat

from course import brief
from course.tables import read
from tests.paths import ROOT

FIRST = nbformat.read(ROOT / "notebooks" / "00_start_here.ipynb", 4).cells
PLACE = [cell.id for cell in FIRST].index("ask-prior")
TEXT = {cell.id: " ".join(cell.source.split()) for cell in FIRST}


def shown(cell):
    """What a learner sees of a cell, as one text."""
    return cell.source + "".join(str(o.get("data", o.get("text"))) for o in cell.get("outputs", []))


def test_nothing_of_the_brief_or_of_the_record_is_told_before_the_prior():
    before = "\n".join(map(shown, FIRST[: PLACE + 1]))
    assert not re.findall(r"\b[CESD]\d{2,3}\b", before)
    assert not re.search(r"remote|unlikely|improbable|\bdetain|minister|2014-", before)
    assert "RC19" in before


def test_the_rate_that_the_text_tells_is_that_of_the_table():
    strict, wide = (row for _, row in brief.base_rate(years=1).iterrows())
    told = TEXT["rate-after"]
    assert f"in {strict['events']:.0f} of {strict['years_at_risk']:.0f} years" in told
    assert f"about {100 * strict['per_year']:.0f} in 100" in told
    assert f"about {100 * strict['low']:.0f} to {100 * strict['high']:.1f} in 100" in told
    assert 5 < 100 * wide["per_year"] < 6
    assert "between 5 and 6 in 100" in told
    waited, any_change = (f"{100 * row['per_year']:.0f}" for _, row in brief.base_rate(waited=20).iterrows())
    said = f"still opened in about {waited} of 100. If smaller changes count too, it’s about {any_change}."
    assert said in TEXT["rate-limits"]
    assert f"about {100 * strict['per_year']:.0f} of 100 years" in TEXT["summary"]


def test_the_cases_that_the_text_tells_of_are_those_of_the_table():
    war = [row for row in read("reference_class") if str(row["start"]).startswith("1967-06")]
    ends = Counter(str(row["end"])[:4] for row in war)
    assert "Seven governments broke off relations over the war of June 1967." in TEXT["rate-limits"]
    assert (len(war), ends["1972"], ends["1974"]) == (7, 2, 3)
    assert {str(row["end"])[:7] for row in war if str(row["end"]).startswith("1972")} == {"1972-07"}
    (north,) = (row for row in read("reference_class") if row["id"] == "RC19")
    assert north["case"] == "North Korea"
    assert north["end"] is None
    assert "Mauritania" in {row["case"] for row in read("reference_class")}
