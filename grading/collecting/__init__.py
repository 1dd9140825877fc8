"""Collect what learners hand in, from nbgrader's exchange or from a learning platform's archive."""
