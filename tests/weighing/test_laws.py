"""What has to hold of any weighing."""

import itertools
import math

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from course.weighing import (
    TOLERANCE,
    Judgement,
    Rating,
    Table,
    WeighingError,
    break_even_prior,
    change,
    diagnosticity,
    leave_one_out,
    likelihood_ratio,
    log_odds,
    once,
    one_at_a_time,
    probability,
    side,
    smallest_change,
    standings,
    weigh,
    weight,
)

NAMES = [f"S{n:02}" for n in range(1, 17)]
steps, trusts = st.integers(-3, 3), st.floats(0, 1)
priors = st.floats(1e-6, 1 - 1e-6)
rated = st.builds(Rating, steps, trusts)
ratings = st.builds(Rating, st.none() | steps, st.none() | trusts)


@st.composite
def judgements(draw, least=0, most=16, each=ratings, stories=True):
    names = NAMES[: draw(st.integers(least, most))]
    given = {name: draw(each) for name in names}
    told = {}
    for name in names if stories else ():
        home = draw(st.sampled_from((None, None, "a", "b")))
        if home:
            told.setdefault(home, []).append(name)
    return Judgement(draw(priors), given, {home: tuple(group) for home, group in told.items()})


def replaced(judgement, **ratings_by_name):
    return msgspec.structs.replace(judgement, ratings={**judgement.ratings, **ratings_by_name})


@given(judgements(), st.randoms(use_true_random=False))
def test_order_never_matters(judgement, random):
    names, stories = list(judgement.ratings), list(judgement.stories)
    random.shuffle(names)
    random.shuffle(stories)
    shuffled = Judgement(
        judgement.prior,
        {name: judgement.ratings[name] for name in names},
        {story: tuple(random.sample(judgement.stories[story], len(judgement.stories[story]))) for story in stories},
    )
    before, after = weigh(judgement), weigh(shuffled)
    assert (before.total, before.log_odds, before.probability) == (after.total, after.log_odds, after.probability)


@given(judgements(most=15), st.sampled_from([Rating(3, 0.0), Rating(-3, 0.0), Rating(0, 1.0), Rating(0, 0.3)]))
def test_no_credibility_and_a_ratio_of_one_change_nothing(judgement, rating):
    with_one_more = replaced(judgement, S16=rating)
    assert weigh(with_one_more).log_odds == weigh(judgement).log_odds
    assert weigh(with_one_more).weights["S16"] == 0


@given(judgements(most=14), steps, trusts)
def test_a_signal_and_its_mirror_cancel(judgement, step, trust):
    both = replaced(judgement, S15=Rating(step, trust), S16=Rating(-step, trust))
    assert weigh(both).log_odds == pytest.approx(weigh(judgement).log_odds, abs=1e-12)


@given(priors, st.lists(st.builds(Rating, steps, trusts), max_size=12))
def test_turning_everything_round_mirrors_the_result(prior, given_ratings):
    there = {f"S{n:02}": rating for n, rating in enumerate(given_ratings)}
    back = {name: Rating(-rating.step, rating.credibility) for name, rating in there.items()}
    one, other = weigh(Judgement(prior, there)), weigh(Judgement(prior, back))
    assert one.total == -other.total


@given(judgements(least=1))
def test_blank_is_not_no_effect(judgement):
    name = next(iter(judgement.ratings))
    blank = weigh(replaced(judgement, **{name: Rating(None, 1.0)}))
    neutral = weigh(replaced(judgement, **{name: Rating(0, 1.0)}))
    assert blank.weights[name] is None
    assert name in blank.blank
    assert neutral.weights[name] == 0
    assert name not in neutral.blank
    assert blank.log_odds == neutral.log_odds


@given(priors, st.integers(1, 3000), st.sampled_from((-3, 3)))
def test_probabilities_stay_between_0_and_1(prior, count, step):
    many = Judgement(prior, {f"S{n}": Rating(step, 1.0) for n in range(count)})
    assert 0 < weigh(many).probability < 1


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_log_odds_are_a_probability_between_0_and_1(x):
    assert 0 < probability(x) < 1


@given(st.floats(1e-12, 1 - 1e-12))
def test_log_odds_and_back(p):
    assert probability(log_odds(p)) == pytest.approx(p, rel=1e-9)


@given(judgements(each=rated))
def test_a_story_never_weighs_more_than_its_parts(judgement):
    for part in weigh(judgement).contributions:
        assert abs(part.weight) <= abs(part.apart) + 1e-12
        assert part.weight * part.apart >= 0
        own = [abs(weigh(judgement).weights[signal]) for signal in part.signals]
        assert abs(part.weight) <= max(own) + 1e-12


@given(st.lists(st.floats(-3, 3), min_size=1, max_size=6), st.integers(0, 5), st.floats(0, 3))
def test_a_heavier_signal_never_lowers_its_story(weights, place, more):
    heavier = list(weights)
    heavier[place % len(weights)] += more
    assert once(heavier) >= once(weights) - 1e-12


@given(st.lists(st.floats(-3, 3), min_size=1, max_size=5))
def test_an_echo_adds_nothing_to_a_story_that_points_one_way(weights):
    assume(all(w >= 0 for w in weights))
    assert once([*weights, max(weights)]) == pytest.approx(once(weights))


@given(judgements(least=1, each=rated))
def test_leaving_out_is_explained_not_assumed_to_add_up(judgement):
    found = leave_one_out(judgement)
    assert found.total == pytest.approx(found.effects + found.remainder)
    assert sum(-row.change for row in found.rows) == pytest.approx(found.effects)
    assert ("do not add up" in found.explanation) == (abs(found.remainder) > TOLERANCE)


def test_leaving_out_one_of_a_story_moves_nothing():
    told = Judgement(0.2, {"S01": Rating(2, 1.0), "S02": Rating(2, 1.0)}, {"a": ("S01", "S02")})
    found = leave_one_out(told)
    assert [row.change for row in found.rows] == [0, 0]
    assert found.remainder == pytest.approx(2 * math.log(2))


@given(judgements(stories=False, each=rated))
def test_without_stories_the_effects_add_up(judgement):
    assert leave_one_out(judgement).remainder == pytest.approx(0, abs=1e-9)


@given(judgements(), st.floats(0.01, 0.99))
def test_the_break_even_prior_leads_onto_the_line(judgement, line):
    even = break_even_prior(judgement, line)
    assume(1e-9 < even.probability < 1 - 1e-9)
    there = msgspec.structs.replace(judgement, prior=even.probability)
    assert weigh(there).probability == pytest.approx(line, rel=1e-6)


@given(judgements(most=6), st.sampled_from((0.1, 0.35, 0.5, 0.8)), st.sampled_from(("drop", "flip")))
def test_the_smallest_change_crosses_and_no_smaller_one_does(judgement, line, move):
    found, target = smallest_change(judgement, line, move), log_odds(line)
    names = [name for name, own in weigh(judgement).weights.items() if own is not None]
    turn = {"drop": lambda r: Rating(None, r.credibility), "flip": lambda r: Rating(-r.step, r.credibility)}[move]

    def crosses(group):
        after = weigh(replaced(judgement, **{name: turn(judgement.ratings[name]) for name in group}))
        return side(after.log_odds, target) not in ("on", found.side)

    sizes = [n for n in range(len(names) + 1) if any(crosses(g) for g in itertools.combinations(names, n))]
    if found.side == "on":
        assert found.signals == ()
    elif found.signals is None:
        assert not sizes
    else:
        assert crosses(found.signals)
        assert len(found.signals) == min(sizes)


@given(judgements(), judgements())
def test_changes_add_up_in_log_odds(earlier, later):
    found = change(earlier, later)
    whole = found.prior + sum(row.log_odds for row in found.signals) + found.stories
    assert found.log_odds == pytest.approx(whole, abs=1e-9)
    assert found.probability == pytest.approx(weigh(later).probability - weigh(earlier).probability)


@given(judgements())
def test_one_at_a_time_states_what_a_new_weighing_gives(judgement):
    for row in one_at_a_time(judgement, "drop"):
        without = replaced(judgement, **{row.signal: Rating()})
        assert row.log_odds == pytest.approx(weigh(without).log_odds)


cells = st.fixed_dictionaries(dict.fromkeys(NAMES[:5], st.none() | st.integers(-2, 2)))


def held(rows, credibility=1.0):
    return Table({f"H{n}": row for n, row in enumerate(rows)}, dict.fromkeys(NAMES[:5], credibility))


@given(st.integers(-2, 2), st.floats(0, 1), st.integers(2, 5))
def test_evidence_that_speaks_alike_of_all_has_no_diagnosticity(step, trust, count):
    row = dict.fromkeys(NAMES[:5], step)
    assert set(diagnosticity(held([row] * count, trust)).values()) == {0}


@given(st.lists(cells, min_size=2, max_size=4))
def test_diagnosticity_is_the_spread_and_blank_where_nothing_is_compared(rows):
    for name, spread in diagnosticity(held(rows)).items():
        column = [row[name] for row in rows if row[name] is not None]
        assert spread == (max(column) - min(column) if len(column) > 1 else None)


@given(st.lists(cells, min_size=2, max_size=4))
def test_neutral_counts_for_coverage_and_blank_does_not(rows):
    for row, found in zip(rows, standings(held(rows)), strict=True):
        assert found.coverage == sum(each is not None for each in row.values()) / 5
        assert found.inconsistency == sum(max(0, -each) for each in row.values() if each is not None)
        assert found.consistency == sum(max(0, each) for each in row.values() if each is not None)


@pytest.mark.parametrize("step", [-4, 4, 1.5, "1", True, math.nan])
def test_a_step_out_of_range_is_named(step):
    with pytest.raises(WeighingError, match="S07"):
        weight("S07", Rating(step, 1.0))
    with pytest.raises(WeighingError):
        likelihood_ratio(step)


@pytest.mark.parametrize("trust", [-0.1, 1.1, math.nan, math.inf, "1", True])
def test_a_credibility_out_of_range_is_named(trust):
    with pytest.raises(WeighingError, match="S07"):
        weigh(Judgement(0.5, {"S07": Rating(1, trust)}))


@pytest.mark.parametrize("prior", [0, 1, -1, 2, math.nan, math.inf])
def test_a_prior_that_no_evidence_can_move_is_refused(prior):
    with pytest.raises(WeighingError, match="prior"):
        weigh(Judgement(prior, {}))


@pytest.mark.parametrize("stories", [{"a": ("S01", "S09")}, {"a": ("S01",), "b": ("S01",)}])
def test_stories_that_do_not_fit_are_refused(stories):
    with pytest.raises(WeighingError):
        weigh(Judgement(0.5, {"S01": Rating(1, 1.0)}, stories))
