"""Agreement of two markers, held against scikit-learn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from grading.marking.agree import agreement, weighted_kappa

HALVES = st.integers(0, 20).map(lambda n: n / 2)
PAIRS = st.lists(st.tuples(HALVES, HALVES), min_size=2, max_size=40)


@given(PAIRS)
def test_kappa_is_that_of_scikit_learn_on_a_scale_of_equal_steps(marks):
    ours = weighted_kappa(marks)
    # It takes labels, whose numbers are their places on the scale.
    first, second = ([int(2 * each[side]) for each in marks] for side in (0, 1))
    if ours is None:
        assert len({*first, *second}) == 1
    else:
        assert ours == pytest.approx(cohen_kappa_score(first, second, labels=range(21), weights="quadratic"), abs=1e-9)


def test_a_table_worked_out_by_hand():
    # Differences 0, 1, -1, 2: mean square 1.5. Each of 1, 2, 3, 4 against each of 1, 3, 2, 6: mean square 80/16.
    found = agreement([(1, 1), (2, 3), (3, 2), (4, 6)])
    assert found is not None
    assert found.kappa == pytest.approx(1 - 1.5 / 5)
    assert (found.n, found.difference, found.apart, found.equal) == (4, 0.5, 1.0, 1)


def test_what_is_not_defined_is_not_told():
    assert agreement([]) is None
    assert weighted_kappa([]) is None
    assert weighted_kappa([(3, 3), (3, 3)]) is None
    assert weighted_kappa([(0, 5), (0, 5)]) == 0
    assert weighted_kappa([(0, 10), (10, 0)]) == pytest.approx(-1)
