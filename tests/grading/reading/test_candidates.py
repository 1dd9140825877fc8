"""Which file of a hand-in is read: nothing is chosen silently, and nothing waits that is not in doubt."""

import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.journal import Journal
from grading.handout.assignment import AssignmentError
from grading.handout.elsewhere import elsewhere
from grading.reading.candidates import choose_journal, more
from grading.reading.copies import journal_like, made_by, notebook_like, written_elsewhere
from grading.reading.encoding import in_utf8
from grading.reading.files import NotPlainError, read_light
from grading.reading.foreign import foreign_answers
from grading.reading.handed import Expected, JournalFile, NotebookFile
from grading.reading.notebook import HandedIn, parse_cells
from grading.reading.submission import read_submission
from grading.scoring.essay import find_essays
from grading.take import take
from tests.grading.reading.test_submission import PRISTINE, RELEASED
from tests.paths import ROOT

PLACES = ("a", "b", "c")
EVENTS = st.lists(st.tuples(st.sampled_from((*PLACES, "other")), st.sampled_from("xyz")), max_size=5)


def journal(name: str, events: list[tuple[str, str, str]]) -> JournalFile:
    """A journal as its log makes it: what was saved last is the answer."""
    ever: dict[str, set[str]] = {}
    latest = {}
    for question, value, at in events:
        latest[question] = f"{at} {value}"
        ever.setdefault(question, set()).add(latest[question])
    return JournalFile(name, latest, {q: frozenset(all_) for q, all_ in ever.items()})


@st.composite
def hand_ins(draw: st.DrawFn) -> tuple[JournalFile | None, list[JournalFile]]:
    """Copies of one journal, each made at some time and worked on afterwards, as two laptops make them."""
    common = [(q, v, f"0-{n}") for n, (q, v) in enumerate(draw(EVENTS))]
    found = []
    for number in range(draw(st.integers(0, 4))):
        own = [(q, v, f"{number + 1}-{n}") for n, (q, v) in enumerate(draw(EVENTS))]
        found.append(journal(f"journal ({number}).json", common[: draw(st.integers(0, len(common)))] + own))
    unreadable = [JournalFile("journal-x.json", why="cut short")] if draw(st.booleans()) else []
    right = found.pop() if found and draw(st.booleans()) else None
    return right, found + unreadable


def answers(found: JournalFile) -> dict[str, str]:
    return {q: a.partition(" ")[2] for q, a in (found.latest or {}).items() if q in PLACES}


@given(hand_ins())
def test_no_answer_that_only_a_copy_holds_is_left_without_a_person(handed_in):
    right, copies = handed_in
    chosen, faults = choose_journal(right, copies, PLACES)
    waiting = {q for f in faults if f.look for q in (PLACES if f.items is None else f.items)}
    kept = next((c for c in (right, *copies) if c and c.name == chosen), None)
    for copy in copies:
        assert set(more(copy, kept, PLACES)) <= waiting
    if right is not None:
        assert chosen == right.name


@given(hand_ins())
def test_nothing_waits_where_every_copy_can_be_read_and_holds_no_more(handed_in):
    right, copies = handed_in
    chosen, faults = choose_journal(right, copies, PLACES)
    kept = next((c for c in (right, *copies) if c and c.name == chosen), None)
    if kept and all(c.latest is not None and not more(c, kept, PLACES) for c in copies):
        assert not [f for f in faults if f.look]


@given(EVENTS, st.integers(0, 5))
def test_an_earlier_state_of_a_journal_holds_nothing_more(events, number):
    log = [(q, v, f"0-{n}") for n, (q, v) in enumerate(events)]
    right, earlier = journal("journal.json", log), journal("journal (1).json", log[:number])
    assert more(earlier, right, PLACES) == ()
    assert [f.look for f in choose_journal(right, [earlier], PLACES)[1]] == [False]


@given(hand_ins(), st.randoms())
def test_the_order_of_files_decides_nothing(handed_in, random):
    right, copies = handed_in
    shuffled = random.sample(copies, len(copies))
    one, other = (choose_journal(right, each, PLACES) for each in (copies, shuffled))
    read = {c.name: answers(c) for c in (right, *copies) if c}
    assert read.get(one[0]) == read.get(other[0])
    assert {f.items for f in one[1] if f.look} == {f.items for f in other[1] if f.look}


@given(hand_ins())
def test_a_journal_of_another_name_is_taken_only_if_it_holds_all_that_the_others_hold(handed_in):
    _, copies = handed_in
    chosen, faults = choose_journal(None, copies, PLACES)
    for copy in copies:
        if chosen == copy.name:
            assert not [other for other in copies if other.latest is not None and more(other, copy, PLACES)]
            assert faults[0].code == "renamed-journal"
    if chosen is None:
        assert [f.code for f in faults] == ["journal-missing"]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("journal (1).json", "a second download"),
        ("journal(2).json", "a second download"),
        ("journal-1.json", "a second download"),
        ("journal 2.json", "a second download"),
        ("journal-Copy1.json", "a copy of JupyterLab"),
        ("journal - Copy.json", "a copy"),
        ("journal - Kopie (2).json", "a copy"),
        ("journal copy 2.json", "a copy"),
        ("journal (copy).json", "a copy"),
        ("Journal.json", "the same name in other letters"),
        ("journal.json.txt", "the same name with something behind it"),
        ("journal-DESKTOP-ABC123.json", "a conflict copy of OneDrive"),
        ("journal-MacBook Pro de Charlyne-2.json", "a conflict copy of OneDrive"),
        ("journal-laptop.json", "a conflict copy of OneDrive"),
        ("journal (DESKTOP-UMS014A's conflicted copy 2026-11-01).json", "a conflict copy"),
        ("journal (Case Conflict).json", "a conflict copy"),
        ("journal (conflicted copy 2026-11-01 120000).json", "a conflict copy"),
        ("journal_conflict-20261101-120000.json", "a conflict copy"),
        ("journal_Andy-PC_Jan-03-0901-2026_CaseConflict_1.json", "a conflict copy"),
        ("journal.sync-conflict-20261101-120000-ABCDEFG.json", "a conflict copy of Syncthing"),
        ("journal.damaged-20261101T120000Z-2.json", "a damaged journal that was set aside"),
        ("journal-checkpoint.json", "an earlier state kept by JupyterLab"),
        ("journal-of-ada.json", ""),
        ("journal.json", ""),
        ("answers.json", ""),
    ],
)
def test_a_copy_is_called_what_it_is(name, made):
    assert made_by(name, "journal.json") == made
    assert journal_like(name) == ("journal" in name.casefold())


def test_files_are_told_apart_by_their_names():
    assert all(map(notebook_like, ("a.ipynb", "a (1).ipynb", "a.IPYNB", "a.ipynb.json", "a.ipynb.txt")))
    assert not journal_like("my journal.ipynb")
    assert all(map(written_elsewhere, ("Essay.DOCX", "essay.txt", "scan.jpg")))
    assert not any(map(written_elsewhere, ("journal.json.txt", "a.ipynb.txt", "questions.toml", "timestamp.json")))


# essays


def essay(text: str) -> tuple[HandedIn, ...]:
    return (*RELEASED[:3], HandedIn("markdown", text, "", "e-answer"))


TEXTS = st.sampled_from(["", "Write here.", "One.", "Two.", "One. And more.", "Three."])


@given(TEXTS, st.lists(TEXTS, max_size=4))
def test_no_text_of_any_notebook_is_lost_and_none_is_chosen_of_several(own, others):
    beside = [NotebookFile(f"copy-{n}.ipynb", essay(text)) for n, text in enumerate(others)]
    [mark], flags = find_essays(PRISTINE, essay(own), beside)
    written = {t for t in others if t not in ("", "Write here.")}
    for text in written:
        assert text in mark.text or text in mark.beside
    if own not in ("", "Write here."):
        assert mark.text == own
    elif len(written) != 1:
        assert mark.text == ""
    assert mark.blank == (not written and own in ("", "Write here."))
    differ = {t for t in written if t not in own} if own not in ("", "Write here.") else written
    assert bool([f for f in flags if f.look]) == bool(differ)


def test_a_text_in_cells_without_ids_of_another_notebook_is_shown_if_there_is_no_other():
    beside = [NotebookFile("Untitled.ipynb", (HandedIn("markdown", "Mine."),))]
    [mark], flags = find_essays(PRISTINE, RELEASED, beside)
    assert (mark.text, "Mine." in mark.beside) == ("", True)
    assert [f.code for f in flags] == ["text-elsewhere"]
    [mark], flags = find_essays(PRISTINE, essay("My essay."), beside)
    assert (mark.text, mark.beside, flags) == ("My essay.", "", ())


# journals of another assignment


ASKED = Expected(tuple("abcdefgh"), ("e",), {"l1": "lesson 01", "g1": "the assignment goals"})


@pytest.mark.parametrize(
    ("given_", "code", "waiting"),
    [
        ("abcdefgh", None, ""),
        ("", None, ""),
        (["l1"], "journal-of-another", "abcdefgh"),
        (["a", "l1", "g1"], "journal-of-another", "bcdefgh"),
        ([*"abcdef", "l1", "g1"], "answers-unknown", ""),
        ([*"abcdef", "old-g"], "answers-unknown", "gh"),
        ([*"abcdefgh", "old-g"], "answers-unknown", ""),
    ],
)
def test_what_is_answered_elsewhere_is_told_and_waits_only_where_it_may_belong_here(given_, code, waiting):
    faults = foreign_answers(dict.fromkeys(given_), ASKED)
    assert [f.code for f in faults] == ([code] if code else [])
    assert "".join(q for f in faults if f.look for q in f.items or ()) == waiting


def test_every_question_of_the_course_is_known_by_where_it_is_asked():
    found = elsewhere(ROOT / "grading" / "source" / "precondition", {"condition-restated"})
    assert "condition-restated" not in found
    assert {"the assignment goals", "lesson 04_the_precondition"} <= set(found.values())


# the folder


def test_nothing_that_a_link_leads_to_is_a_candidate(tmp_path: Path):
    folder, secret = tmp_path / "mine", tmp_path / "other"
    folder.mkdir()
    secret.mkdir()
    Journal(secret / "journal.json").save("q", "theirs")
    (folder / "journal (1).json").symlink_to(secret / "journal.json")
    (folder / "more").symlink_to(secret)
    found = read_submission(folder, "a.ipynb", Expected(("q",)))
    assert found.answers is None
    assert found.journal is None
    assert "link" in found.faults[0].says


def test_what_was_set_aside_is_not_read(tmp_path: Path):
    (tmp_path / "set-aside").mkdir()
    Journal(tmp_path / "set-aside" / "journal (1).json").save("q", "old")
    Journal(tmp_path / "journal.json").save("q", "new")
    found = read_submission(tmp_path, None, Expected(("q",)))
    assert (found.answers, found.faults) == ({"q": "new"}, ())


def test_the_whole_folder_of_notebooks_hides_no_work(tmp_path: Path):
    """All lessons, each with what JupyterLab keeps of it, around the folder of the assignment."""
    cell = '{"nbformat": 4, "cells": [{"cell_type": "code", "source": "ask(\\"%s\\")"}]}'
    (tmp_path / ".ipynb_checkpoints").mkdir()
    for n in range(60):
        for name in (f"{n:02}_lesson.ipynb", f".ipynb_checkpoints/{n:02}_lesson-checkpoint.ipynb"):
            (tmp_path / name).write_text(cell % "l1")
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "w.ipynb").write_text(cell % "q")
    Journal(tmp_path / "work" / "journal.json").save("q", "x")
    found = read_submission(tmp_path, "w.ipynb", Expected(("q",), (), {"l1": "lesson 01"}))
    assert found.answers == {"q": "x"}
    assert [f.code for f in found.faults] == ["renamed-journal", "notebook-renamed"]
    assert found.cells is not None
    assert found.cells[0].source == 'ask("q")'


def test_thousands_of_files_are_looked_at_within_bounds(tmp_path: Path):
    for n in range(300):
        (tmp_path / f"journal ({n}).json").write_text('{"format": "course-journal", "version": 1}')
    found = read_submission(tmp_path, "a.ipynb", Expected(("q",)))
    assert found.answers is None
    assert len(found.faults[0].says) < 2_000


# taking another file


def handed_in_room(tmp_path: Path) -> Path:
    folder = tmp_path / "submitted" / "ada" / "work"
    folder.mkdir(parents=True)
    Journal(folder / "journal.json").save("q", "mine")
    Journal(folder / "journal (1).json").save("q", "other")
    return folder


def test_what_was_taken_can_be_given_back_and_nothing_is_lost(tmp_path: Path):
    folder = handed_in_room(tmp_path)
    mine, other = ((folder / name).read_bytes() for name in ("journal.json", "journal (1).json"))
    take("work", "ada", "journal (1).json", tmp_path)
    assert (folder / "journal.json").read_bytes() == other
    take("work", "ada", "set-aside/journal.json", tmp_path)
    assert (folder / "journal.json").read_bytes() == mine
    assert {p.read_bytes() for p in (folder / "set-aside").iterdir()} == {mine, other}
    assert [p.name for p in folder.glob("j*")] == ["journal.json"]


def test_keeping_what_stands_there_sets_its_copies_aside(tmp_path: Path):
    folder = handed_in_room(tmp_path)
    mine = (folder / "journal.json").read_bytes()
    take("work", "ada", "journal.json", tmp_path)
    assert (folder / "journal.json").read_bytes() == mine
    assert [p.name for p in (folder / "set-aside").iterdir()] == ["journal (1).json"]


@pytest.mark.parametrize("file", ["no.json", "../../other/journal.json", "linked.json", "text.json", "set-aside"])
def test_what_cant_be_taken_changes_nothing(tmp_path: Path, file: str):
    folder = handed_in_room(tmp_path)
    (tmp_path / "submitted" / "other").mkdir()
    Journal(tmp_path / "submitted" / "other" / "journal.json").save("q", "theirs")
    (folder / "linked.json").symlink_to(tmp_path / "submitted" / "other" / "journal.json")
    (folder / "text.json").write_text("{}")
    before = {p.name: p.is_symlink() or p.read_bytes() for p in folder.iterdir()}
    with pytest.raises(AssignmentError):
        take("work", "ada", file, tmp_path)
    assert {p.name: p.is_symlink() or p.read_bytes() for p in folder.iterdir()} == before


def test_taking_writes_through_no_link_of_a_learners(tmp_path: Path):
    folder, outside = handed_in_room(tmp_path), tmp_path / "outside"
    outside.mkdir()
    (outside / "file").write_text("kept")
    (folder / "journal.json.part").symlink_to(outside / "file")
    take("work", "ada", "journal (1).json", tmp_path)
    assert (outside / "file").read_text() == "kept"
    (folder / "set-aside").rename(folder / "was-aside")
    (folder / "set-aside").symlink_to(outside)
    with pytest.raises(AssignmentError, match="link"):
        take("work", "ada", "was-aside/journal.json", tmp_path)
    assert [p.name for p in outside.iterdir()] == ["file"]


# large files, and other encodings


def test_pictures_cost_their_own_size_and_no_more():
    picture = "A" * 10_000_000
    cell = {"cell_type": "markdown", "id": "x", "source": "text", "attachments": {"p": {"image/png": picture}}}
    data = json.dumps({"nbformat": 4, "cells": [cell] * 4}).encode()
    tracemalloc.start()
    [*cells], lost = parse_cells(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (len(cells), lost) == (4, 0)
    assert peak < len(data) + 1_000_000


def test_a_notebook_without_bound_keeps_its_text_in_bounded_memory(tmp_path: Path):
    path = tmp_path / "a.ipynb"
    with path.open("wb") as file:
        file.write(b'{"nbformat": 4, "cells": [{"source": "before", "attachments": {"p": "')
        for _ in range(120):
            file.write(b"QUJD" * 250_000)
        file.write(b'"}}, {"source": "after"}]}')
    tracemalloc.start()
    data = read_light(path, 1_000_000, 400_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [c.source for c in parse_cells(data)[0]] == ["before", "after"]
    assert peak < 10_000_000
    with pytest.raises(NotPlainError, match="larger"):
        read_light(path, 1_000_000, 50_000_000)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_json_of_any_encoding_reads_as_it_was_written(encoding: str):
    text = '{"nbformat": 4,\r\n "cells": [{"source": "naïveté 한글 🙂"}]}'
    assert in_utf8(text.encode(encoding)).decode() == text
    assert parse_cells(in_utf8(text.encode(encoding)))[0][0].source == "naïveté 한글 🙂"


@given(st.binary())
def test_bytes_that_are_no_text_come_back_and_break_nothing(data: bytes):
    assert isinstance(in_utf8(data), bytes)
