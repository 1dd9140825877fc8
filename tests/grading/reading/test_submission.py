"""Reading what anybody may have handed in."""

import contextlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course.journal import Journal
from grading.handout.pristine import Pristine
from grading.reading.files import NotPlainError, read_plain
from grading.reading.notebook import MAX_CELLS, MAX_PARTS, HandedIn, NotANotebookError, parse_cells
from grading.reading.submission import is_time, read_submission
from grading.scoring.essay import AGAIN, MAX_TEXT, find_essays

STUB = "Write here."
TASK = {"task": True, "grade": False, "solution": False, "locked": True, "points": 10, "grade_id": "e"}
LOCKED = {"task": False, "grade": True, "solution": False, "locked": True, "points": 2, "grade_id": "q"}


def notebook() -> NotebookNode:
    return new_notebook(
        cells=[
            new_markdown_cell("Intro", id="intro"),
            new_code_cell('ask("q")', id="q", metadata={"nbgrader": LOCKED}),
            new_markdown_cell("Task\n\n=== BEGIN MARK SCHEME ===\nsecret", id="e", metadata={"nbgrader": TASK}),
            new_markdown_cell(STUB, id="e-answer"),
        ]
    )


PRISTINE = Pristine(notebook(), frozenset({"Intro", 'ask("q")', "Task", STUB}), {"q": 'ask("q")', "e": "Task"})
RELEASED = [
    HandedIn("markdown", "Intro", "", "intro"),
    HandedIn("code", 'ask("q")', "q", "q"),
    HandedIn("markdown", "Task", "e", "e"),
    HandedIn("markdown", STUB, "", "e-answer"),
]


def essay(*cells: HandedIn):
    [mark], flags = find_essays(PRISTINE, cells)
    return mark, {f.code for f in flags}


# files


def test_a_plain_file_is_read_and_a_missing_one_is_none(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"12345")
    assert read_plain(tmp_path / "a", 5) == b"12345"
    assert read_plain(tmp_path / "b", 5) is None


def test_a_file_that_is_too_large_is_refused(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"123456")
    with pytest.raises(NotPlainError, match="larger than 5 bytes"):
        read_plain(tmp_path / "a", 5)


@pytest.mark.parametrize("target", ["secret", "nothing", "/dev/zero", "."])
def test_links_are_never_followed(tmp_path: Path, target: str):
    (tmp_path / "secret").write_bytes(b"s")
    (tmp_path / "a").symlink_to(target)
    with pytest.raises(NotPlainError, match="link"):
        read_plain(tmp_path / "a", 5)


def test_folders_pipes_and_devices_are_refused_without_waiting(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "pipe", tmp_path / "folder", Path("/dev/zero")):
        with pytest.raises(NotPlainError):
            read_plain(path, 5)


# notebooks


def test_only_type_source_and_ids_of_cells_are_taken():
    data = json.dumps(notebook()).encode()
    cells, lost = parse_cells(data)
    assert lost == 0
    assert [c.cell_id for c in cells] == ["intro", "q", "e", "e-answer"]
    assert [c.grade_id for c in cells] == ["", "q", "e", ""]


def test_a_source_in_lines_is_joined():
    data = b'{"nbformat": 4, "cells": [{"cell_type": "markdown", "source": ["a\\r\\n", "b"]}]}'
    assert parse_cells(data)[0][0].source == "a\nb"


@pytest.mark.parametrize(
    "cell",
    ["5", '{"source": 5}', '{"source": [5]}', "null", '{"cell_type": []}', '{"id": 3}'],
)
def test_a_cell_that_is_none_costs_only_itself(cell: str):
    cells, lost = parse_cells(f'{{"nbformat": 4, "cells": [{cell}, {{"source": "kept"}}]}}'.encode())
    assert [c.source for c in cells] == ["kept"]
    assert lost == 1


@pytest.mark.parametrize("metadata", ["5", '{"nbgrader": 5}', '{"nbgrader": {"grade_id": 5}}', "null", "[]"])
def test_metadata_of_any_form_are_survived(metadata: str):
    data = f'{{"nbformat": 4, "cells": [{{"source": "kept", "metadata": {metadata}}}]}}'
    assert parse_cells(data.encode())[0] == (HandedIn("", "kept"),)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b'{"nbformat": 4}',
        b'{"nbformat": 3, "cells": []}',
        b'{"nbformat": 4, "cells": {}}',
        b'{"nbformat": 4, "cells": [' + b"[" * 100_000,
        b"\xff\xfe",
        b'{"nbformat": 4, "cells": [%s]}' % b",".join([b"{}"] * (MAX_CELLS + 1)),
        b'{"nbformat": 4, "cells": [{"outputs": [%s0]}]}' % (b"0," * MAX_PARTS),
    ],
)
def test_what_is_no_notebook_is_named(data: bytes):
    with pytest.raises(NotANotebookError):
        parse_cells(data)


@given(st.binary())
def test_no_bytes_break_the_reader(data: bytes):
    with contextlib.suppress(NotANotebookError):
        parse_cells(data)


# submissions


def codes(folder: Path) -> list[str]:
    return [f.code for f in read_submission(folder, "a.ipynb").faults]


def test_a_sound_submission_has_answers_cells_and_no_faults(tmp_path: Path):
    Journal(tmp_path / "journal.json").save("q", "x")
    (tmp_path / "a.ipynb").write_text(json.dumps(notebook()))
    found = read_submission(tmp_path, "a.ipynb")
    assert found.answers == {"q": "x"}
    assert found.cells == tuple(parse_cells((tmp_path / "a.ipynb").read_bytes())[0])
    assert found.faults == ()


def test_an_empty_folder_has_two_faults(tmp_path: Path):
    assert codes(tmp_path) == ["journal-missing", "notebook-missing"]


def test_a_notebook_under_another_name_is_pointed_out(tmp_path: Path):
    (tmp_path / "a (1).ipynb").touch()
    assert "“a (1).ipynb”" in read_submission(tmp_path, "a.ipynb").faults[-1].says


def test_a_folder_that_is_a_link_is_not_opened(tmp_path: Path):
    (tmp_path / "other").mkdir()
    Journal(tmp_path / "other" / "journal.json").save("q", "x")
    (tmp_path / "mine").symlink_to("other")
    assert codes(tmp_path / "mine") == ["folder-linked"]
    assert read_submission(tmp_path / "mine", "a.ipynb").answers is None


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "journal-damaged"),
        (b"{", "journal-damaged"),
        (b'{"format": "else"}', "not-a-journal"),
        (b'{"format": "course-journal", "version": 2}', "journal-too-new"),
        (b'{"format": "course-journal", "version": 1}', "journal-damaged"),
        (b'{"format": "course-journal", "version": 1, "log": ' + b"[" * 1_000_000, "journal-damaged"),
    ],
)
def test_a_journal_that_cant_be_read_has_a_cause(tmp_path: Path, content: bytes, code: str):
    (tmp_path / "journal.json").write_bytes(content)
    assert codes(tmp_path)[0] == code


def test_a_journal_without_end_is_not_read_into_memory(tmp_path: Path):
    (tmp_path / "journal.json").touch()
    os.truncate(tmp_path / "journal.json", 10**12)
    assert codes(tmp_path)[0] == "journal-not-a-file"


# essays


def test_an_untouched_notebook_has_a_blank_essay_and_no_flags():
    mark, flags = essay(*RELEASED)
    assert mark.blank
    assert flags == set()


def test_an_essay_is_what_stands_in_its_cell():
    mark, flags = essay(*RELEASED[:3], HandedIn("markdown", "  Mine \n", "", "e-answer"))
    assert mark.text == "Mine"
    assert mark.beside == ""
    assert flags == set()


def test_a_retyped_answer_cell_is_still_the_answer():
    assert essay(*RELEASED[:3], HandedIn("code", "Mine", "", "e-answer"))[0].text == "Mine"


def test_different_texts_of_a_doubled_answer_cell_are_all_kept_and_flagged():
    twice = [HandedIn("markdown", text, "", "e-answer") for text in ("One", STUB, "Two", "One")]
    mark, flags = essay(*RELEASED[:3], *twice)
    assert mark.text == f"One{AGAIN}Two"
    assert flags == {"answer-cell-twice"}


def test_a_deleted_answer_cell_is_flagged():
    assert essay(*RELEASED[:3])[1] == {"answer-cell-missing"}


def test_text_outside_the_answer_cell_is_kept_and_flagged():
    mark, flags = essay(*RELEASED, HandedIn("raw", "Beside"), HandedIn("markdown", "Also"))
    assert (mark.text, mark.beside) == ("", "Beside\n\nAlso")
    assert flags == {"text-beside"}


def test_an_essay_typed_into_the_task_is_kept():
    task = HandedIn("markdown", "Task\n\nMy essay", "e", "e")
    mark, flags = essay(*RELEASED[:2], task, RELEASED[3])
    assert "My essay" in mark.beside
    assert flags == {"text-beside", "locked-cells-edited"}


def test_added_code_is_counted_and_shown_only_where_no_essay_stands():
    written = HandedIn("markdown", "My essay.", cell_id=RELEASED[-1].cell_id, grade_id=RELEASED[-1].grade_id)
    mark, flags = essay(*RELEASED[:-1], written, HandedIn("code", "import os"))
    assert (mark.text, mark.beside, flags) == ("My essay.", "", {"code-added"})
    mark, flags = essay(*RELEASED, HandedIn("code", "My essay."))
    assert (mark.text, mark.beside, flags) == ("", "My essay.", {"code-added", "text-beside"})
    assert not mark.blank


def test_a_zone_that_names_a_file_is_no_time(tmp_path: Path):
    """The reader of times would open it."""
    assert is_time("2014-11-01 12:00:00.000000 UTC")
    assert is_time("2014-11-01 12:00:00 +0900")
    for text in (f"2014-11-01 12:00:00 {tmp_path}/zone", "9" * 50 + "h:", "", "yesterday", "1" * 1000):
        assert not is_time(text)


def test_an_essay_without_end_is_cut_and_flagged():
    mark, flags = essay(*RELEASED[:3], HandedIn("markdown", "x" * (MAX_TEXT + 1), "", "e-answer"))
    assert len(mark.text) == MAX_TEXT
    assert flags == {"text-cut"}


def test_no_notebook_leaves_a_blank_essay_without_further_flags():
    mark, flags = essay()
    assert mark.blank
    assert flags == set()
