"""Families of the assignment “judgement”."""
