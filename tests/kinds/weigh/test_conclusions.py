"""What is said to follow from ratings, held against the oracle, and at the ends of every scale."""

import pytest
from hypothesis import given, settings

from course.kinds.weigh.answer import parse
from course.kinds.weigh.coherence import coherent
from course.scoring import score
from tests.kinds.weigh.cases import ABOUT, ASKED, KEY, SIGNALS, answers
from tests.kinds.weigh.oracle import judged

CHECKS = ("varied", "unmoved", "direction", "towards", "posterior", "strongest", "removal")


@settings(max_examples=150)
@given(answers())
def test_each_check_says_what_the_oracle_says(value):
    weighed, expected = parse(value), judged(value)
    assert {*expected} == {*CHECKS}
    for check, known in expected.items():
        assert known is None or coherent(check, weighed) is known, check


@settings(max_examples=150)
@given(answers())
def test_a_finished_weighing_earns_and_is_told_what_is_true_of_it(value):
    found = score(ASKED, value, KEY)
    if found.state != "answered":
        return
    right = sum(r.get("because") in ABOUT[s] for s, r in value["ratings"].items())
    wrong = sum("because" in r for r in value["ratings"].values()) - right
    expected = judged(value) | {"three": right >= 3 and wrong <= 1, "five": right == 5}
    open_gate = expected["three"] or expected["unmoved"]
    for each in found.criteria:
        known = expected[each.id]
        gate = each.id in ("three", "five") or (open_gate and (each.id != "removal" or expected["strongest"]))
        if None in (known, gate):
            continue
        assert each.judged is gate, each.id
        assert each.points == (gate and known), each.id
        assert bool(each.missed) is (gate and not known), each.id


def weighing(prior: float, steps: dict[str, int], credibility: float = 1.0, **said: object) -> dict:
    rated = {s: {"step": steps.get(s, 0), "credibility": credibility, "because": ABOUT[s][0]} for s in SIGNALS}
    strongest = max(SIGNALS, key=lambda s: abs(steps.get(s, 0)))
    total = sum(steps.values()) * credibility
    known = {
        "direction": "raises" if total > 0 else "lowers" if total < 0 else "neither",
        "posterior": prior,
        "strongest": strongest,
        "removal": "stays" if not total else "falls" if steps[strongest] > 0 else "rises",
    }
    return {"prior": prior, "ratings": rated, "conclusion": known | said}


ALL = dict.fromkeys(SIGNALS, 1)
NONE: dict[str, int] = {}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("no signal moves me", weighing(0.2, NONE)),
        ("I believe no report", weighing(0.2, dict.fromkeys(SIGNALS, -3), 0.0, direction="neither", removal="stays")),
        ("all lower equally", weighing(0.2, dict.fromkeys(SIGNALS, -1), posterior=0.01)),
        ("all raise equally", weighing(0.2, ALL, posterior=0.89)),
        ("99 % stays", weighing(0.99, NONE)),
        ("1 % stays", weighing(0.01, NONE)),
        ("99 %, and all raises", weighing(0.99, ALL)),
        ("1 %, and all lowers", weighing(0.01, dict.fromkeys(SIGNALS, -1))),
        ("99 %, said as certain", weighing(0.99, ALL, posterior=1)),
        ("1 %, said as impossible", weighing(0.01, dict.fromkeys(SIGNALS, -1), posterior=0)),
    ],
)
def test_who_dissents_coherently_earns_everything(name, value):
    found = score(ASKED, value, KEY)
    assert found.state == "answered", (name, found.reasons)
    assert {each.id: each.points for each in found.criteria if not each.points} == {}, name


@pytest.mark.parametrize(
    "value", [weighing(0.2, NONE), weighing(0.2, dict.fromkeys(SIGNALS, 3), 0.0, direction="neither", removal="stays")]
)
def test_whom_nothing_moves_needs_no_reason_and_loses_only_the_points_for_reasons(value):
    for rating in value["ratings"].values():
        del rating["because"]
    found = score(ASKED, value, KEY)
    assert found.state == "answered"
    assert [each.id for each in found.criteria if not each.points] == ["three", "five"]


@pytest.mark.parametrize(("prior", "way"), [(0.99, -1), (0.01, 1)])
def test_at_the_end_of_a_scale_a_prior_can_be_left_the_other_way(prior, way):
    stays = weighing(prior, {"S01": 2 * way})
    assert not coherent("towards", parse(stays))
    assert not coherent("posterior", parse(stays))
    moved = weighing(prior, {"S01": 2 * way}, posterior=0.96 if prior > 0.5 else 0.04)
    assert coherent("towards", parse(moved))
    assert coherent("posterior", parse(moved))


@pytest.mark.parametrize("way", [-1, 1])
@pytest.mark.parametrize(("credibility", "other", "tied"), [(1.0, 0.75, True), (1.0, 0.7, False), (0.8, 0.55, True)])
def test_a_quarter_of_a_step_is_a_tie_in_both_directions(way, credibility, other, tied):
    value = weighing(0.5, {"S01": way, "S04": way}, strongest="S04")
    value["ratings"]["S01"]["credibility"], value["ratings"]["S04"]["credibility"] = credibility, other
    assert coherent("strongest", parse(value)) is tied


@pytest.mark.parametrize("way", [-1, 1])
def test_half_a_step_may_be_called_nothing_in_both_directions(way):
    for steps, credibility in (({"S01": way}, 0.5), ({"S01": way, "S04": way}, 0.25)):
        assert coherent("direction", parse(weighing(0.5, steps, credibility, direction="neither")))
    assert not coherent("direction", parse(weighing(0.5, {"S01": way}, 0.55, direction="neither")))


def test_one_signal_and_a_posterior_that_stays_earns_nothing():
    value = weighing(0.5, {"S01": -1}, posterior=0.49)
    assert not coherent("posterior", parse(value))
    for signal in SIGNALS:
        value["ratings"][signal].pop("because")
    assert score(ASKED, value, KEY).points == 0
    value["ratings"]["S01"]["because"] = ABOUT["S01"][0]
    assert score(ASKED, value | {"conclusion": value["conclusion"] | {"posterior": 0.33}}, KEY).points == 0
