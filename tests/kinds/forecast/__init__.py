"""Forecasts: what is asked of them, held against predicates that know nothing of the course."""
