"""The Bayes arithmetic against an independent library: scikit-learn's naive Bayes with the same likelihood ratios."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.naive_bayes import BernoulliNB

from course.weighing import Judgement, Rating, weigh

MOST_LIKELY = 0.5
"""P(signal | the class under which it is likelier). Only the ratio of the two matters; this leaves room for 1/8."""

ratings = st.builds(Rating, st.integers(-3, 3), st.floats(0, 1))


def posterior(prior: float, given_ratings: list[Rating]) -> float:
    """P(reset | all signals seen) as scikit-learn computes it, from P(signal | class) and the prior of the classes."""
    ratios = np.array([(2.0**r.step) ** r.credibility for r in given_ratings])
    given_reset = MOST_LIKELY * np.minimum(1, ratios)
    given_none = given_reset / ratios
    model = BernoulliNB()
    model.classes_ = np.array([0, 1])
    model.class_count_ = np.array([1.0, 1.0])
    model.class_log_prior_ = np.log([1 - prior, prior])
    model.feature_log_prob_ = np.log(np.vstack([given_none, given_reset]))
    model.n_features_in_ = len(ratios)
    seen = np.ones((1, len(ratios)))
    return float(model.predict_proba(seen)[0, 1])


@given(st.floats(0.001, 0.999), st.lists(ratings, min_size=1, max_size=16))
def test_the_posterior_is_that_of_naive_bayes(prior, given_ratings):
    judgement = Judgement(prior, {f"S{n:02}": rating for n, rating in enumerate(given_ratings)})
    assert weigh(judgement).probability == pytest.approx(posterior(prior, given_ratings), rel=1e-9, abs=1e-12)
