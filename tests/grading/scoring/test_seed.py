"""No variant is gained by editing the seed: the real scorer and the real journal, with every family of the course."""

import msgspec
import pytest

from course.journal import Journal, parse
from course.journal.record import encode
from course.panels.panel import Panel
from course.questions.find import find_question
from grading.reading.submission import parse_journal
from grading.scoring.score import score_journal
from tests.grading.synthetic import assignment
from tests.paths import ROOT
from tests.validity.assignments import EXPERT, load, names

WITH_FAMILIES = [name for name in names() if load(name).families]


def answered(path, name):
    """The journal of an expert, as panels write it: the questions that its seed draws, rightly answered."""
    journal, assessed = Journal(path), load(name)
    folder = ROOT / "grading" / "source" / name
    for place in assessed.bank.places:
        panel = Panel(find_question(place, folder, lambda: journal.seed), journal)
        value = assessed.learners[EXPERT][assessed.drawn(journal.seed)[place]]
        panel._heard(None, {"kind": "save", "value": value, "seq": 1}, [])
    return parse(path.read_bytes(), "journal.json")


def scored(name, record):
    return score_journal(assignment(name), parse_journal(encode(record)), "somebody")


@pytest.fixture(scope="module", params=WITH_FAMILIES)
def handed_in(request, tmp_path_factory):
    return request.param, answered(tmp_path_factory.mktemp("own") / "journal.json", request.param)


def test_who_keeps_the_seed_earns_all_and_nothing_is_said(handed_in):
    name, record = handed_in
    found = scored(name, record)
    assert all(item.points == item.max_points for item in found.items)
    assert [flag.code for flag in found.flags] == []


@pytest.mark.parametrize("more", [1, 2, 3])
def test_answers_to_other_variants_earn_nothing_once_the_seed_is_edited_and_are_flagged(handed_in, more):
    name, record = handed_in
    found = scored(name, msgspec.structs.replace(record, seed=record.seed ^ more))
    pools = {*load(name).families}
    assert {item.question: item.points for item in found.items if item.question in pools} == dict.fromkeys(pools, 0.0)
    assert all(item.points == item.max_points for item in found.items if item.question not in pools)
    [flag] = [flag for flag in found.flags if flag.code == "seed-changed"]
    assert flag.look
    assert {*flag.items} == pools


def test_who_answers_anew_after_the_edit_is_scored_for_the_new_variant_and_flagged(tmp_path):
    name = WITH_FAMILIES[0]
    record = answered(tmp_path / "journal.json", name)
    edited = msgspec.structs.replace(record, seed=(record.seed + 1) % 2**53)
    (tmp_path / "journal.json").write_bytes(encode(edited))
    found = scored(name, answered(tmp_path / "journal.json", name))
    assert all(item.points == item.max_points for item in found.items)
    [flag] = [flag for flag in found.flags if flag.code == "seed-changed"]
    assert not flag.look


def test_a_journal_from_before_the_seed_was_logged_counts_as_it_stands(handed_in):
    name, record = handed_in
    log = tuple(event for event in record.log if event.event != "seed")
    found = scored(name, msgspec.structs.replace(record, log=log))
    assert all(item.points == item.max_points for item in found.items)
    assert found.flags == ()
