"""The models of a weighing's page (model.js, state.js) meet the same cases as course.weighing, in a real browser."""

import json
import math
from importlib.resources import files

import pytest

from course.kinds.weigh.answer import SignalRating, Weighed, stories
from tests.paths import CASES

FILE = json.loads(CASES.read_text("utf-8"))
NEAR = FILE["tolerance"]
RUN = {
    "odds": "c => ({log_odds: logOdds(c.probability)})",
    "probability": "c => ({probability: probability(c.log_odds)})",
    "once": "c => ({once: once(c.weights, c.news)})",
    "moves": "c => ({moves: moves(c.rating)})",
    "worlds": "c => worlds(c.prior, c.evidence, c.seen)",
    "weigh": "c => ({...weigh(c.judgement), "
    "steps: stepsOf(weigh(c.judgement)).map(s => [s.id, s.before, s.after]),"
    " ...Object.fromEntries(['drop', 'flip'].map(move => [move,"
    " Object.fromEntries(Object.entries(oneAtATime(c.judgement, move)).map(([s, x]) => [s, [x, probability(x)]]))]))})",
    "hypotheses": "c => ({diagnosticity: diagnosticity(c.table), least: leastInconsistent(c.table),"
    " standings: Object.fromEntries(Object.entries(standings(c.table))"
    ".map(([h, s]) => [h, [s.inconsistency, s.consistency, s.coverage]]))})",
}
CASES = [case for case in FILE["cases"] if case["kind"] in RUN]
PYTHON_ONLY = {"break_even", "smallest"}


@pytest.fixture(scope="module")
def page(browser):
    page = browser.new_page()
    for part in ("model", "state", "worlds"):
        page.add_script_tag(content=(files("course.panels") / f"js/kinds/weigh/{part}.js").read_text("utf-8"))
    yield page
    page.close()


def close(found, expected, where):
    match expected:
        case dict():
            assert found.keys() == expected.keys(), where
            for key, each in expected.items():
                close(found[key], each, f"{where}.{key}")
        case list():
            assert len(found) == len(expected), where
            for n, each in enumerate(expected):
                close(found[n], each, f"{where}[{n}]")
        case float() | int():
            assert math.isclose(found, expected, rel_tol=NEAR, abs_tol=NEAR), (where, found, expected)
        case _:
            assert found == expected, where


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']} {case['name']}")
def test_the_page_computes_what_every_implementation_must(page, case):
    found = page.evaluate(RUN[case["kind"]], case)
    for name, expected in case["expected"].items():
        if name not in PYTHON_ONLY:
            close(found[name], expected, f"{case['name']}: {name}")
    if "probability" in case["expected"]:  # near 0 an absolute tolerance would say nothing
        assert math.isclose(found["probability"], case["expected"]["probability"], rel_tol=NEAR)


LINKS = [
    {},
    {"S01": None, "S02": None},
    {"S01": "S02", "S02": None},
    {"S01": "S02", "S02": "S01"},
    {"S01": None, "S02": "S01", "S03": "S02", "S04": None},
    {"S03": "S01", "S01": None, "S02": "S04", "S04": "S03"},
    {"S01": "S09", "S02": None},
]


@pytest.mark.parametrize("links", LINKS, ids=str)
def test_both_make_the_same_stories_of_the_same_links(page, links):
    ratings = {s: {"step": 1, "credibility": 1, "same_as": other} for s, other in links.items()}
    found = page.evaluate("ratings => storiesOf(ratings)", ratings)
    expected = stories(Weighed(ratings={s: SignalRating(1, 1.0, other) for s, other in links.items()}))
    assert {name: sorted(told) for name, told in found.items()} == {n: sorted(told) for n, told in expected.items()}


@pytest.mark.parametrize("links", LINKS, ids=str)
@pytest.mark.parametrize("share", [None, 0, 0.25, 1])
def test_both_take_the_same_for_new(page, links, share):
    ratings = {s: {"step": 1, "credibility": 1, "same_as": other, "news": share} for s, other in links.items()}
    said = Weighed(ratings={s: SignalRating(1, 1.0, other, share) for s, other in links.items()})
    assert page.evaluate("ratings => newsOf(ratings)", ratings) == said.news
