"""The whole corpus of hostile submissions as one batch of each assignment, through nbgrader's real commands."""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from nbgrader.coursedir import CourseDirectory

from grading.collecting import exchange
from grading.collecting.exchange import CourseCollect
from grading.handout.cells import grade_id, is_question, read_notebook
from grading.reading.inert import visible
from grading.reading.submission import TIMESTAMP
from grading.report.gather import gather
from grading.report.tables import report
from grading.report.write import page
from tests.hostile.place import CANARY, HOST, SECRET
from tests.hostile.registry import Kind, functions, kinds
from tests.hostile.room import BLANK, COURSE, HONEST, KNOWS, STAMP, HostileClass
from tests.validity.assignments import names

KINDS = kinds()
UNREADABLE = ("journal-", "not-a-journal", "folder-")
UNKNOWN = "name-unknown"


@pytest.fixture(scope="module", params=names())
def graded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[HostileClass]:
    folder = tmp_path_factory.mktemp(request.param)
    made = HostileClass(folder, request.param)
    yield made
    for link in [p for p in folder.rglob("*") if p.is_symlink()]:
        link.unlink()  # pytest cleans up with care, but not through links to devices


def test_every_kind_has_one_function_and_there_are_enough():
    assert len(KINDS) >= 60
    assert {k.id: len(functions(k.same or k.id)) for k in KINDS.values()} == dict.fromkeys(KINDS, 1)


def test_the_batch_was_not_stopped_and_everybody_has_a_grade(graded: HostileClass):
    wanted = {k.id for k in graded.kinds if k.graded} | set(HONEST) | {i for k in graded.kinds for i in k.becomes}
    assert set(graded.grades()) == wanted
    assert {p.parent.parent.name for p in graded.room.root.glob(f"feedback/*/{graded.name}/*.html")} == wanted
    assert "Traceback" not in graded.said
    assert not re.search(r"^\[\w+ \| (ERROR|CRITICAL)\]", graded.said, re.MULTILINE)
    for kind in graded.kinds:
        assert kind.says in graded.said


def test_no_kind_earns_what_it_should_not(graded: HostileClass, capsys: pytest.CaptureFixture[str]):
    grades = graded.grades()
    wrong = {}
    for kind in (k for k in graded.kinds if k.graded):
        found = {place: grades[kind.id][place][:2] for place in graded.places}
        expected = {place: (points, None) for place, points in graded.expected(kind).items()}
        if found != expected:
            wrong[kind.id] = {p: (found[p], expected[p]) for p in found if found[p] != expected[p]}
    with capsys.disabled():
        print(f"\n{graded.name}: {len(graded.kinds)} kinds, {len(wrong)} with points that are not theirs")
    assert not wrong


def test_the_cause_of_each_is_recorded_and_shown_to_whoever_grades(graded: HostileClass):
    flags = {k.id: tuple(sorted({f.code for f in graded.scores(k.id).flags})) for k in graded.kinds if k.graded}
    assert flags == {k.id: due(graded, k) for k in graded.kinds if k.graded}
    assert max(len(f.says) for who in flags for f in graded.scores(who).flags) < 1_000
    for who, codes in flags.items():
        cells = read_notebook(graded.made("autograded", who) / f"{graded.name}.ipynb").cells
        assert (cells[0].id == "course-flags") == bool(codes)
        assert len(cells[0].source.splitlines()) == 2 + len(graded.scores(who).flags) or not codes


def due(graded: HostileClass, kind: Kind) -> tuple[str, ...]:
    """The flags of a kind: a name that is not known is one only where an answer can hold it."""
    return tuple(f for f in kind.flags if f != UNKNOWN or graded.lost(kind))


def test_what_cant_be_read_waits_for_a_person_with_the_cause_beside_each_item(graded: HostileClass):
    grades = graded.grades()
    for kind in (k for k in graded.kinds if k.graded):
        unread = any(f.startswith(UNREADABLE) for f in kind.flags)
        shown = outputs(graded, kind.id)
        for place in graded.places:
            said = [f.says for f in graded.scores(kind.id).about(place)]
            waits = unread or (UNKNOWN in kind.flags and place in graded.lost(kind))
            assert (grades[kind.id][place][3], bool(said)) == (waits, waits), (kind.id, place)
            assert all(escape(visible(text)) in shown[place] for text in said), (kind.id, place)
        assert grades[kind.id][f"{graded.name}-essay"][0] in (None, 0), kind.id
        assert grades[kind.id][f"{graded.name}-essay"][3], kind.id
        if kind.loses in ("first", "numbers"):
            lost = [i for i in graded.scores(kind.id).items if not graded.expected(kind)[i.question]]
            assert all(i.reasons or i.criteria for i in lost), kind.id


def outputs(graded: HostileClass, who: str) -> dict[str, str]:
    """Question to the table that the formgrader shows for it."""
    cells = read_notebook(graded.made("autograded", who) / f"{graded.name}.ipynb").cells
    return {grade_id(c): c.outputs[0].data["text/html"] for c in cells if is_question(c)}


def test_the_others_have_what_they_had_coming(graded: HostileClass):
    grades, essay = graded.grades(), f"{graded.name}-essay"
    scored = graded.assessed.scores(graded.assessed.learners[KNOWS])
    most = {place: scored[question].points for place, question in graded.assessed.drawn(0).items()}
    assert sum(most.values()) == graded.assessed.asked_total
    assert grades[KNOWS] == {p: (m, None, m, False, None) for p, m in most.items()} | {
        essay: (None, None, 10, True, None)
    }
    assert grades[BLANK] == {p: (0, None, m, False, None) for p, m in most.items()} | {
        essay: (0, None, 10, False, "No response.")
    }
    for who in HONEST:
        assert graded.scores(who).flags == ()
        assert HOST not in graded.made("feedback", who).joinpath(f"{graded.name}.html").read_text(encoding="utf-8")


def test_nothing_else_was_written_or_changed(graded: HostileClass):
    """Neither what was handed in, nor source, release and keys, nor anything outside the course."""
    assert graded.after == graded.before
    assert [p.name for p in (graded.room.folder / "outside").iterdir()] == ["canary.txt"]
    for room in ("autograded", "feedback"):
        assert not [p for p in (graded.room.root / room).rglob("*") if p.is_symlink() or p.is_fifo()]


def test_nothing_that_a_link_leads_to_was_read(graded: HostileClass):
    """What stands in another's essay, in the grade book, in a key and outside appears in nobody's files."""
    key = next(r.says for k in graded.assessed.keys.values() for r in k.remarks)
    stolen = [text.encode() for text in (CANARY, SECRET, "SQLite format 3\0", "[[key]]", "criteria = [")]
    found = [
        (who, text)
        for who in [k.id for k in graded.kinds if k.graded]
        for path in graded.outputs(who)
        for text in stolen
        if text in path.read_bytes()
    ]
    assert not found
    assert CANARY not in graded.said
    assert SECRET in _all(graded, KNOWS)
    assert key not in graded.said


def test_what_is_printed_holds_nothing_that_a_terminal_obeys(graded: HostileClass):
    assert max(map(len, graded.said.splitlines())) < 1_000
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", graded.said)
    assert not re.search(r"^\[autograde \| ERROR\] forged", graded.said, re.MULTILINE)


def test_what_the_exchange_hands_over_has_a_time_to_be_collected_again(graded: HostileClass):
    """nbgrader reads it when somebody collects again, and gives up on the class at one that is none."""
    times = {
        p.read_text()
        for k in graded.kinds
        if k.door == "exchange"
        for p in graded.made("submitted", k.id).glob(TIMESTAMP)
    }
    assert times == {STAMP}


def test_a_submission_of_somebody_elses_is_not_collected(graded: HostileClass, monkeypatch: pytest.MonkeyPatch):
    """Everybody can write into the exchange, also under another's name; whose a folder is, only the system knows."""
    collector = CourseCollect(coursedir=CourseDirectory(assignment_id=graded.name))
    path = graded.room.exchange / COURSE / "inbound" / f"{KNOWS}+{graded.name}+{STAMP}+abc"
    path.mkdir()
    for owner, collected in ((None, True), (KNOWS, True), ("mallory", False)):
        monkeypatch.setattr(exchange, "owner_of", lambda _, owner=owner: owner)
        assert (collector._path_to_record(str(path))["username"] == KNOWS) == collected
    collector.check_owner = False
    assert collector._path_to_record(str(path))["username"] == KNOWS
    path.rmdir()


def test_the_report_holds_what_was_asked_and_nothing_of_a_learners(graded: HostileClass):
    found = gather(graded.name, graded.room.root)
    made = report(found, {each.name: each.name for each in found.learners})
    assert {row.who for row in made.learners} == set(graded.grades())
    assert sum(count for _, count in made.days) <= len(graded.places) * made.n
    assert not re.search(rf"<(script|img|iframe)|{HOST}|\x1b", page(made))


def _all(graded: HostileClass, who: str) -> str:
    return "".join(p.read_text(encoding="utf-8") for p in graded.outputs(who))


def test_the_classroom_has_no_leftovers(graded: HostileClass):
    """Folders that a name could have made beside those of learners."""
    assert {p.name for p in (graded.room.root / "autograded").iterdir()} == set(graded.grades())
    assert not list(Path(graded.room.root).glob(f"{graded.name}*"))
