"""nbgrader's whole cycle by its real commands, for a class of learners in every state that happens."""

import csv
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser

import nbformat
import pytest
from nbgrader.api import Gradebook

from grading.handout.assignment import Assignment, load_assignment
from grading.handout.cells import read_notebook
from grading.handout.guard import leaks
from grading.scoring import record
from tests.grading.classroom import ASSIGNMENT, Classroom, work
from tests.grading.formgrader import formgrader
from tests.grading.learners import Learner, load_learners

LEARNERS = {learner.id: learner for learner in load_learners()}
ESSAY = "precondition-essay"
EXPERT_GRADE = 8.5
COMMENT = "Clear. Meet the strongest objection & say <why>."


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """The cycle up to the export, run once; the tests look at what it left."""
    room = Classroom(tmp_path_factory.mktemp("class"))
    room.cold = True  # here alone, so that it stays true that nothing need be loaded before
    room.generate()
    room.run("release_assignment", ASSIGNMENT)
    for learner in LEARNERS.values():
        {"exchange": _submit, "zip": _download, "hand": Classroom.hand_in}[learner.by](room, learner)
    room.run("collect", ASSIGNMENT)
    room.run("zip_collect", ASSIGNMENT)
    room.run("autograde", ASSIGNMENT)
    _grade_essay(room)
    from_button = room.feedback("half-done")
    room.run("generate_feedback", ASSIGNMENT, "--force")
    assert room.feedback("half-done") == from_button
    room.run("release_feedback", ASSIGNMENT)
    room.run("export", "--to", "grades.csv")
    return room


@pytest.fixture(scope="module")
def assignment(classroom: Classroom) -> Assignment:
    return load_assignment(ASSIGNMENT, classroom.root / "release" / ASSIGNMENT, classroom.root / "keys")


def _submit(room: Classroom, learner: Learner) -> None:
    desk = room.desk(learner.id)
    room.run("fetch_assignment", ASSIGNMENT, cwd=desk)
    work(desk / ASSIGNMENT, learner)
    room.run("submit", ASSIGNMENT, "--student", learner.id, cwd=desk)


def _download(room: Classroom, learner: Learner) -> None:
    """What a learning platform hands out: an archive a learner, named as Canvas names it, with rubbish in it."""
    room.hand_in(learner)
    folder = room.root / "submitted" / learner.id
    archive = room.root / "downloaded" / ASSIGNMENT / "archive" / f"{learner.id}_12345_67890_{ASSIGNMENT}.zip"
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w") as zipped:
        for path in (folder / ASSIGNMENT).iterdir():
            zipped.write(path, f"{ASSIGNMENT}/{path.name}")
        zipped.writestr(f"{ASSIGNMENT}/.ipynb_checkpoints/{ASSIGNMENT}.ipynb", "old")
        zipped.writestr(f"{ASSIGNMENT}/copy/journal.json", "another")
    for path in (folder / ASSIGNMENT).iterdir():
        path.unlink()
    (folder / ASSIGNMENT).rmdir()


def _grade_essay(room: Classroom) -> None:
    """In the formgrader, as its page does; and keep what it shows of every submission."""
    with formgrader(room) as client:
        submissions = json.loads(client.get(f"/formgrader/api/submitted_notebooks/{ASSIGNMENT}/{ASSIGNMENT}"))
        for submission in submissions:
            page = client.get(f"/formgrader/submissions/{submission['id']}/")
            (room.folder / f"formgrader-{submission['student']}.html").write_text(page, encoding="utf-8")
        [expert] = (s["id"] for s in submissions if s["student"] == "expert")
        for kind, change in (
            ("grade", {"manual_score": EXPERT_GRADE, "extra_credit": None}),
            ("comment", {"manual_comment": COMMENT}),
        ):
            found = json.loads(client.get(f"/formgrader/api/{kind}s?submission_id={expert}"))
            [entry] = (e for e in found if e["name"] == ESSAY)
            client.put(f"/formgrader/api/{kind}/{entry['id']}", change)
        for what in (f"submission/{ASSIGNMENT}/half-done/autograde", f"assignment/{ASSIGNMENT}/generate_feedback"):
            outcome = client.press(f"/formgrader/api/{what}")
            assert outcome["success"], outcome


@pytest.mark.parametrize("who", LEARNERS)
def test_the_formgrader_shows_results_causes_and_the_essay_as_text(classroom: Classroom, who: str):
    html = (classroom.folder / f"formgrader-{who}.html").read_text(encoding="utf-8")
    page, text = _Page(html), _words(_text(html))
    for item in scores_of(classroom, who).items:
        assert f"{item.points:g} of {item.max_points:g}" in "".join(page.words)
    for flag in scores_of(classroom, who).flags:
        assert _words(flag.says) <= text
    for essay in scores_of(classroom, who).essays:
        assert _words(essay.text) | _words(essay.beside) <= text
    assert "Mark scheme." in "".join(page.words)
    # Everything of the formgrader's own is named by address; what a learner wrote must add nothing.
    assert not [x for x in page.links if "javascript:" in x or "example.org" in x or x == "x"]
    assert "onerror" not in page.handlers


def scores_of(room: Classroom, learner: str) -> record.Scores:
    return record.decode((room.submission(learner) / record.FILE).read_bytes())


def grades_of(room: Classroom, learner: str) -> dict[str, tuple[float, float, bool]]:
    """Cell id to points, maximum, and whether the grade waits for a person, from nbgrader's grade book."""
    with Gradebook(f"sqlite:///{room.root / 'gradebook.db'}", "reading-diplomatic-signals") as gradebook:
        notebook = gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, learner)
        return {g.name: (g.score, g.max_score, g.needs_manual_grade) for g in notebook.grades}


def test_the_table(classroom: Classroom, assignment: Assignment, capsys: pytest.CaptureFixture[str]) -> None:
    """Every learner's points, misconceptions and flags are as worked out by hand in `learners.toml`."""
    head = [
        "learner",
        *(str(n) for n, _ in enumerate(assignment.places, 1)),
        "essay",
        "sum",
        "misconceptions",
        "flags",
    ]
    rows, wrong = [head], []
    for learner in LEARNERS.values():
        grades, scores = grades_of(classroom, learner.id), scores_of(classroom, learner.id)
        points = [grades[place][0] for place in assignment.places]
        named = sorted({m for i in scores.items for m in i.misconceptions})
        flags = sorted({f.code for f in scores.flags})
        essay, _, waits = grades[ESSAY]
        rows.append(
            [
                learner.id,
                *(f"{p:g}" for p in points),
                "waits" if waits else f"{essay:g}",
                f"{sum(points) + essay:g}",
                " ".join(named),
                " ".join(flags),
            ]
        )
        expected = (list(learner.points), sorted(learner.misconceptions), sorted(learner.flags))
        if (points, named, flags) != expected:
            wrong.append((learner.id, points, named, flags, "expected", expected))
    widths = [max(len(row[n]) for row in rows) for n in range(len(head))]
    with capsys.disabled():
        print()
        for row in rows:
            print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    assert not wrong


def test_the_expert_has_full_marks_and_the_blank_none(classroom: Classroom):
    expert = {k: v for k, v in grades_of(classroom, "expert").items() if k != ESSAY}
    assert all(points == most for points, most, _ in expert.values())
    assert all(grade == (0, most, False) for grade in grades_of(classroom, "blank").values() for _, most, _ in [grade])


@pytest.mark.parametrize("who", [i for i in LEARNERS if i.startswith("holds-")])
def test_a_misconception_costs_points_and_is_named(classroom: Classroom, who: str):
    named = who.removeprefix("holds-").upper()
    for item in scores_of(classroom, who).items:
        if named in item.misconceptions:
            assert item.points < item.max_points
    assert named in {m for i in scores_of(classroom, who).items for m in i.misconceptions}


@pytest.mark.parametrize("who", LEARNERS)
def test_what_must_wait_for_a_person_waits_and_nothing_else(classroom: Classroom, who: str):
    learner, grades = LEARNERS[who], grades_of(classroom, who)
    waiting = {i for i, (_, _, waits) in grades.items() if waits}
    unread = any(f.startswith("journal") for f in learner.flags)
    expected = (set(grades) - {ESSAY} if unread else set()) | ({ESSAY} if learner.waits else set())
    assert waiting == (expected - {ESSAY} if who == "expert" else expected)


@pytest.mark.parametrize("who", LEARNERS)
def test_every_submission_is_kept_in_a_sound_notebook_with_its_causes(classroom: Classroom, who: str):
    notebook = read_notebook(classroom.submission(who) / f"{ASSIGNMENT}.ipynb")
    nbformat.validate(notebook)
    released = read_notebook(classroom.root / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb")
    ids = [c.id for c in notebook.cells if c.id not in ("course-flags", f"{ESSAY}-beside")]
    assert ids == [c.id for c in released.cells]
    assert (notebook.cells[0].id == "course-flags") == bool(LEARNERS[who].flags)
    for flag in scores_of(classroom, who).flags:
        assert _words(flag.says) <= _words(_text(notebook.cells[0].source))


def test_a_learner_finds_the_answer_in_words_what_was_lost_and_what_to_reread(
    classroom: Classroom, assignment: Assignment
):
    page = _text(classroom.feedback("holds-m07"))
    assert "This clears the way, and better relations are sure to follow." in page
    assert f"You may have read it as: {assignment.misconceptions['M07']}" in page
    assert assignment.claims["C096"].paraphrase in page
    assert assignment.claims["C096"].place in page
    assert "0 of 2" in page
    assert "36.75 of 64 points" in page


def test_the_essay_shows_grade_comment_and_text_but_no_mark_scheme(classroom: Classroom, assignment: Assignment):
    page = _text(classroom.feedback("expert"))
    assert f"{EXPERT_GRADE:g} of 10 points" in page
    assert COMMENT in page
    assert "Signals are not steps." in page
    assert "states the condition exactly" in page


@pytest.mark.parametrize("who", LEARNERS)
def test_points_that_wait_for_a_person_are_not_told_as_final(classroom: Classroom, who: str):
    waits = any(waits for _, _, waits in grades_of(classroom, who).values())
    assert ("Not final" in classroom.feedback(who)) == waits


@pytest.mark.parametrize("who", LEARNERS)
def test_feedback_never_gives_the_key_or_the_mark_scheme_away(classroom: Classroom, assignment: Assignment, who: str):
    page = classroom.feedback(who)
    text = " ".join(_text(page).split())
    scheme = read_notebook(classroom.root / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb")
    [task] = [c.source for c in scheme.cells if c.id == ESSAY]
    secret = task.partition("BEGIN MARK SCHEME")[2]
    for line in filter(None, (re.sub(r"[|*]", "", part).strip() for part in secret.split("|"))):
        if len(line) > 20:
            assert line not in text
    own = {o for i in scores_of(classroom, who).items for o in _texts(assignment, i)}
    shown = set(re.findall(r"<li[^>]*>(.*?)</li>", page))
    for question in assignment.questions:
        right = {o.text for o in getattr(question, "choices", ())} - own
        assert not right & shown, "a choice the learner did not make"
    assert "why_wrong" not in page
    assert "criteria" not in text.replace("public criteria", "")


def _texts(assignment: Assignment, item: record.ItemMark) -> Iterator[str]:
    chosen = item.answer if isinstance(item.answer, list) else [item.answer]
    yield from (o.text for o in getattr(assignment.bank[item.asked], "choices", ()) if o.id in chosen)


@pytest.mark.parametrize("who", LEARNERS)
def test_pages_of_feedback_run_nothing_load_nothing_and_have_a_language(classroom: Classroom, who: str):
    page = _Page(classroom.feedback(who))
    assert page.language == "en"
    assert not page.tags & {"script", "img", "link", "iframe", "object", "svg", "base", "form"}
    assert all(link.startswith("#") for link in page.links)
    assert not page.handlers
    assert page.headings[0] == "h1"
    assert page.headings.count("h1") == 1


def test_what_was_written_as_script_is_shown_as_text(classroom: Classroom):
    essay = LEARNERS["wrote-script"].essay
    assert essay in _text(classroom.feedback("wrote-script"))


def test_release_holds_no_key(classroom: Classroom, assignment: Assignment):
    release = classroom.root / "release" / ASSIGNMENT
    assert {p.name for p in release.iterdir()} == {"questions.toml", f"{ASSIGNMENT}.ipynb"}
    for path in [*release.iterdir(), *(p for p in (classroom.exchange).rglob("outbound/**/*") if p.is_file())]:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".ipynb":
            text = "\n".join(c.source for c in read_notebook(path).cells)
        assert not list(leaks(text, assignment)), path
        assert "MARK SCHEME" not in text
        assert not re.search(r"\bM\d\d\b|misconception|criteria = ", text), path


def test_the_record_with_parts_of_the_key_stays_in_the_grading_room(classroom: Classroom):
    for folder in (classroom.exchange, classroom.root / "feedback", classroom.root / "release"):
        assert not list(folder.rglob(record.FILE)), folder


def test_feedback_reaches_the_learner_through_the_exchange(classroom: Classroom):
    desk = classroom.folder / "desks" / "expert"
    classroom.run("fetch_feedback", ASSIGNMENT, "--student", "expert", cwd=desk)
    [page] = (p for p in (desk / ASSIGNMENT / "feedback").rglob("*") if p.is_file())
    assert page.read_text(encoding="utf-8") == classroom.feedback("expert")


def test_export_has_every_learner_with_the_sum(classroom: Classroom):
    with (classroom.root / "grades.csv").open(newline="") as file:
        found = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    expected = {i: sum(x.points) + (EXPERT_GRADE if i == "expert" else 0) for i, x in LEARNERS.items()}
    assert found == expected


def test_submissions_are_left_as_they_were_handed_in(classroom: Classroom):
    folder = classroom.root / "submitted" / "linked-journal" / ASSIGNMENT
    assert (folder / "journal.json").is_symlink()
    assert not (classroom.submission("linked-journal") / "journal.json").exists()
    assert json.loads((classroom.submission("expert") / "journal.json").read_bytes())["format"] == "course-journal"


def test_grading_again_keeps_what_a_person_gave(classroom: Classroom):
    before = {who: grades_of(classroom, who) for who in LEARNERS}
    classroom.run("autograde", ASSIGNMENT, "--force", "--student", "expert")
    assert grades_of(classroom, "expert")[ESSAY][0] == EXPERT_GRADE
    after = {who: grades_of(classroom, who) for who in LEARNERS if who != "expert"}
    assert after == {who: grades for who, grades in before.items() if who != "expert"}


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.handlers: list[str] = []
        self.headings: list[str] = []
        self.words: list[str] = []
        self.language = ""
        self._style = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [v or "" for k, v in attrs if k in ("href", "src")]
        self.handlers += [k for k, _ in attrs if k.startswith("on")]
        self.language = dict(attrs).get("lang") or self.language
        self._style = tag == "style"
        if re.fullmatch(r"h\d", tag):
            self.headings.append(tag)

    def handle_endtag(self, tag):
        self._style = False

    def handle_data(self, data):
        if not self._style:
            self.words.append(data)


def _text(page: str) -> str:
    return "".join(_Page(page).words)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))
