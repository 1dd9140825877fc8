"""Difficulty, discrimination and reliability, against NumPy and by simulation."""

import numpy as np
import pytest

from grading.report.item_analysis import alpha, difficulty, item_rest
from grading.report.tables import told


def rows(table):
    return [{f"q{n}": float(x) for n, x in enumerate(row)} for row in table]


@pytest.fixture
def table():
    chance = np.random.default_rng(7)
    skill = chance.normal(size=(40, 1))
    return skill + chance.normal(size=(40, 6))


def test_alpha_is_that_of_the_covariance_matrix(table):
    covariance = np.cov(table, rowvar=False)
    k = table.shape[1]
    assert alpha(rows(table)).alpha == pytest.approx(k / (k - 1) * (1 - np.trace(covariance) / covariance.sum()))


def test_item_rest_is_the_correlation_with_all_others(table):
    found = item_rest(rows(table), ["q2"])
    assert found["q2"] == pytest.approx(np.corrcoef(table[:, 2], np.delete(table, 2, axis=1).sum(axis=1))[0, 1])


def test_the_interval_holds_the_true_alpha_about_as_often_as_it_says():
    """Parallel items with correlation 0.5: alpha is known, k r / (1 + (k - 1) r)."""
    chance, k, n = np.random.default_rng(1), 8, 20
    true = k * 0.5 / (1 + (k - 1) * 0.5)
    held = 0
    for _ in range(400):
        found = alpha(rows(chance.normal(size=(n, 1)) + chance.normal(size=(n, k))))
        held += found.low <= true <= found.high
    assert 0.92 <= held / 400 <= 0.98


def test_where_nothing_varies_nothing_is_claimed():
    same = rows([[1, 2], [1, 2], [1, 2]])
    assert alpha(same) is None
    assert alpha(rows([[1, 2]])) is None
    assert alpha([]) is None
    assert item_rest(same, ["q0"]) == {"q0": None}
    assert difficulty(same, {"q0": 2.0, "q1": 2.0}) == {"q0": 0.5, "q1": 1.0}


def test_small_counts_point_to_a_person_and_are_not_told():
    assert [told(n) for n in range(5)] == [0, None, None, 3, 4]
