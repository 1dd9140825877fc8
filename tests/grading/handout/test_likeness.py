"""Whether a text holds another does not hang on where in it the other stands."""

import pytest

from grading.handout.likeness import nearly, wording

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
