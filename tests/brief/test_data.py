"""The course's data: valid by the standard validator, complete, linked, and silent about what came later."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from course import tables
from course.subject import subject
from tests.paths import ROOT

DATA = ROOT / "data"
KEYS = ROOT / "grading" / "keys"
DESCRIPTOR: dict[str, Any] = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
RESOURCES: dict[str, dict[str, Any]] = {resource["name"]: resource for resource in DESCRIPTOR["resources"]}
CUT = subject().known_until + timedelta(1)


def rows(name: str) -> list[tables.Row]:
    return tables.read_after(name.removeprefix("after_")) if name.startswith("after_") else tables.read(name)


def ids(*names: str) -> list[str]:
    return [str(row["id"]) for name in names for row in rows(name)]


def test_nothing_is_from_memory() -> None:
    """A learner reads sources and notes: they name what was looked up, and nothing else."""
    said = [(name, row) for name in RESOURCES for row in rows(name) if "from memory" in str(row.values())]
    assert not said


@pytest.mark.parametrize("folder", [DATA, KEYS])
def test_the_standard_validator_accepts_the_package(folder: Path) -> None:
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert report.stats["tasks"] == len(list(folder.rglob("*.csv")))


def test_the_standard_validator_sees_a_foreign_key_broken(tmp_path: Path) -> None:
    for path in ("sections.csv", "claims.csv", "actors.csv", "claim_actors.csv"):
        (tmp_path / path).write_bytes((DATA / path).read_bytes())
    chosen = [RESOURCES[name] for name in ("sections", "claims", "actors", "claim_actors")]
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "part", "resources": chosen}), encoding="utf-8")
    assert Package(str(tmp_path / "datapackage.json")).validate().valid
    with (tmp_path / "claim_actors.csv").open("a", encoding="utf-8") as file:
        file.write("C999,US\n")
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert [error[0] for error in report.flatten(["type"])] == ["foreign-key"]


@pytest.mark.parametrize("name", RESOURCES)
def test_every_table_reads(name: str) -> None:
    with (DATA / RESOURCES[name]["path"]).open(encoding="utf-8", newline="") as file:
        assert len(rows(name)) == len(list(csv.DictReader(file))) > 0


@pytest.mark.parametrize(
    ("tables", "form"),
    [
        (("claims",), "C{:03}"),
        (("signals",), "S{:02}"),
        (("events", "after_events"), "E{:03}"),
        (("discrepancies", "after_discrepancies"), "D{:02}"),
        (("after_outcomes",), "Q{:02}"),
        (("bargaining_moves",), "BM{:02}"),
    ],
)
def test_ids_are_numbered_without_a_gap(tables: tuple[str, ...], form: str) -> None:
    found = ids(*tables)
    assert sorted(found) == [form.format(n) for n in range(1, len(found) + 1)]
    assert len(tables) > 1 or found == sorted(found)


@pytest.mark.parametrize(("folder", "descriptor"), [(DATA, DATA), (KEYS, KEYS)])
def test_files_and_columns_are_those_described(folder: Path, descriptor: Path) -> None:
    package = json.loads((descriptor / "datapackage.json").read_text(encoding="utf-8"))
    described = {resource["path"]: resource["schema"]["fields"] for resource in package["resources"]}
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.csv")} == set(described)
    for path, fields in described.items():
        data = (folder / path).read_bytes()
        assert b"\r" not in data
        assert data.endswith(b"\n")
        with (folder / path).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in fields]
        for field in fields:
            assert field["description"].endswith((".", ";")), field["name"]
            if "categories" in field:
                assert field["categories"] == field["constraints"]["enum"]


def test_every_table_says_what_it_is_and_the_package_its_licence() -> None:
    for resource in RESOURCES.values():
        assert resource["title"]
        assert resource["description"]
        assert resource["schema"]["primaryKey"]
    assert [licence["name"] for licence in DESCRIPTOR["licenses"]] == ["CC-BY-4.0"]
    assert DESCRIPTOR["sources"]


def test_every_reference_to_a_claim_is_a_foreign_key() -> None:
    for resource in RESOURCES.values():
        for field in resource["schema"]["fields"]:
            if field["name"] == "claim_id":
                keys = [key["fields"] for key in resource["schema"]["foreignKeys"]]
                assert ["claim_id"] in keys, resource["name"]


def cells() -> Iterator[tuple[str, int, str, str]]:
    """Every cell of text with its table, row and column."""
    for name in RESOURCES:
        for number, row in enumerate(rows(name), 2):
            for column, cell in row.items():
                yield name, number, column, "" if cell is None else str(cell)


def test_every_id_in_a_text_exists() -> None:
    known = {
        *ids("claims", "events", "after_events", "discrepancies", "after_discrepancies", "signals", "after_outcomes"),
        *[str(row["id"]) for row in tables.read("misconceptions", KEYS)],
    }
    for name, number, column, cell in cells():
        for found in re.findall(r"\b(?:[CE]\d{3}|[DSQM]\d{2})\b", cell):
            assert found in known, (name, number, column)


LATER_IDS = {*ids("after_events", "after_discrepancies", "after_outcomes")}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def later(text: str) -> bool:
    """Whether a text names a date after the cut: ISO, or written with the year 2014, or a later year."""
    for year, month, day in re.findall(r"\b(20[0-3]\d)(?:-(\d\d))?(?:-(\d\d))?\b", text):
        if (int(year), int(month or 1), int(day or 1)) >= (CUT.year, CUT.month, CUT.day):
            return True
    written = r"(?:(\d{1,2}) )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: (\d{4}))?"
    for day, month, year in re.findall(written, text):
        number = MONTHS.index(month.lower()) + 1
        if int(year or 0) >= CUT.year and (int(year), number, int(day or 1)) >= (CUT.year, CUT.month, CUT.day):
            return True
    return False


@pytest.mark.parametrize(
    ("text", "is_later"),
    [
        ("freed 2014-10-21", True),
        ("2014-11", True),
        ("in January 2015", True),
        ("8 Nov 2014", True),
        ("22 October 2014", True),
        ("by 2016", True),
        ("3 Oct 2014 and 29 Aug 2014", False),
        ("2014-09-23", False),
        ("3 Nov 2012", False),
        ("may have", False),
        ("2014", False),
        ("resolution 2087", False),
    ],
)
def test_later_dates_are_recognised(text: str, is_later: bool) -> None:
    assert later(text) is is_later


def shown_tables() -> list[str]:
    # The table `brief` says until when the event is asked for.
    return [name for name in RESOURCES if not name.startswith(("after_", "transfer_")) and name != "brief"]


def test_nothing_before_the_cut_speaks_of_what_came_after() -> None:
    for name in shown_tables():
        free = {field["name"] for field in RESOURCES[name]["schema"]["fields"] if not field.get("citation")}
        for number, row in enumerate(rows(name), 2):
            for column in free:
                cell = row[column]
                assert not (isinstance(cell, date) and cell >= CUT), (name, number, column)
                text = "" if cell is None else str(cell)
                assert not later(text), (name, number, column, text)
                assert not LATER_IDS.intersection(re.findall(r"\b[A-Z]\d{2,3}\b", text)), (name, number, column)
                assert "Clapper" not in text, (name, number, column)


def test_only_sources_are_excused_from_the_cut() -> None:
    excused = {
        field["name"]
        for name in shown_tables()
        for field in RESOURCES[name]["schema"]["fields"]
        if field.get("citation")
    }
    assert excused == {"source", "source_url", "coverage", "licence", "url"}


def test_after_holds_only_what_came_after() -> None:
    assert all(row["start"] >= CUT for row in rows("after_events") if row["date_precision"] == "day")  # type: ignore[operator]
    assert {row["subject_id"] for row in rows("after_later_records")} <= {
        *ids("signals"),
        *ids("discrepancies"),
        *ids("after_outcomes"),
    }
    for row in rows("after_outcomes"):
        assert row["opens"] == date(2014, 10, 1)
        assert row["opens"] < row["resolved_on"] <= row["closes"]  # type: ignore[operator]


@pytest.mark.parametrize("name", ["signals", "events", "after_events", "transfer_signals", "claims"])
def test_dates_claim_no_more_than_is_known(name: str) -> None:
    lengths = {"year": 4, "month": 7, "day": 10}
    for row in rows(name):
        if row["date"] is None:
            assert row["date_precision"] is None
            continue
        text = str(row["date"])
        assert lengths[str(row["date_precision"])] == len(text), row
        first = date.fromisoformat(text + "-01-01"[len(text) - 10 :] if len(text) < 10 else text)
        assert row.get("start", first) == first, row
        assert row.get("end") is None or row["end"] > first, row  # type: ignore[operator]


def test_the_relation_of_an_event_to_the_brief_follows_from_its_date() -> None:
    for row in (*rows("events"), *rows("after_events")):
        start = row["start"]
        assert isinstance(start, date)
        expected = "before" if start < date(2014, 5, 29) else "during" if start < CUT else "after"
        assert row["relation_to_brief"] == expected, row["id"]


def test_events_without_a_page_say_so() -> None:
    for row in (*rows("events"), *rows("after_events")):
        checked = row["confidence"] == "verified"
        assert checked == (row["source_tier"] != "none") == (row["source_url"] is not None), row["id"]


def test_claims_are_coded_consistently() -> None:
    voices = {row["claim_id"]: row["function"] for row in rows("claim_wordings") if row["function"] == "attribution"}
    for row in rows("claims"):
        assert (row["attributed_to"] is not None) or (row["attribution_note"] is None)
        if row["kind"] == "attributed report":
            assert row["attributed_to"], row["id"]
        if row["kind"] in {"inference", "judgement", "reported fact", "goal", "precondition"}:
            assert row["attributed_to"] is None, row["id"]
            assert row["id"] not in voices, row["id"]
    order = [row["sentence"] for row in rows("claims")]
    assert order == sorted(order, key=lambda number: int(str(number)))
    places = {row["place"]: row["sentence"] for row in rows("claims")}
    assert sorted(places.values(), key=lambda n: int(str(n))) == list(range(1, len(places) + 1))


def test_wordings_are_short_and_numbered() -> None:
    counts: dict[object, int] = {}
    for row in rows("claim_wordings"):
        counts[row["claim_id"]] = counts.get(row["claim_id"], 0) + 1
        assert row["position"] == counts[row["claim_id"]]
        assert len(str(row["words"]).split()) <= 5


def test_every_entity_rests_on_claims() -> None:
    for entity, name in [
        ("signal", "signals"),
        ("goal", "goals"),
        ("argument", "argument"),
        ("discrepancy", "discrepancies"),
    ]:
        assert list(tables.links(entity)) == ids(name)
    assert list(tables.links_after("outcome")) == ids("after_outcomes")
    assert list(tables.links_after("discrepancy")) == ids("after_discrepancies")
    assert list(tables.links("claim", "actors")) == ids("claims")
    assert list(tables.links("event", "actors")) == ids("events")


def test_the_readings_are_those_the_page_tells_of() -> None:
    net = Counter(row["reading_for_reset"] for row in rows("signals"))
    face = Counter(row["reading_on_its_face"] for row in rows("signals"))
    said = " ".join((DATA / "README.md").read_text(encoding="utf-8").split())
    told = f"Of the net readings, {net['lowers']} lower the chance of a reset, {net['neutral']} are neutral, "
    assert f"{told}{net['ambiguous']} ambiguous and none raises it; on their face {face['raises']} signals" in said
    assert net["raises"] == 0
    assert [row["id"] for row in rows("after_outcomes") if not row["gradable"]] == ["Q23"]
    assert sum(bool(row["outcome"]) for row in rows("after_outcomes")) == 9


def test_every_actor_is_used() -> None:
    used = {
        actor
        for e in ("claim", "event", "transfer_signal")
        for each in tables.links(e, "actors").values()
        for actor in each
    }
    used |= {actor for each in tables.links_after("event", "actors").values() for actor in each}
    assert {row["name"] for row in rows("actors")} == used


def test_the_page_names_every_table() -> None:
    text = (DATA / "README.md").read_text(encoding="utf-8")
    named = {
        name for line in re.findall(r"^\| (`.*?) \|", text, re.MULTILINE) for name in re.findall(r"`([^`]+)`", line)
    }
    folders = {name.rstrip("/") for name in named if name.endswith("/")}
    linking = ("_claims", "_actors")
    for name, resource in RESOURCES.items():
        assert name in named or Path(resource["path"]).parts[0] in folders or name.endswith(linking), name


def test_misconceptions_are_keys_and_rest_on_claims() -> None:
    named = [row["id"] for row in tables.read("misconceptions", KEYS)]
    assert named == [f"M{n:02}" for n in range(1, len(named) + 1)]
    linked = tables.links("misconception", folder=KEYS)
    assert list(linked) == named
    assert {claim for each in linked.values() for claim in each} <= set(ids("claims"))
    said = [str(row["statement"]) for row in tables.read("misconceptions", KEYS)]
    for path in DATA.rglob("*.csv"):
        text = path.read_text(encoding="utf-8")
        assert not [statement for statement in said if statement in text], path
