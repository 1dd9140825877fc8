"""Whether a text holds another does not hang on where in it the other stands."""

import pytest

from grading.handout.likeness import alike, index, nearly, possible, wording

SECRET = "Says exactly what was reported (0–4)"
TOLD = "1 **says exactly what was reported**, with claims (such as C074) 4"


@pytest.mark.parametrize("others", range(3))
@pytest.mark.parametrize("before", range(4))
def test_what_everybody_may_read_is_no_secret_wherever_it_stands(before: int, others: int):
    public = wording([f"All else that everybody has {'other ' * others}", TOLD])
    said = wording([f"{'word ' * before}{TOLD} 2 gives a reason that a reader can check"])
    assert nearly(SECRET, said, public) == ""


@pytest.mark.parametrize("before", range(9))
def test_a_word_changed_in_a_secret_hides_it_nowhere(before: int):
    public = wording(["All else that everybody has, in some words."])
    said = wording([f"{'word ' * before}says precisely what was reported 0 4 and so on"])
    assert nearly(SECRET, said, public)


def test_what_is_passed_over_is_found_by_no_comparison():
    secrets = ["No", SECRET, "A reason that nobody else gave in this essay", "Wants of the other side nothing at all"]
    public, among = wording(["All else that everybody has."]), index(secrets)
    texts = [
        "1 says just what was reported 0 4",
        "In no way.",
        "a reason that nobody gave in this essay",
        "nothing is wanted",
        "to say what is",
    ]
    held = [wording([text]) for text in texts]
    looked = [[secrets[n] for n in possible(among, said)] for said in held]
    found = [[s for s in secrets if alike(s, said, public, least=1) or nearly(s, said, public)] for said in held]
    assert all({*held} <= {*sought} for held, sought in zip(found, looked, strict=True))
    assert found == [[SECRET], ["No"], [secrets[2]], [], []]
    assert looked[3] == ["No"]
