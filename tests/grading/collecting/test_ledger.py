"""The ledger keeps what was found exactly as it was found, and what the other door wrote."""

from pathlib import Path

import pytest

from grading.collecting import ledger
from grading.collecting.found import Found
from grading.collecting.ledger import LedgerError

ADA = Found("ada", "0012", "Ada, A.", "canvas", "submissions.zip: ada_0012_7_journal.json", "taken", "")
BY_EXCHANGE = Found("ada", "", "", "exchange", "inbound/ada+x", "taken", "")


@pytest.mark.parametrize("text", ["=1+1", "-7", "'quoted", "''", " +1", "＝1", "José", 'a"b,c;d', "007", "'=1", ""])
def test_what_was_written_is_read_back(tmp_path: Path, text: str):
    found = [Found(text, text, text, "moodle", text, "in part", text)]
    ledger.write(tmp_path, "x", found)
    [read] = ledger.read(tmp_path, "x")
    expected = " ".join(text.split())
    assert read == Found(expected, expected, expected, "moodle", expected, "in part", expected)


def test_no_cell_begins_a_formula_and_none_holds_a_line(tmp_path: Path):
    file = ledger.write(tmp_path, "x", [Found("=1", "+1", "@a", "", "a\nb", "not taken", "-1")])
    assert file.read_text().splitlines()[1:] == ["'=1,'+1,'@a,,a b,not taken,'-1,"]


def test_nothing_collected_is_an_empty_ledger_and_another_file_is_told(tmp_path: Path):
    assert ledger.read(tmp_path, "x") == []
    file = ledger.write(tmp_path, "x", [ADA])
    file.write_text("learner;number\nada;7\n")
    with pytest.raises(LedgerError, match=r"collected\.csv, line 2"):
        ledger.read(tmp_path, "x")


def test_a_door_replaces_its_own_rows_and_keeps_the_others():
    lost = Found("ben", "", "", "", "ben.rar", "not taken", "unpack it")
    old = Found("cem", "9", "cem", "canvas", "old.zip: cem", "taken", "")
    newer = Found("ada", "0012", "Ada, A.", "canvas", "new.zip: ada_0012_9_journal.json", "taken", "")
    assert ledger.joined([ADA, lost, old], [BY_EXCHANGE]) == [ADA, BY_EXCHANGE, lost, old]
    assert ledger.joined([ADA, BY_EXCHANGE, lost, old], [newer]) == [newer, BY_EXCHANGE, old]
