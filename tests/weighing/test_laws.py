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
    Pairs,
    Rating,
    Table,
    WeighingError,
    agreement,
    break_even_prior,
    change,
    diagnosticity,
    least_inconsistent,
    leave_one_out,
    likelihood_ratio,
    log_odds,
    nearest_step,
    once,
    one_at_a_time,
    probability,
    same_order,
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
    news = {name: draw(trusts) for name in names if stories and draw(st.booleans())}
    return Judgement(draw(priors), given, {home: tuple(group) for home, group in told.items()}, news)


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
        judgement.news,
    )
    before, after = weigh(judgement), weigh(shuffled)
    assert (before.total, before.log_odds, before.probability) == (after.total, after.log_odds, after.probability)


@pytest.mark.parametrize("stories", [{}, {"a": ("S01", "S02", "S03", "S04")}])
def test_order_does_not_matter_in_the_last_digit(stories):
    rows = {"S01": (3, 1.0), "S02": (-1, 0.37), "S03": (-1, 0.71), "S04": (-2, 0.13), "S05": (2, 0.9)}
    orders = [dict(order) for order in itertools.permutations(rows.items())]
    found = [weigh(Judgement(0.3, {s: Rating(*row) for s, row in order.items()}, stories)) for order in orders]
    assert len({(each.total, each.apart, each.log_odds, each.probability) for each in found}) == 1
    columns = [{s: trust for s, (_, trust) in order.items()} for order in orders]
    held_against = [standings(Table({"H1": dict.fromkeys(rows, -1)}, column))[0] for column in columns]
    assert len({each.inconsistency for each in held_against}) == 1


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
        assert abs(part.weight) <= max(own) + 1e-12 or any(judgement.news.get(signal) for signal in part.signals)


@given(st.lists(st.floats(-3, 3), min_size=1, max_size=6), st.integers(0, 5), st.floats(0, 3))
def test_a_heavier_signal_never_lowers_its_story(weights, place, more):
    heavier = list(weights)
    heavier[place % len(weights)] += more
    assert once(heavier) >= once(weights) - 1e-12


shared = st.lists(st.tuples(st.floats(-3, 3), st.floats(0, 1)), min_size=1, max_size=6)


def together(rows):
    return once([own for own, _ in rows], [share for _, share in rows])


@given(shared)
def test_what_is_partly_new_lies_between_the_strongest_and_all_of_them(rows):
    weights = [own for own, _ in rows]
    assert abs(together(rows)) <= abs(math.fsum(weights)) + 1e-12
    assert together(rows) * math.fsum(weights) >= 0
    if all(own >= 0 for own in weights):
        assert max(weights) <= together(rows) <= math.fsum(weights)


@given(shared, st.randoms(use_true_random=False))
def test_in_what_order_news_came_does_not_matter(rows, random):
    assert together(random.sample(rows, len(rows))) == together(rows)


@given(shared, st.integers(0, 5), st.floats(0, 1))
def test_more_news_one_way_never_weighs_less(rows, place, share):
    one_sided = [(abs(own), each) for own, each in rows]
    own, was = one_sided[place % len(rows)]
    more = [*one_sided]
    more[place % len(rows)] = (own, max(was, share))
    assert together(more) >= together(one_sided)


@given(shared, st.integers(0, 5), st.floats(0, 3))
def test_a_heavier_signal_never_lowers_what_is_partly_new(rows, place, more):
    heavier = list(rows)
    own, share = heavier[place % len(rows)]
    heavier[place % len(rows)] = (own + more, share)
    assert together(heavier) >= together(rows) - 1e-12


@given(st.lists(st.floats(-3, 3), min_size=1, max_size=6))
def test_all_new_is_the_sum_and_nothing_new_an_echo(weights):
    assert once(weights, [1.0] * len(weights)) == pytest.approx(math.fsum(weights), abs=1e-12)
    assert once(weights, [0.0] * len(weights)) == once(weights)


@pytest.mark.parametrize("share", [-0.1, 1.1, math.nan, True, "half", None])
def test_a_share_of_news_out_of_range_is_named(share):
    with pytest.raises(WeighingError, match="S01"):
        weigh(Judgement(0.5, {"S01": Rating(1, 1.0)}, {}, {"S01": share}))
    with pytest.raises(WeighingError, match="S01"):
        standings(Table({"H1": {"S01": 1}}, {"S01": 1.0}, {}, {"S01": share}))


@given(judgements(least=1, each=rated), st.integers(0, 15), steps)
def test_a_higher_step_never_lowers_the_posterior(judgement, place, step):
    name = list(judgement.ratings)[place % len(judgement.ratings)]
    was = judgement.ratings[name]
    assume(step > was.step)
    higher = replaced(judgement, **{name: Rating(step, was.credibility)})
    assert weigh(higher).log_odds >= weigh(judgement).log_odds - 1e-12


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
    assert even.log_odds + weigh(judgement).total == pytest.approx(log_odds(line), abs=1e-12)
    assume(1e-6 < even.probability < 1 - 1e-6)  # farther out the probability itself is rounded by more than the line
    there = msgspec.structs.replace(judgement, prior=even.probability)
    assert side(weigh(there).log_odds, log_odds(line)) == "on"


@given(judgements(most=6), st.sampled_from((0.1, 0.35, 0.5, 0.8)), st.sampled_from(("drop", "flip")))
def test_the_smallest_change_crosses_and_no_smaller_one_does(judgement, line, move):
    found, target = smallest_change(judgement, line, move), log_odds(line)
    names = [name for name, own in weigh(judgement).weights.items() if own is not None]
    turn = {"drop": lambda r: Rating(None, r.credibility), "flip": lambda r: Rating(-r.step, r.credibility)}[move]

    def after(group):
        return weigh(replaced(judgement, **{name: turn(judgement.ratings[name]) for name in group})).log_odds

    now, ends = after(()), {g: after(g) for n in range(len(names) + 1) for g in itertools.combinations(names, n)}
    over = {g: abs(end - now) for g, end in ends.items() if (now - target) * (end - target) < 0}
    crossing = {g: moved for g, moved in over.items() if side(ends[g], target) != "on"}
    assert found.side == side(now, target)
    assert found.log_odds == pytest.approx(ends[tuple(sorted(found.signals or ()))], abs=1e-9)
    if found.side == "on":
        assert found.signals == ()
    elif found.signals is None:
        assert not crossing
    else:
        fewest = min(map(len, crossing))
        assert len(found.signals) == fewest
        assert crossing[found.signals] <= min(m for g, m in crossing.items() if len(g) == fewest) + 2 * TOLERANCE


def test_landing_on_the_line_is_not_crossing_it():
    one = Judgement(0.5, {"S01": Rating(1, 1.0)})
    assert smallest_change(one, 0.5, "drop").signals is None
    assert smallest_change(one, 0.5, "flip").signals == ("S01",)


def test_who_stands_on_the_line_has_nothing_to_change():
    found = smallest_change(Judgement(0.5, {"S01": Rating(1, 1.0), "S02": Rating(-1, 1.0)}), 0.5, "flip")
    assert (found.side, found.signals) == ("on", ())


def test_rounding_does_not_choose_among_equal_changes():
    alike = Judgement(0.5, {"S01": Rating(3, 0.2), "S02": Rating(1, 0.6)})
    assert weigh(alike).weights["S01"] > weigh(alike).weights["S02"]
    assert smallest_change(alike, probability(0.9 * math.log(2)), "drop").signals == ("S01",)


def test_a_search_that_would_take_too_long_is_refused():
    with pytest.raises(WeighingError, match="at most 20"):
        smallest_change(Judgement(0.5, {f"S{n}": Rating(1, 1.0) for n in range(21)}), 0.5, "drop")


@pytest.mark.parametrize(
    ("beside", "where"), [(0, "on"), (0.9e-9, "on"), (-0.9e-9, "on"), (1.1e-9, "above"), (-1.1e-9, "below")]
)
def test_a_line_is_as_wide_as_the_tolerance(beside, where):
    assert side(beside, 0.0) == where


@pytest.mark.parametrize("step", [-3, 3])
def test_log_odds_are_not_bounded(step):
    many = weigh(Judgement(0.5, {f"S{n}": Rating(step, 1.0) for n in range(40)}))
    assert many.log_odds == pytest.approx(40 * step * math.log(2))


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


def test_rounding_decides_no_comparison():
    rows = {"H1": {"S01": -1, "S02": -1, "S03": 0}, "H2": {"S01": 0, "S02": 0, "S03": -1}}
    equal = Table(rows, {"S01": 0.1, "S02": 0.2, "S03": 0.3})
    assert least_inconsistent(equal) == ("H1", "H2")
    assert least_inconsistent(Table(rows, {"S01": 0.1, "S02": 0.2, "S03": 0.31})) == ("H1",)
    assert same_order({"S01": 0.1 + 0.2, "S02": 0.3}, {"S01": 2.0, "S02": 1.0}) == Pairs(0, 0, 1)
    assert agreement(Judgement(0.5, {"S01": Rating(1, 1e-12)}), equal, ["H1"]).weighing == "neither"


@pytest.mark.parametrize(
    ("rows", "trust", "named"),
    [
        ({"S01": 3}, 1.0, "H1.*S01"),
        ({"S01": 1.0}, 1.0, "H1.*S01"),
        ({"S09": 1}, 1.0, "H1.*S09"),
        ({"S01": 1}, 1.1, "S01"),
        ({"S01": None}, math.nan, "S01"),
    ],
)
def test_a_cell_that_does_not_fit_is_named(rows, trust, named):
    for read in (standings, diagnosticity, least_inconsistent):
        with pytest.raises(WeighingError, match=named):
            read(Table({"H1": rows}, {"S01": trust}))


def test_a_reset_under_an_unknown_hypothesis_is_named():
    with pytest.raises(WeighingError, match="H9"):
        agreement(Judgement(0.5, {}), Table({"H1": {}}, {}), ["H9"])


@pytest.mark.parametrize("value", [math.nan, "1", True])
def test_what_is_no_number_is_no_log_odds(value):
    with pytest.raises(WeighingError, match="log-odds"):
        probability(value)


tens = st.integers(0, 10)


@given(tens, tens, trusts)
def test_counts_of_worlds_weigh_their_ratio(seen, unseen, trust):
    step = nearest_step((seen, unseen))
    own = weight("S01", Rating(step, trust, (seen, unseen)))
    assert own == pytest.approx(trust * math.log(max(seen, 0.5) / max(unseen, 0.5)), abs=1e-12)
    assert own == pytest.approx(-weight("S01", Rating(-step, trust, (unseen, seen))), abs=1e-12)
    away = {other: abs(other - math.log2(max(seen, 0.5) / max(unseen, 0.5))) for other in range(-3, 4)}
    assert away[step] <= min(away.values()) + 1e-9


@pytest.mark.parametrize("counts", [(11, 1), (-1, 2), (1.5, 2), (True, 2)])
def test_counts_of_more_than_ten_worlds_are_named(counts):
    with pytest.raises(WeighingError, match=r"S07.*0 to 10"):
        weight("S07", Rating(0, 1.0, counts))


@pytest.mark.parametrize("step", [None, 2, -3])
def test_counts_that_do_not_fit_their_step_are_named(step):
    with pytest.raises(WeighingError, match=r"S07.*8 and 1 go with step 3"):
        weight("S07", Rating(step, 1.0, (8, 1)))


def test_no_effect_is_never_minus_zero():
    assert math.copysign(1, weight("S01", Rating(-1, 0.0))) == 1


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


@pytest.mark.parametrize(
    ("stories", "named"),
    [({"a": ("S01", "S09")}, "S09"), ({"a": ("S01",), "b": ("S01",)}, "S01"), ({"S01": ("S01",)}, "S01")],
)
def test_stories_that_do_not_fit_are_refused(stories, named):
    with pytest.raises(WeighingError, match=named):
        weigh(Judgement(0.5, {"S01": Rating(1, 1.0)}, stories))


def test_a_signal_named_twice_in_a_story_is_there_once():
    twice, again = (Judgement(0.5, {"S01": Rating(1, 1.0)}, {"a": names}) for names in (("S01", "S01"), ("S01",)))
    assert weigh(twice) == weigh(again)
