"""Keys of computed families follow from what their questions say: read from the texts, and worked out once more."""

import itertools
import re
from fractions import Fraction

import pytest

from grading.families import families

FAMILIES = {each.name: each for each in families()}
TIMES = {"twice": 2, "three times": 3, "four times": 4, "five times": 5, "six times": 6}
PARTS = {"half": 2, "a third": 3, "a quarter": 4, "a fifth": 5}


def variants(name):
    return pytest.mark.parametrize("variant", FAMILIES[name].variants, ids=lambda each: each.question["id"])


def numbers(text):
    return [int(each) for each in re.findall(r"\d+", text)]


def texts(variant, member="items"):
    return {each["id"]: each["text"] for each in variant.question[member]}


@variants("signals-moves")
def test_signals_stand_in_the_order_of_their_ratios(variant):
    ratio = {
        i: Fraction(a, m) / Fraction(b, n) for i, (a, m, b, n) in ((i, numbers(t)) for i, t in texts(variant).items())
    }
    assert sorted(ratio, key=ratio.get, reverse=True) == sorted(ratio, key=variant.answers["expert"].get)


@variants("signals-range")
def test_lines_hold_for_all_counts_for_some_or_for_none(variant):
    _, with_, without, low, high, _, few, many, _ = numbers(variant.question["prompt"])
    assert with_ + without == 100
    shares = [Fraction(a, a + b) for a in range(low, high + 1) for b in range(few, many + 1)]
    for i, text in texts(variant).items():
        bound = Fraction(numbers(text)[0], 100)
        holds = [share >= bound if "at least" in text else share <= bound for share in shares]
        assert variant.answers["expert"][i] == ("must" if all(holds) else "may" if any(holds) else "cannot"), text


@variants("signals-pairs")
def test_pairs_are_sorted_by_event_and_by_the_first_source(variant):
    told = dict(re.findall(r"\((\d)\) (.+?)\.(?= \(| The same words)", variant.question["prompt"]))
    event = {n: text.split(": ")[-1] for n, text in told.items()}

    def source(n):
        copied = re.search(r"repeating report (\d)", told[n])
        return source(copied[1]) if copied else re.search(r"citing (.+?):", told[n])[1]

    names = {(1, 1): "nothing-new", (1, 0): "confirms", (0, 1): "one-throat", (0, 0): "apart"}
    for i, text in texts(variant).items():
        one, other = re.findall(r"\d", text)
        assert variant.answers["expert"][i] == names[event[one] == event[other], source(one) == source(other)]


@variants("signals-new")
def test_an_echo_counts_once(variant):
    prompt = variant.question["prompt"]
    said = re.search(r"odds of (\d+) to (\d+)", prompt)
    prior = Fraction(numbers(prompt)[0], 100)
    odds = Fraction(int(said[1]), int(said[2])) if said else prior / (1 - prior)
    for word in re.findall(r"see such news ([a-z ]+?) as often", prompt):
        odds *= Fraction(TIMES[word]) if word in TIMES else Fraction(1, PARTS[word])
    assert texts(variant, "choices")[variant.answers["expert"]] == f"{round(100 * odds / (1 + odds))} in 100"


@variants("signals-rivals")
def test_what_is_seen_more_often_with_one_than_with_the_other_tells_them_apart(variant):
    seen = {i: re.search(r"A (\d), B (\d)", text) for i, text in texts(variant, "choices").items()}
    assert {i for i, found in seen.items() if found[1] != found[2]} == set(variant.answers["expert"])


@variants("judgement-fit")
def test_numbers_fit_if_some_hundred_worlds_have_them(variant):
    for i, text in texts(variant).items():
        said = [int(each) for each in re.findall(r"(\d+) %", text)]
        fits = _fits(text, said)
        assert (variant.answers["expert"][i] == "fits") is fits, text


def _fits(text, said):
    """Whether counts of four kinds of worlds, in steps of five, give the numbers; kinds: neither, one, other, both."""
    steps = range(0, 101, 5)
    for a, b, c in itertools.product(steps, repeat=3):
        neither = 100 - a - b - c
        if neither < 0:
            continue
        if len(said) == 3 and ("oth" in text or "Snow and" in text) and "not in spring" not in text:
            found = [a + c, b + c, c]
        elif len(said) == 3:
            found = [a, b, a + b] if not c else None
        elif "Nothing of the kind" in text:
            found = [a, neither] if not b and not c else None
        else:  # the first can't come without the second
            found = [a, a + b] if not c else None
        if found == said:
            return True
    return False


@variants("judgement-update")
def test_a_report_moves_the_odds_of_all_by_one_factor(variant):
    before, after, other = numbers(variant.question["prompt"])
    factor = Fraction(after, 100 - after) / Fraction(before, 100 - before)
    odds = Fraction(other, 100 - other) * factor
    right = texts(variant, "choices")[variant.answers["expert"]]
    assert numbers(right)[0] == round(100 * odds / (1 + odds))


@variants("judgement-score")
def test_sentences_on_scores_follow_from_the_numbers(variant):
    prompt = variant.question["prompt"]
    ends = re.findall(r"(the [a-z ]+) \((happened|did not happen)\)", prompt)
    said = {name: numbers(row) for name, row in re.findall(r"([A-Z][a-z]+) had said ([\d %,]+)", prompt)}
    always = re.search(r"and ([A-Z][a-z]+) always says 50 %", prompt)[1]
    said[always] = [50] * 4

    def off(name, turned=None):
        came = [(end == "happened") is (event != turned) for event, end in ends]
        return [(n - 100 * each) ** 2 for n, each in zip(said[name], came, strict=True)]

    right = set()
    for i, text in texts(variant, "choices").items():
        who = [name for name in re.findall(r"[A-Z][a-z]+", text) if name in said]
        if i in ("mean", "even"):
            holds = sum(off(who[0])) < sum(off(who[1]))
        elif i == "single":
            spot = next(n for n, (event, _) in enumerate(ends) if event in text)
            holds = off(who[0])[spot] < off(who[1])[spot]
        elif i == "turned":
            turned = next(event for event, _ in ends if event in text)
            holds = sum(off(who[0], turned)) < sum(off(who[1], turned))
        elif i == "often":
            better = sum(a < b for a, b in zip(off(who[0]), off(who[1]), strict=True))
            holds = better >= 3 if "or more" in text else better <= 2
        else:
            holds = False
        right |= {i} if holds else set()
    assert right == set(variant.answers["expert"])


@variants("judgement-forecasts")
def test_given_numbers_fix_two_more_and_bound_the_others(variant):
    expert = variant.answers["expert"]
    assert expert["after-step"] + expert["no-step"] == pytest.approx(expert["talks-two"])
    assert expert["test-two"] + expert["quiet"] == pytest.approx(1)
    given = {text: int(n) for text, n in re.findall(r"“([^”]+)”: \*\*(\d+) %\*\*", variant.question["prompt"])}
    assert len(given) == 3
    assert {i for i, text in texts(variant).items() if text in given and expert[i] != given[text] / 100} == set()


@variants("judgement-chain")
def test_orders_run_from_the_longest_story_to_the_shortest_or_the_latest(variant):
    order = sorted(variant.answers["expert"], key=variant.answers["expert"].get)
    months = [bool(re.search("March|May|September", texts(variant)[i])) for i in order]
    assert months == sorted(months, reverse=True)
