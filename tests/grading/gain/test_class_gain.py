"""What a class gained: from what learners hand in to the printed report, with its interval."""

import json
import random
import zipfile

import pytest
from scipy.stats import ttest_rel

from course import portfolio
from course.gain import IN, OUT, given, points
from course.gain.draw import place
from course.gain.read import asked, families
from course.journal import Journal
from grading.check.keys import right
from grading.gain.collected import collect
from grading.gain.measured import interval, measured
from grading.gain.told import told
from tests import warm
from tests.paths import ROOT

AMONG = families()
FAMILIES = list(AMONG)
FITS = {each.id: right(each, each.key)[0] for own in AMONG.values() for each in own}


def answer(journal, moment, knows, chance):
    for question in asked(journal.read(), AMONG)[moment].values():
        fits = FITS[question.id]
        wrong = [o.id for o in question.options if o.id != fits]
        journal.commit(place(moment, question.id), fits if chance.random() < knows else chance.choice(wrong))


@pytest.fixture
def handed_in(tmp_path, monkeypatch):
    """What twelve learners hand in: ten files of portfolios and two journals; two of them were at one moment alone."""
    folder, chance, rows = tmp_path / "in", random.Random(3), []
    for n in range(12):
        home = tmp_path / f"learner{n}"
        home.mkdir()
        monkeypatch.setenv("COURSE_JOURNAL", str(home / "journal.json"))
        journal = Journal()
        journal.seed  # noqa: B018 - made on first use
        if n != 10:
            answer(journal, IN, 0.4, chance)
        if n != 11:
            answer(journal, OUT, 0.8, chance)
        target = folder / f"learner{n}"
        target.mkdir(parents=True)
        if n < 10:
            written = portfolio.write(home / "portfolio").folder / "gain.json"
            (target / "gain.json").write_bytes(written.read_bytes())
        else:
            (target / "journal.json").write_bytes(journal.path.read_bytes())
        rows.append(points_of(journal))
    return folder, rows


def points_of(journal):
    return points(given(journal.read(), AMONG), AMONG)


def test_the_class_is_measured_from_files_of_portfolios_and_from_journals(handed_in):
    folder, rows = handed_in
    found = collect(folder, AMONG)
    assert found.left_out == ()
    made = measured([points(answers, AMONG) for answers in found.learners], FAMILIES)
    assert (made.n, made.only_before, made.only_after, made.in_part) == (10, 1, 1, 0)
    before = [sum(row[IN].values()) for row in rows[:10]]
    after = [sum(row[OUT].values()) for row in rows[:10]]
    assert made.before == pytest.approx(sum(before) / 10)
    assert made.after == pytest.approx(sum(after) / 10)
    low, high = ttest_rel(after, before).confidence_interval(0.95)
    assert (made.gain.low, made.gain.high) == pytest.approx((low, high))
    assert made.normalised == pytest.approx((made.after - made.before) / (8 - made.before))
    own = [(a - b) / (8 - b) for a, b in zip(after, before, strict=True) if b < 8]
    assert made.normalised_each == pytest.approx(sum(own) / len(own))
    for family in made.families:
        both = [row for row in rows if family.family in row[IN] and family.family in row[OUT]]
        assert family.n == len(both) == 10
        assert family.after == pytest.approx(sum(row[OUT][family.family] for row in both) / len(both))


def test_copies_of_one_learner_count_once_and_the_fuller_one_counts(tmp_path, journal):
    chance = random.Random(1)
    answer(journal, IN, 1, chance)
    early = (portfolio.write().folder / "gain.json").read_bytes()
    answer(journal, OUT, 1, chance)
    late = (portfolio.write().folder / "gain.json").read_bytes()
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in (("a.json", late), ("b.json", early), ("c.json", late)):
        (folder / name).write_bytes(data)
    found = collect(folder, AMONG)
    assert len(found.learners) == 1
    assert len(found.learners[0]) == 2 * len(FAMILIES)
    assert len(found.left_out) == 2


def test_equal_answers_of_two_learners_count_twice(tmp_path, monkeypatch):
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(2):
        monkeypatch.setenv("COURSE_JOURNAL", str(tmp_path / str(n) / "journal.json"))
        (tmp_path / str(n)).mkdir()
        journal = Journal()
        answer(journal, IN, 1, random.Random(1))
        answer(journal, OUT, 1, random.Random(1))
        (folder / f"{n}.json").write_bytes((portfolio.write().folder / "gain.json").read_bytes())
    assert len(collect(folder, AMONG).learners) == 2


def test_archives_are_read_and_what_cannot_be_is_named(handed_in, tmp_path):
    folder, _ = handed_in
    bad = tmp_path / "zipped"
    bad.mkdir()
    with zipfile.ZipFile(bad / "submissions.zip", "w") as archive:
        for path in sorted(folder.rglob("gain.json")):
            archive.write(path, f"{path.parent.name}_123_gain.json")
        archive.writestr("readme.txt", "no")
        archive.writestr("other.json", '{"cells": []}')
        archive.writestr("huge.json", b" " * 200_000)
    (bad / "broken.zip").write_bytes(b"PK no")
    (bad / "broken.json").write_bytes(b"{")
    (bad / "false.json").write_text(json.dumps({"format": "course-gain", "version": 1}))
    found = collect(bad, AMONG)
    assert len(found.learners) == 10
    assert sorted(each.partition(":")[0] for each in found.left_out) == [
        "broken.json", "broken.zip", "false.json", "submissions.zip, huge.json",
    ]  # fmt: skip


def test_without_spread_or_with_one_learner_there_is_no_interval():
    assert interval([2.0]) == interval([2.0, 2.0])
    assert interval([2.0]).low is None
    nobody = measured([], FAMILIES)
    assert nobody.gain is None
    assert "control group" in told(nobody, {})
    one = measured([{IN: dict.fromkeys(FAMILIES, 1.0), OUT: dict.fromkeys(FAMILIES, 1.0)}], FAMILIES)
    assert one.normalised is None
    assert "nothing was left to gain" in told(one, {})
    assert "no interval" in told(one, {})


def test_who_answered_a_part_is_told_apart():
    part = {IN: dict.fromkeys(FAMILIES[:3], 1.0), OUT: dict.fromkeys(FAMILIES[:2], 0.0)}
    made = measured([part], FAMILIES)
    assert (made.n, made.in_part) == (0, 1)
    assert [each.n for each in made.families] == [1, 1, *[0] * (len(FAMILIES) - 2)]


def run(*words):
    return warm.run(["-m", "grading.gain", *words], ROOT)


def test_the_command_prints_and_writes_it(handed_in, tmp_path):
    folder, _ = handed_in
    done = run(str(folder), "--to", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert "Answered all 8 families at the check-in and at the check-out: 10." in done.stdout
    assert "Only at the check-in: 1. Only at the check-out: 1." in done.stdout
    assert "95 % interval" in done.stdout
    assert "no control group" in done.stdout
    assert "begins at the base rate" in done.stdout
    stored = json.loads((tmp_path / "out" / "gain.json").read_text("utf-8"))
    assert stored["n"] == 10
    assert len((tmp_path / "out" / "gain-families.csv").read_text("utf-8").splitlines()) == 9
    (folder / "broken.json").write_text("{")
    assert run(str(folder), "--to", str(tmp_path / "out")).returncode == 3
    gone = run(str(tmp_path / "nowhere"))
    assert gone.returncode == 1
    assert "expected the folder" in gone.stderr
