"""Reading tables: typed values, and one clear error for each kind of damage."""

import json
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from course import paths, tables
from course.tables import TableError


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data that a test may damage."""
    return Path(shutil.copytree(paths.data_dir(), tmp_path / "data"))


def damage(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1, "the test damages nothing"
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


def refused(folder: Path, name: str) -> TableError:
    with pytest.raises(TableError) as caught:
        tables.read_after(name.removeprefix("after_"), folder) if name.startswith("after_") else tables.read(
            name, folder
        )
    return caught.value


def test_values_are_typed() -> None:
    event = tables.read("events")[7]
    assert event["id"] == "E008"
    assert event["start"] == date(1999, 9, 20)
    assert event["end"] == date(1999, 9, 29)
    assert tables.read("claims")[0]["sentence"] == 1
    assert tables.read("transfer_cases")[0]["talks_before_met"] is True
    outcome = next(row for row in tables.read_after("outcomes") if row["id"] == "Q23")
    assert (outcome["gradable"], outcome["outcome"], outcome["crowd_percent"]) == (False, True, None)


def test_callers_cannot_corrupt_the_cache() -> None:
    rows = tables.read("claims")
    rows[0]["paraphrase"] = "changed"
    rows.pop()
    again = tables.read("claims")
    assert again[0]["paraphrase"] != "changed"
    assert len(again) == 100


def test_a_table_changed_on_disk_is_read_anew(data: Path) -> None:
    tables.read("signals", data)
    damage(data, "signals.csv", "Dialogue with Tokyo", "Talks with Tokyo")
    assert tables.read("signals", data)[7]["signal"] == "Talks with Tokyo"


@pytest.mark.parametrize(
    ("name", "file", "old", "new", "line", "column", "says"),
    [
        ("claims", "claims.csv", ",paraphrase,", ",words,", 1, "paraphrase", "missing"),
        ("claims", "claims.csv", "date_precision,note\n", "date_precision,note,more\n", 1, "more", "not described"),
        ("claims", "claims.csv", "id,section,", "section,id,", 1, None, "another order"),
        ("events", "events.csv", ",1993-03-12,,", ",1993-13-12,,", 2, "start", "a date as YYYY-MM-DD"),
        ("events", "events.csv", "E001,1993-03-12", "E001,12/03/1993", 2, "date", "expected the form"),
        ("events", "events.csv", "\nE002,", "\nE001,", 3, "id", "first in line 2"),
        (
            "events",
            "events.csv",
            "E003,1994-06-13,day",
            "E003,1994-06-13,days",
            4,
            "date_precision",
            "year, month, day",
        ),
        ("signals", "signals.csv", "\nS02,DPRK,", "\nS02,Mars,", 3, "actor", "actors.csv, found “Mars”"),
        ("signal_claims", "signal_claims.csv", "S01,C032", "S01,C999", 3, "claim_id", "claims.csv, found “C999”"),
        ("signal_claims", "signal_claims.csv", "S01,C032", "S01,C031", 3, "signal_id + claim_id", "S01, C031"),
        ("claims", "claims.csv", "\nC002,", "\n,", 3, "id", "empty cell"),
        ("claims", "claims.csv", "Standfirst s1,2,", "Standfirst s1,two,", 3, "sentence", "whole number"),
        ("claims", "claims.csv", "Standfirst s1,2,", "Standfirst s1,0,", 3, "sentence", "at least 1"),
        ("claims", "claims.csv", "\nC002,Introduction,", "\nC002,", 3, None, "12 cells, found 11"),
        ("claims", "claims.csv", "\nC003", "\n\nC003", 4, None, "found 0"),
        ("claims", "claims.csv", "\nC004,", '\nC004,"', 5, None, "quotation marks"),
        ("events", "events.csv", "http://www.iaea", "www.iaea", 2, "source_url", "web address"),
        ("transfer_cases", "transfer/cases.csv", ",true,", ",yes,", 2, "talks_before_met", "true or false"),
        ("after_outcomes", "after/outcomes.csv", ",25,", ",125,", 6, "crowd_percent", "at most 100"),
    ],
)
def test_damage_is_named(
    data: Path, name: str, file: str, old: str, new: str, line: int, column: str | None, says: str
) -> None:
    damage(data, file, old, new)
    error = refused(data, name)
    assert (error.file, error.line, error.column) == (file, line, column)
    assert says in error.expected
    assert str(error).startswith(file)


def test_the_line_is_the_one_an_editor_shows(data: Path) -> None:
    damage(data, "claims.csv", "The title puts", "The title\nputs")  # a cell of two lines moves the rest down
    damage(data, "claims.csv", "\nC002,", "\nC2,")
    error = refused(data, "claims")
    lines = (data / "claims.csv").read_text(encoding="utf-8").split("\n")
    assert error.line is not None
    assert lines[error.line - 1].startswith("C2,")


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-8-sig"])
def test_wrong_encoding(data: Path, encoding: str) -> None:
    path = data / "claims.csv"
    text = path.read_text(encoding="utf-8").replace("“", '"').replace("”", '"')
    text = text if encoding != "latin-1" else text.encode("ascii", "replace").decode().replace("Bae ", "Baé ", 1)
    path.write_bytes(text.encode(encoding))
    error = refused(data, "claims")
    assert error.file == "claims.csv"
    assert "UTF-8" in error.expected
    if encoding == "latin-1":
        assert error.line == text[: text.index("é")].count("\n") + 1


def test_missing_file(data: Path) -> None:
    (data / "events.csv").unlink()
    assert refused(data, "events").file == "events.csv"
    (data / "claims.csv").unlink()
    assert refused(data, "signal_claims").file == "claims.csv"


def test_empty_file(data: Path) -> None:
    (data / "events.csv").write_bytes(b"")
    assert refused(data, "events").column == "id"


def test_unknown_table_names_the_others() -> None:
    assert "signals" in refused(paths.data_dir(), "signal").expected


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text[:-50],
        lambda text: text.replace('"type": "integer"', '"type": "int"', 1),
        lambda text: text.replace('"resource": "claims"', '"resource": "claim"', 1),
        lambda text: text.replace('"primaryKey": [\n          "id"', '"primaryKey": [\n          "key"', 1),
        lambda text: json.dumps({"name": "nothing"}),
    ],
)
def test_damaged_description(data: Path, change: Callable[[str], str]) -> None:
    path = data / "datapackage.json"
    text = path.read_text(encoding="utf-8")
    assert change(text) != text
    path.write_text(change(text), encoding="utf-8")
    assert refused(data, "claims").file == "datapackage.json"


def test_what_came_after_needs_its_own_call() -> None:
    assert 'read_after("events")' in refused_read("after_events")
    assert {row["id"] for row in tables.read("events")}.isdisjoint(row["id"] for row in tables.read_after("events"))
    with pytest.raises(TableError):
        tables.links("after_event")


def refused_read(name: str) -> str:
    with pytest.raises(TableError) as caught:
        tables.read(name)
    return caught.value.expected


def test_links() -> None:
    assert tables.links("signal")["S01"] == ("C031", "C032", "C036", "C038", "C039")
    assert tables.links("event", "actors")["E091"] == ("US", "DPRK", "ROK", "Japan")
    assert "E100" in tables.links_after("event")


def test_data_folder_of_a_wheel_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "course"
    for folder in (tmp_path / "data", package / "data"):
        folder.mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    data_dir = paths.data_dir.__wrapped__  # anew: it is found once for a process
    with pytest.raises(FileNotFoundError, match=r"datapackage\.json"):
        data_dir()
    (tmp_path / "data" / "datapackage.json").touch()
    assert data_dir() == tmp_path / "data"
    (package / "data" / "datapackage.json").touch()
    assert data_dir() == package / "data"


def test_an_error_survives_the_way_between_processes() -> None:
    error = TableError("a.csv", "expected x", 3, "c")
    assert str(pickle.loads(pickle.dumps(error))) == "a.csv, line 3, column “c”: expected x"


def test_reading_a_table_loads_no_pandas() -> None:
    code = "import sys, course.tables as t; t.read('claims'); sys.exit('pandas' in sys.modules)"
    root = Path(tables.__file__).parents[1]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_empty_cells_may_stand_twice_where_values_may_not(tmp_path: Path) -> None:
    fields = [{"name": "id", "type": "string"}, {"name": "also", "type": "string", "constraints": {"unique": True}}]
    table = {"name": "t", "path": "t.csv", "schema": {"fields": fields, "primaryKey": ["id"]}}
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": [table]}), encoding="utf-8")
    (tmp_path / "t.csv").write_text("id,also\na,\nb,\nc,x\n", encoding="utf-8")
    assert [row["also"] for row in tables.read("t", tmp_path)] == [None, None, "x"]
    damage(tmp_path, "t.csv", "b,", "b,x")
    assert refused(tmp_path, "t").line == 4
